// SPDX-License-Identifier: EUPL-1.2
#include "region/pack.h"

#include <random>

#include "region/open_data.h"
#include "region/verify.h"
#include "report/csv.h"
#include "support/a_sheet.h"
#include "support/catch.h"
#include "support/temporary_dir.h"

using namespace sveiki;
using namespace sveiki::region;
using namespace sveiki::test;

namespace {

constexpr Instant kNow{1'764'000'000'000};  // 24 November 2025

/// A region of two centres whose kiosks sent some sheets, signed for real.
class ARegion {
 public:
  ARegion() : storage_(open_sqlite(dir_ / "region.db")) {
    storage_.add_indicator(
        {"P:SOC1000", "People", {2025, 10, 1}, {2025, 11, 30}, 10, {2025, 11, 30}, 1}, "test",
        kNow);
    for (const char* name : {"one", "two"}) {
      Place place;
      place.name = name;
      place.zone = "Europe/Vilnius";
      place.from = CivilDay(2025, 1, 1);
      const std::string centre = storage_.add_place(place, "test", kNow).id;
      keys_.push_back(std::make_unique<sync::DeviceKey>(dir_ / name));
      const std::string code = storage_.new_code(centre, "test", kNow);
      devices_.push_back(
          *storage_.enrol(code, keys_.back()->public_key(), "127.0.0.1", kNow).device);
    }
    send(0, {a_day("2025-10-01", 1, 12), a_day("2025-10-02"), a_month("2025-10", 1, 9)});
    send(0, {a_day("2025-10-01", 2, 13), a_month("P:SOC1000", 1, 11)});
    send(1, {a_day("2025-10-01", 1, 31, kLostLife), a_day("2025-10-01", 1, 4)});
    send(1, {a_day("2025-11-20", 1, 6), a_month("2025-11", 1, 5)});
  }

  void send(std::size_t device, const std::vector<Sheet>& sheets, Instant at = kNow) {
    carry(device, sheets, at, at);
  }
  void carry(std::size_t device, const std::vector<Sheet>& sheets, Instant signed_at,
             Instant received) {
    const sync::Upload upload{
        devices_[device].id, devices_[device].centre, signed_at, "", {}, sheets};
    const std::string body = sync::write_upload(upload);
    const Delivery delivery{upload, body, keys_[device]->sign("POST /v1/sheets", body), received};
    storage_.store({&delivery, 1});
  }

  void withdraw(std::size_t device, const std::string& life, Instant at = kNow) {
    const sync::Withdrawal withdrawal{devices_[device].id, devices_[device].centre, {life}};
    const std::string body = sync::write_withdrawal(withdrawal);
    storage_.withdraw(withdrawal, body, keys_[device]->sign("POST /v1/withdraw", body), at);
  }

  Evidence evidence() {
    return gather_evidence(storage_, {"2025-10", "2025-11", {}, {}, {}}, Language::kLatvian, kNow);
  }

  Storage& storage() { return storage_; }
  const Device& device(std::size_t at) const { return devices_[at]; }

 private:
  TemporaryDir dir_;
  Storage storage_;
  std::vector<std::unique_ptr<sync::DeviceKey>> keys_;
  std::vector<Device> devices_;
};

std::vector<ZipEntry> files_of(const std::string& pack) {
  return read_zip(pack, 1 << 24).value();
}

/// As somebody would who knows that there is a manifest.
std::string packed_again(std::vector<ZipEntry> files) {
  files.pop_back();
  files.push_back({"manifest.txt", manifest_of(files)});
  return write_zip(files);
}

/// Another digit at a random place that has one.
bool change_a_digit(std::string& bytes, std::mt19937& random) {
  std::vector<std::size_t> digits;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    if ('0' <= bytes[i] && bytes[i] <= '9') digits.push_back(i);
  }
  if (digits.empty()) return false;
  char& digit = bytes[digits[random() % digits.size()]];
  digit = static_cast<char>('0' + (digit - '0' + 1 + static_cast<int>(random() % 9)) % 10);
  return true;
}

}  // namespace

