// SPDX-License-Identifier: EUPL-1.2
#include "region/sheets_text.h"

#include <algorithm>
#include <charconv>

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
  for (auto& [key, values] : list_rows(text)) rows.emplace_hint(rows.end(), std::move(key), values);
  return rows;
}

std::vector<std::pair<RowKey, RowValues>> list_rows(std::string_view text) {
  std::vector<std::pair<RowKey, RowValues>> rows;
  rows.reserve(static_cast<std::size_t>(std::ranges::count(text, '\n')));
  while (!text.empty()) {
    std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(text.size(), line.size() + 1));
    const std::string_view name = line.substr(0, line.find(' '));
    if (name.empty()) continue;
    auto& [key, values] =
        rows.emplace_back(RowKey{name[0], std::string{name.substr(1)}}, RowValues{});
    line.remove_prefix(name.size());
    for (std::size_t i = 0; i < values.size() && !line.empty(); ++i) {
      const auto [after, fault] =
          std::from_chars(line.data() + 1, line.data() + line.size(), values[i]);
      line.remove_prefix(static_cast<std::size_t>(after - line.data()));
    }
  }
  return rows;
}

}  // namespace sveiki::region
