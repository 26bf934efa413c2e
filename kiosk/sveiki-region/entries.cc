// SPDX-License-Identifier: EUPL-1.2
// `sveiki-region month` and `import-envelope`: counts that no network brought.
#include <CLI/CLI.hpp>
#include <fstream>
#include <iostream>
#include <map>
#include <memory>

#include "report/output.h"
#include "sveiki-region/commands.h"
#include "sveiki-region/where.h"

namespace sveiki::region {
namespace {

struct EntryOptions {
  Where where;
  std::string centre, month;
  RowValues values{};
  bool added_to_kiosk = false;
  std::vector<std::filesystem::path> files;
};

int enter_month(const EntryOptions& options) {
  options.where.open().enter_month(options.centre, options.month, options.values, kCommandLine,
                                   now(), options.added_to_kiosk);
  return 0;
}

/// Who signed it. Refuses as the collector does on the wire.
Device sender_of(Storage& storage, const sync::Envelope& envelope) {
  const auto device = storage.device(envelope.device);
  if (!device || !sync::verify(device->key, envelope.what, envelope.body, envelope.signature))
    throw Refusal("no device of this region signed this");
  if (device->revoked) throw Refusal("device " + device->id + " was revoked");
  return *device;
}

/// What the device signed, for its own centre.
template <class Message>
Message signed_by(const Device& device, std::variant<Message, sync::Problem> read) {
  if (const auto* problem = std::get_if<sync::Problem>(&read)) throw Refusal(problem->detail);
  Message& message = std::get<Message>(read);
  if (message.device != device.id || message.centre != device.centre)
    throw Refusal("it is of another centre than the device that signed it");
  return std::move(message);
}

/// What became of how many sheets: "refused: activity" by its reason.
using Summary = std::map<std::string, int>;

/// The receipt for the computer that sealed it; of withdrawals and lost days there is none.
std::optional<sync::Receipt> import(Storage& storage, const sync::Envelope& envelope,
                                    Summary& summary) {
  const Device device = sender_of(storage, envelope);
  if (envelope.what == "POST /v1/withdraw") {
    const auto withdrawal = signed_by(device, sync::read_withdrawal(envelope.body));
    storage.withdraw(withdrawal, envelope.body, envelope.signature, now());
    ++summary["withdrawal"];
  } else if (envelope.what == "POST /v1/gaps") {
    storage.note_gaps(signed_by(device, sync::read_gaps(envelope.body)), now());
    ++summary["report of lost days"];
  } else if (envelope.what == "POST /v1/sheets") {
    const Delivery delivery{.upload = signed_by(device, sync::read_upload(envelope.body)),
                            .body = envelope.body,
                            .signature = envelope.signature,
                            .received = now(),
                            .carried = true};
    Taken taken = std::move(storage.store({&delivery, 1}).at(0));
    for (const sync::SheetAnswer& answer : taken.sheets)
      ++summary[std::string{verdict_name(answer.verdict)} +
                (answer.why.empty() ? "" : ": " + answer.why)];
    return sync::Receipt{.collector = storage.collector_id(),
                         .received_at = delivery.received,
                         .catalogue = storage.catalogue().version,
                         .uploads = taken.uploads,
                         .sheets = std::move(taken.sheets)};
  } else {
    throw Refusal("it holds nothing for a collector");
  }
  return std::nullopt;
}

/// One envelope a line. Its receipts go back on the same stick, beside it: a line each, and a last
/// one with what the region sets, for a centre that no network reaches.
int import_file(Storage& storage, const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in || std::filesystem::is_directory(file))
    throw Refusal(file.string() + " cannot be read as a file");
  Summary summary;
  std::string receipts;
  int failed = 0, envelopes = 0;
  std::string line;
  for (int number = 1; std::getline(in, line); ++number) {
    if (line.empty()) continue;
    ++envelopes;
    try {
      const auto envelope = sync::read_envelope(line);
      if (!envelope) throw Refusal("it is not an envelope");
      if (const auto receipt = import(storage, *envelope, summary))
        receipts += sync::write_receipt(*receipt) + '\n';
    } catch (const Refusal& refusal) {
      std::cerr << file.string() << ":" << number << ": " << refusal.what() << '\n';
      ++failed;
    }
  }
  if (envelopes == 0) throw Refusal(file.string() + " is empty: take it again from the kiosk");
  for (const auto& [what, times] : summary)
    std::cout << file.string() << ": " << times << ' ' << what << '\n';
  if (!receipts.empty()) {
    receipts += sync::write_catalogue(storage.catalogue()) + '\n';
    const std::filesystem::path beside = file.string() + ".receipt";
    report::write_whole(beside, receipts);
    std::cout << "Take " << beside.string() << " back to the centre.\n";
  }
  return failed;
}

int import_envelopes(const EntryOptions& options) {
  Storage storage = options.where.open();
  int failed = 0;
  for (const auto& file : options.files) failed += import_file(storage, file);
  return failed == 0 ? 0 : 1;
}

}  // namespace

void add_entries(CLI::App& program, int& exit_code) {
  const auto options = std::make_shared<EntryOptions>();
  CLI::App* month = program.add_subcommand("month", "months of a centre without a kiosk");
  month->require_subcommand(1);
  CLI::App* entering = add_command(
      *month, "enter", "what somebody counted by hand, instead of an entry before", options->where,
      [=] { return enter_month(*options); }, exit_code);
  entering->add_option("centre", options->centre, "its id")->required();
  entering->add_option("month", options->month, "as 2026-11")->required();
  const auto value = [&](const char* name, DayColumn column, const char* what) {
    return entering->add_option(name, options->values[column], what);
  };
  value("--visits", kVisits, "with those who came as a number")->required();
  value("--people", kPeople, "different people over the month")->required();
  value("--headcount", kHeadcount, "who came as a number, a school class");
  value("--newcomers", kNewcomers, "of the people, for the first time");
  value("--sign-ups", kSignUps, "places taken in activities");
  value("--minutes", kMinutes, "of all visits together");
  value("--services", kServices, "showers, meals, hours with a specialist");
  entering->add_flag("--added-to-kiosk", options->added_to_kiosk,
                     "on top of the days that a kiosk has told of that month");

  CLI::App* importing = add_command(
      program, "import-envelope", "what kiosks signed, from a USB stick", options->where,
      [=] { return import_envelopes(*options); }, exit_code);
  importing->add_option("files", options->files, "one or more")->required();
}

}  // namespace sveiki::region
