// SPDX-License-Identifier: EUPL-1.2
// `sveiki-kiosk export attendance`: counts out, as a file for a spreadsheet.
#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

#include "domain/period.h"
#include "registers/attendance.h"
#include "registers/definitions.h"
#include "report/csv.h"
#include "report/output.h"
#include "sveiki-kiosk/commands.h"
#include "sveiki-kiosk/places.h"
#include "sveiki-kiosk/saying.h"

namespace sveiki {
namespace {

struct Options {
  std::filesystem::path data;
  std::string from;
  std::string to;
  std::string by;
  std::string format = "csv";
  std::filesystem::path file;
};

// A hundred years of days: more is a typing mistake.
constexpr auto kLongestRange = std::chrono::days{36'600};

CLI::ValidationError wrong(const std::string& option, const std::string& sentence) {
  return CLI::ValidationError{option, sentence};
}

CivilDay day_of(const std::string& option, const std::string& text) {
  const auto day = CivilDay::parse(text);
  if (!day) throw wrong(option, "\"" + text + "\" is not a date. Write it as 2026-11-23");
  return *day;
}

store::DayRange days_of(const Options& options) {
  const store::DayRange days{day_of("--from", options.from), day_of("--to", options.to)};
  if (days.from > days.to) throw wrong("--to", days.to.iso() + " is before " + days.from.iso());
  if (days.to.days() - days.from.days() > kLongestRange) {
    throw wrong("--to", "from " + days.from.iso() + " that is more than a hundred years");
  }
  return days;
}

/// "november.csv" -> "november-definitions.html"
std::filesystem::path definitions_beside(const std::filesystem::path& file) {
  return file.parent_path() / (file.stem().string() + "-definitions.html");
}

int export_attendance(const Options& options, store::DayRange days, registers::Rows rows) {
  const Centre centre = *centre_of(options.data);
  const report::Table table =
      registers::attendance(store::CountsQuery(options.data), centre, days, rows);
  const std::string csv = report::to_csv(table);
  if (rows.by_trait() && registers::has_small_rows(table))
    std::cerr << "Rows of fewer than 5 people can say who somebody is: use this file inside the"
                 " house only.\n";
  if (options.file.empty()) {
    std::cout << csv << std::flush;
    return std::cout ? 0 : not_done("the counts could not be written");
  }
  // The page first: counts never lie there without what they mean.
  report::write_whole(definitions_beside(options.file),
                      registers::attendance_definitions(centre, days, rows));
  report::write_whole(options.file, csv);
  return 0;
}

}  // namespace

void add_export(CLI::App& program, int& exit_code) {
  CLI::App* command = program.add_subcommand("export", "write counts or the timetable to a file");
  command->require_subcommand(1);
  CLI::App* attendance = command->add_subcommand("attendance", "how many came, and how often");
  const auto options = std::make_shared<Options>();
  attendance->add_option("--data", options->data, "the centre's data folder")->required();
  attendance->add_option("--from", options->from, "first day, as 2026-11-01")->required();
  attendance->add_option("--to", options->to, "last day, as 2026-11-30")->required();
  attendance
      ->add_option("--by", options->by,
                   "day, month, day,activity or month,activity; month,age, month,gender or"
                   " month,group")
      ->required();
  attendance->add_option("--format", options->format, "csv")->check(CLI::IsMember({"csv"}));
  attendance->add_option("-o,--output", options->file,
                         "the file; a page that explains the numbers is put beside it");
  attendance->callback([options, &exit_code] {
    const auto rows = registers::parse_rows(options->by);
    if (!rows)
      throw wrong("--by",
                  "write day, month, day,activity, month,activity, month,age, month,gender or"
                  " month,group");
    const store::DayRange days = days_of(*options);
    if (rows->by_trait() && !are_whole_months(days.from, days.to))
      throw wrong("--by", "by age, gender or group people are counted over whole months");
    exit_code = saying_what_fails([&] { return export_attendance(*options, days, *rows); });
  });
  add_export_timetable(*command, exit_code);
}

}  // namespace sveiki
