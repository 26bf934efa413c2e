// SPDX-License-Identifier: EUPL-1.2
/// A sheet's rows as one column of the database: a line for each row, zeros at its end left out.
/// "T 5 0 5 1\nAac_7F3K9QWX 3\n"
#pragma once

#include "domain/sheet.h"

namespace sveiki::region {

std::string write_rows(const SheetRows& rows);
SheetRows read_rows(std::string_view text);
/// The same in a row, for readers of hundreds of thousands.
std::vector<std::pair<RowKey, RowValues>> list_rows(std::string_view text);

}  // namespace sveiki::region
