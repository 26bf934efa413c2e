// SPDX-License-Identifier: EUPL-1.2
// `sveiki-region activity` and `indicator`: what the region sets, and every kiosk takes over.
#include <CLI/CLI.hpp>
#include <array>
#include <iostream>
#include <memory>

#include "domain/period.h"
#include "sveiki-region/commands.h"
#include "sveiki-region/where.h"

namespace sveiki::region {
namespace {

struct SettingOptions {
  Where where;
  std::string code;
  Indicator indicator;
  std::string from, to, due;
  NameByLanguage names;
};

constexpr std::array kLanguages{"lv", "lt", "en"};

Period month(const std::string& name) {
  const auto period = month_named(name);
  if (!period) throw Refusal("\"" + name + "\" is not a month: write it as 2026-11");
  return *period;
}

int add_activity(const SettingOptions& options) {
  options.where.open_or_make().add_activity(options.code, kCommandLine, now(), options.names);
  return 0;
}

int name_activity(const SettingOptions& options) {
  options.where.open().name_activity(options.code, options.names, kCommandLine, now());
  return 0;
}

int list_activities(const SettingOptions& options) {
  Storage storage = options.where.open();
  const ActivityNames names = storage.activity_names();
  for (const auto& activity : storage.catalogue().activities) {
    std::cout << activity.code;
    for (const char* language : kLanguages) {
      const auto named = names.find(activity.id);
      const bool has = named != names.end() && named->second.contains(language);
      std::cout << '\t' << (has ? named->second.at(language) : "");
    }
    std::cout << '\n';
  }
  return 0;
}

int add_indicator(const SettingOptions& options) {
  Indicator indicator = options.indicator;
  indicator.from = month(options.from).from;
  indicator.to = month(options.to).to;
  indicator.due = options.due.empty() ? indicator.to : day_or_today(options.due);
  options.where.open_or_make().add_indicator(indicator, kCommandLine, now());
  return 0;
}

int list_indicators(const SettingOptions& options) {
  std::cout << "period\tname\tfrom\tto\ttarget\tdue\tversion\n";
  for (const Indicator& it : options.where.open().indicators())
    std::cout << it.period << '\t' << it.name << '\t' << it.from.iso() << '\t' << it.to.iso()
              << '\t' << it.target << '\t' << it.due.iso() << '\t' << it.version << '\n';
  return 0;
}

}  // namespace

void add_settings(CLI::App& program, int& exit_code) {
  const auto options = std::make_shared<SettingOptions>();
  CLI::App* activity = program.add_subcommand("activity", "what centres offer, by a common name");
  activity->require_subcommand(1);
  CLI::App* adding = add_command(
      *activity, "add", "a new one", options->where, [=] { return add_activity(*options); },
      exit_code);
  CLI::App* naming = add_command(
      *activity, "name", "what reports call it; \"\" takes a name away", options->where,
      [=] { return name_activity(*options); }, exit_code);
  for (CLI::App* command : {adding, naming}) {
    command->add_option("code", options->code, "as the centres' files name it, clay")->required();
    for (const std::string language : kLanguages)
      command->add_option_function<std::string>(
          "--name-" + language,
          [options, language](const std::string& name) { options->names[language] = name; },
          "its name in " + language + ", never of a person");
  }
  add_command(
      *activity, "list", "codes, and names in lv, lt and en", options->where,
      [=] { return list_activities(*options); }, exit_code);

  CLI::App* indicator = program.add_subcommand("indicator", "what is counted towards a target");
  indicator->require_subcommand(1);
  CLI::App* setting = add_command(
      *indicator, "add", "a new one, or a new target of one that there is", options->where,
      [=] { return add_indicator(*options); }, exit_code);
  setting->add_option("period", options->indicator.period, "its id, P:SOC1000")->required();
  setting->add_option("--name", options->indicator.name, "as reports call it")->required();
  setting->add_option("--from", options->from, "its first month, 2026-01")->required();
  setting->add_option("--to", options->to, "its last month, 2027-12")->required();
  setting->add_option("--target", options->indicator.target, "different people, at least")
      ->required();
  setting->add_option("--due", options->due, "the day it must be reached; else its last day");
  add_command(
      *indicator, "list", "all of them, as they stand", options->where,
      [=] { return list_indicators(*options); }, exit_code);
}

}  // namespace sveiki::region
