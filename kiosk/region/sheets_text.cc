// SPDX-License-Identifier: EUPL-1.2
#include "region/sheets_text.h"

namespace sveiki::region {

std::string write_rows(const SheetRows& rows) {
  std::string text;
  for (const auto& [key, values] : rows) {
    text += key.type;
    text += key.key;
    const auto end = std::find_if(values.rbegin(), values.rend(), [](auto v) { return v != 0; });
    for (auto value = values.begin(); value != end.base(); ++value) {
      text += ' ';
      text += std::to_string(*value);
    }
    text += '\n';
  }
  return text;
}

SheetRows read_rows(std::string_view text) {
  SheetRows rows;
  for_each_row(text, [&](char type, std::string_view key, const RowValues& values) {
    rows.emplace_hint(rows.end(), RowKey{type, std::string{key}}, values);
  });
  return rows;
}

RowValues total_values(std::string_view text) {
  RowValues total{};
  for_each_row(text, [&](char type, std::string_view, const RowValues& values) {
    if (type == 'T') total = values;
  });
  return total;
}

}  // namespace sveiki::region
