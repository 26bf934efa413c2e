// SPDX-License-Identifier: EUPL-1.2
#include "store/faults.h"

#include <sqlite3.h>

namespace sveiki::store {
namespace {

Fault fault_of_code(int code, int extended) {
  switch (code) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return Fault::kBusy;
    case SQLITE_FULL:
      return Fault::kFull;
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
      return Fault::kReadOnly;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return Fault::kBroken;
    case SQLITE_IOERR:
      // Growing the index of the journal is where a full disk does not say FULL.
      return extended == SQLITE_IOERR_SHMSIZE ? Fault::kFull : Fault::kOther;
    default:
      return Fault::kOther;
  }
}

}  // namespace

RecordFault fault_of(const SQLite::Exception& error) {
  return {fault_of_code(error.getErrorCode() & 0xff, error.getExtendedErrorCode()), error.what()};
}

RecordFault fault_of(const std::error_code& error, const std::string& what) {
  if (error == std::errc::no_space_on_device) return {Fault::kFull, what};
  if (error == std::errc::permission_denied || error == std::errc::read_only_file_system ||
      error == std::errc::operation_not_permitted) {
    return {Fault::kReadOnly, what};
  }
  return {Fault::kOther, what};
}

}  // namespace sveiki::store
