// SPDX-License-Identifier: EUPL-1.2
// What lies between the kiosk and the courier.
#include "outbox/outbox.h"

#include <SQLiteCpp/Database.h>

#include <chrono>

#include "support/a_sheet.h"
#include "support/catch.h"
#include "support/temporary_dir.h"

using namespace sveiki;
using namespace sveiki::test;

namespace {

constexpr Instant kNow{1'795'000'000'000};
const std::string kWith = "catalogue 3, program 0.1.0";
const Outbox::Device kDevice{"https://region.example", "dv_7F3K9QWX", "ce_2PMNH8ZT", "c1"};

sync::SheetAnswer said(const Sheet& sheet, Verdict verdict, const std::string& why = "") {
  return {sheet.id, sheet.revision, verdict, why};
}

std::vector<std::string> periods(const std::vector<Sheet>& sheets) {
  std::vector<std::string> all;
  for (const Sheet& sheet : sheets) all.push_back(sheet.id.period);
  return all;
}

struct Tray {
  TemporaryDir dir;
  std::filesystem::path file = dir / "outbox/outbox.db";
  Outbox outbox{file};

  std::vector<std::string> pending() { return periods(outbox.pending(400, kWith)); }
};

using Periods = std::vector<std::string>;

}  // namespace

TEST_CASE("A sheet comes out of the outbox as it was laid in, also by another program") {
  Tray tray;
  const std::vector<Sheet> sheets{a_day("2026-11-20"), a_month("2026-11")};
  tray.outbox.put(sheets);
  CHECK(Outbox(tray.file).pending(400, kWith) == sheets);
}

TEST_CASE("Days go before months, the oldest first, as many as were asked for") {
  Tray tray;
  tray.outbox.put({a_month("2026-10"), a_day("2026-11-21"), a_day("2026-11-20")});
  CHECK(tray.pending() == Periods{"2026-11-20", "2026-11-21", "2026-10"});
  const auto first = tray.outbox.pending(1, kWith);
  CHECK(periods(first) == Periods{"2026-11-20"});
  CHECK(periods(tray.outbox.pending(400, kWith, first.front().id)) ==
        Periods{"2026-11-21", "2026-10"});
}

TEST_CASE("A newer sheet replaces the older one, and an older one changes nothing") {
  Tray tray;
  tray.outbox.put({a_day("2026-11-20", 2, 5)});
  tray.outbox.put({a_day("2026-11-20", 1, 9)});
  CHECK(tray.outbox.pending(400, kWith) == std::vector{a_day("2026-11-20", 2, 5)});
  tray.outbox.put({a_day("2026-11-20", 3, 6)});
  CHECK(tray.outbox.pending(400, kWith) == std::vector{a_day("2026-11-20", 3, 6)});
}

TEST_CASE("Stored, same and older are acknowledged at the revision that was sent") {
  for (const Verdict verdict : {Verdict::kStored, Verdict::kSame, Verdict::kOlder}) {
    Tray tray;
    const Sheet sent = a_day("2026-11-20", 1);
    tray.outbox.put({sent});
    tray.outbox.acknowledge({said(sent, verdict)}, kNow, kWith);
    CHECK(tray.pending().empty());
    CHECK(tray.outbox.state().last_sent == kNow);

    tray.outbox.put({a_day("2026-11-20", 2)});
    tray.outbox.acknowledge({said(sent, verdict)}, kNow, kWith);
    CHECK(tray.pending() == Periods{"2026-11-20"});
  }
}

TEST_CASE("A refused sheet is kept with its reason, and tried again when something changed") {
  Tray tray;
  const Sheet bad = a_day("2026-11-20");
  tray.outbox.put({bad, a_day("2026-11-21")});
  tray.outbox.acknowledge({said(bad, Verdict::kRefused, "activity")}, kNow, kWith);
  CHECK(tray.pending() == Periods{"2026-11-21"});
  CHECK(periods(tray.outbox.pending(400, "catalogue 4, program 0.1.0")) ==
        Periods{"2026-11-20", "2026-11-21"});

  const Outbox::State state = tray.outbox.state();
  CHECK(state.pending == 1);
  REQUIRE(state.refused.size() == 1);
  CHECK(state.refused[0].id == bad.id);
  CHECK(state.refused[0].why == "activity");
  CHECK_FALSE(state.last_sent);

  tray.outbox.put({a_day("2026-11-20", 2)});
  CHECK(tray.pending() == Periods{"2026-11-20", "2026-11-21"});
  CHECK(tray.outbox.state().refused.empty());
}

