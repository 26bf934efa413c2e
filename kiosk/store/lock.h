// SPDX-License-Identifier: EUPL-1.2
/// One recorder per data directory: whoever holds DIR/recorder.lock. The system lets it go when
/// the program ends, however it ends.
#pragma once

#include <filesystem>

namespace sveiki::store {

class RecorderLock {
 public:
  /// Throws RecordFault: kBusy if another program records in `dir`.
  explicit RecorderLock(const std::filesystem::path& dir);
  ~RecorderLock();
  RecorderLock(const RecorderLock&) = delete;
  RecorderLock& operator=(const RecorderLock&) = delete;

 private:
  int file_;
};

}  // namespace sveiki::store