TEST_CASE("A pack of what kiosks signed proves every number of the report") {
  ARegion region;
  const Evidence evidence = region.evidence();
  const Proof proof = verify_pack(write_pack(evidence));
  CHECK(proof.faults == std::vector<std::string>{});
  CHECK(proof.notes.empty());
  CHECK(proof.envelopes == 4);
  CHECK(proof.sheets == 8);
  CHECK(write_pack(evidence) == write_pack(region.evidence()));
}

TEST_CASE("A pack proves people of two recorders, and of months that were entered by hand") {
  ARegion region;
  region.send(0, {a_month("2025-10", 1, 7, "2222222200000001"),
                  a_month("P:SOC1000", 1, 8, "2222222200000001")});
  const std::string centre = region.device(1).centre;
  region.storage().enter_month(centre, "2025-10", {40, 0, 25, 0}, "anna", kNow, true);
  const Evidence evidence = region.evidence();
  const std::string pack = write_pack(evidence);
  CHECK(verify_pack(pack).faults == std::vector<std::string>{});
  const Report report = make_report(
      proved_input(evidence, recount(evidence.devices, evidence.envelopes, evidence.set_aside)));
  const Bracket people = report.indicators.at(0).people.value();
  CHECK(people.lower == 25);
  CHECK(people.estimate == 36);
  CHECK(people.upper == 44);
  CHECK(people.centres == 2);  // 11 and maybe 8; 25
}

TEST_CASE("A report in a pack counts what the region stored") {
  ARegion region;
  const Evidence evidence = region.evidence();
  const Report report = make_report(
      proved_input(evidence, recount(evidence.devices, evidence.envelopes, evidence.set_aside)));
  CHECK(report.counts.total[kVisits] == 13 + 3 + 31 + 4 + 6);
  CHECK(report.indicators.at(0).people->upper == 11);
}

TEST_CASE(
    "A pack calls activities by their names, and one from before there were names is proved") {
  ARegion region;
  region.storage().add_activity("clay", "test", kNow);
  const std::string before = write_pack(region.evidence());
  region.storage().name_activity("clay", {{"lv", "Māls"}}, "test", kNow);
  const std::string after = write_pack(region.evidence());
  for (const std::string& pack : {before, after})
    CHECK(verify_pack(pack).faults == std::vector<std::string>{});
  const auto named = [](const std::string& pack) {
    std::string text;
    for (const ZipEntry& file : files_of(pack)) text += file.bytes;
    return text.find("activity_name") != std::string::npos;
  };
  CHECK_FALSE(named(before));
  CHECK(named(after));
}

TEST_CASE("A pack is proved after a withdrawal and with a month entered by hand, which it names") {
  ARegion region;
  region.withdraw(1, kLostLife);
  region.storage().enter_month(region.device(0).centre, "2025-11", {50, 0, 20, 3, 0, 0, 0}, "test",
                               kNow + std::chrono::days{8});
  const Proof proof = verify_pack(write_pack(region.evidence()));
  CHECK(proof.faults == std::vector<std::string>{});
  CHECK(proof.sheets == 7);
  REQUIRE(proof.notes.size() == 1);
  CHECK(proof.notes[0].find("2025-11 was entered by hand") != std::string::npos);
}

TEST_CASE("A pack is proved with days that a kiosk has lost, and names how many") {
  ARegion region;
  region.storage().note_gaps({region.device(1).id,
                              region.device(1).centre,
                              {{kLostLife, "2025-10-01", false}, {kLostLife, "2025-10-02", false}}},
                             kNow);
  const Proof proof = verify_pack(write_pack(region.evidence()));
  CHECK(proof.faults == std::vector<std::string>{});
  REQUIRE(proof.notes.size() == 1);
  CHECK(proof.notes[0].find("2025-10: 1 days are in the gap") != std::string::npos);
}

