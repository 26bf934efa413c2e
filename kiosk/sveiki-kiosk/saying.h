// SPDX-License-Identifier: EUPL-1.2
/// What a command says to the person who typed it when it could not be done.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "domain/facts.h"

namespace sveiki {

/// Writes "sveiki-kiosk: ..." to stderr; answers 1, a command's exit code for "not done".
int not_done(std::string_view why);

/// Says what went wrong with the record, and what can be done about it.
int not_done(const RecordFault& fault);

/// `sveiki-kiosk WORDS --data DIR`, to be typed, or pasted, as it stands.
std::string command_line(std::string_view words, const std::filesystem::path& data);

/// Says that what was forgotten is not overwritten yet.
int not_swept();

/// Runs a command's work; whatever is thrown in it is said, and becomes its exit code.
template <class Work>
int saying_what_fails(Work&& work) {
  try {
    return work();
  } catch (const RecordFault& fault) {
    return not_done(fault);
  } catch (const std::exception& error) {
    return not_done(error.what());
  }
}

}  // namespace sveiki
