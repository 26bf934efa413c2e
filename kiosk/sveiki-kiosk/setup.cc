// SPDX-License-Identifier: EUPL-1.2
// `sveiki-kiosk setup`: makes the data folder of a centre.
#include <CLI/CLI.hpp>
#include <fstream>
#include <iostream>
#include <iterator>
#include <memory>

#include "base/clock.h"
#include "domain/timetable_file.h"
#include "report/output.h"
#include "store/database.h"
#include "store/demo.h"
#include "store/posting.h"
#include "sveiki-kiosk/commands.h"
#include "sveiki-kiosk/places.h"
#include "sveiki-kiosk/saying.h"

namespace sveiki {
namespace {

struct Options {
  std::filesystem::path data;
  std::filesystem::path centre;
  bool demo = false;
  std::string today;
};

// The morning of a day that is given as a date: any time before the first opening.
constexpr int kMorning = 6 * 60;

std::string bytes_of(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// The timetable that lies beside the centre's file: centres/x.toml, timetables/x.toml.
TimetableFile timetable_beside(const std::filesystem::path& centre_file, const Centre& centre) {
  const auto file = std::filesystem::absolute(centre_file).parent_path().parent_path() /
                    "timetables" / (centre.id + ".toml");
  return std::filesystem::exists(file) ? read_timetable(file, centre, pictures()) : TimetableFile{};
}

int set_up(const Options& options, std::optional<CivilDay> today) {
  const Centre centre = read_centre(options.centre);
  if (std::filesystem::exists(options.data / "centre.db")) {
    return not_done(options.data.string() +
                    " is set up already; nothing was changed. Choose another"
                    " folder, or move this one away");
  }
  std::filesystem::create_directories(options.data);
  // The record last: where there is one, the folder is whole.
  report::write_whole(options.data / "centre.toml", bytes_of(options.centre));

  const Instant now = today ? instant_of(*today, kMorning, centre.zone) : SystemClock().now().wall;
  std::cout << "The centre \"" << centre.name.in(centre.languages.front()) << "\" is set up in "
            << options.data.string() << ".\n";
  if (options.demo) {
    const TimetableFile timetable = timetable_beside(options.centre, centre);
    const store::Demo demo =
        store::create_demo(options.data, centre, civil_day(now, centre.zone), timetable.series);
    store::Posting(options.data).apply({{}, {}, timetable.announcements}, "setup", now);
    std::cout << "Invented: " << demo.people << " people with tokens, and " << demo.visits
              << " visits from " << demo.from.iso() << " to " << demo.to.iso() << ".\n"
              << "Next: sveiki-kiosk run --data " << options.data.string() << '\n';
  } else {
    store::create_record(options.data, centre, now);
    std::cout << "Next: sveiki-kiosk import people FILE.csv --data " << options.data.string()
              << "\nThen: sveiki-kiosk run --data " << options.data.string() << '\n';
  }
  return 0;
}

}  // namespace

void add_setup(CLI::App& program, int& exit_code) {
  CLI::App* command = program.add_subcommand("setup", "make the data folder of a centre");
  const auto options = std::make_shared<Options>();
  command->add_option("--data", options->data, "the folder to make")->required();
  command->add_option("--centre", options->centre, "the centre's description, a .toml file")
      ->required();
  command->add_flag("--demo", options->demo, "with invented people and six weeks of visits");
  command->add_option("--today", options->today, "as if it were this day (2026-11-23)");
  command->callback([options, &exit_code] {
    const auto today = CivilDay::parse(options->today);
    if (!options->today.empty() && !today) {
      throw CLI::ValidationError{"--today", "write a date, as 2026-11-23"};
    }
    exit_code = saying_what_fails([&] { return set_up(*options, today); });
  });
}

}  // namespace sveiki
