// SPDX-License-Identifier: EUPL-1.2
#include "domain/centre.h"
#include "support/catch.h"

using namespace sveiki;

namespace {

constexpr int h(int hour, int minute = 0) {
  return hour * 60 + minute;
}

Instant at(std::string_view local) {
  const auto instant = parse_instant(local, "Europe/Riga");
  REQUIRE(instant);
  return *instant;
}

/// Open on weekdays 10 to 17 with a pause on Wednesday, and on Friday evening until 2.
Centre centre() {
  Centre c;
  c.zone = "Europe/Riga";
  c.hours[0] = c.hours[1] = c.hours[3] = {{h(10), h(17)}};
  c.hours[2] = {{h(9), h(12)}, {h(13), h(17)}};
  c.hours[4] = {{h(18), h(26)}};
  return c;
}

void check_open(const Centre& c, std::string_view now, std::string_view until) {
  INFO(now);
  const Opening o = opening_at(c, at(now));
  CHECK(o.open);
  REQUIRE(o.until);
  CHECK(iso_utc(*o.until) == iso_utc(at(until)));
  CHECK_FALSE(o.opens);
}

void check_closed(const Centre& c, std::string_view now, std::string_view opens) {
  INFO(now);
  const Opening o = opening_at(c, at(now));
  CHECK_FALSE(o.open);
  CHECK_FALSE(o.until);
  REQUIRE(o.opens);
  CHECK(iso_utc(*o.opens) == iso_utc(at(opens)));
}

}  // namespace

TEST_CASE("The door is open from the first minute, and closed from the closing time") {
  check_closed(centre(), "2026-11-23T09:59", "2026-11-23T10:00");
  check_open(centre(), "2026-11-23T10:00", "2026-11-23T17:00");
  check_open(centre(), "2026-11-23T16:59:59", "2026-11-23T17:00");
  check_closed(centre(), "2026-11-23T17:00", "2026-11-24T10:00");
}

TEST_CASE("In the pause the kiosk says when the centre opens again") {
  check_open(centre(), "2026-11-25T11:00", "2026-11-25T12:00");
  check_closed(centre(), "2026-11-25T12:30", "2026-11-25T13:00");
}

TEST_CASE("An evening goes on after midnight") {
  check_open(centre(), "2026-11-27T23:30", "2026-11-28T02:00");
  check_open(centre(), "2026-11-28T01:59", "2026-11-28T02:00");
  check_closed(centre(), "2026-11-28T02:00", "2026-11-30T10:00");
}

TEST_CASE("One opening that begins when another ends is one opening") {
  Centre c;
  c.zone = "Europe/Riga";
  c.hours[0] = {{h(18), h(24)}};
  c.hours[1] = {{h(0), h(8)}};
  check_open(c, "2026-11-23T20:00", "2026-11-24T08:00");
  check_open(c, "2026-11-24T03:00", "2026-11-24T08:00");
}

TEST_CASE("Hours hold by the clock on the wall when the clocks change") {
  Centre c;
  c.zone = "Europe/Riga";
  c.hours[5] = {{h(18), h(26)}};
  c.hours[6] = {{h(10), h(17)}};
  // 25 October 2026 has 25 hours, 29 March 2026 has 23.
  check_closed(c, "2026-10-25T09:59", "2026-10-25T10:00");
  check_open(c, "2026-10-25T10:00", "2026-10-25T17:00");
  check_open(c, "2026-10-24T20:00", "2026-10-25T02:00");
  check_closed(c, "2026-03-29T09:59", "2026-03-29T10:00");
  check_open(c, "2026-03-28T20:00", "2026-03-29T02:00");
  CHECK(at("2026-10-25T10:00") - at("2026-10-24T18:00") == std::chrono::hours{17});
  CHECK(at("2026-03-29T10:00") - at("2026-03-28T18:00") == std::chrono::hours{15});
}

TEST_CASE("A centre that never opens says no day") {
  Centre c;
  c.zone = "Europe/Riga";
  const Opening o = opening_at(c, at("2026-11-23T12:00"));
  CHECK_FALSE(o.open);
  CHECK_FALSE(o.opens);
}

TEST_CASE("A centre that opens once a week says the day of the next week") {
  Centre c;
  c.zone = "Europe/Riga";
  c.hours[0] = {{h(10), h(17)}};
  check_closed(c, "2026-11-23T17:00", "2026-11-30T10:00");
}

TEST_CASE("A day is planned as open by the weekday of its date") {
  CHECK(planned_open(centre(), CivilDay{2026, 11, 23}));
  CHECK(planned_open(centre(), CivilDay{2026, 11, 27}));
  CHECK_FALSE(planned_open(centre(), CivilDay{2026, 11, 28}));
}

TEST_CASE("On a public holiday the door is closed, and the next opening is after it") {
  Centre c = centre();
  c.closures = {{CivilDay{2026, 11, 24}, CivilDay{2026, 11, 25}, LocalText{}}};
  check_closed(c, "2026-11-24T11:00", "2026-11-26T10:00");
  check_closed(c, "2026-11-23T18:00", "2026-11-26T10:00");
  check_open(c, "2026-11-23T11:00", "2026-11-23T17:00");
  CHECK_FALSE(planned_open(c, CivilDay{2026, 11, 25}));
  CHECK(planned_open(c, CivilDay{2026, 11, 26}));
}

TEST_CASE("An evening that began before a holiday goes on to its end") {
  Centre c = centre();
  c.closures = {{CivilDay{2026, 11, 28}, CivilDay{2026, 11, 28}, LocalText{}}};
  check_open(c, "2026-11-28T01:00", "2026-11-28T02:00");
}
