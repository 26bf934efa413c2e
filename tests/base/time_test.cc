// SPDX-License-Identifier: EUPL-1.2
#include "base/time.h"

#include "support/catch.h"

using namespace sveiki;
using namespace std::chrono_literals;

namespace {

const std::string kRiga = "Europe/Riga";

Instant at(std::string_view text) {
  INFO(text);
  const auto instant = parse_instant(text, kRiga);
  REQUIRE(instant);
  return *instant;
}

}  // namespace

TEST_CASE("An evening that ends after midnight belongs to the day on which it began") {
  CHECK(civil_day(at("2026-11-23T23:59"), kRiga) == CivilDay{2026, 11, 23});
  CHECK(civil_day(at("2026-11-24T00:30"), kRiga) == CivilDay{2026, 11, 23});
  CHECK(civil_day(at("2026-11-24T03:59:59"), kRiga) == CivilDay{2026, 11, 23});
  CHECK(civil_day(at("2026-11-24T04:00"), kRiga) == CivilDay{2026, 11, 24});
  CHECK(civil_day(at("2027-01-01T02:00"), kRiga) == CivilDay{2026, 12, 31});
}

TEST_CASE("The day is the centre's own, not that of Greenwich") {
  const Instant evening = at("2026-11-23T23:30Z");
  CHECK(civil_day(evening, "Europe/Riga") == CivilDay{2026, 11, 23});
  CHECK(civil_day(evening, "Asia/Tokyo") == CivilDay{2026, 11, 24});
}

// The rule is wall time minus four hours of time that passed. In the night when the clocks go
// back at 4.00, four hours before the second 3.30 it was 0.30.
TEST_CASE("The day of 25 hours and the day of 23 hours begin in the morning") {
  CHECK(civil_day(at("2026-10-25T02:59"), kRiga) == CivilDay{2026, 10, 24});
  CHECK(civil_day(at("2026-10-25T00:59:59Z"), kRiga) == CivilDay{2026, 10, 24});
  CHECK(civil_day(at("2026-10-25T01:00Z"), kRiga) == CivilDay{2026, 10, 25});
  CHECK(civil_day(at("2026-10-25T23:59"), kRiga) == CivilDay{2026, 10, 25});
  CHECK(civil_day(at("2026-03-29T02:59"), kRiga) == CivilDay{2026, 3, 28});
  CHECK(civil_day(at("2026-03-29T04:59"), kRiga) == CivilDay{2026, 3, 28});
  CHECK(civil_day(at("2026-03-29T05:00"), kRiga) == CivilDay{2026, 3, 29});
  CHECK(at("2026-10-26T00:00") - at("2026-10-25T00:00") == 25h);
  CHECK(at("2026-03-30T00:00") - at("2026-03-29T00:00") == 23h);
}

TEST_CASE(
    "a time that a clock shows twice is its first, one it skips is the moment of the change") {
  CHECK(iso_utc(at("2026-10-25T03:30")) == "2026-10-25T00:30:00Z");
  CHECK(iso_utc(at("2026-03-29T03:30")) == "2026-03-29T01:00:00Z");
}

TEST_CASE("The clock on the wall") {
  const LocalTime local = local_time(at("2026-11-23T08:05:07Z"), kRiga);
  CHECK(local.date == CivilDay{2026, 11, 23});
  CHECK(local.hour() == 10);
  CHECK(local.minute() == 5);
  CHECK(local.seconds == 7);
  CHECK(instant_of(local.date, local.minutes, kRiga) == at("2026-11-23T10:05"));
  CHECK(instant_of(local.date, 26 * 60, kRiga) == at("2026-11-24T02:00"));
}

TEST_CASE("A zone is known by its name in the world's list") {
  CHECK(zone_exists("Europe/Vilnius"));
  CHECK_FALSE(zone_exists("Europe/Kretinga"));
  CHECK_FALSE(zone_exists(""));
  CHECK_THROWS_AS(local_time(Instant{}, "Europe/Kretinga"), std::runtime_error);
}

TEST_CASE("A day is written as a number and as a date, and read again") {
  const CivilDay day{2026, 3, 1};
  CHECK(day.number() == 20260301);
  CHECK(day.month_number() == 202603);
  CHECK(day.iso() == "2026-03-01");
  CHECK(CivilDay::from_number(20260301) == day);
  CHECK(CivilDay::parse("2026-03-01") == day);
  CHECK(day.next(-1) == CivilDay{2026, 2, 28});
  CHECK(day.next() == CivilDay{2026, 3, 2});
  CHECK(day.weekday() == std::chrono::Sunday);
  for (int back = 0; back < 4000; back += 13)
    CHECK(CivilDay::parse(day.next(-back).iso()) == day.next(-back));
}

TEST_CASE("What is not a day is not read as one") {
  for (const auto* text : {"", "2026-02-30", "2025-02-29", "2026-13-01", "2026-1-01", "2026-01-01 ",
                           "01.03.2026", "2026-03-0x", "2026-03-00"}) {
    INFO(text);
    CHECK_FALSE(CivilDay::parse(text));
  }
}

TEST_CASE("A moment in time is read with seconds, with an offset, or as the centre's own") {
  CHECK(iso_utc(at("2026-11-23T10:05")) == "2026-11-23T08:05:00Z");
  CHECK(iso_utc(at("2026-07-01T10:05")) == "2026-07-01T07:05:00Z");
  CHECK(iso_utc(at("2026-11-23T10:05:30")) == "2026-11-23T08:05:30Z");
  CHECK(iso_utc(at("2026-11-23T10:05Z")) == "2026-11-23T10:05:00Z");
  CHECK(iso_utc(at("2026-11-23T10:05+05:30")) == "2026-11-23T04:35:00Z");
  CHECK(iso_utc(at("2026-11-23T10:05:00-0330")) == "2026-11-23T13:35:00Z");
  CHECK(iso_utc(at("1969-12-31T23:59:59Z")) == "1969-12-31T23:59:59Z");
}

TEST_CASE("What is not a moment in time is not read as one") {
  for (const auto* text : {"", "2026-11-23", "2026-11-23 10:05", "2026-11-23T24:00",
                           "2026-11-23T10:60", "2026-11-23T10:05:60", "2026-11-23T10:05X",
                           "2026-11-23T10:05+2", "2026-11-23T10:05+02:00Z", "2026-11-31T10:05"}) {
    INFO(text);
    CHECK_FALSE(parse_instant(text, kRiga));
  }
}

TEST_CASE("A length of time is read in weeks, days, hours, minutes and seconds") {
  CHECK(parse_duration("PT10S") == Millis{10s});
  CHECK(parse_duration("PT2H30M") == Millis{2h + 30min});
  CHECK(parse_duration("P1DT2H") == Millis{26h});
  CHECK(parse_duration("P2W") == Millis{14 * 24h});
  CHECK(parse_duration("PT0S") == Millis{0});
}

TEST_CASE("What is not a length of time is not read as one") {
  for (const auto* text : {"", "P", "PT", "10S", "PT10", "PTS", "P10S", "PT1D", "PT-5S", "P1Y",
                           "PT10S ", "PT99999999999999999999S", "PT40000000000S"}) {
    INFO(text);
    CHECK_FALSE(parse_duration(text));
  }
}
