// SPDX-License-Identifier: EUPL-1.2
#include "sync/sheet_json.h"

#include <algorithm>
#include <array>
#include <set>

#include "sync/sheet_id.h"

namespace sveiki::sync {
namespace {

using nlohmann::ordered_json;

constexpr std::size_t kKeys = 2;  // the first columns, "t" and "k", name the row
constexpr std::size_t kMaxRows = 500;
constexpr std::int64_t kMaxCount = 1'000'000;
constexpr std::array<std::string_view, 2> kZones{"Europe/Riga", "Europe/Vilnius"};
constexpr std::array<std::string_view, 2> kStates{"open", "closed"};
constexpr std::array kStateValues{DayState::kOpen, DayState::kClosed};

using Columns = std::vector<std::size_t>;

/// Every row that a people sheet can have.
const std::set<RowKey>& people_rows() {
  static const std::set<RowKey> kRows = [] {
    std::set<RowKey> rows{{'T', ""}, {'B', age_band({})}, {'O', other_centres_band({})}};
    for (int age = 0; age < 100; ++age) rows.insert({'B', age_band(age)});
    for (int visits = 1; visits < 20; ++visits) rows.insert({'F', visits_band(visits)});
    for (int centres = 0; centres < 5; ++centres) rows.insert({'O', other_centres_band(centres)});
    for (const char* const gender : {"f", "m", "x", "unknown"}) rows.insert({'G', gender});
    for (const char* const group : {"child", "youth", "disability", "senior", "other", "unknown"})
      rows.insert({'M', group});
    return rows;
  }();
  return kRows;
}

bool can_stand(SheetKind kind, const RowKey& row) {
  if (kind == SheetKind::kPeople) return people_rows().contains(row);
  return row.type == 'T' ? row.key.empty()
                         : row.type == 'A' && (row.key.empty() || is_activity(row.key));
}

/// Which of the kind's columns stand at the third place of a row, the fourth, …
Columns read_columns(const JsonValue& list, SheetKind kind) {
  const std::size_t length = list.length(kKeys + 1, kKeys + column_names(kind).size());
  constexpr std::array<std::string_view, kKeys> kNames{"t", "k"};
  Columns columns;
  for (std::size_t i = 0; i < length; ++i) {
    const JsonValue name = list[i];
    if (i < kKeys) {
      name.word(std::span{kNames}.subspan(i, 1));
      continue;
    }
    const std::size_t column = name.word(column_names(kind));
    if (std::ranges::find(columns, column) != columns.end())
      name.refuse("This column stands here twice.");
    columns.push_back(column);
  }
  return columns;
}

RowKey read_row_key(const JsonValue& row, SheetKind kind) {
  const JsonValue type = row[0];
  const JsonValue key = row[1];
  if (type.text().size() != 1) type.refuse("This is not a row that can stand here.");
  RowKey read{type.text()[0], key.text()};
  if (!can_stand(kind, read)) key.refuse("This is not a row that can stand here.");
  return read;
}

SheetRows read_rows(const JsonValue& list, SheetKind kind, const Columns& columns) {
  SheetRows rows;
  std::set<RowKey> seen;
  const std::size_t length = list.length(0, kMaxRows);
  for (std::size_t i = 0; i < length; ++i) {
    const JsonValue row = list[i];
    row.length(kKeys + columns.size(), kKeys + columns.size());
    const RowKey key = read_row_key(row, kind);
    if (!seen.insert(key).second) row.refuse("This row stands here twice.");
    RowValues values{};
    for (std::size_t c = 0; c < columns.size(); ++c)
      values[columns[c]] = row[kKeys + c].whole(-kMaxCount, kMaxCount);
    if (values != RowValues{}) rows[key] = values;
  }
  return rows;
}

/// Those that say something; the first one of a sheet that says nothing.
Columns columns_of(const Sheet& sheet) {
  Columns columns;
  for (std::size_t c = 0; c < column_names(sheet.id.kind).size(); ++c)
    if (std::ranges::any_of(sheet.rows, [&](const auto& row) { return row.second[c] != 0; }))
      columns.push_back(c);
  if (columns.empty()) columns.push_back(0);
  return columns;
}

}  // namespace

Sheet read_sheet(const JsonValue& value) {
  value.keys({"kind", "life", "period", "rev", "cols", "rows"}, {"tz", "state"});
  Sheet sheet{read_sheet_id(value), read_revision(value["rev"]), {}, {}, {}};
  if (sheet.id.kind == SheetKind::kDay) {
    value.keys({"kind", "life", "period", "tz", "rev", "cols", "rows"}, {"state"});
    sheet.zone = kZones[value["tz"].word(kZones)];
    if (value.has("state")) sheet.state = kStateValues[value["state"].word(kStates)];
  } else {
    value.keys({"kind", "life", "period", "rev", "cols", "rows"});
  }
  sheet.rows = read_rows(value["rows"], sheet.id.kind, read_columns(value["cols"], sheet.id.kind));
  return sheet;
}

ordered_json write_sheet(const Sheet& sheet) {
  const Columns columns = columns_of(sheet);
  ordered_json names{"t", "k"};
  for (const std::size_t c : columns) names.push_back(column_names(sheet.id.kind)[c]);
  ordered_json rows = ordered_json::array();
  for (const auto& [key, values] : sheet.rows) {
    if (values == RowValues{}) continue;
    ordered_json& row = rows.emplace_back(ordered_json{std::string{key.type}, key.key});
    for (const std::size_t c : columns) row.push_back(values[c]);
  }
  ordered_json written = write_sheet_id(sheet.id);
  if (sheet.id.kind == SheetKind::kDay) written["tz"] = sheet.zone;
  written["rev"] = sheet.revision;
  if (sheet.state) written["state"] = day_state_name(*sheet.state);
  written["cols"] = std::move(names);
  written["rows"] = std::move(rows);
  return written;
}

}  // namespace sveiki::sync
