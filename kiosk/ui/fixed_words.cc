// SPDX-License-Identifier: EUPL-1.2
// Sentences that are the same on every kiosk: what is kept about a person, what staff do about a
// fault.
#include <array>

#include "ui/words.h"

namespace sveiki::ui {
namespace {

constexpr std::array kPrivacy{
    msg("We know you by your sign and its colour."),
    msg("You do not have to tell your name."),
    msg("We may keep your birth year, gender and language."),
    msg("We keep when you come and go."),
    msg("We keep what you do here."),
    msg("All of this stays in this house."),
    msg("Only numbers are passed on, never names."),
    msg("A wrong touch can be taken back."),
    msg("Ask the staff what we keep about you."),
    msg("Ask the staff to delete it, and they will."),
};

}  // namespace

std::span<const char* const> privacy_sentences() {
  return kPrivacy;
}

const char* fault_word(Fault fault) {
  switch (fault) {
    case Fault::kBusy:
      return msg("Another program holds the record. Close it.");
    case Fault::kFull:
      return msg("The disk is full. Make room on it.");
    case Fault::kReadOnly:
      return msg("The disk cannot be written. Check it.");
    case Fault::kBroken:
      return msg("The record is damaged. Restore the backup.");
    case Fault::kNewer:
      return msg("The record is newer than this program. Update it.");
    case Fault::kClock:
      return msg("The clock is wrong. Set the date and time.");
    case Fault::kOther:
      break;
  }
  return msg("Something is wrong. The log says what.");
}

}  // namespace sveiki::ui
