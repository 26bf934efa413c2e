// SPDX-License-Identifier: EUPL-1.2
/// A sheet's rows as one text, so that a sheet is one row of the outbox:
/// [["A","ac_7F3K9QWX",3,0,3,1,0,95,0],["T","",…]].
#pragma once

#include <string>

#include "domain/sheet.h"

namespace sveiki::tray {

std::string text_of_rows(const SheetRows& rows);
/// Throws RecordFault kBroken for any other text.
SheetRows rows_of_text(const std::string& text);

}  // namespace sveiki::tray
