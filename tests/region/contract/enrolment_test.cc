// SPDX-License-Identifier: EUPL-1.2
#include <set>

#include "region/contract/a_region.h"
#include "region/passwords.h"
#include "support/catch.h"
#include "sync/ids.h"

using namespace sveiki;
using namespace sveiki::test;
using namespace std::chrono_literals;
using region::Refusal;
using CodeFault = region::Storage::CodeFault;

namespace {

constexpr auto kHome = "192.0.2.7";

/// A code with a right check symbol that nobody gave out.
std::string made_up_code() {
  return sync::new_code();
}

}  // namespace

TEST_CASE("A code enrols one kiosk in its centre, within two days") {
  ARegion region;
  auto& storage = region.storage();
  const Instant now = region.evening(2);
  const auto code = storage.new_code(region.centre(), "anna", now);
  const auto device = storage.enrol(code, a_key(2), kHome, now + 47h).device.value();
  CHECK(device.centre == region.centre());
  CHECK(storage.device(device.id).value().key == a_key(2));
  CHECK(storage.enrol(code, a_key(3), kHome, now + 47h).fault == CodeFault::kUsed);
  CHECK(storage.devices().size() == 2);

  const auto late = storage.new_code(region.centre(), "anna", now);
  const auto outcome = storage.enrol(late, a_key(4), kHome, now + 49h);
  CHECK_FALSE(outcome.device.has_value());
  CHECK(outcome.fault == CodeFault::kExpired);
}

TEST_CASE("A code that was taken back enrols nobody, and a kiosk that used one stays") {
  ARegion region;
  auto& storage = region.storage();
  const Instant now = region.evening(2);
  const auto code = storage.new_code(region.centre(), "anna", now);
  storage.cancel_codes(region.centre(), "anna", now);
  CHECK(storage.enrol(code, a_key(2), kHome, now).fault == CodeFault::kUnknown);
  CHECK(storage.device(region.device()).has_value());
  CHECK_THROWS_AS(storage.cancel_codes(region.centre(), "anna", now), Refusal);
}

TEST_CASE("A centre has a kiosk from the day on which one is enrolled, and not before") {
  ARegion region;
  auto& storage = region.storage();
  region::Place place;
  place.name = "Salantai";
  place.country = "LT";
  place.zone = "Europe/Vilnius";
  place.kiosk = false;
  place.from = CivilDay{2026, 1, 1};
  const auto id = storage.add_place(place, "anna", region.evening(1)).id;
  storage.rename_place(id, "Salantai youth", CivilDay{2026, 12, 1}, "anna", region.evening(1));
  storage.close_place(id, CivilDay{2027, 6, 30}, "", "anna", region.evening(1));
  const auto code = storage.new_code(id, "anna", region.evening(2));
  CHECK_FALSE(storage.place(id, CivilDay{2026, 11, 3}).value().kiosk);
  REQUIRE(storage.enrol(code, a_key(2), kHome, region.evening(3)).device);
  CHECK_FALSE(storage.place(id, CivilDay{2026, 11, 2}).value().kiosk);
  const auto from_now = storage.place(id, CivilDay{2026, 11, 3}).value();
  CHECK(from_now.kiosk);
  CHECK(from_now.name == "Salantai");
  CHECK(from_now.from == CivilDay{2026, 11, 3});
  const auto planned = storage.place(id, CivilDay{2026, 12, 1}).value();
  CHECK(planned.kiosk);
  CHECK(planned.name == "Salantai youth");
  CHECK(planned.to == CivilDay{2027, 6, 30});
  CHECK(storage.places(CivilDay{2026, 1, 1}, CivilDay{2027, 12, 31}).size() == 4);
}

TEST_CASE("A kiosk whose answer was lost may use its code again, and is the same device") {
  ARegion region;
  const auto code = region.storage().new_code(region.centre(), "anna", region.evening(2));
  const auto first = region.storage().enrol(code, a_key(2), kHome, region.evening(2));
  const auto again = region.storage().enrol(code, a_key(2), kHome, region.evening(2));
  CHECK(again.device.value().id == first.device.value().id);
}

