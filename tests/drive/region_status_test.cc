// SPDX-License-Identifier: EUPL-1.2
// What staff read of the region at the kiosk, and do about it: the commands that it prints are
// pasted as they stand.
#include <regex>

#include "outbox/outbox.h"
#include "support/a_sheet.h"
#include "support/catch.h"
#include "support/kiosk_data.h"
#include "support/program.h"

using namespace sveiki;
using namespace sveiki::test;

namespace {

constexpr Instant kNow{1'795'000'000'000};

/// A centre in a folder with an awkward name, and its outbox.
struct Kiosk {
  TemporaryDir dir;
  KioskData data{kretinga(), dir / "Anna's data"};
  Outbox outbox{data / "outbox/outbox.db"};

  std::string status() const { return run_kiosk({"region", "status", "--data", data.path()}).out; }

  /// The region has days of these lives that the kiosk lost.
  void lose(const std::vector<std::string>& lives) {
    sync::Index index{"5d41402abc4b2a76", {}};
    CivilDay day{2026, 11, 20};
    for (const std::string& life : lives) {
      index.sheets.push_back({a_day(day.iso(), 1, 3, life).id, 7});
      day = day.next();
    }
    outbox.set_lives({kLife});
    outbox.reconcile(index, kNow);
  }
};

/// Pastes the first command in `text` that has these words; answers its exit code.
int paste(const std::string& text, const std::string& words) {
  std::smatch command;
  REQUIRE(std::regex_search(text, command, std::regex{"sveiki-kiosk [^\n]*" + words + "[^\n]*"}));
  return std::system(("PATH=" SVEIKI_BIN_DIR ":$PATH; " + command.str() + " >/dev/null").c_str());
}

}  // namespace

TEST_CASE("The command that settles lost days works as it is printed") {
  Kiosk kiosk;
  kiosk.lose({kLostLife});
  const std::string status = kiosk.status();
  INFO(status);
  CHECK(paste(status, "keep") == 0);
  CHECK(kiosk.outbox.state().gaps.empty());
}

TEST_CASE("Days that many lives lost are one block, settled by one answer") {
  for (const std::string how : {"keep", "withdraw"}) {
    Kiosk kiosk;
    kiosk.lose({kLostLife, "00000000000000c3", "00000000000000d4"});
    const std::string status = kiosk.status();
    INFO(status);
    CHECK(status.find("of 3 lives:\n  2026-11-20 2026-11-21 2026-11-22\n") != std::string::npos);
    CHECK(status.find("The region has days") == status.rfind("The region has days"));
    CHECK(paste(status, how) == 0);
    CHECK(kiosk.outbox.state().gaps.empty());
    CHECK(kiosk.outbox.withdrawals().size() == (how == "keep" ? 0 : 3));
    CHECK(paste(status, how) != 0);  // nothing is left
  }
}

TEST_CASE("An answer is for one life or for all, and never for none") {
  Kiosk kiosk;
  kiosk.lose({kLostLife, "00000000000000c3"});
  const auto settle = [&](std::vector<std::string> words) {
    words.insert(words.begin(), {"region", "settle"});
    words.insert(words.end(), {"--data", kiosk.data.path()});
    return run_kiosk(words).code;
  };
  for (const std::vector<std::string>& words : {std::vector<std::string>{},
                                                {"keep"},
                                                {kLostLife},
                                                {"--all"},
                                                {"--all", "perhaps"},
                                                {kLostLife, "keep", "--all", "keep"}})
    CHECK(settle(words) != 0);
  CHECK(kiosk.outbox.state().gaps.size() == 2);
  CHECK(settle({kLostLife, "keep"}) == 0);
  CHECK(kiosk.outbox.state().gaps.size() == 1);
}

TEST_CASE("A clock that is more than five minutes wrong is said, and by how much") {
  Kiosk kiosk;
  for (const auto& [skew_ms, said] : {std::pair{90 * 60'000, "90 minutes behind the region's"},
                                      {-6 * 60'000, "6 minutes ahead of the region's"}}) {
    kiosk.outbox.set_skew(skew_ms);
    CHECK(kiosk.status().find(said) != std::string::npos);
  }
  kiosk.outbox.set_skew(5 * 60'000);
  CHECK(kiosk.status().find("clock") == std::string::npos);
}
