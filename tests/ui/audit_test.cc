// SPDX-License-Identifier: EUPL-1.2
// Each rule of the audits can fail: a screen that is right is spoilt in one respect at a time.
#include <functional>
#include <set>

#include "support/catch.h"
#include "support/nodes.h"
#include "ui/audits.h"

using namespace sveiki;
using namespace sveiki::test;
using ui::Node;
using ui::Nodes;

namespace {

/// Two languages to choose from, a tile, Help and a title; on a glass of 400 x 300 mm.
Nodes a_good_screen() {
  Node title = some_words("title", {140, 10, 120, 40});
  title.role = ui::Role::kHeading;
  Node lv = a_button("language.lv", {10, 250, 40, 30});
  lv.role = ui::Role::kRadioButton;
  lv.group = "languages";
  lv.label = "Latviešu";
  Node lt = lv;
  lt.id = "language.lt";
  lt.rect.x = 60;
  lt.label = lt.spoken = "Lietuvių";
  lt.spoken += ", 2 no 2";
  lv.state = "selected";
  lv.spoken = "Latviešu, izvēlēts, 1 no 2";
  Node way_in = a_button("enter", {10, 150, 200, 60});
  way_in.main = true;
  return {a_button("back", {10, 10, 60, 30}),
          title,
          a_button("help", {330, 10, 60, 30}),
          way_in,
          lv,
          lt};
}

Findings findings_in(const Nodes& nodes) {
  static const ui::Words words("lv", SVEIKI_BIN_DIR "/../share/sveiki/locale");
  return audit({"who", nodes, {0, 0, 400, 300}, 1, words});
}

struct Mistake {
  std::string_view rule;
  std::function<void(Nodes&)> make;
};

const std::vector<Mistake> kMistakes{
    {"D14 size", [](Nodes& n) { n[2].rect.h = 19; }},
    {"D14 size", [](Nodes& n) { n[4].rect.w = 19; }},
    {"D14 main", [](Nodes& n) { n[3].rect.h = 39; }},
    {"D14 gap", [](Nodes& n) { n[5].rect.x = 52; }},
    {"D3 overlap", [](Nodes& n) { n[1].rect.w = 200; }},
    {"D3 clipped", [](Nodes& n) { n[1].fits = false; }},
    {"D4 outside", [](Nodes& n) { n[2].rect.x = 350; }},
    {"D4 outside", [](Nodes& n) { n[1].rect.w = 0; }},
    {"D11 order",
     [](Nodes& n) {
       for (const char* id : {"1 no 2", "2 no 2"}) {
         n.push_back(some_words(id, {250, id[0] == '1' ? 200.0F : 150.0F, 40, 40}));
         n.back().group = "kept";
         n.back().spoken += ", " + n.back().id;
       }
     }},
    {"D11 walk", [](Nodes& n) { std::rotate(n.begin(), n.begin() + 3, n.begin() + 4); }},
    {"D1 contrast", [](Nodes& n) { n[1].ink = ui::rgb(0x777777); }},
    {"D1 contrast",
     [](Nodes& n) {
       n.push_back(some_words("picture", {250, 150, 40, 40}));
       n.back().role = ui::Role::kImage;
       n.back().ink = ui::rgb(0xAAAAAA);
     }},
    {"F1 choices",
     [](Nodes& n) {
       for (int i = 0; i < 7; ++i) {
         const float x = 10 + 30 * static_cast<float>(i);
         Node flock = a_button("flock." + std::to_string(i), {x, 60, 25, 25});
         flock.group = "flocks";
         flock.spoken += ", " + std::to_string(i + 1) + " no 7";
         n.insert(n.begin() + 3 + i, flock);
       }
     }},
    {"main thing",
     [](Nodes& n) {
       n.push_back(a_button("done", {250, 150, 60, 60}));
       n.back().main = true;
     }},
    {"help", [](Nodes& n) { n.erase(n.begin() + 2); }},
    {"A2 silent", [](Nodes& n) { n[2].label.clear(); }},
    {"A2 heading", [](Nodes& n) { n[1].role = ui::Role::kLabel; }},
    {"A2 untranslated", [](Nodes& n) { n[1].label = n[1].spoken = "Who are you?"; }},
    {"A4 position", [](Nodes& n) { n[5].spoken = "Lietuvių, 3 no 2"; }},
    {"B4 state", [](Nodes& n) { n[4].spoken = "Latviešu, 1 no 2"; }},
    {"B4 state", [](Nodes& n) { n[4].state.clear(); }},
    {"D15 spoken", [](Nodes& n) { n[1].spoken = "Koks"; }},
    {"ids", [](Nodes& n) { n[1].id = "back"; }},
};

}  // namespace

TEST_CASE("A screen that is right has no findings") {
  CHECK(findings_in(a_good_screen()) == Findings{});
}

TEST_CASE("Each mistake on a screen is found by its rule, and by no other") {
  std::set<std::string_view> tried;
  for (const Mistake& mistake : kMistakes) {
    Nodes nodes = a_good_screen();
    mistake.make(nodes);
    const Findings findings = findings_in(nodes);
    INFO(mistake.rule);
    REQUIRE(findings.size() == 1);
    CHECK(findings.front().starts_with(std::string{mistake.rule} + ": "));
    tried.insert(mistake.rule);
  }
  for (const auto& rule : rules()) {
    INFO(rule.name);
    CHECK(tried.contains(rule.name));
  }
}

TEST_CASE("A silent picture is found even if it shows something") {
  Nodes nodes = a_good_screen();
  nodes[2].spoken.clear();
  CHECK_FALSE(findings_in(nodes).empty());
}

TEST_CASE("Help that has moved between two screens is found") {
  static const ui::Words words("lv", SVEIKI_BIN_DIR "/../share/sveiki/locale");
  SamePlaces places;
  Findings findings;
  Nodes nodes = a_good_screen();
  const Look look{"who", nodes, {0, 0, 400, 300}, 1, words};
  places.check(look, findings);
  places.check(look, findings);
  CHECK(findings.empty());
  nodes[2].rect.x -= 1;
  places.check(look, findings);
  CHECK(findings == Findings{"D17 place: help has moved"});
}
