// SPDX-License-Identifier: EUPL-1.2
#include "domain/period.h"

#include "support/catch.h"

using namespace sveiki;

TEST_CASE("A day lies in its month, quarter, half-year and year") {
  const auto periods = calendar_periods(CivilDay(2026, 3, 31));
  CHECK(periods[0] == Period{"2026-03", CivilDay(2026, 3, 1), CivilDay(2026, 3, 31)});
  CHECK(periods[1] == Period{"2026-Q1", CivilDay(2026, 1, 1), CivilDay(2026, 3, 31)});
  CHECK(periods[2] == Period{"2026-H1", CivilDay(2026, 1, 1), CivilDay(2026, 6, 30)});
  CHECK(periods[3] == Period{"2026", CivilDay(2026, 1, 1), CivilDay(2026, 12, 31)});
}

TEST_CASE("Every day of some years lies in four periods that are found again by their names") {
  for (CivilDay day(2023, 12, 25); day < CivilDay(2025, 1, 10); day = day.next()) {
    INFO(day.iso());
    for (const Period& period : calendar_periods(day)) {
      INFO(period.name);
      CHECK(period.holds(day));
      CHECK(period.from.date().day() == std::chrono::day{1});
      CHECK(period.to.next().date().day() == std::chrono::day{1});
      CHECK(calendar_period(period.name) == period);
    }
  }
}

TEST_CASE("February is as long as its year makes it") {
  CHECK(calendar_period("2024-02")->to == CivilDay(2024, 2, 29));
  CHECK(calendar_period("2026-02")->to == CivilDay(2026, 2, 28));
}

TEST_CASE("What is no period is none") {
  for (const char* name : {"", "2026-", "2026-13", "2026-00", "2026-1", "2026-Q5", "2026-q1",
                           "2026-H3", "202", "20261", "2026-03-01", "P:ABC", " 2026", "-026"}) {
    INFO(name);
    CHECK_FALSE(calendar_period(name));
  }
}

TEST_CASE("The name of an indicator's period is told from a person's") {
  CHECK(is_indicator_period("P:SOC1000"));
  CHECK(is_indicator_period("P:A-1"));
  CHECK(is_indicator_period("P:ABCDEFGHIJKLMNOPQRST"));
  for (const char* name : {"P:AB", "P:ABCDEFGHIJKLMNOPQRSTU", "P:Soc", "SOC1000", "P:A B", "P:"}) {
    INFO(name);
    CHECK_FALSE(is_indicator_period(name));
  }
}

TEST_CASE("Whole months go from a first to a last day, in this order") {
  CHECK(are_whole_months({2026, 11, 1}, {2026, 11, 30}));
  CHECK(are_whole_months({2026, 11, 1}, {2027, 2, 28}));
  CHECK_FALSE(are_whole_months({2026, 11, 2}, {2027, 2, 28}));
  CHECK_FALSE(are_whole_months({2026, 11, 1}, {2028, 2, 28}));
  CHECK_FALSE(are_whole_months({2026, 11, 1}, {2026, 10, 31}));
}

TEST_CASE("Of the periods only a month is a month") {
  CHECK(month_named("2026-11")->to == CivilDay{2026, 11, 30});
  for (const char* const other : {"2026", "2026-Q1", "2026-H1", "2026-13", "P:SOC1000", ""})
    CHECK_FALSE(month_named(other));
}
