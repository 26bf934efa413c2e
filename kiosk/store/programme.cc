// SPDX-License-Identifier: EUPL-1.2
#include "store/programme.h"

#include <algorithm>
#include <map>

#include "store/sql.h"

namespace sveiki::store {
namespace {

/// Each standing series by its revision, without its extra dates and exceptions.
std::map<std::int64_t, Posted> read_series(const SQLite::Database& db) {
  SQLite::Statement row = query(db,
                                "SELECT day, minute, id, series, activity, room, leader, format,"
                                " places, duration, slot_length, slot_pause, rule, uid, sequence"
                                " FROM standing_series ORDER BY id");
  std::map<std::int64_t, Posted> all;
  while (row.executeStep()) {
    Posted posted{{}, row.getColumn(13), row.getColumn(14)};
    Series& series = posted.series;
    series.start = wall_time(row, 0);
    series.id = row.getColumn(3).getString();
    series.activity = row.getColumn(4).getString();
    series.room = row.getColumn(5).getString();
    series.leader = row.getColumn(6).getString();
    series.format = format_named(row.getColumn(7).getString()).value();
    series.places = row.getColumn(8);
    series.duration = row.getColumn(9);
    if (!row.isColumnNull(10)) series.slots = Slots{row.getColumn(10), row.getColumn(11)};
    try {
      if (const std::string rule = row.getColumn(12); !rule.empty())
        series.rule = Rule::parse(rule);
    } catch (const RuleError&) {
      continue;  // `check` names it; the rest of the wall is still right
    }
    all.emplace(row.getColumn(2).getInt64(), std::move(posted));
  }
  return all;
}

}  // namespace

std::int64_t Programme::revision() const {
  return number(db_, "SELECT max(id) FROM posting").value_or(0);
}

std::vector<Posted> Programme::series() const {
  std::map<std::int64_t, Posted> all = read_series(db_);
  SQLite::Statement extra = query(db_,
                                  "SELECT day, minute, revision FROM series_extra"
                                  " WHERE revision IN (SELECT id FROM standing_series)"
                                  " ORDER BY revision, day, minute");
  while (extra.executeStep()) {
    const auto of = all.find(extra.getColumn(2));
    if (of != all.end()) of->second.series.extra.push_back(wall_time(extra, 0));
  }
  SQLite::Statement other =
      query(db_,
            "SELECT original_day, original_minute, day, minute, cancelled, duration, room, revision"
            " FROM series_exception WHERE revision IN (SELECT id FROM standing_series)"
            " ORDER BY revision, original_day, original_minute");
  while (other.executeStep()) {
    const auto of = all.find(other.getColumn(7));
    if (of == all.end()) continue;
    of->second.series.exceptions.push_back({wall_time(other, 0), other.getColumn(4).getInt() == 1,
                                            wall_time(other, 2), other.getColumn(5),
                                            other.getColumn(6)});
  }
  std::vector<Posted> series;
  for (auto& [revision, posted] : all) series.push_back(std::move(posted));
  std::ranges::sort(series, {}, [](const Posted& p) -> const std::string& { return p.series.id; });
  return series;
}

std::vector<Announcement> Programme::announcements() const {
  std::vector<Announcement> all;
  SQLite::Statement row = query(db_,
                                "SELECT id, symbol, from_day, to_day, posting, closes, uid,"
                                " sequence FROM standing_announcement ORDER BY from_day, id");
  while (row.executeStep()) {
    std::map<std::string, std::string, std::less<>> texts;
    const std::string id = row.getColumn(0);
    SQLite::Statement text = query(db_,
                                   "SELECT language, text FROM announcement_text"
                                   " WHERE posting = ? AND announcement = ? ORDER BY language",
                                   row.getColumn(4).getInt64(), id);
    while (text.executeStep()) texts.emplace(text.getColumn(0), text.getColumn(1).getString());
    all.push_back({id, row.getColumn(1), LocalText{std::move(texts)},
                   CivilDay::from_number(row.getColumn(2)), CivilDay::from_number(row.getColumn(3)),
                   row.getColumn(5).getInt() == 1, row.getColumn(6), row.getColumn(7)});
  }
  return all;
}

std::optional<std::string> Programme::activity_of(std::string_view series) const {
  return text(db_, "SELECT activity FROM series_revision WHERE series = ? ORDER BY id DESC LIMIT 1",
              series);
}

std::int64_t Programme::begin(std::string_view by, Instant now,
                              const std::optional<std::vector<Announcement>>& announcements) {
  const std::int64_t posting =
      insert(db_, "INSERT INTO posting (at, by, announcements) VALUES (?, ?, ?)", now, by,
             announcements.has_value());
  if (!announcements) return posting;
  for (const Announcement& said : *announcements) {
    run(db_,
        "INSERT INTO announcement (posting, id, symbol, from_day, to_day, closes, uid, sequence)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        posting, said.id, said.symbol, said.from, said.to, said.closes, said.uid, said.sequence);
    for (const std::string_view language : kLanguages) {
      run(db_,
          "INSERT INTO announcement_text (posting, announcement, language, text)"
          " VALUES (?, ?, ?, ?)",
          posting, said.id, language, said.text.in(language));
    }
  }
  return posting;
}

void Programme::post(std::int64_t posting, const Posted& posted) {
  const Series& s = posted.series;
  const auto slot = [&](int Slots::*part) {
    return s.slots ? std::optional<std::int64_t>{(*s.slots).*part} : std::nullopt;
  };
  const std::int64_t revision = insert(
      db_,
      "INSERT INTO series_revision (posting, series, uid, sequence, activity, room, leader, format,"
      " places, day, minute, duration, slot_length, slot_pause, rule)"
      " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      posting, s.id, posted.uid, posted.sequence, s.activity, s.room, s.leader,
      format_name(s.format), s.places, s.start.date, s.start.minutes, s.duration,
      slot(&Slots::length), slot(&Slots::pause), s.rule.text());
  for (const WallTime& extra : s.extra) {
    run(db_, "INSERT INTO series_extra (revision, day, minute) VALUES (?, ?, ?)", revision,
        extra.date, extra.minutes);
  }
  for (const Exception& other : s.exceptions) {
    run(db_,
        "INSERT INTO series_exception (revision, original_day, original_minute, cancelled, day,"
        " minute, duration, room) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        revision, other.original.date, other.original.minutes, other.cancelled, other.start.date,
        other.start.minutes, other.duration, other.room);
  }
}

void Programme::withdraw(std::int64_t posting, std::string_view series) {
  run(db_,
      "INSERT INTO series_revision (posting, series, withdrawn, uid, sequence, activity, room,"
      " leader, format, places, day, minute, duration, slot_length, slot_pause, rule)"
      " SELECT ?, series, 1, uid, sequence, activity, room, leader, format, places, day, minute,"
      " duration, slot_length, slot_pause, rule FROM standing_series WHERE series = ?",
      posting, series);
}

}  // namespace sveiki::store