TEST_CASE("A sheet that the region refused counts in neither") {
  ARegion region;
  region.send(0, {a_day("2025-10-03"), a_day("2027-10-01", 1, 99), a_month("P:OTHER", 1, 99)});
  const Proof proof = verify_pack(write_pack(region.evidence()));
  CHECK(proof.faults == std::vector<std::string>{});
  CHECK(proof.notes.size() == 1);
}

TEST_CASE("A pack with one changed digit anywhere is not proved") {
  ARegion region;
  const std::vector<ZipEntry> files = files_of(write_pack(region.evidence()));
  std::mt19937 random(1122);
  int changed = 0;
  for (std::size_t file = 0; file < files.size(); ++file) {
    for (int i = 0; i < 12; ++i) {
      std::vector<ZipEntry> other = files;
      if (!change_a_digit(other[file].bytes, random)) continue;
      INFO(files[file].name);
      REQUIRE_FALSE(verify_pack(write_zip(other)).faults.empty());
      ++changed;
    }
  }
  CHECK(changed >= 100);
}

TEST_CASE("Nor is one whose manifest was made anew after the digit was changed") {
  ARegion region;
  const std::vector<ZipEntry> files = files_of(write_pack(region.evidence()));
  std::mt19937 random(1123);
  for (std::size_t file = 0; file < files.size(); ++file) {
    const std::string& name = files[file].name;
    if (name != "report.json" && !name.starts_with("envelopes/")) continue;
    for (int i = 0; i < 25; ++i) {
      std::vector<ZipEntry> other = files;
      change_a_digit(other[file].bytes, random);
      INFO(name);
      REQUIRE_FALSE(verify_pack(packed_again(other)).faults.empty());
    }
  }
}

TEST_CASE("A workbook that says something else is found, though its manifest was made anew") {
  ARegion region;
  std::vector<ZipEntry> files = files_of(write_pack(region.evidence()));
  std::vector<ZipEntry> book = files_of(files.at(1).bytes);
  int sheets = 0;
  for (ZipEntry& part : book) {
    const std::size_t at = part.bytes.find("<v>13</v>");
    if (!part.name.starts_with("xl/worksheets/") || at == std::string::npos) continue;
    part.bytes[at + 3] = '9';
    ++sheets;
  }
  REQUIRE(sheets > 0);
  files.at(1).bytes = write_zip(book);
  const Proof proof = verify_pack(packed_again(files));
  CHECK(proof.faults ==
        std::vector<std::string>{"report.xlsx does not say what the sheets prove."});
}

TEST_CASE("A pack without an envelope, with another centre's device or cut short is not proved") {
  ARegion region;
  const Evidence evidence = region.evidence();
  const std::string pack = write_pack(evidence);
  std::vector<ZipEntry> files = files_of(pack);
  files.erase(files.end() - 2);
  CHECK_FALSE(verify_pack(packed_again(files)).faults.empty());

  Evidence moved = evidence;
  std::swap(moved.devices[0].centre, moved.devices[1].centre);
  CHECK_FALSE(verify_pack(write_pack(moved)).faults.empty());

  CHECK_FALSE(verify_pack(pack.substr(0, pack.size() - 5)).faults.empty());
  CHECK_FALSE(verify_pack("").faults.empty());
  CHECK_FALSE(verify_pack(write_zip({{"a", "b"}})).faults.empty());
}

