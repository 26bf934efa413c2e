// SPDX-License-Identifier: EUPL-1.2
/// A centre whose courier goes to a region in memory: no network, no waiting, a clock that stands.
#pragma once

#include <algorithm>
#include <cctype>

#include "courier/courier.h"
#include "support/a_sheet.h"
#include "support/catch.h"
#include "support/fake_region.h"
#include "support/temporary_dir.h"
#include "sync/gzip.h"

namespace sveiki::test {

using courier::Answer;
using courier::Request;
using courier::Unreached;

inline constexpr Instant kNow{1'795'000'000'000};
inline const std::string kUrl = "https://region.example";

/// Carries to a region in memory; each way takes so long.
class FakeCarrier final : public courier::Carrier {
 public:
  FakeCarrier(FakeRegion& region, SetClock& clock) : region_(region), clock_(clock) {}

  std::variant<Answer, Unreached> carry(const Request& request) override {
    clock_.advance(each_way);
    if (!unreached.trouble.empty()) return unreached;
    REQUIRE(request.url.starts_with(kUrl));
    Heard heard{request.method, request.url.substr(kUrl.size()), {}, request.body, request.body};
    for (const auto& [name, value] : request.headers) {
      std::string lower = name;
      for (char& c : lower) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
      heard.headers[lower] = value;
    }
    if (heard.headers["content-encoding"] == "gzip")
      heard.plain = sync::gunzip(heard.body, sync::kMaxBody).value();
    const Says says = region_.answer(heard);
    clock_.advance(each_way);
    Answer answer{says.status, says.headers, says.body};
    answer.headers["content-type"] = says.type;
    return answer;
  }

  Unreached unreached;
  Millis each_way{0};

 private:
  FakeRegion& region_;
  SetClock& clock_;
};

/// A centre that is connected, unless a test wants it otherwise.
struct Centre {
  explicit Centre(bool connected = true) {
    region.received_at = kNow;
    if (!connected) return;
    region.key = key.public_key();
    outbox.set_device({kUrl, region.device, region.centre, region.collector});
  }

  courier::Round go() { return courier.go(); }
  std::string trouble() { return outbox.state().trouble; }
  std::size_t pending() { return static_cast<std::size_t>(outbox.state().pending); }
  /// How often this was asked for.
  std::int64_t asked(const std::string& path) {
    return std::ranges::count(region.heard, path, &Heard::path);
  }

  TemporaryDir dir;
  Outbox outbox{dir / "outbox.db"};
  sync::DeviceKey key{dir / "key"};
  FakeRegion region;
  SetClock clock{kNow};
  FakeCarrier carrier{region, clock};
  double chance = 0.5;
  courier::Courier courier{outbox, carrier, key, clock, "0.1.0", [this] { return chance; }};
};

inline std::vector<Sheet> days(int count) {
  std::vector<Sheet> sheets;
  CivilDay day{2025, 1, 1};
  for (int i = 0; i < count; ++i) sheets.push_back(a_day(day.next(i).iso(), 1, i + 1));
  return sheets;
}

}  // namespace sveiki::test
