// SPDX-License-Identifier: EUPL-1.2
#include "store/counts_query.h"

#include <algorithm>

#include "domain/period.h"
#include "store/base.h"
#include "store/database.h"
#include "store/faults.h"
#include "store/profile.h"
#include "store/sql.h"

namespace sveiki::store {
namespace {

/// The part of a range that lies in one month.
struct Piece {
  int month;
  DayRange days;
  bool whole;
};

std::vector<Piece> by_months(DayRange range) {
  std::vector<Piece> pieces;
  for (CivilDay day = range.from; day <= range.to;) {
    const auto date = day.date();
    const CivilDay first{std::chrono::sys_days{date.year() / date.month() / 1}};
    const CivilDay last{std::chrono::sys_days{date.year() / date.month() / std::chrono::last}};
    const CivilDay end = std::min(last, range.to);
    pieces.push_back({day.month_number(), {day, end}, day == first && end == last});
    day = last.next();
  }
  return pieces;
}

/// Reads rows of (period, activity, visits, people, newcomers, headcount).
void read_into(CountRows& rows, SQLite::Statement row) {
  while (row.executeStep()) {
    rows[{row.getColumn(0), row.getColumn(1)}] = {row.getColumn(2), row.getColumn(3),
                                                  row.getColumn(4), row.getColumn(5)};
  }
}

constexpr const char* kKept =
    "SELECT period, activity, visits, people, newcomers, headcount FROM counts"
    " WHERE period BETWEEN ? AND ?";

// People of a part of a month are counted from the visits: its days' people do not add up.
constexpr const char* kPartOfMonth =
    "SELECT ?1, activity, sum(visits), ifnull(different, 0), sum(newcomers), sum(headcount)"
    " FROM counts LEFT JOIN (SELECT activity, count(DISTINCT visitor) AS different"
    "   FROM counted_visit WHERE civil_day BETWEEN ?2 AND ?3 GROUP BY activity) USING (activity)"
    " WHERE period BETWEEN ?2 AND ?3 GROUP BY activity";

constexpr const char* kDifferentPeople =
    "SELECT count(*) FROM ("
    " SELECT visitor FROM visitor_month"
    "   WHERE activity = '' AND month BETWEEN ? AND ? AND visits > 0"
    " UNION SELECT visitor FROM live_visit WHERE civil_day BETWEEN ? AND ?"
    " UNION SELECT visitor FROM live_visit WHERE civil_day BETWEEN ? AND ?)";

[[noreturn]] void refuse(DayRange days, CivilDay month) {
  throw RecordFault{Fault::kOther,
                    "different people from " + days.from.iso() + " to " + days.to.iso() +
                        " cannot be counted any more: of some who came in " +
                        month.iso().substr(0, 7) +
                        " only the counts were kept. Ask for whole months, one by one,"
                        " or for a quarter, a half-year or a year"};
}

/// The first month of this range of which the facts or tallies that the question needs are gone.
std::optional<CivilDay> missing_month(const SQLite::Database& db, DayRange days) {
  for (const Piece& piece : by_months(days)) {
    if (const auto month = month_of_forgotten(db, piece.days.from, piece.days.to)) return month;
    if (!piece.whole &&
        number(db, "SELECT 1 FROM centre WHERE visits_from / 100 > ?", std::int64_t{piece.month}))
      return piece.days.from;
  }
  return std::nullopt;
}

/// The name of the period that is just these days.
std::optional<std::string> name_of(const SQLite::Database& db, DayRange days) {
  for (const Period& period : calendar_periods(days.from)) {
    if (period.from == days.from && period.to == days.to) return period.name;
  }
  return text(db,
              "SELECT period FROM region_period WHERE counted = 1 AND from_day = ? AND to_day = ?"
              " ORDER BY period",
              days.from, days.to);
}

/// Of a day, or of a period that is kept up; nothing of any other time.
std::optional<std::int64_t> kept_people(const SQLite::Database& db, DayRange days) {
  if (days.from == days.to)
    return number(db, "SELECT people FROM counts WHERE activity = '' AND period = ?", days.from)
        .value_or(0);
  const auto name = name_of(db, days);
  if (!name) return std::nullopt;
  return number(db, "SELECT n FROM people_count WHERE type = 'T' AND period = ?", *name)
      .value_or(0);
}

}  // namespace

struct CountsQuery::Parts {
  explicit Parts(const std::filesystem::path& dir) : db(open_to_read(dir)) {
    with_faults([&] { db.exec("BEGIN"); });
  }
  SQLite::Database db;
};

CountsQuery::CountsQuery(const std::filesystem::path& dir) : parts_(std::make_unique<Parts>(dir)) {}
CountsQuery::~CountsQuery() = default;

std::vector<DayState> CountsQuery::states(DayRange days) const {
  return with_faults([&] {
    const auto length = static_cast<std::size_t>((days.to.days() - days.from.days()).count()) + 1;
    std::vector<DayState> states(length, DayState::kNotRecorded);
    SQLite::Statement row =
        query(parts_->db,
              "SELECT civil_day, planned, ran, ifnull(visits, 0) > 0"
              " FROM day LEFT JOIN counts ON period = civil_day AND activity = ''"
              " WHERE civil_day BETWEEN ? AND ? ORDER BY civil_day",
              days.from, days.to);
    while (row.executeStep()) {
      const CivilDay day = CivilDay::from_number(row.getColumn(0));
      const bool planned = row.getColumn(1).getInt() == 1;
      const bool ran = row.getColumn(2).getInt() == 1;
      const bool came = row.getColumn(3).getInt() == 1;
      DayState& state = states[static_cast<std::size_t>((day.days() - days.from.days()).count())];
      if (came || (planned && ran))
        state = DayState::kOpen;
      else if (!planned)
        state = DayState::kClosed;
    }
    return states;
  });
}

CountRows CountsQuery::by_day(DayRange days) const {
  return with_faults([&] {
    CountRows rows;
    read_into(rows, query(parts_->db, kKept, days.from, days.to));
    return rows;
  });
}

CountRows CountsQuery::by_month(DayRange days) const {
  return with_faults([&] {
    CountRows rows;
    for (const Piece& piece : by_months(days)) {
      if (piece.whole) {
        read_into(rows, query(parts_->db, kKept, piece.month, piece.month));
      } else {
        if (const auto month = missing_month(parts_->db, piece.days)) refuse(piece.days, *month);
        read_into(rows,
                  query(parts_->db, kPartOfMonth, piece.month, piece.days.from, piece.days.to));
      }
    }
    return rows;
  });
}

SheetRows CountsQuery::profile(DayRange months) const {
  return with_faults([&] {
    SheetRows rows = profile_of(parts_->db, months.from, months.to);
    if (const auto month = missing_month(parts_->db, months)) {
      const auto name = name_of(parts_->db, months);
      if (!name) refuse(months, *month);
      add(rows, base_profile(parts_->db, *name));
    }
    return rows;
  });
}

Counts CountsQuery::over(DayRange days) const {
  return with_faults([&] {
    Counts sum;
    SQLite::Statement row =
        query(parts_->db,
              "SELECT ifnull(sum(visits), 0), ifnull(sum(newcomers), 0), ifnull(sum(headcount), 0)"
              " FROM counts WHERE activity = '' AND period BETWEEN ? AND ?",
              days.from, days.to);
    row.executeStep();
    sum.visits = row.getColumn(0);
    sum.newcomers = row.getColumn(1);
    sum.headcount = row.getColumn(2);

    if (const auto month = missing_month(parts_->db, days)) {
      const auto people = kept_people(parts_->db, days);
      if (!people) refuse(days, *month);
      sum.people = *people;
      return sum;
    }

    // Whole months come from the tallies; what is cut off at either end, from the visits.
    int first = 0;
    int last = 0;
    std::vector<DayRange> cut;
    for (const Piece& piece : by_months(days)) {
      if (!piece.whole)
        cut.push_back(piece.days);
      else if (first == 0)
        first = last = piece.month;
      else
        last = piece.month;
    }
    cut.resize(2);
    sum.people = *number(parts_->db, kDifferentPeople, first, last, cut[0].from, cut[0].to,
                         cut[1].from, cut[1].to);
    return sum;
  });
}

}  // namespace sveiki::store
