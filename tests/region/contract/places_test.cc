// SPDX-License-Identifier: EUPL-1.2
#include "region/contract/a_region.h"
#include "support/catch.h"

using namespace sveiki;
using namespace sveiki::test;

namespace {

using region::Place;
using region::Refusal;

constexpr auto kBy = "anna";

Place organisation(const std::string& name) {
  Place place;
  place.kind = Place::Kind::kOrganisation;
  place.name = name;
  place.country = "LT";
  place.from = CivilDay{2026, 1, 1};
  return place;
}

Place centre_of(const std::string& parent) {
  Place place;
  place.name = "Salantai";
  place.parent = parent;
  place.zone = "Europe/Vilnius";
  place.from = CivilDay{2026, 1, 1};
  return place;
}

}  // namespace

TEST_CASE("A place that was renamed and moved is reported as of then and as of today") {
  ARegion region;
  auto& storage = region.storage();
  const Instant now = region.evening(1);
  const auto old_owner = storage.add_place(organisation("Kretinga"), kBy, now).id;
  const auto new_owner = storage.add_place(organisation("Plunge"), kBy, now).id;
  const auto id = storage.add_place(centre_of(old_owner), kBy, now).id;
  storage.rename_place(id, "Salantai youth", CivilDay{2026, 6, 1}, kBy, now);
  storage.move_place(id, new_owner, CivilDay{2026, 9, 1}, kBy, now);

  CHECK_FALSE(storage.place(id, CivilDay{2025, 12, 31}).has_value());
  const auto then = storage.place(id, CivilDay{2026, 5, 31}).value();
  CHECK(then.name == "Salantai");
  CHECK(then.parent == old_owner);
  CHECK(then.to == CivilDay{2026, 5, 31});
  const auto today = storage.place(id, CivilDay{2026, 11, 1}).value();
  CHECK(today.name == "Salantai youth");
  CHECK(today.parent == new_owner);
  CHECK(today.country == "LT");
  CHECK_FALSE(today.to.has_value());
  CHECK(storage.places(CivilDay{2026, 7, 1}).size() == 4);
}

TEST_CASE("Renaming twice from the same day leaves the last name, once") {
  ARegion region;
  auto& storage = region.storage();
  storage.rename_place(region.centre(), "A", CivilDay{2026, 6, 1}, kBy, region.evening(1));
  storage.rename_place(region.centre(), "B", CivilDay{2026, 6, 1}, kBy, region.evening(1));
  const auto places = storage.places(CivilDay{2026, 6, 1});
  REQUIRE(places.size() == 1);
  CHECK(places[0].name == "B");
  CHECK_THROWS_AS(
      storage.rename_place(region.centre(), "C", CivilDay{2026, 5, 1}, kBy, region.evening(1)),
      Refusal);
}

TEST_CASE("Every version that stood in a stretch is told, one that stood on no day is not") {
  ARegion region;
  auto& storage = region.storage();
  const Instant now = region.evening(1);
  const auto owner = storage.add_place(organisation("Kretinga"), kBy, now).id;
  const auto id = storage.add_place(centre_of(owner), kBy, now).id;
  storage.rename_place(id, "For a week", CivilDay{2026, 6, 8}, kBy, now);
  storage.rename_place(id, "Never", CivilDay{2026, 6, 15}, kBy, now);
  storage.rename_place(id, "Salantai youth", CivilDay{2026, 6, 15}, kBy, now);

  const auto names = [&](CivilDay from, CivilDay to) {
    std::vector<std::string> told;
    for (const Place& place : storage.places(from, to)) {
      if (place.id != id) continue;
      told.push_back(place.name);
      CHECK(place.country == "LT");
    }
    return told;
  };
  using Names = std::vector<std::string>;
  CHECK(names({2026, 6, 1}, {2026, 6, 30}) == Names{"Salantai", "For a week", "Salantai youth"});
  CHECK(names({2026, 6, 9}, {2026, 6, 14}) == Names{"For a week"});
  CHECK(names({2025, 1, 1}, {2025, 12, 31}) == Names{});
}

