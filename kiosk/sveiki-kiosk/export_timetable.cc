// SPDX-License-Identifier: EUPL-1.2
// `sveiki-kiosk export timetable`: the timetable out, for the calendars that staff use.
#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

#include "base/clock.h"
#include "calendar/export.h"
#include "report/output.h"
#include "sveiki-kiosk/calendar_entries.h"
#include "sveiki-kiosk/commands.h"
#include "sveiki-kiosk/places.h"
#include "sveiki-kiosk/saying.h"

namespace sveiki {
namespace {

struct Options {
  std::filesystem::path data;
  std::filesystem::path file;
  std::string language;
};

int export_timetable(const Options& options) {
  const auto centre = centre_of(options.data);
  const std::string language =
      options.language.empty() ? centre->languages.front() : options.language;
  store::Posting posting(options.data);
  const calendar::Exported exported =
      calendar::export_calendar(calendar_entries(posting.posted()), *centre, language,
                                SystemClock().now().wall, posting.announcements());
  for (const auto* sentences : {&exported.left_out, &exported.not_in_outlook})
    for (const std::string& sentence : *sentences) not_done(sentence);
  if (!options.file.empty()) {
    report::write_whole(options.file, exported.file);
    return 0;
  }
  std::cout << exported.file << std::flush;
  return std::cout ? 0 : not_done("the timetable could not be written");
}

}  // namespace

void add_export_timetable(CLI::App& to_export, int& exit_code) {
  CLI::App* command =
      to_export.add_subcommand("timetable", "the timetable, as a calendar (.ics file)");
  const auto options = std::make_shared<Options>();
  command->add_option("--data", options->data, "the centre's data folder")->required();
  command->add_option("-o,--output", options->file, "the file");
  command->add_option("--language", options->language, "lv, lt or en")
      ->check(CLI::IsMember(std::vector<std::string>{kLanguages.begin(), kLanguages.end()}));
  command->callback([options, &exit_code] {
    exit_code = saying_what_fails([&] { return export_timetable(*options); });
  });
}

}  // namespace sveiki