TEST_CASE("After five wrong codes an address has to wait an hour, others do not") {
  ARegion region;
  auto& storage = region.storage();
  const Instant now = region.evening(2);
  const auto code = storage.new_code(region.centre(), "anna", now);
  for (int i = 0; i < 5; ++i)
    CHECK(storage.enrol(made_up_code(), a_key(2), kHome, now).fault == CodeFault::kUnknown);
  CHECK(storage.enrol(code, a_key(2), kHome, now + 59min).fault == CodeFault::kTooManyTries);
  CHECK(storage.enrol("not a code", a_key(2), "192.0.2.8", now).fault == CodeFault::kUnknown);
  CHECK(storage.enrol(code, a_key(2), kHome, now + 61min).device.has_value());
}

TEST_CASE("Of a code the database keeps nothing that could be typed in") {
  ARegion region;
  const auto code = region.storage().new_code(region.centre(), "anna", region.evening(2));
  for (const auto& row : region.connect()->query("SELECT hash FROM code ORDER BY hash"))
    CHECK(std::get<std::string>(row[0]) != sync::read_code(code).value());
  for (const auto& entry : region.storage().audit(100))
    CHECK(in_english(entry.what).find(code) == std::string::npos);
}

TEST_CASE("A device that was revoked stays known as revoked") {
  ARegion region;
  region.storage().revoke(region.device(), "anna", region.evening(3));
  CHECK(region.storage().device(region.device()).value().revoked == region.evening(3));
  CHECK_THROWS_AS(region.storage().revoke(region.device(), "anna", region.evening(3)), Refusal);
  CHECK_THROWS_AS(region.storage().revoke("dv_00000000", "anna", region.evening(3)), Refusal);
  CHECK_FALSE(region.storage().device("dv_00000000").has_value());
}