TEST_CASE("A newer sheet is not refused when the older one is") {
  Tray tray;
  tray.outbox.put({a_day("2026-11-20", 2)});
  tray.outbox.acknowledge({said(a_day("2026-11-20", 1), Verdict::kRefused, "activity")}, kNow,
                          kWith);
  CHECK(tray.pending() == Periods{"2026-11-20"});
}

TEST_CASE("A day in the future is tried again each time, for that day comes") {
  Tray tray;
  const Sheet early = a_day("2026-11-29");
  tray.outbox.put({early});
  tray.outbox.acknowledge({said(early, Verdict::kRefused, "clock")}, kNow, kWith);
  CHECK(tray.pending() == Periods{"2026-11-29"});
  CHECK(tray.outbox.state().refused.size() == 1);
}

TEST_CASE("Days in the future that were taken back wait for nothing, until there is more to say") {
  Tray tray;
  const Sheet early = a_day("2028-11-29", 1, 3);
  Sheet contrary = a_day("2028-11-29", 1, 3, kLostLife);
  contrary.rows.clear();
  subtract(contrary.rows, early.rows);
  contrary.state = DayState::kClosed;
  const auto refuse = [&](const Sheet& sheet) {
    tray.outbox.acknowledge({said(sheet, Verdict::kRefused, "clock")}, kNow, kWith);
  };
  tray.outbox.put({early});
  refuse(early);
  CHECK(tray.outbox.state().refused.size() == 1);
  tray.outbox.put({contrary});
  CHECK(tray.pending().size() == 2);
  refuse(early);
  refuse(contrary);
  CHECK(tray.outbox.state().refused.empty());
  CHECK(tray.pending().empty());
  tray.outbox.put({early, contrary});  // the kiosk starts again
  CHECK(tray.pending().empty());

  // That day comes: what is said of it is a sum with what was said before.
  contrary.revision = 2;
  contrary.rows = a_day("2028-11-29", 1, 2).rows;
  tray.outbox.put({contrary});
  CHECK(tray.pending() == Periods{"2028-11-29", "2028-11-29"});
}

TEST_CASE("An open day in the future to which nobody came is said to staff") {
  Tray tray;
  Sheet early = a_day("2028-11-29");
  early.rows.clear();
  tray.outbox.put({early});
  tray.outbox.acknowledge({said(early, Verdict::kRefused, "clock")}, kNow, kWith);
  CHECK(tray.outbox.state().refused.size() == 1);
}

TEST_CASE("A conflict is kept until the kiosk gave way, and then what was agreed on stands") {
  Tray tray;
  const Sheet agreed = a_day("2026-11-20", 1, 3), cloned = a_day("2026-11-20", 2, 5);
  tray.outbox.put({agreed});
  tray.outbox.acknowledge({said(agreed, Verdict::kStored)}, kNow, kWith);
  tray.outbox.put({cloned});
  tray.outbox.acknowledge({said(cloned, Verdict::kConflict)}, kNow, kWith);
  CHECK(tray.pending().empty());
  REQUIRE(tray.outbox.state().refused.size() == 1);
  CHECK(tray.outbox.state().refused[0].why == "conflict");
  const auto conflicts = tray.outbox.conflicts();
  REQUIRE(conflicts.size() == 1);
  CHECK(conflicts[0].id == cloned.id);
  CHECK(conflicts[0].revision == 2);
  CHECK(conflicts[0].rows == agreed.rows);

  tray.outbox.give_way(conflicts);
  CHECK(tray.outbox.conflicts().empty());
  CHECK(tray.outbox.state().refused.empty());
  CHECK(tray.pending().empty());
  // A region that lost everything hears what was agreed on, not what another life says now.
  tray.outbox.reconcile({"c2", {}}, kNow);
  REQUIRE(tray.pending().size() == 1);
  CHECK(tray.outbox.pending(400, kWith)[0].rows == agreed.rows);
}

