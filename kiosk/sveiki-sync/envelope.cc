// SPDX-License-Identifier: EUPL-1.2
// `sveiki-sync export-envelope` and `import-receipt`: to the region on a USB stick. Nothing counts
// as sent until the region's receipt is here.
#include <algorithm>
#include <fstream>

#include "base/clock.h"
#include "report/output.h"
#include "sveiki-sync/desk.h"

namespace sveiki {
namespace {

namespace fs = std::filesystem;

/// "sheets.sveiki", then "sheets-2.sveiki": an envelope each.
fs::path numbered(const fs::path& file, std::size_t number) {
  if (number == 1) return file;
  const std::string name =
      file.stem().string() + "-" + std::to_string(number) + file.extension().string();
  return file.parent_path() / name;
}

void seal_all(const courier::Sender& sender, std::vector<Sheet> sheets, Instant now,
              std::vector<sync::Envelope>& envelopes) {
  if (auto sealed = courier::seal_sheets(sender, sheets, now)) {
    envelopes.push_back(*std::move(sealed));
  } else if (sheets.size() > 1) {
    auto [first, second] = courier::halves(std::move(sheets));
    seal_all(sender, std::move(first), now, envelopes);
    seal_all(sender, std::move(second), now, envelopes);
  }
}

int export_envelope(const Places& places, const fs::path& file) {
  Desk desk(places);
  const courier::Sender sender = desk.sender();

  std::vector<sync::Envelope> envelopes;
  for (const auto& lives : courier::portions(desk.outbox.withdrawals(), sync::kMaxLives))
    envelopes.push_back(courier::seal_withdrawal(sender, lives));
  for (const auto& gaps : courier::portions(desk.outbox.untold_gaps(), sync::kMaxGaps))
    envelopes.push_back(courier::seal_gaps(sender, gaps));
  std::size_t count = 0;
  const Instant now = SystemClock().now().wall;
  for (SheetId after;;) {
    auto sheets = desk.outbox.pending(sync::kMaxSheets, sender.with(), after);
    if (sheets.empty()) break;
    after = sheets.back().id;
    count += sheets.size();
    seal_all(sender, std::move(sheets), now, envelopes);
  }
  if (envelopes.empty()) return not_done("nothing waits to be sent");
  for (std::size_t i = 0; i < envelopes.size(); ++i) {
    const fs::path name = numbered(file, i + 1);
    report::write_whole(name, sync::write_envelope(envelopes[i]));
    std::cout << name.string() << '\n';
  }
  if (count > 0)
    std::cout << count << (count == 1 ? " sheet" : " sheets")
              << ". Take the file to the region, and bring its receipt back.\n";
  else
    std::cout
        << "Days that were withdrawn or lost, no sheets. Take the file to the region; there is"
           " no receipt for it.\n";
  return 0;
}

/// What the region laid on the stick.
struct Brought {
  std::vector<sync::Receipt> receipts;  ///< of the envelopes that lay in one file
  std::optional<sync::Catalogue> catalogue;
};

/// Receipts, one a line, then what the region sets as it stood then; an older region leaves it out.
/// Nothing for anything else.
std::optional<Brought> read_brought(const fs::path& file) {
  Brought brought;
  std::ifstream in(file, std::ios::binary);
  for (std::string line; std::getline(in, line);) {
    if (brought.catalogue) return std::nullopt;
    if (auto receipt = sync::read_receipt(line)) {
      brought.receipts.push_back(*std::move(receipt));
    } else if (!(brought.catalogue = sync::read_catalogue(line))) {
      return std::nullopt;
    }
  }
  if (brought.receipts.empty()) return std::nullopt;
  const auto is_of_it = [&](const sync::Receipt& receipt) {
    return !brought.catalogue || receipt.catalogue <= brought.catalogue->version;
  };
  if (!std::ranges::all_of(brought.receipts, is_of_it)) return std::nullopt;
  return brought;
}

int import_receipt(const Places& places, const fs::path& file) {
  Desk desk(places);
  const courier::Sender sender = desk.sender();
  const auto brought = read_brought(file);
  if (!brought) return not_done(file.string() + " is not a receipt of the region");
  const auto lies_here = [&](const sync::SheetAnswer& answer) {
    return desk.outbox.holds(answer.id, answer.revision);
  };
  for (const sync::Receipt& receipt : brought->receipts) {
    if (sender.device.collector != receipt.collector) {
      return not_done(file.string() + " is the receipt of another region");
    }
    if (std::ranges::none_of(receipt.sheets, lies_here)) {
      return not_done(file.string() +
                      " is the receipt of another centre: nothing in it is of this"
                      " kiosk. Bring the one that was laid beside this centre's file");
    }
  }
  const int before = desk.outbox.state().pending;
  for (const sync::Receipt& receipt : brought->receipts)
    desk.outbox.acknowledge(receipt.sheets, SystemClock().now().wall, sender.with());
  const int after = desk.outbox.state().pending;
  std::cout << before - after << " sheets are no longer waiting; " << after << " still are.\n";
  // Sticks come in any order: versions only grow.
  if (brought->catalogue && sender.catalogue.value_or(-1) < brought->catalogue->version) {
    desk.outbox.set_catalogue(*brought->catalogue);
    std::cout << "The kiosk counts by what the region sets now.\n";
  }
  return 0;
}

}  // namespace

void add_export_envelope(CLI::App& program, std::shared_ptr<const Places> places, int& exit_code) {
  CLI::App* command =
      program.add_subcommand("export-envelope", "what waits, sealed, for a USB stick");
  const auto file = std::make_shared<fs::path>();
  command->add_option("-o,--output", *file, "the file; more of them where one is too small")
      ->required();
  command->callback([=, &exit_code] {
    exit_code = saying_what_fails([&] { return export_envelope(*places, *file); });
  });
}

void add_import_receipt(CLI::App& program, std::shared_ptr<const Places> places, int& exit_code) {
  CLI::App* command =
      program.add_subcommand("import-receipt", "what the region said, from a USB stick");
  const auto file = std::make_shared<fs::path>();
  command->add_option("FILE", *file)->required()->check(CLI::ExistingFile);
  command->callback([=, &exit_code] {
    exit_code = saying_what_fails([&] { return import_receipt(*places, *file); });
  });
}

}  // namespace sveiki
