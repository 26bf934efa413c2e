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
  while (!text.empty()) {
    std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(text.size(), line.size() + 1));
    const std::string_view name = line.substr(0, line.find(' '));
    if (name.empty()) continue;
    line.remove_prefix(name.size());
    RowValues values{};
    for (std::size_t i = 0; i < values.size() && !line.empty(); ++i) {
      const auto [after, fault] =
          std::from_chars(line.data() + 1, line.data() + line.size(), values[i]);
      line.remove_prefix(static_cast<std::size_t>(after - line.data()));
    }
    row(name[0], name.substr(1), values);
  }
}

/// The values of the row of all, zeros if there is none.
RowValues total_values(std::string_view text);

}  // namespace sveiki::region