TEST_CASE("The region sees when a kiosk last sent, and how wrong its clock is") {
  ARegion region;
  auto late = region.delivery({day_sheet(life(1), 2, 1, 5)}, region.evening(2));
  late.upload.sent_at = region.evening(2) - 10min;
  region.storage().store(std::array{late});
  const auto device = region.storage().device(region.device()).value();
  CHECK(device.last_seen == region.evening(2));
  CHECK(device.skew_ms == -600'000);

  late.carried = true;
  late.received = region.evening(9);
  region.storage().store(std::array{late});
  CHECK(region.storage().device(region.device()).value().last_seen == region.evening(2));
  CHECK(region.storage().device(region.device()).value().skew_ms == -600'000);
}

TEST_CASE("The kiosks learn every activity and indicator, and that there is something new") {
  ARegion region;
  auto& storage = region.storage();
  const Instant now = region.evening(2);
  CHECK(storage.catalogue().version == 0);
  storage.add_activity("wood", "anna", now);
  storage.add_activity("clay", "anna", now);
  region::Indicator indicator{
      "P:SOC1000", "At least 1000",      CivilDay{2026, 1, 1}, CivilDay{2027, 12, 31},
      1000,        CivilDay{2028, 1, 31}};
  storage.add_indicator(indicator, "anna", now);
  indicator.target = 1200;
  storage.add_indicator(indicator, "anna", now);
  const auto catalogue = storage.catalogue();
  CHECK(catalogue.version == 4);
  REQUIRE(catalogue.activities.size() == 2);
  CHECK(catalogue.activities[0].code == "clay");
  REQUIRE(catalogue.indicators.size() == 1);
  CHECK(catalogue.indicators[0].to == CivilDay{2027, 12, 31});
  CHECK(storage.indicators().at(0).target == 1200);
  CHECK(storage.indicators().at(0).version == 2);

  CHECK_THROWS_AS(storage.add_activity("clay", "anna", now), Refusal);
  CHECK_THROWS_AS(storage.add_activity("Jonas P.", "anna", now), Refusal);
  indicator.to = CivilDay{2028, 12, 31};
  CHECK_THROWS_AS(storage.add_indicator(indicator, "anna", now), Refusal);
  indicator = {
      "P:NEW", "New", CivilDay{2026, 1, 2}, CivilDay{2026, 1, 31}, 1, CivilDay{2026, 2, 1}};
  CHECK_THROWS_AS(storage.add_indicator(indicator, "anna", now), Refusal);
  indicator.from = CivilDay{2026, 1, 1};
  indicator.due = CivilDay{2025, 12, 31};
  CHECK_THROWS_AS(storage.add_indicator(indicator, "anna", now), Refusal);
  indicator.due = CivilDay{2026, 2, 1};
  for (const std::string name : {"", "two\nlines", "\xff"}) {
    indicator.name = name;
    CHECK_THROWS_AS(storage.add_indicator(indicator, "anna", now), Refusal);
  }
}

TEST_CASE("What is no UTF-8 is written down as something that is") {
  ARegion region;
  region.storage().note("anna", {"Mended {place}.", {{"place", "A\xffuce"}}}, region.evening(9));
  CHECK(in_english(region.storage().audit(1).at(0).what) == "Mended A\uFFFDuce.");
}

TEST_CASE("An activity is named in the languages of the region, and no kiosk is told") {
  ARegion region;
  auto& storage = region.storage();
  const Instant now = region.evening(2);
  storage.add_activity("wood", "anna", now);
  CHECK(storage.activity_names().empty());
  storage.add_activity("clay", "anna", now, {{"lv", "Māls"}, {"en", "Clay"}});
  const auto told = storage.catalogue();
  const std::string clay = told.activities.at(0).id;
  const auto names = [&] { return storage.activity_names().at(clay); };
  CHECK((names() == region::NameByLanguage{{"en", "Clay"}, {"lv", "Māls"}}));
  storage.name_activity("clay", {{"lv", "Keramika"}, {"lt", "Molis"}, {"en", ""}}, "anna",
                        region.evening(3));
  CHECK((names() == region::NameByLanguage{{"lt", "Molis"}, {"lv", "Keramika"}}));
  std::set<std::string> log;
  for (const auto& entry : storage.audit(3)) log.insert(in_english(entry.what));
  CHECK(log.contains("Named the activity \"clay\" in lv: \"Keramika\"."));
  CHECK(log.contains("Took the name of the activity \"clay\" in en away."));
  CHECK(storage.catalogue().version == told.version);

  CHECK_THROWS_AS(storage.name_activity("dance", {{"lv", "Deja"}}, "anna", now), Refusal);
  CHECK_THROWS_AS(storage.name_activity("clay", {}, "anna", now), Refusal);
  for (const std::string& wrong :
       {std::string(101, 'a'), std::string("two\nlines"), std::string("not UTF-8: \xff")})
    CHECK_THROWS_AS(storage.name_activity("wood", {{"lv", wrong}}, "anna", now), Refusal);
  // Nothing of what was refused is kept.
  CHECK_THROWS_AS(storage.add_activity("dance", "anna", now, {{"lv", "\xff"}}), Refusal);
  CHECK(storage.catalogue().version == told.version);
  CHECK(storage.activity_names().size() == 1);
}

TEST_CASE("Who may look is added, gets a new password, and is disabled") {
  ARegion region;
  auto& storage = region.storage();
  const Instant now = region.evening(2);
  const auto hash = region::hash_password("correct horse");
  CHECK(region::password_matches(hash, "correct horse"));
  CHECK_FALSE(region::password_matches(hash, "correct house"));
  CHECK_FALSE(region::password_matches("", "correct horse"));
  region::User user;
  user.login = "anna";
  user.password_hash = hash;
  storage.add_user(user, "command line", now);
  CHECK(storage.user("anna").value().password_hash == hash);
  storage.set_password_hash("anna", "new", "anna", now);
  CHECK(storage.user("anna").value().password_hash == "new");
  storage.disable_user("anna", "command line", now + 1min);
  CHECK(storage.users().at(0).disabled);
  CHECK(in_english(storage.audit(1).at(0).what) == "Disabled the login \"anna\".");

  CHECK_THROWS_AS(storage.add_user(user, "command line", now), Refusal);
  user.login = "Anna B.";
  CHECK_THROWS_AS(storage.add_user(user, "command line", now), Refusal);
  user.login = "partner";
  user.role = region::User::Role::kPartner;
  CHECK_THROWS_AS(storage.add_user(user, "command line", now), Refusal);
  user.organisation = region.centre();
  CHECK_THROWS_AS(storage.add_user(user, "command line", now), Refusal);
  CHECK_THROWS_AS(storage.disable_user("nobody", "command line", now), Refusal);
  CHECK_FALSE(storage.user("partner").has_value());
}
