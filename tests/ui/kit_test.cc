// SPDX-License-Identifier: EUPL-1.2
#include "ui/kit/kit.h"

#include "domain/centre.h"
#include "platform/surface.h"
#include "support/catch.h"

using namespace sveiki;
using namespace sveiki::ui;

namespace {

constexpr float kPxPerMm = 2.4F;

/// A piece of glass to draw on.
struct Paper {
  std::unique_ptr<platform::Surface> surface = platform::open_offscreen(400, 300);
  platform::Pictograms pictograms{SVEIKI_BIN_DIR "/../share/sveiki/pictograms"};
  Words words{"lt", SVEIKI_BIN_DIR "/../share/sveiki/locale"};
  Kit kit{pictograms};

  template <class Draw>
  const Nodes& draw(const Draw& draw_it, int percent = 100, std::string_view pressed = {}) {
    kit.begin({.width = 400,
               .height = 300,
               .px_per_mm = kPxPerMm,
               .text_percent = percent,
               .theme = "day",
               .pressed = pressed},
              words);
    draw_it(kit);
    kit.end();
    return kit.nodes();
  }
};

}  // namespace

TEST_CASE("Letters are as high on the glass as they are said to be, at every size") {
  Paper paper;
  for (const int percent : kTextPercents) {
    paper.draw([](Kit&) {}, percent);
    for (const Face face : kFaces) {
      const float wanted = capital_mm(face, percent) * kPxPerMm;
      CHECK(paper.kit.type().capital_px(face) == Approx(wanted).margin(1));
    }
  }
}

TEST_CASE("The largest letters can be read from 60 cm, even where they had to become smaller") {
  Paper paper;
  paper.draw([](Kit&) {}, 200);
  for (const Face face : kFaces) {
    // The longest word of all in the narrowest box in which it is still whole.
    const std::string word = "Kompiuterinio";
    float width = 400;
    while (paper.kit.type().fit(word, face, width - 1, 60).fits) --width;
    const Fitted tight = paper.kit.type().fit(word, face, width, 60);
    CHECK(tight.fits);
    CHECK(tight.capital / kPxPerMm >= 7.33F - 1 / kPxPerMm);  // 0.7 degrees; a pixel less or more
  }
}

TEST_CASE("Words that fit are within their box, and words that do not say so") {
  Paper paper;
  paper.draw([](Kit&) {});
  const std::string text = "Socialinių įgūdžių lavinimas ir savarankiškas gyvenimas";
  for (float width = 20; width < 400; width += 13) {
    for (float height = 10; height < 120; height += 17) {
      const Fitted fitted = paper.kit.type().fit(text, Face::kTitle, width, height);
      CHECK(fitted.fits == (fitted.width <= width && fitted.height <= height));
      std::string again;
      for (const auto line : fitted.lines) {
        const float drawn = paper.kit.type().width(line, fitted.face) * fitted.scale;
        CHECK((!fitted.fits || drawn <= width));
      }
      for (const auto line : fitted.lines) again += (again.empty() ? "" : " ") + std::string{line};
      CHECK(again == text);  // no word is lost
    }
  }
  CHECK(paper.kit.type().fit(text, Face::kTitle, 400, 120).fits);
  CHECK_FALSE(paper.kit.type().fit(text, Face::kTitle, 20, 120).fits);
}

TEST_CASE("No word is left alone on the last line when the lines can be even") {
  Paper paper;
  paper.draw([](Kit&) {});
  const Type& type = paper.kit.type();
  const std::string text = "Ekranas užsidarys po 19 sekundžių.";
  const float one_line = type.width(text, Face::kText);
  for (float part = 0.5F; part < 1; part += 0.02F) {
    const Fitted fitted = type.fit(text, Face::kText, one_line * part, 120);
    if (fitted.lines.size() != 2) continue;
    INFO(part);
    CHECK(fitted.lines.back() != "sekundžių.");
  }
  CHECK(type.fit(text, Face::kText, one_line * 0.9F, 120).lines.size() == 2);
}

TEST_CASE("Tiles side by side all show their note, or none does and all are said") {
  Paper paper;
  const Rect cell{0, 0, 180, 250};
  const Tile pottery{.id = "purpose.clay", .picture = "clay", .label = "Molis", .note = "Dirbtuvė"};
  Tile long_note = pottery;
  long_note.note = "Socialinių įgūdžių lavinimo ir savarankiško gyvenimo kambarys";
  paper.draw([](Kit&) {});
  CHECK(paper.kit.tile_style(cell, {pottery, pottery}).note_room > 0);
  CHECK(paper.kit.tile_style(cell, {pottery, long_note}).note_room == 0);
  const auto& nodes = paper.draw([&](Kit& kit) {
    kit.tile(cell, long_note, kit.tile_style(cell, {pottery, long_note}));
  });
  CHECK(nodes.at(0).spoken == "Molis, " + long_note.note);
}

TEST_CASE("What is chosen, and which of how many it is, is said after its name") {
  Paper paper;
  const auto& nodes = paper.draw([](Kit& kit) {
    Rect area = kit.glass();
    kit.chip_rows(area, {{.id = "size.100",
                          .label = "A",
                          .action = app::action::SetTextSize{100},
                          .selected = true,
                          .radio = true,
                          .group = "sizes"},
                         {.id = "size.200",
                          .label = "B",
                          .action = app::action::SetTextSize{200},
                          .radio = true,
                          .group = "sizes"}});
  });
  REQUIRE(nodes.size() == 2);
  CHECK(nodes[0].spoken == "A, pasirinkta, 1 iš 2");
  CHECK(nodes[1].spoken == "B, 2 iš 2");
  CHECK(nodes[0].state == "selected");
  CHECK(role_name(nodes[0].role) == "radio");
}

TEST_CASE("A row at the bottom is read after what stands above it, whichever was drawn first") {
  Paper paper;
  const auto& nodes = paper.draw([](Kit& kit) {
    Rect area = kit.glass();
    kit.chip_rows(area, {{.id = "privacy", .label = "A", .action = app::action::ReadPrivacy{}}});
    kit.chip_rows(area, {{.id = "more", .label = "B", .action = app::action::More{}}});
    kit.words("title", area, "C", Face::kText, rgb(0));
  });
  REQUIRE(nodes.size() == 3);
  CHECK(nodes[0].id == "title");
  CHECK(nodes[1].id == "more");
  CHECK(nodes[2].id == "privacy");
}

TEST_CASE("A button that can do no more says so and does nothing") {
  Paper paper;
  const auto draw = [](bool enabled) {
    return [enabled](Kit& kit) {
      kit.step_button({10, 10, 100, 100}, "count.minus", "icon-minus", "Vienu mažiau",
                      app::action::ChangeCount{-1}, enabled);
    };
  };
  CHECK(paper.draw(draw(true), 100, "count.minus")[0].state == "pressed");
  CHECK(paper.draw(draw(false), 100, "count.minus")[0].state == "disabled");
  CHECK_FALSE(paper.draw(draw(false))[0].action);
}
