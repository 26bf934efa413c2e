// SPDX-License-Identifier: EUPL-1.2
// `sveiki-region export` and `verify`: numbers out, for people, programs and auditors.
#include <CLI/CLI.hpp>
#include <fstream>
#include <iostream>
#include <iterator>
#include <memory>

#include "domain/period.h"
#include "region/data_package.h"
#include "region/json_report.h"
#include "region/open_data.h"
#include "region/verify.h"
#include "region/workbook.h"
#include "report/csv.h"
#include "report/output.h"
#include "sveiki-region/commands.h"
#include "sveiki-region/where.h"

namespace sveiki::region {
namespace {

struct ExportOptions {
  Where where;
  ReportQuestion question;
  std::string submitted;  ///< id; empty: the numbers as they are now
  std::string as_of;
  std::string format;
  std::string purpose = "copy";
  std::string language = "en";
  bool for_excel = false;
  std::filesystem::path file;
};

std::string csv(const report::Table& table, const ExportOptions& options) {
  return (options.for_excel ? "\xef\xbb\xbf" : "") + report::to_csv(table);
}

/// An organisation of another id would be a report of nothing.
void must_be_there(Storage& storage, const ReportQuestion& question) {
  const CivilDay from = question.as_of.value_or(calendar_period(question.from_month)->from);
  const CivilDay to = question.as_of.value_or(calendar_period(question.to_month)->to);
  for (const Place& place : storage.places(from, to))
    if (place.id == question.organisation && place.kind == Place::Kind::kOrganisation) return;
  throw Refusal("there is no organisation \"" + question.organisation + "\" from " + from.iso() +
                " to " + to.iso());
}

std::string exported(const ExportOptions& options) {
  Storage storage = options.where.open();
  if (!options.submitted.empty()) {
    if (options.format != "json") throw Refusal("what was submitted is kept as json only");
    return storage.submitted(options.submitted);
  }
  const Purpose purpose = options.purpose == "audit" ? Purpose::kAudit : Purpose::kCopy;
  const Language language = *language_named(options.language);
  if (months_between(options.question.from_month, options.question.to_month).empty())
    throw Refusal("write the months as 2026-01, the first one first");
  if (!options.question.organisation.empty()) must_be_there(storage, options.question);
  if (options.format == "pack")
    return write_pack(gather_evidence(storage, options.question, language, now()));
  if (options.format == "open-csv")
    return csv(publish(storage, options.question, day_or_today({}), now()), options);
  const Report report = make_report(storage, options.question, now());
  const ActivityNames names = storage.activity_names();
  if (options.format == "xlsx") return workbook(report, purpose, language, names);
  if (options.format == "csv")
    return csv(months_table(report, purpose, activity_names_in(options.language, names, report)),
               options);
  if (options.format == "package") return data_package(report, purpose, names);
  return json_report(report, purpose, names);
}

int run_export(ExportOptions& options) {
  if (!options.as_of.empty()) options.question.as_of = day_or_today(options.as_of);
  report::write_whole(options.file, exported(options));
  return 0;
}

int run_verify(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) throw std::runtime_error("cannot read " + file.string());
  const std::string bytes{std::istreambuf_iterator<char>(in), {}};
  const Proof proof = verify_pack(bytes);
  for (const std::string& note : proof.notes) std::cout << note << '\n';
  if (proof.faults.empty()) {
    std::cout << (proof.notes.empty() ? "every number is proved: "
                                      : "every other number is proved: ")
              << proof.sheets << " sheets, " << proof.envelopes << " signatures\n";
    return 0;
  }
  for (const std::string& fault : proof.faults) std::cerr << fault << '\n';
  std::cerr << "not every number is proved\n";
  return 1;
}

}  // namespace

void add_export(CLI::App& program, int& exit_code) {
  const auto options = std::make_shared<ExportOptions>();
  CLI::App* command = add_command(
      program, "export", "write a report to a file", options->where,
      [options] { return run_export(*options); }, exit_code);
  auto* numbers = command->add_option_group("numbers", "as they are now, or as they were told:");
  auto* from = numbers->add_option("--from", options->question.from_month, "first month, 2026-01");
  auto* to = numbers->add_option("--to", options->question.to_month, "last month, 2026-12");
  from->needs(to);
  to->needs(from);
  numbers->add_option("--submitted", options->submitted, "the id of a submitted report, su_...")
      ->excludes(from)
      ->excludes(to);
  numbers->require_option(1, 2);
  command->add_option("--format", options->format, "what kind of file")
      ->required()
      ->check(CLI::IsMember({"xlsx", "csv", "open-csv", "package", "json", "pack"}));
  command->add_option("-o,--output", options->file, "the file")->required();
  command->add_option("--as-of", options->as_of,
                      "places as they stand on this day; else as they stood then");
  command->add_option("--organisation", options->question.organisation, "only its centres, or_...");
  command->add_option("--purpose", options->purpose, "audit: with counts below five")
      ->check(CLI::IsMember({"copy", "audit"}));
  command->add_option("--language", options->language, "of the workbook, and of names in CSV")
      ->check(CLI::IsMember({"lv", "lt", "en"}));
  command->add_flag("--for-excel", options->for_excel, "CSV with a byte order mark");

  const auto pack = std::make_shared<std::filesystem::path>();
  CLI::App* verify = program.add_subcommand("verify", "count an evidence pack again, offline");
  verify->add_option("pack", *pack, "the file")->required();
  verify->callback([pack, &exit_code] { exit_code = run_verify(*pack); });
}

}  // namespace sveiki::region
