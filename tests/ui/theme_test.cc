// SPDX-License-Identifier: EUPL-1.2
#include "ui/kit/theme.h"

#include <string>
#include <vector>

#include "domain/centre.h"
#include "support/catch.h"

using namespace sveiki;
using namespace sveiki::ui;

namespace {

struct NamedCoat {
  std::string name;
  Coat coat;
};

std::vector<NamedCoat> coats(const Theme& theme) {
  std::vector<NamedCoat> all{{"tile", theme.tile},
                             {"main", theme.main},
                             {"now", theme.now},
                             {"done", theme.done},
                             {"selected", theme.selected}};
  for (const Flock flock : kFlocks)
    all.push_back({std::string{flock_name(flock)}, theme.flocks[static_cast<std::size_t>(flock)]});
  return all;
}

}  // namespace

TEST_CASE("Contrast is what WCAG says it is") {
  CHECK(contrast(rgb(0), rgb(0xFFFFFF)) == Approx(21));
  CHECK(contrast(rgb(0xFFFFFF), rgb(0)) == Approx(21));
  CHECK(contrast(rgb(0x777777), rgb(0xFFFFFF)) == Approx(4.48).margin(0.01));
  CHECK(contrast(rgb(0x0B4F8A), rgb(0x0B4F8A)) == Approx(1));
}

TEST_CASE("Every theme that a centre may choose is there") {
  for (const std::string_view name : kThemes) CHECK(theme(name).name == name);
  CHECK(all_themes().size() == kThemes.size());
  CHECK(theme("a typing mistake").name == "day");
}

TEST_CASE("Every text of every theme stands out seven to one") {
  for (const Theme& theme : all_themes()) {
    for (const auto& [name, coat] : coats(theme)) {
      INFO(theme.name << ", " << name);
      CHECK(contrast(coat.ink, coat.paper) >= 7);
    }
    for (const Color text : {theme.ink, theme.quiet}) {
      for (const Color paper : {theme.page, theme.tile.paper, theme.now.paper}) {
        INFO(theme.name << ", " << text.hex() << " on " << paper.hex());
        CHECK(contrast(text, paper) >= 7);
      }
    }
    INFO(theme.name << ", text on the page of thanks");
    CHECK(contrast(theme.ink, theme.done.paper) >= 7);
  }
}

TEST_CASE("Every line, mark and icon stands out three to one from what is beside it") {
  for (const Theme& theme : all_themes()) {
    for (const auto& [name, coat] : coats(theme)) {
      INFO(theme.name << ", " << name);
      // A filled button is its own line: its paper is seen against the page.
      const bool filled = coat.line == coat.paper;
      if (!filled) CHECK(contrast(coat.line, coat.paper) >= 3);
      CHECK(contrast(coat.line, theme.page) >= 3);
    }
    INFO(theme.name);
    CHECK(contrast(theme.done_mark, theme.done.paper) >= 3);
    CHECK(contrast(theme.now_line, theme.page) >= 3);
    CHECK(contrast(theme.now_line, theme.tile.paper) >= 3);
    CHECK(contrast(theme.tile.line, theme.done.paper) >= 3);
    CHECK(contrast(theme.main.line, theme.done.paper) >= 3);
    // OpenMoji is outlined in black: what is behind it shows the outline.
    CHECK(contrast(theme.disc, rgb(0)) >= 7);
    for (const Flock flock : kFlocks) CHECK(contrast(flock_disc(flock), rgb(0)) >= 7);
  }
}

TEST_CASE("One of the two colours of the focus ring is seen on any ground of its theme") {
  for (const Theme& theme : all_themes()) {
    CHECK(contrast(theme.focus_outer, theme.focus_inner) >= 3);
    std::vector<Color> grounds{theme.page, theme.done.paper};
    for (const auto& [name, coat] : coats(theme)) {
      grounds.push_back(coat.paper);
      grounds.push_back(coat.line);
    }
    for (const Color ground : grounds) {
      INFO(theme.name << ", on " << ground.hex());
      CHECK(std::max(contrast(theme.focus_outer, ground), contrast(theme.focus_inner, ground)) >=
            3);
    }
  }
}
