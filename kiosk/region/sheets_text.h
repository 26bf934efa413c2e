// SPDX-License-Identifier: EUPL-1.2
/// A sheet's rows as one column of the database: a line for each row, zeros at its end left out.
/// "T 5 0 5 1\nAac_7F3K9QWX 3\n"
#pragma once

#include <algorithm>
#include <charconv>
#include <string_view>

#include "domain/sheet.h"

namespace sveiki::region {

std::string write_rows(const SheetRows& rows);
SheetRows read_rows(std::string_view text);

/// Shows `row` each: its type, its key, which ends with `text`, and its values. For readers of
/// hundreds of thousands.
template <class Row>
void for_each_row(std::string_view text, Row&& row) {
  const char* at = text.data();
  const char* const end = at + text.size();
  while (at != end) {
    const char* const begin = at;
    at = std::find_if(at, end, [](char c) { return c == ' ' || c == '\n'; });
    const std::string_view name(begin, static_cast<std::size_t>(at - begin));
    RowValues values{};
    for (auto value = values.begin(); value != values.end() && at != end && *at == ' '; ++value)
      at = std::from_chars(at + 1, end, *value).ptr;
    at = std::find(at, end, '\n');
    if (at != end) ++at;
    if (!name.empty()) row(name[0], name.substr(1), values);
  }
}

/// The values of the row of all, zeros if there is none.
RowValues total_values(std::string_view text);

}  // namespace sveiki::region