TEST_CASE("What was never agreed on is nothing, and a newer sheet is no conflict") {
  Tray tray;
  const Sheet cloned = a_day("2026-11-20");
  tray.outbox.put({cloned});
  tray.outbox.acknowledge({said(cloned, Verdict::kConflict)}, kNow, kWith);
  REQUIRE(tray.outbox.conflicts().size() == 1);
  CHECK(tray.outbox.conflicts()[0].rows.empty());
  tray.outbox.put({a_day("2026-11-20", 2)});
  CHECK(tray.outbox.conflicts().empty());
}

TEST_CASE("What the region lost is sent again") {
  Tray tray;
  const Sheet first = a_day("2026-11-20", 2), second = a_day("2026-11-21", 4);
  tray.outbox.put({first, second});
  tray.outbox.set_lives({kLife});
  tray.outbox.acknowledge({said(first, Verdict::kStored), said(second, Verdict::kStored)}, kNow,
                          kWith);
  tray.outbox.reconcile({"c1", {{first.id, 2}, {second.id, 4}}}, kNow);
  CHECK(tray.pending().empty());
  tray.outbox.reconcile({"c1", {{first.id, 2}, {second.id, 3}}}, kNow);
  CHECK(tray.pending() == Periods{"2026-11-21"});
  tray.outbox.reconcile({"c2", {}}, kNow);
  CHECK(tray.pending() == Periods{"2026-11-20", "2026-11-21"});
  CHECK(tray.outbox.state().gaps.empty());
}

TEST_CASE("What the kiosk lost is a gap until staff settle it") {
  Tray tray;
  tray.outbox.put({a_day("2026-11-20")});
  tray.outbox.set_lives({kLife});
  const sync::Index index{"c1",
                          {{a_day("2026-11-20").id, 1},
                           {a_day("2026-11-21", 1, 3, kLostLife).id, 7},
                           {a_day("2026-11-22", 1, 3, kLostLife).id, 2},
                           {a_month("2026-11", 1, 3, kLostLife).id, 9}}};
  tray.outbox.reconcile(index, kNow);
  const auto gaps = tray.outbox.state().gaps;
  REQUIRE(gaps.size() == 1);
  CHECK(gaps[0].life == kLostLife);
  CHECK(gaps[0].periods == Periods{"2026-11-21", "2026-11-22", "2026-11"});
  using Told = std::vector<sync::Gap>;
  const Told both{{kLostLife, "2026-11-21", false}, {kLostLife, "2026-11-22", false}};
  CHECK(tray.outbox.untold_gaps() == both);

  SECTION("they keep the region's figures") {
    tray.outbox.settle(kLostLife, Outbox::Settle::kKeep);
    tray.outbox.reconcile(index, kNow);
    CHECK(tray.outbox.state().gaps.empty());
    CHECK(tray.outbox.withdrawals().empty());
    CHECK(tray.outbox.withdrawn().empty());

    sync::Index more = index;
    more.sheets[1].revision = 8;
    tray.outbox.reconcile(more, kNow);
    REQUIRE(tray.outbox.state().gaps.size() == 1);
    CHECK(tray.outbox.state().gaps[0].periods == Periods{"2026-11-21"});
    CHECK(tray.outbox.state().gaps[0].grows);
    CHECK(tray.outbox.untold_gaps() ==
          Told{{kLostLife, "2026-11-21", false}, {kLostLife, "2026-11-22", true}});
  }
  SECTION("they say so while the region is told") {
    tray.outbox.settle(kLostLife, Outbox::Settle::kKeep);
    tray.outbox.set_told(both);
    const Told settled{{kLostLife, "2026-11-21", true}, {kLostLife, "2026-11-22", true}};
    CHECK(tray.outbox.untold_gaps() == settled);
    tray.outbox.set_told(settled);
    CHECK(tray.outbox.untold_gaps().empty());
    // A region that forgot it is told again.
    tray.outbox.reconcile(index, kNow);
    CHECK(tray.outbox.untold_gaps() == settled);
  }
  SECTION("another computer goes on with it") {
    CHECK_FALSE(gaps[0].grows);
    sync::Index more = index;
    more.sheets[2].revision = 3;
    tray.outbox.reconcile(more, kNow);
    REQUIRE(tray.outbox.state().gaps.size() == 1);
    CHECK(tray.outbox.state().gaps[0].grows);
    CHECK(tray.outbox.state().gaps[0].periods.size() == 3);
    // It was stopped.
    tray.outbox.reconcile(more, kNow);
    REQUIRE(tray.outbox.state().gaps.size() == 1);
    CHECK_FALSE(tray.outbox.state().gaps[0].grows);
  }
  SECTION("they withdraw that life") {
    tray.outbox.settle(kLostLife, Outbox::Settle::kWithdraw);
    CHECK(tray.outbox.state().gaps.empty());
    CHECK(tray.outbox.untold_gaps().empty());
    CHECK(tray.outbox.withdrawals() == Periods{kLostLife});
    CHECK(tray.outbox.withdrawn() == Periods{kLostLife});
    tray.outbox.set_withdrawn({kLostLife});
    CHECK(tray.outbox.withdrawals().empty());
    CHECK(tray.outbox.withdrawn() == Periods{kLostLife});

    // A region that forgot it is told again.
    tray.outbox.reconcile(index, kNow);
    CHECK(tray.outbox.withdrawals() == Periods{kLostLife});
  }
  SECTION("the region withdrew it already") {
    sync::Index withdrawn = index;
    for (auto& entry : withdrawn.sheets) entry.withdrawn = entry.id.life == kLostLife;
    tray.outbox.reconcile(withdrawn, kNow);
    CHECK(tray.outbox.state().gaps.empty());
    CHECK(tray.outbox.withdrawals().empty());
    CHECK(tray.outbox.withdrawn() == Periods{kLostLife});
  }
}

