// SPDX-License-Identifier: EUPL-1.2
#include <fcntl.h>
#include <sodium.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <stdexcept>
#include <system_error>

#include "sync/signature.h"
#include "sync/signed_message.h"

namespace sveiki::sync {
namespace {

using Seed = std::array<std::uint8_t, crypto_sign_SEEDBYTES>;
using Path = std::filesystem::path;

[[noreturn]] void fail(const Path& file, const std::string& why) {
  throw std::runtime_error("the key " + file.string() + " " + why);
}
[[noreturn]] void fail_by_errno(const Path& file, const std::string& why) {
  fail(file, why + ": " + std::generic_category().message(errno));
}

class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  explicit operator bool() const { return number_ >= 0; }
  int number() const { return number_; }

 private:
  int number_;
};

/// Nothing if there is no such file.
std::optional<Seed> read_seed(const Path& file) {
  const Descriptor in{::open(file.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)};
  if (!in) {
    if (errno == ENOENT) return std::nullopt;
    fail_by_errno(file, "cannot be read");
  }
  struct stat about {};
  if (::fstat(in.number(), &about) != 0) fail_by_errno(file, "cannot be read");
  if (!S_ISREG(about.st_mode)) fail(file, "is not a file");
  if ((about.st_mode & (S_IRWXG | S_IRWXO)) != 0)
    fail(file, "is open to others than its user: it can no longer prove who sent something");
  Seed seed{};
  if (about.st_size != static_cast<off_t>(seed.size()) ||
      ::read(in.number(), seed.data(), seed.size()) != static_cast<ssize_t>(seed.size()))
    fail(file, "is damaged");
  return seed;
}

/// Makes the file whole or not at all, and never in the place of another one.
void write_seed(const Path& file, const Seed& seed) {
  std::string fresh = file.string() + ".XXXXXX";
  const Descriptor out{::mkstemp(fresh.data())};  // O_EXCL and 0600
  if (!out) fail_by_errno(file, "cannot be made");
  const bool written =
      ::write(out.number(), seed.data(), seed.size()) == static_cast<ssize_t>(seed.size()) &&
      ::fsync(out.number()) == 0;
  // If another program was faster, its key is the one.
  const bool there = written && (::link(fresh.c_str(), file.c_str()) == 0 || errno == EEXIST);
  const int fault = errno;
  ::unlink(fresh.c_str());
  errno = fault;
  if (!there) fail_by_errno(file, "cannot be made");
  const Path folder = file.has_parent_path() ? file.parent_path() : Path{"."};
  const Descriptor in_folder{::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
  if (!in_folder || ::fsync(in_folder.number()) != 0) fail_by_errno(file, "cannot be kept");
}

}  // namespace

DeviceKey::DeviceKey(const Path& file) {
  if (::sodium_init() < 0) throw std::runtime_error("there are no random numbers for a key");
  std::optional<Seed> seed = read_seed(file);
  if (!seed) {
    Seed fresh{};
    ::randombytes_buf(fresh.data(), fresh.size());
    write_seed(file, fresh);
    seed = read_seed(file);
    if (!seed) fail(file, "was taken away as it was made");
  }
  ::crypto_sign_seed_keypair(public_.data(), secret_.data(), seed->data());
}

Signature DeviceKey::sign(std::string_view what, std::string_view body) const {
  const std::string message = signed_message(what, body);
  Signature signature{};
  ::crypto_sign_detached(signature.data(), nullptr,
                         reinterpret_cast<const unsigned char*>(message.data()), message.size(),
                         secret_.data());
  return signature;
}

}  // namespace sveiki::sync
