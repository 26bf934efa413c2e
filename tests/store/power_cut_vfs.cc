// SPDX-License-Identifier: EUPL-1.2
#include "store/power_cut_vfs.h"

#include <sqlite3.h>
#include <strings.h>

#include <filesystem>
#include <new>

#include "support/temporary_dir.h"

namespace sveiki::test {
namespace {

constexpr std::size_t kSector = 512;

/// An open file: SQLite's own behind it does the work, the disk remembers what is not yet safe.
struct File {
  sqlite3_file base;
  PowerCutVfs* power;
  std::string* path;  ///< null: a file whose loss does not matter
  sqlite3_file* real;
};

File& as_file(sqlite3_file* file) {
  return *reinterpret_cast<File*>(file);
}
PowerCutVfs& as_power(sqlite3_vfs* vfs) {
  return *static_cast<PowerCutVfs*>(vfs->pAppData);
}

std::string& apply(std::string& content, const PowerCutVfs::Change& change, std::size_t from,
                   std::size_t to) {
  const auto offset = static_cast<std::size_t>(change.offset);
  if (change.bytes.empty()) {
    content.resize(offset);
  } else {
    if (content.size() < offset + to) content.resize(offset + to);
    content.replace(offset + from, to - from, change.bytes, from, to - from);
  }
  return content;
}

int file_close(sqlite3_file* file) {
  File& f = as_file(file);
  const int result = f.real->pMethods ? f.real->pMethods->xClose(f.real) : SQLITE_OK;
  delete f.path;
  return result;
}
int file_read(sqlite3_file* file, void* to, int n, sqlite3_int64 at) {
  File& f = as_file(file);
  return f.real->pMethods->xRead(f.real, to, n, at);
}
int file_write(sqlite3_file* file, const void* from, int n, sqlite3_int64 at) {
  File& f = as_file(file);
  if (f.path) {
    sqlite3_int64 size = 0;
    f.real->pMethods->xFileSize(f.real, &size);
    if (f.power->full() && at + n > size) return SQLITE_FULL;
    if (f.power->cut()) return SQLITE_IOERR_WRITE;
    f.power->disk(*f.path).pending.push_back(
        {at, {static_cast<const char*>(from), static_cast<std::size_t>(n)}});
    if (!f.power->step()) return SQLITE_IOERR_WRITE;
  }
  return f.real->pMethods->xWrite(f.real, from, n, at);
}
int file_truncate(sqlite3_file* file, sqlite3_int64 size) {
  File& f = as_file(file);
  if (f.path) {
    if (f.power->cut()) return SQLITE_IOERR_TRUNCATE;
    f.power->disk(*f.path).pending.push_back({size, {}});
    if (!f.power->step()) return SQLITE_IOERR_TRUNCATE;
  }
  return f.real->pMethods->xTruncate(f.real, size);
}
int file_sync(sqlite3_file* file, int) {
  File& f = as_file(file);
  if (!f.path) return SQLITE_OK;
  if (f.power->cut() || !f.power->step()) return SQLITE_IOERR_FSYNC;
  PowerCutVfs::Disk& disk = f.power->disk(*f.path);
  for (const auto& change : disk.pending) apply(disk.durable, change, 0, change.bytes.size());
  disk.pending.clear();
  return SQLITE_OK;
}
int file_size(sqlite3_file* file, sqlite3_int64* size) {
  File& f = as_file(file);
  return f.real->pMethods->xFileSize(f.real, size);
}
int file_lock(sqlite3_file* file, int level) {
  File& f = as_file(file);
  return f.real->pMethods->xLock(f.real, level);
}
int file_unlock(sqlite3_file* file, int level) {
  File& f = as_file(file);
  return f.real->pMethods->xUnlock(f.real, level);
}
int file_check_lock(sqlite3_file* file, int* locked) {
  File& f = as_file(file);
  return f.real->pMethods->xCheckReservedLock(f.real, locked);
}
int file_control(sqlite3_file* file, int what, void* argument) {
  File& f = as_file(file);
  if (what == SQLITE_FCNTL_PRAGMA && f.power->weakened()) {
    const auto* const* const words = static_cast<char**>(argument);
    const bool asks_full =
        strcasecmp(words[1], "synchronous") == 0 && words[2] && strcasecmp(words[2], "FULL") == 0;
    if (asks_full) return SQLITE_OK;
  }
  return f.real->pMethods->xFileControl(f.real, what, argument);
}
int file_sector(sqlite3_file*) {
  return static_cast<int>(kSector);
}
int file_device(sqlite3_file* file) {
  File& f = as_file(file);
  return f.real->pMethods->xDeviceCharacteristics(f.real);
}
int file_shm_map(sqlite3_file* file, int page, int size, int extend, void volatile** at) {
  File& f = as_file(file);
  return f.real->pMethods->xShmMap(f.real, page, size, extend, at);
}
int file_shm_lock(sqlite3_file* file, int offset, int n, int flags) {
  File& f = as_file(file);
  return f.real->pMethods->xShmLock(f.real, offset, n, flags);
}
void file_shm_barrier(sqlite3_file* file) {
  File& f = as_file(file);
  f.real->pMethods->xShmBarrier(f.real);
}
int file_shm_unmap(sqlite3_file* file, int remove) {
  File& f = as_file(file);
  return f.real->pMethods->xShmUnmap(f.real, remove);
}

constexpr sqlite3_io_methods kMethods{
    2,           file_close,   file_read,     file_write,       file_truncate,  file_sync,
    file_size,   file_lock,    file_unlock,   file_check_lock,  file_control,   file_sector,
    file_device, file_shm_map, file_shm_lock, file_shm_barrier, file_shm_unmap, nullptr,
    nullptr};

int vfs_open(sqlite3_vfs* vfs, const char* name, sqlite3_file* file, int flags, int* out) {
  PowerCutVfs& power = as_power(vfs);
  constexpr int kMatters = SQLITE_OPEN_MAIN_DB | SQLITE_OPEN_WAL | SQLITE_OPEN_MAIN_JOURNAL;
  File& f = *new (file) File{{nullptr}, &power, nullptr, nullptr};
  f.real = reinterpret_cast<sqlite3_file*>(reinterpret_cast<char*>(file) + sizeof(File));
  f.real->pMethods = nullptr;
  if (power.cut()) return SQLITE_CANTOPEN;
  if (flags & kMatters) power.disk(name);
  const int result = power.real().xOpen(&power.real(), name, f.real, flags, out);
  if (!f.real->pMethods) return result;
  if (flags & kMatters) f.path = new std::string{name};
  f.base.pMethods = &kMethods;
  return result;
}
int vfs_delete(sqlite3_vfs* vfs, const char* name, int sync_dir) {
  PowerCutVfs& power = as_power(vfs);
  if (power.cut() || !power.step()) return SQLITE_IOERR_DELETE;
  power.forget(name);
  return power.real().xDelete(&power.real(), name, sync_dir);
}

// What the next database that is opened is told: SQLite's hook takes no argument.
int checkpoint_pages = 0;
std::string synchronous_level;

int on_open(sqlite3* db, char**, const struct sqlite3_api_routines*) {
  if (checkpoint_pages > 0) sqlite3_wal_autocheckpoint(db, checkpoint_pages);
  if (synchronous_level.empty()) return SQLITE_OK;
  return sqlite3_exec(db, ("PRAGMA synchronous = " + synchronous_level).c_str(), nullptr, nullptr,
                      nullptr);
}
void (*const kOnOpen)() = reinterpret_cast<void (*)()>(on_open);

}  // namespace

PowerCutVfs::PowerCutVfs(unsigned seed)
    : real_(sqlite3_vfs_find("unix")), mine_(std::make_unique<sqlite3_vfs>(*real_)), random_(seed) {
  mine_->szOsFile = static_cast<int>(sizeof(File)) + real_->szOsFile;
  mine_->zName = "power-cut";
  mine_->pNext = nullptr;
  mine_->pAppData = this;
  mine_->xOpen = vfs_open;
  mine_->xDelete = vfs_delete;
  sqlite3_vfs_register(mine_.get(), 1);
  sqlite3_auto_extension(kOnOpen);
}

PowerCutVfs::~PowerCutVfs() {
  sqlite3_cancel_auto_extension(kOnOpen);
  synchronous_level.clear();
  checkpoint_pages = 0;
  sqlite3_vfs_unregister(mine_.get());
  sqlite3_vfs_register(real_, 1);
}

void PowerCutVfs::checkpoint_every(int pages) {
  checkpoint_pages = pages;
}

void PowerCutVfs::weaken_synchronous(const std::string& level) {
  synchronous_level = level;
  weakened_ = true;
}

PowerCutVfs::Disk& PowerCutVfs::disk(const std::string& path) {
  const auto [at, is_new] = disks_.try_emplace(path);
  if (is_new) at->second.durable = read_file(path);
  return at->second;
}

bool PowerCutVfs::step() {
  if (steps_left_ > 0 && --steps_left_ == 0) cut_ = true;
  return !cut_;
}

void PowerCutVfs::restore() {
  for (auto& [path, disk] : disks_) {
    if (!std::filesystem::exists(path)) continue;  // has another name by now
    for (const Change& change : disk.pending) {
      const auto chance = random_() % 3;
      if (chance == 0) continue;
      if (chance == 1) {
        apply(disk.durable, change, 0, change.bytes.size());
        continue;
      }
      for (std::size_t from = 0; from < change.bytes.size(); from += kSector) {
        const std::size_t to = std::min(from + kSector, change.bytes.size());
        if (random_() % 2 == 0) apply(disk.durable, change, from, to);
      }
    }
    disk.pending.clear();
    write_file(path, disk.durable);
    if (path.ends_with(".db")) std::filesystem::remove(path + "-shm");
  }
  cut_ = false;
  steps_left_ = -1;
}

}  // namespace sveiki::test