TEST_CASE("A centre that closes names who goes on with its work") {
  ARegion region;
  auto& storage = region.storage();
  const auto other = region.add_centre("Plunge").centre;
  storage.close_place(region.centre(), CivilDay{2026, 11, 20}, other, kBy, region.evening(1));
  CHECK(storage.place(region.centre(), CivilDay{2026, 11, 20}).value().successor == other);
  CHECK_FALSE(storage.place(region.centre(), CivilDay{2026, 11, 21}).has_value());
  CHECK_THROWS_AS(
      storage.rename_place(region.centre(), "X", CivilDay{2026, 12, 1}, kBy, region.evening(1)),
      Refusal);
  // Until then it may need another kiosk.
  CHECK_NOTHROW(storage.new_code(region.centre(), kBy, region.evening(20)));
  CHECK_THROWS_AS(storage.new_code(region.centre(), kBy, region.evening(21)), Refusal);
}

TEST_CASE("A change that is planned is named as it stands now, and can be dropped") {
  ARegion region;
  auto& storage = region.storage();
  const Instant now = region.evening(1);
  storage.rename_place(region.centre(), "Later", CivilDay{2027, 3, 1}, kBy, now);
  storage.close_place(region.centre(), CivilDay{2027, 12, 31}, "", kBy, now);
  const auto rename = [&] {
    storage.rename_place(region.centre(), "Sooner", CivilDay{2026, 12, 1}, kBy, now);
  };
  CHECK_THROWS_WITH(rename(),
                    "\"Varpelis\" (" + region.centre() +
                        ") has a change planned from 2027-03-01: drop it first, with \"centre "
                        "drop-plans\"");
  storage.drop_plans(region.centre(), kBy, now + std::chrono::seconds{1});
  CHECK(in_english(storage.audit(1).at(0).what) ==
        "Dropped what was planned for \"Varpelis\" (" + region.centre() + ") from 2027-03-01.");
  rename();
  const auto then = storage.place(region.centre(), CivilDay{2028, 1, 1}).value();
  CHECK(then.name == "Sooner");
  CHECK_FALSE(then.to.has_value());
  storage.drop_plans(region.centre(), kBy, now);
  CHECK_THROWS_AS(storage.drop_plans(region.centre(), kBy, now), Refusal);
  CHECK(storage.place(region.centre(), CivilDay{2028, 1, 1}).value().name == "Varpelis");
}

TEST_CASE("A closing is undone, also one to come, and a centre that was closed opens again") {
  ARegion region;
  auto& storage = region.storage();
  const Instant now = region.evening(20);
  const auto other = region.add_centre("Plunge").centre;
  CHECK_THROWS_AS(storage.reopen_place(region.centre(), CivilDay{2026, 11, 20}, kBy, now), Refusal);
  storage.close_place(region.centre(), CivilDay{2027, 12, 31}, other, kBy, now);
  // Until then it can be renamed, and goes on to close.
  storage.rename_place(region.centre(), "Varpelis II", CivilDay{2026, 12, 1}, kBy, now);
  const auto renamed = storage.place(region.centre(), CivilDay{2027, 12, 31}).value();
  CHECK(renamed.name == "Varpelis II");
  CHECK(renamed.successor == other);
  CHECK_FALSE(storage.place(region.centre(), CivilDay{2028, 1, 1}).has_value());
  storage.reopen_place(region.centre(), CivilDay{2026, 11, 20}, kBy, now + std::chrono::seconds{1});
  CHECK(in_english(storage.audit(1).at(0).what) ==
        "Reopened \"Varpelis II\" (" + region.centre() + ") from 2028-01-01.");
  const auto goes_on = storage.place(region.centre(), CivilDay{2028, 1, 1}).value();
  CHECK_FALSE(goes_on.to.has_value());
  CHECK(goes_on.successor.empty());

  storage.close_place(other, CivilDay{2026, 11, 10}, "", kBy, now);
  storage.reopen_place(other, CivilDay{2026, 11, 20}, kBy, now);
  CHECK(storage.place(other, CivilDay{2026, 11, 10}).has_value());
  CHECK_FALSE(storage.place(other, CivilDay{2026, 11, 19}).has_value());
  CHECK(storage.place(other, CivilDay{2026, 11, 20}).value().name == "Plunge");
}

