// SPDX-License-Identifier: EUPL-1.2
#include <unistd.h>

#include <algorithm>
#include <fstream>

#include "domain/centre.h"
#include "support/catch.h"

using namespace sveiki;

namespace {

const std::filesystem::path kCentres = std::filesystem::path{SVEIKI_SOURCE_DIR} / "config/centres";

// Line numbers below count from the comment: "id" stands on line 2.
constexpr std::string_view kSmallest = R"(# a centre
id = "test"
kind = "day-centre"
zone = "Europe/Riga"
languages = ["lv", "en"]
name = { lv = "Centrs", en = "Centre" }
[hours]
mon = "10.00-17.00"
tue = "10.00-17.00"
wed = ["9.00-12.00", "13.00-17.00"]
thu = "closed"
fri = "18.00-02.00"
sat = "closed"
sun = "closed"
[[rooms]]
id = "hall"
name = { lv = "Zāle", en = "Hall" }
[[activities]]
id = "clay"
symbol = "vase"
room = "hall"
name = { lv = "Māls", en = "Clay" }
[check_in]
ways = ["token", "card"]
[screen]
theme = "evening"
[sign_up]
per_day = 2
)";

/// The smallest file with one piece of it replaced.
std::string with(std::string_view piece, std::string_view by) {
  std::string text{kSmallest};
  const auto at = text.find(piece);
  REQUIRE(at != std::string::npos);
  return text.replace(at, piece.size(), by);
}

Centre read(std::string_view text) {
  const auto file = std::filesystem::temp_directory_path() /
                    ("sveiki-centre-" + std::to_string(::getpid()) + ".toml");
  std::ofstream(file) << text;
  return read_centre(file);
}

/// What the reader says about a file, without the file's name: ":4: zone: ...".
std::string complaint(std::string_view text) {
  try {
    read(text);
  } catch (const ConfigError& error) {
    const std::string what = error.what();
    return what.substr(what.find(".toml") + 5);
  }
  return "";
}

}  // namespace

TEST_CASE("A centre's file is read as it is written") {
  const Centre centre = read(kSmallest);
  CHECK(centre.id == "test");
  CHECK(centre.branch_of.empty());
  CHECK(centre.name.in("lv") == "Centrs");
  CHECK(centre.languages == std::vector<std::string>{"lv", "en"});
  CHECK(centre.hours[2] == std::vector<OpenHours>{{540, 720}, {780, 1020}});
  CHECK(centre.hours[3].empty());
  CHECK(centre.hours[4] == std::vector<OpenHours>{{1080, 1560}});
  REQUIRE(centre.activity("clay"));
  CHECK(centre.activity("clay")->symbol == "vase");
  CHECK(centre.activity("clay")->spoken.in("en") == "Clay");
  CHECK(centre.activity("wood") == nullptr);
  REQUIRE(centre.room("hall"));
  CHECK(centre.ways.card);
  CHECK_FALSE(centre.ways.party);
  CHECK(centre.visit_gap == std::chrono::minutes{120});
  CHECK(centre.theme == "evening");
}

TEST_CASE("A centre's file says when it is closed, and how places are given out") {
  std::string text{kSmallest};
  text.insert(text.find("[hours]"), "holidays = \"lv\"\n");
  text +=
      "opens_days = 7\nno_show_minutes = 10\n"
      "[[closures]]\nfrom = 2026-12-23\nto = 2027-01-03\nname = { lv = \"Miers\", en = \"Rest\" }\n"
      "[[closures]]\nfrom = 2027-06-01\nname = { lv = \"Talka\", en = \"Cleaning\" }\n";
  const Centre centre = read(text);
  CHECK(centre.holidays == "lv");
  CHECK(centre.sign_up.per_day == 2);
  CHECK(centre.sign_up.opens_days == 7);
  CHECK(centre.sign_up.no_show == std::chrono::minutes{10});
  CHECK(centre.keep_visits_months == 24);
  REQUIRE(centre.closures.size() == 2);
  CHECK(centre.closures[0].to == CivilDay{2027, 1, 3});
  CHECK(centre.closures[0].name.in("en") == "Rest");
  CHECK(centre.closures[1].to == CivilDay{2027, 6, 1});
}

TEST_CASE("Visits are kept for whole months before the present one") {
  Centre centre = read(with("[screen]", "[record]\nkeep_visits_months = 3\n[screen]"));
  CHECK(kept_from(centre, {2026, 11, 30}) == CivilDay(2026, 8, 1));
  CHECK(kept_from(centre, {2027, 3, 1}) == CivilDay(2026, 12, 1));
  CHECK(kept_from(centre, {2027, 4, 1}) == CivilDay(2027, 1, 1));
  centre.keep_visits_months = 24;
  CHECK(kept_from(centre, {2028, 12, 31}) == CivilDay(2026, 12, 1));
}