TEST_CASE("A record that was restored shows its gap although the outbox was not") {
  Tray tray;
  const Sheet kept = a_day("2026-11-20", 5), lost = a_day("2026-11-21", 2);
  tray.outbox.put({kept, lost});
  tray.outbox.set_lives({kLife});
  const sync::Index index{"c1", {{kept.id, 5}, {lost.id, 2}}};
  tray.outbox.reconcile(index, kNow);
  CHECK(tray.outbox.state().gaps.empty());

  // The restored kiosk starts: it has an older revision of one day, and nothing of the other.
  tray.outbox.put({a_day("2026-11-20", 3)});
  tray.outbox.set_lives({kLife, "00000000000000c3"});
  CHECK_FALSE(tray.outbox.compared());
  tray.outbox.reconcile(index, kNow);
  REQUIRE(tray.outbox.state().gaps.size() == 1);
  CHECK(tray.outbox.state().gaps[0].periods == Periods{"2026-11-20", "2026-11-21"});
}

TEST_CASE("A record that was restored shows also what it lost of the day before that") {
  Tray tray;
  const Sheet kept = a_day("2026-11-20", 5), lost = a_day("2026-11-21", 2);
  tray.outbox.put({kept});
  tray.outbox.set_lives({kLife});
  tray.outbox.put({lost});
  tray.outbox.add_lives({kLife});
  const sync::Index index{"c1", {{kept.id, 5}, {lost.id, 2}}};
  tray.outbox.reconcile(index, kNow);
  CHECK(tray.outbox.state().gaps.empty());

  tray.outbox.put({kept});
  tray.outbox.set_lives({kLife, "00000000000000c3"});
  tray.outbox.reconcile(index, kNow);
  REQUIRE(tray.outbox.state().gaps.size() == 1);
  CHECK(tray.outbox.state().gaps[0].periods == Periods{"2026-11-21"});
}

TEST_CASE("What staff enter beside the running kiosk makes nothing else a gap") {
  Tray tray;
  const Sheet before = a_day("2026-11-20", 5), beside = a_day("2026-11-21", 1, 4, kLostLife);
  tray.outbox.put({before});
  tray.outbox.set_lives({kLife});
  tray.outbox.put({beside});
  tray.outbox.add_lives({kLife, kLostLife});
  tray.outbox.reconcile({"c1", {{before.id, 5}, {beside.id, 1}}}, kNow);
  CHECK(tray.outbox.state().gaps.empty());
}

TEST_CASE("An outbox that was lost while the kiosk ran makes nothing a gap") {
  Tray tray;
  const Sheet before = a_day("2026-11-20", 5), now = a_day("2026-11-21", 1);
  tray.outbox.put({now});
  tray.outbox.add_lives({kLife});
  tray.outbox.reconcile({"c1", {{before.id, 5}, {now.id, 1}}}, kNow);
  CHECK(tray.outbox.state().gaps.empty());
}

TEST_CASE("What a second recorder of the centre sent is not a gap of this one") {
  Tray tray;
  tray.outbox.set_lives({kLife});
  tray.outbox.reconcile({"c1", {{{"99999999000000a1", SheetKind::kDay, "2026-11-20"}, 1}}}, kNow);
  CHECK(tray.outbox.state().gaps.empty());
}

