// SPDX-License-Identifier: EUPL-1.2
/// Turns what SQLite and the file system throw into a RecordFault, named by what must be done.
#pragma once

#include <SQLiteCpp/Exception.h>

#include <filesystem>
#include <system_error>

#include "domain/facts.h"

namespace sveiki::store {

RecordFault fault_of(const SQLite::Exception& error);
RecordFault fault_of(const std::error_code& error, const std::string& what);

/// Runs `work`; whatever goes wrong in it leaves as a RecordFault.
template <class Work>
auto with_faults(Work&& work) -> decltype(work()) {
  try {
    return work();
  } catch (const SQLite::Exception& error) {
    throw fault_of(error);
  } catch (const std::filesystem::filesystem_error& error) {
    throw fault_of(error.code(), error.what());
  }
}

}  // namespace sveiki::store
