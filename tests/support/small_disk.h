// SPDX-License-Identifier: EUPL-1.2
/// A disk of a few hundred kilobytes that only this process and its children see: it can be filled,
/// emptied and made read-only. Needs root, or a system that lets users mount in a namespace.
#pragma once

#include <fcntl.h>
#include <sched.h>
#include <sys/mount.h>
#include <unistd.h>

#include <string>

#include "support/temporary_dir.h"

namespace sveiki::test {

class SmallDisk {
 public:
  explicit SmallDisk(int kilobytes) : options_("size=" + std::to_string(kilobytes) + "k") {
    mounted_ = enter_namespace() &&
               ::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0 &&
               ::mount("tmpfs", dir_.path().c_str(), "tmpfs", 0, options_.c_str()) == 0;
  }
  ~SmallDisk() {
    if (mounted_) ::umount2(dir_.path().c_str(), MNT_DETACH);
  }
  SmallDisk(const SmallDisk&) = delete;
  SmallDisk& operator=(const SmallDisk&) = delete;

  /// False where this system lets nobody mount: there is no disk then.
  bool mounted() const { return mounted_; }
  std::filesystem::path data() const { return dir_ / "data"; }

  void fill() {
    const int file = ::open((dir_ / "filler").c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600);
    const std::string some(1024, 'x');
    while (::write(file, some.data(), some.size()) > 0) continue;
    ::close(file);
  }
  void make_room() { std::filesystem::remove(dir_ / "filler"); }

  /// True if it is done; nothing may be open for writing.
  bool read_only(bool on) {
    return ::mount("tmpfs", dir_.path().c_str(), "tmpfs", MS_REMOUNT | (on ? MS_RDONLY : 0),
                   options_.c_str()) == 0;
  }

 private:
  static bool enter_namespace() {
    if (::unshare(CLONE_NEWNS) == 0) return true;
    const std::string me = std::to_string(::getuid());
    const std::string group = std::to_string(::getgid());
    if (::unshare(CLONE_NEWUSER | CLONE_NEWNS) != 0) return false;
    write_file("/proc/self/setgroups", "deny");
    write_file("/proc/self/uid_map", "0 " + me + " 1");
    write_file("/proc/self/gid_map", "0 " + group + " 1");
    return true;
  }

  TemporaryDir dir_;
  std::string options_;
  bool mounted_ = false;
};

}  // namespace sveiki::test