TEST_CASE("What was published of a month stays as it was, whatever comes or is entered later") {
  ARegion region;
  Storage& storage = region.storage();
  const std::string& one = region.device(0).centre;
  storage.enter_month(one, "2025-09", {50, 0, 20, 3, 0, 0, 0}, "test",
                      kNow - std::chrono::days{45});
  const Instant late = kNow + std::chrono::days{20};
  const auto published = [&] {
    return report::to_csv(
        publish(storage, {"2025-09", "2025-10", {}, {}, {}}, civil_day(late, "UTC"), late));
  };
  CHECK(open_from("2025-10") == CivilDay(2025, 12, 1));
  CHECK(open_from("2025-12") == CivilDay(2026, 2, 1));
  region.send(1, {a_day("2025-10-04", 1, 7)});
  const std::string before = published();
  CHECK(before.find(one + ";one;2025-09;;manual;50;20\n") != std::string::npos);

  // One person less, and one day more.
  region.send(0, {a_day("2025-10-01", 3, 12), a_month("2025-10", 2, 8)}, late);
  CHECK(published() == before);
  region.send(0, {a_day("2025-10-02", 2, 60)}, late);
  CHECK(published() == before);
  // Said again, with another revision.
  region.send(1, {a_day("2025-10-04", 2, 7)}, late);
  CHECK(published() == before);
  // Signed in time, and carried there on a stick too late.
  region.carry(1, {a_day("2025-10-02", 1, 60)}, kNow, late);
  CHECK(published() == before);
  region.withdraw(1, kLostLife, late);
  CHECK(published() == before);
  // A copy of the kiosk goes on with what was withdrawn.
  const Instant later = late + std::chrono::days{1};
  region.send(1, {a_day("2025-10-01", 2, 40, kLostLife)}, later);
  CHECK(published() == before);
  CHECK(storage.corrections(later).empty());
  storage.enter_month(one, "2025-09", {51, 0, 21, 3, 0, 0, 0}, "test", late);
  storage.enter_month(one, "2025-10", {1, 0, 1, 0, 0, 0, 0}, "test", late, true);
  storage.enter_month(region.device(1).centre, "2025-09", {1, 0, 1, 0, 0, 0, 0}, "test", late);
  CHECK(published() == before);
  CHECK(make_report(storage, {"2025-10", "2025-10", {}, {}, {}}, late).counts.total[kVisits] ==
        12 + 60 + 4 + 7 + 60 + 1);
}

TEST_CASE("What comes in time is published, and what is withdrawn in time is not") {
  ARegion region;
  Storage& storage = region.storage();
  const std::string& two = region.device(1).centre;
  const Instant late = kNow + std::chrono::days{20};
  const auto published = [&] {
    return report::to_csv(
        publish(storage, {"2025-10", "2025-10", {}, {}, {}}, civil_day(late, "UTC"), late));
  };
  const auto visits = [&](const std::string& state, const std::string& number) {
    return published().find(two + ";two;2025-10;;" + state + ";" + number) != std::string::npos;
  };
  CHECK(visits("partly", "35"));
  const Instant open = instant_of({2025, 12, 1}, 0, "Europe/Riga");
  region.send(1, {a_day("2025-10-03", 1, 60)}, open - std::chrono::milliseconds{1});
  CHECK(visits("partly", "95"));
  region.send(1, {a_day("2025-10-04", 1, 60)}, open);
  CHECK(visits("partly", "95"));
  region.withdraw(1, kLostLife, kNow + std::chrono::days{3});
  CHECK(visits("partly", "65"));
  storage.enter_month(two, "2025-10", {10, 0, 4, 0, 0, 0, 0}, "test", kNow + std::chrono::days{4},
                      true);
  CHECK(visits("manual", "75"));
}

TEST_CASE("Open data is told of the whole region only, with places as they stood then") {
  ARegion region;
  const auto publish_of = [&](const ReportQuestion& question) {
    return publish(region.storage(), question, CivilDay(2025, 12, 14), kNow);
  };
  CHECK_NOTHROW(publish_of({"2025-10", "2025-10", {}, {}, {}}));
  CHECK_THROWS_AS(publish_of({"2025-10", "2025-10", CivilDay(2025, 12, 1), {}, {}}), Refusal);
  CHECK_THROWS_AS(publish_of({"2025-10", "2025-10", {}, "or_aaaaaaaa", {}}), Refusal);
  CHECK_THROWS_AS(publish_of({"2025-10", "2025-11", {}, {}, {}}), Refusal);
}
