// SPDX-License-Identifier: EUPL-1.2
// `sveiki-region centre` and `enrol-code`: the places of the region, and the way in for a kiosk.
#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

#include "sveiki-region/commands.h"
#include "sveiki-region/where.h"

namespace sveiki::region {
namespace {

struct CentreOptions {
  Where where;
  std::string id;
  Place place{.zone = "Europe/Riga"};
  bool no_kiosk = false;
  bool cancel = false;
  std::string successor;
  std::string day;
};

const Choices<Place::Kind> kKinds{{"organisation", Place::Kind::kOrganisation},
                                  {"centre", Place::Kind::kCentre},
                                  {"branch", Place::Kind::kBranch}};

int add(const CentreOptions& options) {
  Place place = options.place;
  place.kiosk = !options.no_kiosk;
  place.from = day_or_today(options.day);
  std::cout << options.where.open_or_make().add_place(place, kCommandLine, now()).id << '\n';
  return 0;
}

int rename(const CentreOptions& options) {
  options.where.open().rename_place(options.id, options.place.name, day_or_today(options.day),
                                    kCommandLine, now());
  return 0;
}

int move(const CentreOptions& options) {
  options.where.open().move_place(options.id, options.place.parent, day_or_today(options.day),
                                  kCommandLine, now());
  return 0;
}

int close(const CentreOptions& options) {
  options.where.open().close_place(options.id, day_or_today(options.day), options.successor,
                                   kCommandLine, now());
  return 0;
}

int reopen(const CentreOptions& options) {
  options.where.open().reopen_place(options.id, day_or_today(options.day), kCommandLine, now());
  return 0;
}

int drop_plans(const CentreOptions& options) {
  options.where.open().drop_plans(options.id, kCommandLine, now());
  return 0;
}

int settle(const CentreOptions& options) {
  options.where.open().settle_gaps(options.id, kCommandLine, now());
  return 0;
}

int list(const CentreOptions& options) {
  std::cout << "id\tkind\tname\tparent\tcountry\tkiosk\tfrom\tlast day\n";
  for (const Place& place : options.where.open().places(day_or_today(options.day)))
    std::cout << place.id << '\t' << name_of(place.kind, kKinds) << '\t' << place.name << '\t'
              << place.parent << '\t' << place.country << '\t' << (place.kiosk ? "yes" : "no")
              << '\t' << place.from.iso() << '\t' << (place.to ? place.to->iso() : "") << '\n';
  return 0;
}

int make_code(const CentreOptions& options) {
  if (options.cancel) {
    options.where.open().cancel_codes(options.id, kCommandLine, now());
    return 0;
  }
  std::cout << options.where.open().new_code(options.id, kCommandLine, now()) << '\n'
            << "Type it in at the kiosk within 48 hours. It works once.\n";
  return 0;
}

}  // namespace

void add_centre(CLI::App& program, int& exit_code) {
  const auto options = std::make_shared<CentreOptions>();
  CLI::App* centre =
      program.add_subcommand("centre", "organisations, centres and their branches, in time");
  centre->require_subcommand(1);
  const auto command = [&](CLI::App& parent, const char* name, const char* what, auto work) {
    return add_command(
        parent, name, what, options->where, [=] { return work(*options); }, exit_code);
  };

  CLI::App* adding = command(*centre, "add", "a new one: its id is printed", add);
  adding->add_option("name", options->place.name, "of the place")->required();
  add_choice(*adding, "--kind", options->place.kind, kKinds, "what it is; else a centre");
  adding->add_option("--parent", options->place.parent, "id of what it belongs to");
  adding->add_option("--country", options->place.country, "LV or LT; else as its parent");
  adding->add_option("--zone", options->place.zone, "time zone, Europe/Riga if not said");
  adding->add_flag("--no-kiosk", options->no_kiosk,
                   "its months are entered by hand, until a kiosk is enrolled");
  adding->add_option("--from", options->day, "its first day; else today");

  CLI::App* renaming = command(*centre, "rename", "it has another name from a day on", rename);
  renaming->add_option("id", options->id)->required();
  renaming->add_option("name", options->place.name)->required();
  renaming->add_option("--from", options->day, "the first day of it; else today");

  CLI::App* moving = command(*centre, "move", "it belongs to another from a day on", move);
  moving->add_option("id", options->id)->required();
  moving->add_option("--parent", options->place.parent, "id; empty: the region")->required();
  moving->add_option("--from", options->day, "the first day of it; else today");

  CLI::App* closing = command(*centre, "close", "it works no more", close);
  closing->add_option("id", options->id)->required();
  closing->add_option("--last", options->day, "its last day; else today");
  closing->add_option("--successor", options->successor, "id of who goes on with its work");

  CLI::App* opening = command(*centre, "reopen", "it works again, or never closed", reopen);
  opening->add_option("id", options->id)->required();
  opening->add_option("--from", options->day, "the first day of it; else today");

  command(*centre, "drop-plans", "its changes that have not begun will not come", drop_plans)
      ->add_option("id", options->id)
      ->required();

  command(*centre, "settle", "its kiosk is gone: the days that it had lost count as they came",
          settle)
      ->add_option("id", options->id)
      ->required();

  CLI::App* listing = command(*centre, "list", "all of them, on one day", list);
  listing->add_option("--as-of", options->day, "the day; else today");

  CLI::App* coding = command(program, "enrol-code", "a code for a centre's new kiosk", make_code);
  coding->add_option("id", options->id, "of the centre")->required();
  coding->add_flag("--cancel", options->cancel, "its codes that nobody used work no more");
}

}  // namespace sveiki::region
