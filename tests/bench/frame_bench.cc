// SPDX-License-Identifier: EUPL-1.2
// CPU time to build one frame of each screen (layout, nodes and draw list; nothing is drawn), with
// every offer and every token the demo has, and a timetable of 300 sessions a week. Usage:
// frame_bench [TEXT PER CENT, 100]
#include <time.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <vector>

#include "app/update.h"
#include "platform/pictograms.h"
#include "platform/surface.h"
#include "ui/stage.h"

namespace {

using namespace sveiki;

double cpu_ms() {
  timespec now{};
  ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

std::vector<Token> all_tokens() {
  std::vector<Token> tokens;
  for (std::size_t i = 0; i < symbols().size(); ++i) {
    Token token;
    token.id = "tk_" + std::to_string(i);
    token.symbol = symbols()[i];
    token.flock = kFlocks[i % kFlocks.size()];
    tokens.push_back(token);
  }
  return tokens;
}

/// 300 sessions: sixty on each working day, from eight to five, with places.
std::vector<Series> a_full_week(const Centre& centre) {
  std::vector<Series> all;
  for (int i = 0; i < 60; ++i) {
    Series series;
    series.id = "s" + std::to_string(i);
    series.activity = centre.activities[static_cast<std::size_t>(i) % centre.activities.size()].id;
    series.start = {{2026, 9, 1}, 8 * 60 + i * 8};
    series.duration = 45;
    series.places = 1 + i % 12;
    series.rule = Rule::parse("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR");
    all.push_back(std::move(series));
  }
  return all;
}

}  // namespace

int main(int argc, char** argv) {
  const auto surface = platform::open_offscreen(1920, 1080);
  platform::Pictograms pictograms(SVEIKI_BIN_DIR "/../share/sveiki/pictograms");
  ui::Stage stage(pictograms, SVEIKI_BIN_DIR "/../share/sveiki/locale", 1920, 1080, 0);
  const auto centre = std::make_shared<const Centre>(
      read_centre(SVEIKI_SOURCE_DIR "/config/centres/kretinga.toml"));
  const Now now{*parse_instant("2026-11-23T10:00", centre->zone), Moment{0}};
  app::Model model = app::begin(centre, now, Instant{0}, std::nullopt);
  model.tokens = all_tokens();
  model.turn.token = model.tokens.front();
  model.turn.party = app::PartyCount{};
  if (argc > 1) model.turn.comfort.text_percent = std::atoi(argv[1]);

  model.timetable =
      std::make_shared<Timetable>(a_full_week(*centre), std::vector<Closure>{}, *centre);
  const CivilDay monday{2026, 11, 23};
  std::printf("%zu sessions in the week\n",
              model.timetable->sessions(monday, monday.next(6)).size());

  namespace screen = app::screen;
  for (const app::Screen& each : std::vector<app::Screen>{
           screen::Attract{}, screen::Closed{}, screen::Who{}, screen::TokenWall{},
           screen::Purpose{}, screen::Welcome{}, screen::Already{}, screen::Leave{},
           screen::Guest{}, screen::Party{}, screen::Unknown{}, screen::Privacy{},
           screen::Day{monday}, screen::Week{monday}, screen::Trouble{}}) {
    model.screen = each;
    const auto build = [&] { surface->show(stage.draw(model, now)); };
    build();  // loads pictures and letters
    std::vector<double> ms;
    for (int i = 0; i < 300; ++i) {
      const double start = cpu_ms();
      stage.draw(model, now);
      ms.push_back(cpu_ms() - start);
    }
    std::sort(ms.begin(), ms.end());
    std::printf("%-8s median %.3f ms, p99 %.3f ms, %zu nodes   (target 0.5)\n",
                screen_name(model).data(), ms[ms.size() / 2], ms[ms.size() * 99 / 100],
                stage.nodes().size());
  }
  return 0;
}