TEST_CASE("Before the kiosk has said what it has, nothing is a gap") {
  Tray tray;
  tray.outbox.reconcile({"c1", {{a_day("2026-11-20").id, 1}}}, kNow);
  CHECK(tray.outbox.state().gaps.empty());
  CHECK(tray.outbox.compared() == kNow);
}

TEST_CASE("Each start of the kiosk asks for a comparison, and nothing else does") {
  Tray tray;
  tray.outbox.set_lives({kLife});
  CHECK_FALSE(tray.outbox.compared());
  tray.outbox.reconcile({"c1", {}}, kNow);
  tray.outbox.set_lives({kLife});
  CHECK(tray.outbox.compared() == kNow);
  tray.outbox.set_lives({kLife, kLostLife});
  CHECK_FALSE(tray.outbox.compared());
}

TEST_CASE("Staff's wish to be connected waits until it is granted or refused") {
  Tray tray;
  CHECK_FALSE(tray.outbox.enrol_wish());
  tray.outbox.ask_to_enrol({"https://region.example", "7F3K9QWX2MPN"});
  REQUIRE(Outbox(tray.file).enrol_wish());
  CHECK(tray.outbox.enrol_wish()->code == "7F3K9QWX2MPN");

  tray.outbox.set_enrol_refused("code-used");
  CHECK_FALSE(tray.outbox.enrol_wish());
  CHECK(tray.outbox.state().enrol_refused == "code-used");

  tray.outbox.ask_to_enrol({"https://region.example", "7F3K9QWX2MPN"});
  CHECK(tray.outbox.state().enrol_refused.empty());
  tray.outbox.set_device(kDevice);
  CHECK_FALSE(tray.outbox.enrol_wish());
  CHECK(tray.outbox.device() == kDevice);

  // Another collector is no answer to a wish; the same device granted once more is.
  tray.outbox.ask_to_enrol({"https://region.example", "7F3K9QWX2MPN"});
  tray.outbox.set_collector({"c2", 41});
  CHECK(tray.outbox.collector().uploads == 41);
  CHECK(tray.outbox.device()->collector == "c2");
  CHECK(tray.outbox.enrol_wish());
  tray.outbox.set_device(kDevice);
  CHECK_FALSE(tray.outbox.enrol_wish());
}

TEST_CASE("The kiosk's wish to send now waits until the courier goes") {
  Tray tray;
  CHECK_FALSE(tray.outbox.send_wish());
  Outbox(tray.file).ask_to_send();
  CHECK(tray.outbox.send_wish());
  tray.outbox.forget_send_wish();
  CHECK_FALSE(Outbox(tray.file).send_wish());
}

TEST_CASE("Another region has nothing yet, another key of the same centre has all") {
  Tray tray;
  tray.outbox.set_device(kDevice);
  tray.outbox.put({a_day("2026-11-20")});
  tray.outbox.acknowledge({said(a_day("2026-11-20"), Verdict::kStored)}, kNow, kWith);
  Outbox::Device device = kDevice;
  device.device = "dv_00000000";
  tray.outbox.set_device(device);
  CHECK(tray.pending().empty());
  device.region = "https://other.example";
  tray.outbox.set_device(device);
  CHECK(tray.pending() == Periods{"2026-11-20"});
}

TEST_CASE("The catalogue that was brought is the kiosk's to read") {
  Tray tray;
  CHECK_FALSE(tray.outbox.catalogue());
  const sync::Catalogue catalogue{
      4, {{"ac_7F3K9QWX", "clay"}}, {{"P:SOC1000", {2026, 1, 1}, {2027, 12, 31}}}};
  tray.outbox.set_catalogue(catalogue);
  CHECK(Outbox(tray.file).catalogue() == catalogue);
}

