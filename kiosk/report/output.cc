// SPDX-License-Identifier: EUPL-1.2
#include "report/output.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

namespace sveiki::report {
namespace {

/// 0, or why the bytes are not on the disk.
int write_durably(const char* name, std::string_view bytes) {
  const int file = ::open(name, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
  if (file < 0) return errno;
  int error = 0;
  while (error == 0 && !bytes.empty()) {
    const ssize_t written = ::write(file, bytes.data(), bytes.size());
    if (written >= 0)
      bytes.remove_prefix(static_cast<std::size_t>(written));
    else if (errno != EINTR)
      error = errno;
  }
  if (error == 0 && ::fsync(file) != 0) error = errno;
  if (::close(file) != 0 && error == 0) error = errno;
  return error;
}

}  // namespace

void write_whole(const std::filesystem::path& file, std::string_view bytes) {
  const std::string fresh = file.string() + ".new";
  int error = write_durably(fresh.c_str(), bytes);
  if (error == 0 && ::rename(fresh.c_str(), file.c_str()) != 0) error = errno;
  if (error == 0) return;
  ::unlink(fresh.c_str());
  throw std::system_error(error, std::generic_category(), "cannot write " + file.string());
}

}  // namespace sveiki::report
