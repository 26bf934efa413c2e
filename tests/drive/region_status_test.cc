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
