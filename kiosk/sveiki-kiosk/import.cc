// SPDX-License-Identifier: EUPL-1.2
// `sveiki-kiosk import people`: people in, from a list that the centre has.
#include <CLI/CLI.hpp>
#include <fstream>
#include <iostream>
#include <iterator>
#include <memory>

#include "base/clock.h"
#include "registers/people_file.h"
#include "sveiki-kiosk/commands.h"
#include "sveiki-kiosk/places.h"
#include "sveiki-kiosk/saying.h"

namespace sveiki {
namespace {

struct Options {
  std::filesystem::path file;
  std::filesystem::path data;
  bool dry_run = false;
};

// A hundred mistakes are fixed before the next are looked at.
constexpr std::size_t kMostSaid = 100;

// One byte more than any list may have, so that a huge file is seen to be too large, not read.
constexpr std::size_t kMostRead = (1 << 20) + 1;

std::string bytes_of(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::string bytes(kMostRead, '\0');
  in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (in.bad() || !in.is_open()) throw std::runtime_error("cannot read " + file.string());
  bytes.resize(static_cast<std::size_t>(in.gcount()));
  return bytes;
}

int refused(const Options& options, const std::vector<std::string>& wrong) {
  for (std::size_t i = 0; i < std::min(wrong.size(), kMostSaid); ++i) {
    not_done(options.file.filename().string() + ": " + wrong[i] + '.');
  }
  if (wrong.size() > kMostSaid) {
    not_done("... and " + std::to_string(wrong.size() - kMostSaid) + " more");
  }
  return not_done("nobody was imported");
}

int import_people(const Options& options) {
  const Centre centre = *centre_of(options.data);
  const Instant now = SystemClock().now().wall;
  store::Enrolment enrolment(options.data);
  const registers::PeopleFile file = registers::read_people(
      bytes_of(options.file),
      {enrolment.tokens(), enrolment.cards(), centre.languages, civil_day(now, centre.zone)});
  if (!file.wrong.empty()) return refused(options, file.wrong);
  if (!options.dry_run) enrolment.add(file.people, "import", now);
  const std::size_t n = file.people.size();
  std::cout << n << (n == 1 ? " person " : " people ")
            << (options.dry_run ? "could be imported" : "imported") << '\n';
  return 0;
}

}  // namespace

void add_import(CLI::App& program, int& exit_code) {
  CLI::App* command = program.add_subcommand("import", "bring in what the centre has");
  command->require_subcommand(1);
  CLI::App* people = command->add_subcommand("people", "people, from a CSV file");
  const auto options = std::make_shared<Options>();
  people->add_option("file", options->file, "the list, UTF-8, with ; or , between the columns")
      ->required();
  people->add_option("--data", options->data, "the centre's data folder")->required();
  people->add_flag("--dry-run", options->dry_run, "only say what is wrong");
  people->callback([options, &exit_code] {
    exit_code = saying_what_fails([&] { return import_people(*options); });
  });
  add_import_timetable(*command, exit_code);
}

}  // namespace sveiki