TEST_CASE("Who goes on with a centre's work is another centre") {
  ARegion region;
  auto& storage = region.storage();
  const Instant now = region.evening(1);
  const auto owner = storage.add_place(organisation("Kretinga"), kBy, now).id;
  const auto close = [&](const std::string& id, const std::string& successor) {
    storage.close_place(id, CivilDay{2026, 11, 20}, successor, kBy, now);
  };
  CHECK_THROWS_AS(close(region.centre(), region.centre()), Refusal);
  CHECK_THROWS_AS(close(region.centre(), owner), Refusal);
  CHECK_THROWS_AS(close(owner, region.centre()), Refusal);
  CHECK_FALSE(storage.place(region.centre(), CivilDay{2026, 11, 20}).value().to.has_value());
}

TEST_CASE("Places that cannot be are refused and leave no trace") {
  ARegion region;
  auto& storage = region.storage();
  const Instant now = region.evening(1);
  const auto top = storage.add_place(organisation("Zemgale"), kBy, now).id;
  auto below = organisation("Jelgava");
  below.parent = top;
  const auto under = storage.add_place(below, kBy, now).id;
  const auto centre = storage.add_place(centre_of(under), kBy, now).id;
  const auto before = storage.audit(100).size();

  auto branch = centre_of(top);
  branch.kind = Place::Kind::kBranch;
  CHECK_THROWS_AS(storage.add_place(branch, kBy, now), Refusal);
  CHECK_THROWS_AS(storage.add_place(centre_of("or_00000000"), kBy, now), Refusal);
  for (const std::string& name : {std::string{}, std::string{" "}, std::string{"two\nlines"},
                                  std::string{"\xff"}, std::string(201, 'x')})
    CHECK_THROWS_AS(storage.add_place(organisation(name), kBy, now), Refusal);
  CHECK_THROWS_AS(storage.add_place(centre_of(centre), kBy, now), Refusal);
  auto nowhere = centre_of(top);
  nowhere.zone = "Europe/Atlantis";
  CHECK_THROWS_AS(storage.add_place(nowhere, kBy, now), Refusal);
  CHECK_THROWS_AS(storage.move_place(top, under, CivilDay{2026, 6, 1}, kBy, now), Refusal);
  CHECK_THROWS_AS(storage.close_place(under, CivilDay{2026, 6, 1}, "", kBy, now), Refusal);
  CHECK(storage.audit(100).size() == before);
  CHECK(storage.places(CivilDay{2026, 6, 1}).size() == 4);
}

TEST_CASE("Two organisations cannot become parts of each other, not by plans either") {
  ARegion region;
  auto& storage = region.storage();
  const auto add = [&](const std::string& name) {
    Place place = organisation(name);
    place.country.clear();  // whose country is asked of those above
    return storage.add_place(place, kBy, region.evening(1)).id;
  };
  const std::string a = add("A"), b = add("B");
  storage.move_place(a, b, {2027, 3, 1}, "anna", region.evening(2));
  CHECK_THROWS_AS(storage.move_place(b, a, {2027, 2, 1}, "anna", region.evening(2)), Refusal);
  CHECK_THROWS_AS(storage.move_place(b, a, {2027, 4, 1}, "anna", region.evening(2)), Refusal);
  CHECK(storage.places({2027, 6, 1}).size() == 3);
}