TEST_CASE("A name in a language that a centre lacks falls back to one it has") {
  CHECK(read(kSmallest).name.in("lt") == "Centre");
  CHECK(LocalText{}.in("lv").empty());
}

TEST_CASE("A mistake in a centre's file is named with line, key and what would be right") {
  struct Dirty {
    std::string piece, by, complaint;
  };
  const std::vector<Dirty> table{
      {"\"10.00-17.00\"", "\"10-17h\"",
       R"(:8: hours.mon: "10-17h" is not an opening time. Write "10.00-17.00", or "closed".)"},
      {"\"10.00-17.00\"", "\"10:00-17:00\"", R"(:8: hours.mon: "10:00-17:00" is not an opening)"},
      {"\"10.00-17.00\"", "\"10.00-17.60\"", R"(:8: hours.mon: "10.00-17.60" is not an opening)"},
      {"\"10.00-17.00\"", "\"10.0.-17.00\"", R"(:8: hours.mon: "10.0.-17.00" is not an opening)"},
      {"\"10.00-17.00\"", "\"24.00-24.00\"", R"(:8: hours.mon: "24.00-24.00" is not an opening)"},
      {"\"10.00-17.00\"", "10.00", ":8: hours.mon: must be text in quotes, or a list of them"},
      {"18.00-02.00", "18.00-04.30", ":12: hours.fri: \"18.00-04.30\" ends after 4.00"},
      {"\"13.00-17.00\"", "\"11.00-17.00\"",
       ":10: hours.wed: \"11.00-17.00\" does not come after the one before it."},
      {"sat = \"closed\"", "sat = \"1.00-5.00\"", ":12: hours.fri: ends after sat has begun."},
      {"sun = \"closed\"\n", "", ":7: hours.sun: is missing. Write for example sun = \"10.00-17"},
      {"Europe/Riga", "Europe/Rīga", ":4: zone: \"Europe/Rīga\" is not a time zone."},
      {"id = \"test\"\n", "", ":1: id: is missing. Write for example id = \"kretinga\""},
      {"\"test\"", "\"Test centre\"", ":2: id: \"Test centre\" is not an id. Use up to 40 of"},
      {"\"test\"", "7", ":2: id: must be text in quotes."},
      {"day-centre", "day centre", R"(:3: kind: "day centre" is not possible. Write one of "day-)"},
      {"languages", "langauges", R"(:5: langauges: is not known here. Did you mean "languages"?)"},
      {"[\"lv\", \"en\"]", "[]", ":5: languages: is an empty list. Write at least one."},
      {"[\"lv\", \"en\"]", "[\"lv\", \"ru\"]", R"(:5: languages: "ru" has no words yet.)"},
      {"[\"lv\", \"en\"]", "[\"lv\", \"lv\"]", R"(:5: languages: "lv" stands there twice.)"},
      {"lv = \"Centrs\", ", "", ":6: name.lv: is missing."},
      {"\"Centrs\"", "\"\"", ":6: name.lv: must be one line of text."},
      {"{ lv = \"Centrs\", en = \"Centre\" }", "\"Centrs\"", ":6: name: must be a section."},
      {"symbol = \"vase\"\n", "", ":18: activities.symbol: is missing."},
      {"room = \"hall\"", "room = \"hal\"",
       R"(:21: activities.room: "hal" is not a room of this centre. Its rooms are "hall".)"},
      {"room = \"hall\"", "spoken = { lv = \"Podi\", en = \"Clay work\" }",
       R"(:21: activities.spoken: does not contain the name in "lv".)"},
      {"[[activities]]", "[activities]", ":18: activities: must be sections. Write [[activities]]"},
      {"[check_in]",
       "[[activities]]\nid = \"clay\"\nsymbol = \"vase\"\nname = { lv = \"Māls\", en "
       "= \"Clay\" }\n[check_in]",
       R"(:24: activities.id: "clay" is already another activity.)"},
      {"[\"token\", \"card\"]", "[]", ":24: check_in.ways: is an empty list. Write at least one."},
      {"\"card\"", "\"face\"", R"(:24: check_in.ways: "face" is not a way of checking in.)"},
      {"[screen]", "new_visit_after_minutes = 0\n[screen]",
       ":25: check_in.new_visit_after_minutes: must be from 1 to 1440."},
      {"[screen]", "when_closed = \"yes\"\n[screen]", ":25: check_in.when_closed: must be true or"},
      {"\"evening\"", "\"dark\"",
       R"(:26: screen.theme: "dark" is not possible. Write one of "day")"},
      {"theme = \"evening\"", "text_size = 120", ":26: screen.text_size: must be 100, 150 or 200."},
      {"theme = \"evening\"", "px_per_mm = 0.5", ":26: screen.px_per_mm: must be from 1 to 20."},
      {"theme = \"evening\"", "px_per_mm = \"3.6\"", ":26: screen.px_per_mm: must be a number"},
      {"per_day = 2", "per_day = 0", ":28: sign_up.per_day: must be from 1 to 20. Usual is 3."},
      {"[screen]", "[record]\nkeep_visits_months = 0\n[screen]",
       ":26: record.keep_visits_months: must be from 1 to 120. Usual is 24."},
      {"per_day", "per_week", ":28: sign_up.per_week: is not known here."},
      {"kind", "holidays = \"ee\"\nkind",
       R"(:3: holidays: "ee" is not possible. Write one of "lv", "lt".)"},
      {"[screen]", "[[closures]]\nfrom = 2026-12-23\n[screen]",
       ":25: closures.name: is missing. Write for example name = { lv = \"Remonts\""},
      {"[screen]",
       "[[closures]]\nfrom = 2026-12-23\nto = 2026-12-22\nname = { lv = \"A\", en = \"B\" "
       "}\n[screen]",
       ":27: closures.to: 2026-12-22 is before 2026-12-23. Write a later day."},
      {"[screen]", "[[closures]]\nfrom = \"23.12.\"\nname = { lv = \"A\", en = \"B\" }\n[screen]",
       ":26: closures.from: must be a date, without quotes: 2026-11-23."},
      {"[screen]", "[sound]", ":25: sound: is not known here. Known are: activities, branch_of"},
      {"id = \"test\"", "id = \"test", ":2: "},
      {"kind", "id = \"again\"\nkind", ":3: "},
  };
  for (const Dirty& dirty : table) {
    INFO(dirty.piece << " -> " << dirty.by);
    const std::string told = complaint(with(dirty.piece, dirty.by));
    CHECK(told.substr(0, dirty.complaint.size()) == dirty.complaint);
    CHECK(std::ranges::count(told, '\n') == 0);
  }
}

