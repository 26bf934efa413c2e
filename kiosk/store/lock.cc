// SPDX-License-Identifier: EUPL-1.2
#include "store/lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>

#include "store/faults.h"

namespace sveiki::store {

RecorderLock::RecorderLock(const std::filesystem::path& dir)
    : file_(::open((dir / "recorder.lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0660)) {
  if (file_ < 0) {
    throw fault_of({errno, std::generic_category()}, "cannot lock " + dir.string());
  }
  if (::flock(file_, LOCK_EX | LOCK_NB) != 0) {
    const int error = errno;
    ::close(file_);
    if (error == EWOULDBLOCK) {
      throw RecordFault{Fault::kBusy, "another kiosk records in " + dir.string()};
    }
    throw fault_of({error, std::generic_category()}, "cannot lock " + dir.string());
  }
}

RecorderLock::~RecorderLock() {
  ::close(file_);
}

}  // namespace sveiki::store
