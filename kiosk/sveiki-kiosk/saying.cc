// SPDX-License-Identifier: EUPL-1.2
#include "sveiki-kiosk/saying.h"

#include <algorithm>
#include <iostream>

namespace sveiki {
namespace {

std::string_view what_to_do(Fault fault) {
  switch (fault) {
    case Fault::kBusy:
      return "Stop the kiosk first, or try again in a moment.";
    case Fault::kFull:
      return "Make room on the disk.";
    case Fault::kReadOnly:
      return "The folder cannot be written: look at its owner and at the disk.";
    case Fault::kBroken:
      return "Nothing was changed. If there was a record, restore it from its backup.";
    case Fault::kNewer:
      return "Update this program.";
    case Fault::kClock:
      return "Set the clock.";
    case Fault::kOther:
      break;
  }
  return {};
}

/// One word to a shell, whatever is in it.
std::string one_word(const std::string& text) {
  const auto plain = [](unsigned char c) {
    return ('0' <= c && c <= '9') || ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z') ||
           std::string_view{"/._-+,:@"}.find(static_cast<char>(c)) != std::string_view::npos;
  };
  if (!text.empty() && std::ranges::all_of(text, plain)) return text;
  std::string quoted = "'";
  for (const char c : text) quoted += c == '\'' ? std::string{"'\\''"} : std::string{c};
  return quoted + "'";
}

}  // namespace

std::string command_line(std::string_view words, const std::filesystem::path& data) {
  return "sveiki-kiosk " + std::string{words} + " --data " + one_word(data.string());
}

int not_done(std::string_view why) {
  std::cerr << "sveiki-kiosk: " << why << '\n';
  return 1;
}

int not_swept() {
  return not_done(
      "another program reads the record, so what was forgotten is not overwritten in the file yet."
      " Stop it and run purge, or leave it to the kiosk");
}

int not_done(const RecordFault& fault) {
  not_done(std::string_view{fault.what()});
  const std::string_view remedy = what_to_do(fault.fault);
  if (!remedy.empty()) std::cerr << remedy << '\n';
  return 1;
}

}  // namespace sveiki
