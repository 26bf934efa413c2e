// SPDX-License-Identifier: EUPL-1.2
// A walk over every screen, in every language, size of letters, theme and shape of glass, by the
// rules of ACCESS.md that need no sound. One test for each shape, so that they can run side by
// side.
#include <filesystem>
#include <set>
#include <sstream>

#include "platform/surface.h"
#include "support/catch.h"
#include "support/every_screen.h"
#include "ui/audits.h"
#include "ui/stage.h"

using namespace sveiki;
using namespace sveiki::test;

namespace {

namespace fs = std::filesystem;

const std::string kShare = SVEIKI_BIN_DIR "/../share/sveiki/";
const std::string kSource = SVEIKI_SOURCE_DIR;

/// Every screen of every centre, each once.
const std::vector<Shown>& every_screen() {
  static const std::vector<Shown> kAll = [] {
    std::vector<Shown> all;
    for (const std::string folder : {"/config/centres", "/tests/ui/centres"}) {
      for (const auto& file : fs::directory_iterator(kSource + folder)) {
        if (file.path().extension() != ".toml") continue;
        const Centre centre = read_centre(file.path());
        std::ranges::move(ScreenWalk(centre).of_the_centre(), std::back_inserter(all));
        if (centre.id == "fourteen")
          std::ranges::move(ScreenWalk(centre).of_everybody(), std::back_inserter(all));
      }
    }
    return all;
  }();
  return kAll;
}

/// What was found, and where first: a mistake of a widget is told once, not a thousand times.
class Report {
 public:
  void add(const Findings& findings, const std::string& where) {
    for (const std::string& finding : findings) {
      auto [found, fresh] = findings_.try_emplace(finding, where, 0);
      ++found->second.second;
    }
  }
  std::string text() const {
    std::ostringstream out;
    for (const auto& [finding, seen] : findings_)
      out << finding << "\n    " << seen.second << " times, first on " << seen.first << "\n";
    return out.str();
  }

 private:
  std::map<std::string, std::pair<std::string, int>> findings_;
};

class Crawl {
 public:
  Crawl(int width, int height, double px_per_mm)
      : surface_(platform::open_offscreen(width, height)),
        pictograms_(kShare + "pictograms"),
        stage_(pictograms_, kShare + "locale", width, height, px_per_mm),
        judged_px_per_mm_(std::min(stage_.px_per_mm(), static_cast<float>(width) * 3.6F / 1920)) {}

  /// Faces are baked anew for each size: the outermost loop.
  std::string walk() {
    for (const int percent : kTextPercents)
      for (const std::string_view language : kLanguages) {
        places_ = {};
        for (const std::string_view theme : kThemes)
          for (const Shown& shown : every_screen()) {
            const auto& offered = shown.model.centre->languages;
            if (std::ranges::find(offered, language) == offered.end()) continue;
            pages(shown, {std::string{language}, percent, std::string{theme}});
          }
      }
    find_untranslated();
    return report_.text();
  }

  int looks() const { return looks_; }

 private:
  /// A screen and all that comes with "show more", until the first page comes again.
  void pages(Shown shown, const app::Comfort& comfort) {
    shown.model.turn.comfort = shown.model.turn.chosen = comfort;
    std::string first;
    for (int page = 0; page < 20; ++page) {
      stage_.draw(shown.model, shown.now);
      std::string ids;
      for (const ui::Node& node : stage_.nodes()) ids += node.id + " ";
      if (ids == first) return;
      if (page == 0) first = ids;
      look(shown, comfort, page);
      if (!ui::find(stage_.nodes(), "more")) return;
      app::update(shown.model, app::action::More{}, shown.now);
    }
    report_.add({"pages: they never end"}, shown.name);
  }

  /// Words that are the same in every language were never given to a translator.
  void compare_languages(const Shown& shown, const std::string& language) {
    for (const ui::Node& node : stage_.nodes()) {
      // A language's own name, and a person's, are the same in every language.
      if (node.group == "languages" || node.id == "leader" ||
          std::ranges::none_of(node.label, is_letter))
        continue;
      auto& said = said_[shown.name + " of " + shown.model.centre->id + ", " + node.id];
      said[language] = node.label;
    }
  }
  static bool is_letter(char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; }

  void find_untranslated() {
    for (const auto& [where, said] : said_) {
      std::set<std::string> different;
      for (const auto& [language, label] : said) different.insert(label);
      if (said.size() > 1 && different.size() == 1)
        report_.add({"A2 untranslated: " + *different.begin()}, where);
    }
  }

  void look(const Shown& shown, const app::Comfort& comfort, int page) {
    ++looks_;
    compare_languages(shown, comfort.language);
    const ui::Words& words =
        words_.try_emplace(comfort.language, comfort.language, kShare + "locale").first->second;
    const Look look{
        app::screen_name(shown.model),
        stage_.nodes(),
        {0, 0, static_cast<float>(surface_->width()), static_cast<float>(surface_->height())},
        judged_px_per_mm_,
        words};
    Findings findings = audit(look);
    places_.check(look, findings);
    if (findings.empty()) return;
    report_.add(findings, shown.name + " of " + shown.model.centre->id + ", page " +
                              std::to_string(page + 1) + ", " + comfort.language + ", " +
                              std::to_string(comfort.text_percent) + " %, " + comfort.theme);
  }

  std::unique_ptr<platform::Surface> surface_;
  platform::Pictograms pictograms_;
  ui::Stage stage_;
  std::map<std::string, ui::Words> words_;
  SamePlaces places_;
  std::map<std::string, std::map<std::string, std::string>> said_;  ///< node -> language -> label
  Report report_;
  int looks_ = 0;
  float
      judged_px_per_mm_;  ///< a small glass makes all of it smaller, and is judged as if it had not
};

void audit_glass(int width, int height, double px_per_mm = 0) {
  Crawl crawl(width, height, px_per_mm);
  CHECK(crawl.walk() == "");
  CHECK(crawl.looks() > 3000);
}

}  // namespace

TEST_CASE("Every screen of a wide glass is right for everybody") {
  audit_glass(1920, 1080);
}

TEST_CASE("Every screen of a tall glass is right for everybody") {
  audit_glass(1080, 1920);
}

TEST_CASE("Every screen of a small glass is right for everybody") {
  audit_glass(1280, 720);
}

TEST_CASE("On a glass of fifteen inches every word is still whole") {
  audit_glass(1920, 1080, 5.58);
}