TEST_CASE("Trouble and a wrong clock are there to be read") {
  Tray tray;
  CHECK(tray.outbox.state().trouble.empty());
  tray.outbox.set_trouble("no-network");
  tray.outbox.set_skew(-400'000);
  CHECK(Outbox(tray.file).state().trouble == "no-network");
  CHECK(Outbox(tray.file).state().skew_ms == -400'000);
  tray.outbox.set_trouble("");
  CHECK(tray.outbox.state().trouble.empty());
}

TEST_CASE("An outbox that is taken away under both programs is made anew") {
  Tray tray;
  Outbox courier(tray.file);
  tray.outbox.put({a_day("2026-11-20")});
  std::filesystem::remove_all(tray.file.parent_path());
  CHECK(courier.pending(400, kWith).empty());
  tray.outbox.put({a_day("2026-11-21")});
  CHECK(periods(courier.pending(400, kWith)) == Periods{"2026-11-21"});
}

TEST_CASE("A damaged outbox is put aside and made anew") {
  TemporaryDir dir;
  write_file(dir / "outbox.db", std::string(8192, '#'));
  Outbox outbox(dir / "outbox.db");
  outbox.put({a_day("2026-11-20")});
  CHECK(periods(outbox.pending(400, kWith)) == Periods{"2026-11-20"});
  CHECK(read_file(dir / "outbox.db.damaged") == std::string(8192, '#'));
}

TEST_CASE("An outbox in which one sheet cannot be read is put aside, and the next is made anew") {
  TemporaryDir dir;
  Outbox outbox(dir / "outbox.db");
  outbox.put({a_day("2026-11-20"), a_day("2026-11-21")});
  SQLite::Database((dir / "outbox.db").string(), SQLite::OPEN_READWRITE)
      .exec("UPDATE sheet SET rows = '[[\"T\"' WHERE period = '2026-11-20'");
  CHECK_THROWS_AS(outbox.pending(400, kWith), RecordFault);
  CHECK(std::filesystem::exists(dir / "outbox.db.damaged"));
  CHECK(outbox.pending(400, kWith).empty());
  outbox.put({a_day("2026-11-20"), a_day("2026-11-21")});
  CHECK(periods(outbox.pending(400, kWith)) == Periods{"2026-11-20", "2026-11-21"});
}

TEST_CASE("An outbox of the version before is brought up to date, and keeps what lies in it") {
  TemporaryDir dir;
  {
    Outbox outbox(dir / "outbox.db");
    outbox.set_device(kDevice);
    outbox.put({a_day("2026-11-20")});
  }
  {
    SQLite::Database old((dir / "outbox.db").string(), SQLite::OPEN_READWRITE);
    old.exec(
        "ALTER TABLE desk DROP COLUMN uploads; ALTER TABLE gap DROP COLUMN grew; ALTER TABLE gap "
        "DROP COLUMN told;"
        "ALTER TABLE desk DROP COLUMN send_now; ALTER TABLE sheet DROP COLUMN agreed;"
        "PRAGMA user_version = 1");
  }
  Outbox outbox(dir / "outbox.db");
  CHECK(outbox.collector().uploads == 0);
  CHECK(outbox.device() == kDevice);
  CHECK(periods(outbox.pending(400, kWith)) == Periods{"2026-11-20"});
}

TEST_CASE("The centre's own record is not taken for an outbox") {
  TemporaryDir dir;
  {
    SQLite::Database record((dir / "centre.db").string(),
                            SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    record.exec("PRAGMA application_id = 0x53766569; CREATE TABLE visitor (alias TEXT)");
  }
  const std::string before = read_file(dir / "centre.db");
  std::filesystem::permissions(
      dir / "centre.db", std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
  CHECK_THROWS_AS(Outbox(dir / "centre.db"), RecordFault);
  CHECK((std::filesystem::status(dir / "centre.db").permissions() &
         std::filesystem::perms::group_all) == std::filesystem::perms::none);
  const bool as_it_was = read_file(dir / "centre.db") == before;
  CHECK(as_it_was);
}

TEST_CASE("Who writes does not wait long for another who writes, and says that it is busy") {
  Tray tray;
  SQLite::Database other(tray.file.string(), SQLite::OPEN_READWRITE);
  other.exec("BEGIN IMMEDIATE");
  CHECK(tray.pending().empty());  // reading goes on
  const auto began = std::chrono::steady_clock::now();
  try {
    tray.outbox.put({a_day("2026-11-20")});
    FAIL("it was written");
  } catch (const RecordFault& fault) {
    CHECK(fault.fault == Fault::kBusy);
  }
  CHECK(std::chrono::steady_clock::now() - began < std::chrono::seconds(2));
  other.exec("ROLLBACK");
  tray.outbox.put({a_day("2026-11-20")});
  CHECK(tray.pending() == Periods{"2026-11-20"});
}
