// SPDX-License-Identifier: EUPL-1.2
#include "calendar/child.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdint>
#include <cstring>
#include <fstream>
#include <stdexcept>
#include <string>

namespace sveiki::calendar {
namespace {

// Longer than anything that is ever sent: the sender is broken.
constexpr std::uint32_t kLongestMessage = 4 << 20;

void limit(decltype(RLIMIT_CORE) what, rlim_t most) {
  const rlimit both{most, most};
  ::setrlimit(what, &both);
}

rlim_t memory_now() {
  std::size_t pages = 0;
  std::ifstream("/proc/self/statm") >> pages;
  return pages * static_cast<rlim_t>(::sysconf(_SC_PAGESIZE));
}

void limit_myself(const ChildLimits& limits) {
  limit(RLIMIT_CORE, 0);
  // A watchdog of its own, should the parent die first.
  limit(RLIMIT_CPU, 60);
// A sanitizer reserves terabytes.
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
  limit(RLIMIT_AS, memory_now() + limits.memory);
#else
  (void)limits;
  (void)memory_now;
#endif
}

/// False if nobody reads any more.
bool write_all(int to, const char* bytes, std::size_t size) {
  while (size > 0) {
    const ssize_t written = ::write(to, bytes, size);
    if (written <= 0) return false;
    bytes += written;
    size -= static_cast<std::size_t>(written);
  }
  return true;
}

[[noreturn]] void be_child(int to, const std::function<void(const Send&)>& work,
                           const ChildLimits& limits) {
  limit_myself(limits);
  // What a library prints is for nobody.
  const int nothing = ::open("/dev/null", O_WRONLY);
  ::dup2(nothing, STDOUT_FILENO);
  ::dup2(nothing, STDERR_FILENO);
  try {
    work([&](std::string_view message) {
      const auto size = static_cast<std::uint32_t>(message.size());
      std::string framed(reinterpret_cast<const char*>(&size), sizeof size);
      framed += message;
      if (!write_all(to, framed.data(), framed.size())) ::_exit(1);
    });
  } catch (...) {
    ::_exit(1);
  }
  ::_exit(0);
}

/// Gives on every whole message in `bytes`, and leaves the rest; false if there is none like it.
bool deliver(std::string& bytes, const Send& receive) {
  std::size_t at = 0;
  std::uint32_t size = 0;
  while (bytes.size() - at >= sizeof size) {
    std::memcpy(&size, bytes.data() + at, sizeof size);
    if (size > kLongestMessage) return false;
    if (bytes.size() - at - sizeof size < size) break;
    receive(std::string_view{bytes}.substr(at + sizeof size, size));
    at += sizeof size + size;
  }
  bytes.erase(0, at);
  return true;
}

/// Until it has nothing more to say, or was quiet for too long.
ChildEnd listen(int from, const Send& receive, Millis quiet) {
  std::string bytes;
  std::string piece(1 << 16, '\0');
  while (true) {
    pollfd readable{from, POLLIN, 0};
    const int ready = ::poll(&readable, 1, static_cast<int>(quiet.count()));
    if (ready < 0 && errno == EINTR) continue;
    if (ready <= 0) return ChildEnd::kTooLong;
    const ssize_t size = ::read(from, piece.data(), piece.size());
    if (size < 0 && errno == EINTR) continue;
    if (size <= 0) return ChildEnd::kDone;
    bytes.append(piece, 0, static_cast<std::size_t>(size));
    if (!deliver(bytes, receive)) return ChildEnd::kCrashed;
  }
}

/// A child never outlives what it was for, whatever `receive` throws.
class Child {
 public:
  explicit Child(pid_t id, int from) : id_(id), from_(from) {}
  ~Child() { end(); }
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;
  /// True if it ended by itself, all well.
  bool end() {
    if (id_ <= 0) return false;
    ::close(from_);
    if (!spared_) ::kill(id_, SIGKILL);
    int status = 0;
    while (::waitpid(id_, &status, 0) < 0 && errno == EINTR) {
    }
    id_ = 0;
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
  }
  /// It has said all, and goes by itself.
  void spare() { spared_ = true; }

 private:
  pid_t id_;
  int from_;
  bool spared_ = false;
};

}  // namespace

ChildEnd in_child(const std::function<void(const Send&)>& work, const Send& receive,
                  const ChildLimits& limits) {
  int ends[2];
  if (::pipe2(ends, O_CLOEXEC) != 0) throw std::runtime_error("there can be no pipe");
  const pid_t id = ::fork();
  if (id == 0) {
    ::close(ends[0]);
    be_child(ends[1], work, limits);
  }
  ::close(ends[1]);
  if (id < 0) {
    ::close(ends[0]);
    throw std::runtime_error("there can be no second process");
  }
  Child child(id, ends[0]);
  const ChildEnd heard = listen(ends[0], receive, limits.quiet);
  if (heard == ChildEnd::kDone) child.spare();
  const bool well = child.end();
  return heard == ChildEnd::kDone && !well ? ChildEnd::kCrashed : heard;
}

}  // namespace sveiki::calendar
