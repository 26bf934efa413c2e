// SPDX-License-Identifier: EUPL-1.2
// failover_senders REGION SECONDS, with a one-time code on each line of standard input: as many
// centres send ever newer revisions through the real courier, while somebody pulls plugs. At the
// end the region's index is asked for every revision that a receipt named. The last line says how
// many are missing; exit code 1 if any is, or if nothing was acknowledged.
#include <algorithm>
#include <cstdio>
#include <iostream>
#include <map>
#include <random>
#include <thread>

#include "courier/courier.h"
#include "courier/curl_carrier.h"
#include "support/temporary_dir.h"
#include "sync/ids.h"

using namespace sveiki;
using namespace std::chrono_literals;

namespace {

/// Keeps what every receipt that came back said.
class Witness final : public courier::Carrier {
 public:
  std::variant<courier::Answer, courier::Unreached> carry(
      const courier::Request& request) override {
    const auto begun = SystemClock().now().steady;
    auto came = curl_.carry(request);
    longest = std::max(longest, SystemClock().now().steady - begun);
    const auto* answer = std::get_if<courier::Answer>(&came);
    failures += !answer || answer->status != 200;
    if (const auto receipt = answer ? sync::read_receipt(answer->body) : std::nullopt) {
      for (const sync::SheetAnswer& sheet : receipt->sheets) {
        if (sheet.verdict == Verdict::kRefused || sheet.verdict == Verdict::kConflict) continue;
        std::int64_t& newest = acknowledged[sheet.id];
        newest = std::max(newest, sheet.revision);
        ++receipts;
      }
    }
    return came;
  }

  std::map<SheetId, std::int64_t> acknowledged;
  std::int64_t receipts = 0;
  int failures = 0;
  Millis longest{};

 private:
  courier::CurlCarrier curl_{"failover_senders", {}};
};

struct Result {
  std::int64_t receipts = 0;
  std::size_t sheets = 0;
  std::size_t missing = 0;
  int failures = 0;
  Millis longest{};
};

Sheet day_sheet(std::int64_t revision) {
  const CivilDay day =
      civil_day(SystemClock().now().wall, "Europe/Riga").next(-static_cast<int>(revision % 30));
  return {{"00000000000000aa", SheetKind::kDay, day.iso()},
          revision,
          {{{'T', ""}, {revision, 0, revision}}},
          DayState::kOpen,
          "Europe/Riga"};
}

/// What the region holds, once it can be asked.
sync::Index index_of(courier::Carrier& carrier, const courier::Sender& sender) {
  const std::string what = "GET /v1/centres/" + sender.device.centre + "/index";
  const sync::Envelope sealed = courier::seal(sender, what, "");
  while (true) {
    const auto came = carrier.carry(
        {"GET",
         sender.device.region + what.substr(4),
         {{"Sveiki-Device", sealed.device}, {"Sveiki-Signature", sync::text_of(sealed.signature)}},
         "",
         8 << 20});
    if (const auto* answer = std::get_if<courier::Answer>(&came))
      if (const auto index = sync::read_index(answer->body)) return *index;
    std::this_thread::sleep_for(1s);
  }
}

Result send(const std::string& region, const std::string& code, std::chrono::seconds how_long) {
  const test::TemporaryDir dir;
  Outbox outbox(dir / "outbox.db");
  const sync::DeviceKey key(dir / "device.key");
  const SystemClock clock;
  Witness witness;
  courier::Courier courier(outbox, witness, key, clock, "0.1.0", [] { return 0.0; });
  outbox.ask_to_enrol({region, code});
  outbox.set_lives({"00000000000000aa"});
  const auto end = std::chrono::steady_clock::now() + how_long;
  std::int64_t revision = 0;
  while (std::chrono::steady_clock::now() < end) {
    outbox.put({day_sheet(++revision)});
    const courier::Round round = courier.go();
    std::this_thread::sleep_for(round.trouble.empty() ? 20ms : 500ms);
  }
  Result result{witness.receipts, witness.acknowledged.size(), 0, witness.failures,
                witness.longest};
  if (!outbox.device()) return result;
  const auto index = index_of(witness, courier::sender_of(outbox, key, *outbox.device(), "0.1.0"));
  std::map<SheetId, std::int64_t> held;
  for (const sync::IndexEntry& entry : index.sheets) held[entry.id] = entry.revision;
  for (const auto& [id, newest] : witness.acknowledged) result.missing += held[id] < newest;
  return result;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "Usage: failover_senders REGION SECONDS < codes\n";
    return 2;
  }
  const std::chrono::seconds how_long{std::atoi(argv[2])};
  std::vector<std::string> codes;
  for (std::string line; std::getline(std::cin, line);)
    if (const auto code = sync::read_code(line)) codes.push_back(*code);
  std::vector<Result> results(codes.size());
  {
    std::vector<std::jthread> centres;
    for (std::size_t i = 0; i < codes.size(); ++i)
      centres.emplace_back([&, i] { results[i] = send(argv[1], codes[i], how_long); });
  }
  Result sum;
  for (const Result& result : results) {
    sum.receipts += result.receipts;
    sum.sheets += result.sheets;
    sum.missing += result.missing;
    sum.failures += result.failures;
    sum.longest = std::max(sum.longest, result.longest);
  }
  std::printf("%zu centres, %d requests failed, the longest took %lld ms\n", codes.size(),
              sum.failures, static_cast<long long>(sum.longest.count()));
  std::printf("acknowledged %lld revisions of %zu sheets; missing %zu\n",
              static_cast<long long>(sum.receipts), sum.sheets, sum.missing);
  return sum.missing > 0 || sum.receipts == 0;
}
