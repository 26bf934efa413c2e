// SPDX-License-Identifier: EUPL-1.2
/// A disk under SQLite whose power can be cut: what was not synced is then lost, wholly, in part,
/// or out of order. The disk can also be full; and it is quick, as nothing waits for a real disk.
/// While one lives, SQLite uses it by default.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <random>
#include <string>
#include <vector>

struct sqlite3_vfs;

namespace sveiki::test {

class PowerCutVfs {
 public:
  explicit PowerCutVfs(unsigned seed);
  ~PowerCutVfs();
  PowerCutVfs(const PowerCutVfs&) = delete;
  PowerCutVfs& operator=(const PowerCutVfs&) = delete;

  /// The power goes at the `steps`-th write or sync from now; everything fails from then on.
  void cut_after(int steps) { steps_left_ = steps; }
  bool cut() const { return cut_; }

  /// The power is back. Nothing may have a file open. Each write since the file's last sync is
  /// there, or is not, or is torn at sectors of 512 bytes.
  void restore();

  /// Whether files can still grow.
  void set_full(bool full) { full_ = full; }

  /// From now on, who opens a database and asks for `synchronous=FULL` gets this level instead.
  void weaken_synchronous(const std::string& level);

  struct Change {
    std::int64_t offset;
    std::string bytes;  ///< to be written there; a truncation to `offset` if it has none
  };
  struct Disk {
    std::string durable;
    std::vector<Change> pending;
  };

  /// From now on, who opens a database writes its journal back after so many pages.
  void checkpoint_every(int pages);

  // What the file's methods ask.
  Disk& disk(const std::string& path);
  void forget(const std::string& path) { disks_.erase(path); }
  /// One write or sync is about to be made; false if there is no power for it.
  bool step();
  bool full() const { return full_; }
  bool weakened() const { return weakened_; }
  sqlite3_vfs& real() const { return *real_; }

 private:
  sqlite3_vfs* real_;
  std::unique_ptr<sqlite3_vfs> mine_;
  std::map<std::string, Disk> disks_;
  std::mt19937 random_;
  int steps_left_ = -1;
  bool cut_ = false;
  bool full_ = false;
  bool weakened_ = false;
};

}  // namespace sveiki::test
