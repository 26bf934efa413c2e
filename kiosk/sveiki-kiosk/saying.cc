// SPDX-License-Identifier: EUPL-1.2
#include "sveiki-kiosk/saying.h"

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

}  // namespace

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
