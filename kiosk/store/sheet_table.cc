// SPDX-License-Identifier: EUPL-1.2
#include "store/sheet_table.h"

#include <charconv>

namespace sveiki::store {
namespace {

// Columns of both: period, type, key, then the sheet's values in their order. An activity that the
// region does not know counts under the empty id, with the others of its kind.
constexpr std::string_view kDayTarget =
    "SELECT period, CASE activity WHEN '' THEN 'T' ELSE 'A' END, ifnull(id, ''), sum(visits),"
    " sum(headcount), sum(people), sum(newcomers), sum(sign_ups), sum(minutes)"
    " FROM counts JOIN day ON civil_day = period AND ran = 1"
    " LEFT JOIN region_activity USING (activity) WHERE activity <> 'none'";
constexpr std::string_view kPeopleTarget =
    "SELECT period, type, key, n, newcomers FROM"
    " (SELECT period, type, key, n, newcomers FROM people_count"
    "  UNION ALL SELECT period, type, key, n, 0 FROM people_profile)";

/// "T" of a day whose number it is, and so on, into `to`.
void read_target(RowsByPeriod& to, SheetKind kind, SQLite::Statement& row) {
  while (row.executeStep()) {
    const std::string period = kind == SheetKind::kDay
                                   ? CivilDay::from_number(row.getColumn(0)).iso()
                                   : row.getColumn(0).getString();
    RowValues values{};
    for (int i = 3; i < row.getColumnCount(); ++i)
      values[static_cast<std::size_t>(i) - 3] = row.getColumn(i);
    const RowKey key{row.getColumn(1).getString().front(), row.getColumn(2)};
    add(to[{kind, period}], {{key, values}});
  }
}

RowsByPeriod targets(const SQLite::Database& db) {
  RowsByPeriod all;
  SQLite::Statement day =
      query(db, (std::string{kDayTarget} + " GROUP BY 1, 2, 3 ORDER BY 1, 2, 3").c_str());
  read_target(all, SheetKind::kDay, day);
  SQLite::Statement people =
      query(db, (std::string{kPeopleTarget} + " ORDER BY period, type, key").c_str());
  read_target(all, SheetKind::kPeople, people);
  return all;
}

RowsByPeriod said(const SQLite::Database& db) {
  RowsByPeriod all;
  SQLite::Statement row =
      query(db, "SELECT kind, period, rows FROM live_sheet ORDER BY kind, period, life");
  while (row.executeStep()) {
    add(all[{sheet_kind_named(row.getColumn(0).getString()).value(), row.getColumn(1)}],
        rows_of_text(row.getColumn(2).getText()));
  }
  return all;
}

}  // namespace

std::string rows_text(SheetKind kind, const SheetRows& rows) {
  std::string text;
  for (const auto& [key, values] : rows) {
    text += key.type + key.key;
    for (std::size_t i = 0; i < column_names(kind).size(); ++i)
      text += (i == 0 ? ':' : ',') + std::to_string(values[i]);
    text += '\n';
  }
  return text;
}

SheetRows rows_of_text(std::string_view text) {
  SheetRows rows;
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(line.size() + 1);
    const std::size_t colon = line.find(':');
    RowValues& values = rows[{line.front(), std::string{line.substr(1, colon - 1)}}];
    const char* at = line.data() + colon;
    const char* const end = line.data() + line.size();
    for (std::size_t i = 0; at < end; ++i) at = std::from_chars(at + 1, end, values.at(i)).ptr;
  }
  return rows;
}

Target::Target(const SQLite::Database& db)
    : day_(db, std::string{kDayTarget} + " AND period = ? GROUP BY 1, 2, 3 ORDER BY 1, 2, 3"),
      people_(db, std::string{kPeopleTarget} + " WHERE period = ? ORDER BY type, key") {}

SheetRows Target::of(const About& about) {
  RowsByPeriod one;
  if (about.kind == SheetKind::kDay)
    read_target(one, about.kind, *day_.with(CivilDay::parse(about.period).value()));
  else
    read_target(one, about.kind, *people_.with(about.period));
  return one[about];
}

Sheet said_by_others(const SQLite::Database& db, const About& about, std::int64_t life) {
  Sheet sum;
  SQLite::Statement row = query(
      db, "SELECT rows FROM live_sheet WHERE kind = ? AND period = ? AND life <> ? ORDER BY life",
      sheet_kind_name(about.kind), about.period, life);
  while (row.executeStep()) add(sum.rows, rows_of_text(row.getColumn(0).getText()));
  return sum;
}

std::vector<About> unsaid(const SQLite::Database& db) {
  RowsByPeriod left = targets(db);
  for (const auto& [about, rows] : said(db)) subtract(left[about], rows);
  std::vector<About> all;
  for (const auto& [about, rows] : left) {
    if (!rows.empty()) all.push_back(about);
  }
  return all;
}

}  // namespace sveiki::store