TEST_CASE("All mistakes of a centre's file are told at once, in the order of its lines") {
  std::string text = with("Europe/Riga", "Europe/Rīga");
  text.replace(text.find("vase"), 4, "Vase");
  const std::string told = complaint(text);
  CHECK(told.find(":4: zone:") == 0);
  CHECK(told.find(":20: activities.symbol:") != std::string::npos);
}

TEST_CASE("A centre offers something, and at most forty things") {
  std::string text{kSmallest};
  const auto one = text.find("[[activities]]");
  const auto end = text.find("[check_in]");
  CHECK(complaint(text.substr(0, one) + text.substr(end)).find("activities: is missing") !=
        std::string::npos);
  std::string none = text.substr(0, one) + text.substr(end);
  none.insert(none.find("[hours]"), "activities = []\n");
  CHECK(complaint(none).find(":7: activities: is an empty list.") == 0);
  std::string many = text;
  for (int i = 2; i <= 41; ++i)
    many += "[[activities]]\nid = \"a" + std::to_string(i) +
            "\"\nsymbol = \"vase\"\nname = { lv = \"A\", en = \"A\" }\n";
  CHECK(complaint(many).find("A centre has at most 40") != std::string::npos);
}

TEST_CASE("A centre's file that is not there is named") {
  CHECK_THROWS_WITH(read_centre("nowhere.toml"),
                    "nowhere.toml: cannot be read. Name a file that is there.");
}

TEST_CASE("The centres that come with the program are all right") {
  int centres = 0;
  for (const auto& entry : std::filesystem::directory_iterator(kCentres)) {
    if (entry.path().extension() != ".toml") continue;
    ++centres;
    INFO(entry.path());
    const Centre centre = read_centre(entry.path());
    CHECK(entry.path().stem() == centre.id);
    if (!centre.branch_of.empty())
      CHECK(std::filesystem::exists(kCentres / (centre.branch_of + ".toml")));
    for (const Activity& activity : centre.activities) {
      INFO(activity.symbol);
      CHECK(std::filesystem::exists(std::filesystem::path{SVEIKI_SOURCE_DIR} /
                                    "assets/pictograms/svg" / (activity.symbol + ".svg")));
    }
  }
  CHECK(centres == 4);
}
