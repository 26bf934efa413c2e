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
    const sync::Upload upload{devices_[device].id, devices_[device].centre, at, "", {}, sheets};
    const std::string body = sync::write_upload(upload);
    const Delivery delivery{upload, body, keys_[device]->sign("POST /v1/sheets", body), at};
    storage_.store({&delivery, 1});
  }

  void withdraw(std::size_t device, const std::string& life) {
    const sync::Withdrawal withdrawal{devices_[device].id, devices_[device].centre, {life}};
    const std::string body = sync::write_withdrawal(withdrawal);
    storage_.withdraw(withdrawal, body, keys_[device]->sign("POST /v1/withdraw", body), kNow);
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
                               kNow);
  const Proof proof = verify_pack(write_pack(region.evidence()));
  CHECK(proof.faults == std::vector<std::string>{});
  CHECK(proof.sheets == 7);
  REQUIRE(proof.notes.size() == 1);
  CHECK(proof.notes[0].find("2025-11 was entered by hand") != std::string::npos);
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

TEST_CASE("What was published of a month stays as it was when the month is corrected later") {
  ARegion region;
  const auto published = [&] {
    return report::to_csv(open_data(make_report(known_in_time(region.evidence()))));
  };
  CHECK(open_from("2025-10") == CivilDay(2025, 12, 1));
  CHECK(open_from("2025-12") == CivilDay(2026, 2, 1));
  const std::string before = published();
  region.send(0, {a_day("2025-10-02", 2, 60)}, kNow + std::chrono::days{20});
  CHECK(published() == before);
  CHECK(make_report(region.storage(), {"2025-10", "2025-10", {}, {}, {}}, kNow)
            .counts.total[kVisits] == 13 + 60 + 31 + 4);
  // In time it would have been told.
  region.send(0, {a_day("2025-10-03", 1, 60)}, kNow + std::chrono::days{2});
  CHECK(published() != before);
}
