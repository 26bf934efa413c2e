// SPDX-License-Identifier: EUPL-1.2
// What a kiosk reads came from a network that may be anybody's: all of it is right, or it is
// nothing.
#include <functional>
#include <nlohmann/json.hpp>

#include "support/catch.h"
#include "sync/an_upload.h"
#include "sync/upload.h"

using namespace sveiki;
using namespace sveiki::sync;
using nlohmann::json;

namespace {

const std::string kCollector = "5d41402abc4b2a76";
const std::string kKey = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
const SheetId kDay{"00000000000000a1", SheetKind::kDay, "2026-11-22"};
const SheetId kMonth{"00000000000000a1", SheetKind::kPeople, "2026-11"};
const SheetId kIndicator{"00000000000000b2", SheetKind::kPeople, "P:SOC1000"};

const Receipt kReceipt{kCollector,
                       {1'795'000'000'000},
                       900,
                       3,
                       41,
                       {{kDay, 7, Verdict::kStored, ""},
                        {kMonth, 1, Verdict::kSame, ""},
                        {{kDay.life, SheetKind::kDay, "2026-11-23"}, 2, Verdict::kOlder, ""},
                        {{kDay.life, SheetKind::kDay, "2026-11-24"}, 2, Verdict::kConflict, ""},
                        {kIndicator, 2, Verdict::kRefused, "indicator"}}};
const Catalogue kCatalogue{
    7,
    {{"ac_7F3K9QWX", "clay"}, {"ac_2MPNH8ZT", "sensory-room-2"}},
    {{"P:SOC1000", {2026, 1, 1}, {2027, 12, 31}}, {"P:FEB", {2028, 2, 1}, {2028, 2, 29}}}};
const Index kIndex{kCollector, {{kDay, 7, false}, {kMonth, 1, false}, {kIndicator, 2, true}}};
const EnrolRequest kRequest{"7F3K9QWX2MPR", kKey};
const Enrolled kEnrolled{"dv_7F3K9QWX", "ce_2MPNH8ZT", kCollector};
const Withdrawal kWithdrawal{
    "dv_7F3K9QWX", "ce_2MPNH8ZT", {"00000000000000a1", "00000000000000b2"}};

const GapReport kGaps{
    "dv_7F3K9QWX",
    "ce_2MPNH8ZT",
    {{"00000000000000a1", "2026-11-22", false}, {"00000000000000a1", "2026-11-23", true}}};

template <class T>
std::optional<T> if_read(std::variant<T, Problem> read) {
  if (auto* value = std::get_if<T>(&read)) return *value;
  return std::nullopt;
}

/// Some message, and whether bytes are one.
struct Message {
  std::string body;
  std::function<bool(std::string_view)> reads;
};
const std::vector<Message> kMessages{
    {write_receipt(kReceipt), [](auto body) { return read_receipt(body).has_value(); }},
    {write_catalogue(kCatalogue), [](auto body) { return read_catalogue(body).has_value(); }},
    {write_index(kIndex), [](auto body) { return read_index(body).has_value(); }},
    {write_enrolled(kEnrolled), [](auto body) { return read_enrolled(body).has_value(); }},
    {write_enrol_request(kRequest),
     [](auto body) { return if_read(read_enrol_request(body)).has_value(); }},
    {write_withdrawal(kWithdrawal),
     [](auto body) { return if_read(read_withdrawal(body)).has_value(); }},
    {write_gaps(kGaps), [](auto body) { return if_read(read_gaps(body)).has_value(); }},
    {write_upload(test::full_upload()),
     [](auto body) { return if_read(read_upload(body)).has_value(); }}};

}  // namespace

TEST_CASE("Every message says the same after its journey") {
  CHECK(read_receipt(write_receipt(kReceipt)) == kReceipt);
  CHECK(read_catalogue(write_catalogue(kCatalogue)) == kCatalogue);
  CHECK(read_index(write_index(kIndex)) == kIndex);
  CHECK(read_enrolled(write_enrolled(kEnrolled)) == kEnrolled);
  CHECK(if_read(read_enrol_request(write_enrol_request(kRequest))) == kRequest);
  CHECK(if_read(read_withdrawal(write_withdrawal(kWithdrawal))) == kWithdrawal);
  CHECK(if_read(read_gaps(write_gaps(kGaps))) == kGaps);
  CHECK(read_receipt(write_receipt({kCollector, {0}, 5, 0, 0, {}})) ==
        Receipt{kCollector, {0}, 5, 0, 0, {}});
  CHECK(read_catalogue(write_catalogue({})) == Catalogue{});
  CHECK(read_index(write_index({kCollector, {}})) == Index{kCollector, {}});
}

TEST_CASE("The page of a hotel is no answer of a region") {
  for (const Message& message : kMessages) {
    REQUIRE(message.reads(message.body));
    for (const char* const page :
         {"", "<!DOCTYPE html><html><body>Please accept our terms</body></html>", "{}", "[]",
          "null", "OK", R"({"status":"success"})", R"({"v":1})"})
      CHECK_FALSE(message.reads(page));
  }
}

TEST_CASE("An answer that was cut off or has something after it is none") {
  for (const Message& message : kMessages) {
    for (std::size_t i = 0; i < message.body.size(); ++i)
      CHECK_FALSE(message.reads(std::string_view{message.body}.substr(0, i)));
    CHECK_FALSE(message.reads(message.body + message.body));
    CHECK_FALSE(message.reads(message.body + std::string(1, '\0') + "more"));
  }
}

TEST_CASE("A message is read only if every field of it is right") {
  for (const Message& message : kMessages) {
    const json good = json::parse(message.body);
    const json leaves = good.flatten();
    for (const auto& [place, value] : leaves.items()) {
      for (const json& wrong : std::vector<json>{"Jonas Petraitis", nullptr, 1.5, -2'000'000,
                                                 json::object(), json::array({json::array()})}) {
        json bad = good;
        bad[json::json_pointer{place}] = wrong;
        INFO(bad.dump());
        CHECK_FALSE(message.reads(bad.dump()));
      }
    }
    for (const auto& [key, value] : good.items()) {
      json bad = good;
      bad.erase(key);
      INFO(bad.dump());
      // An upload need not say of which program and catalogue it is.
      CHECK(message.reads(bad.dump()) ==
            (key == "app" || (key == "catalogue" && good.contains("app"))));
    }
    json more = good;
    more["name"] = 1;
    CHECK_FALSE(message.reads(more.dump()));
    json newer = good;
    newer["v"] = 2;
    CHECK_FALSE(message.reads(newer.dump()));
  }
}

TEST_CASE("A receipt says why exactly where something was refused") {
  Receipt receipt = kReceipt;
  receipt.sheets.back().why.clear();
  CHECK_FALSE(read_receipt(write_receipt(receipt)));
  receipt.sheets.back().why = "a-reason-of-a-newer-region";
  CHECK(read_receipt(write_receipt(receipt)) == receipt);
  json with_reason = json::parse(write_receipt(kReceipt));
  with_reason["sheets"][0]["why"] = "clock";
  CHECK_FALSE(read_receipt(with_reason.dump()));
  for (const int next_s : {4, 86'401}) {
    receipt.next_s = next_s;
    CHECK_FALSE(read_receipt(write_receipt(receipt)));
  }
}

TEST_CASE("A catalogue has whole months and nothing twice") {
  const auto reads = [](const Catalogue& catalogue) {
    return read_catalogue(write_catalogue(catalogue)).has_value();
  };
  CHECK_FALSE(reads({1, {}, {{"P:SOC1000", {2026, 1, 2}, {2026, 1, 31}}}}));
  CHECK_FALSE(reads({1, {}, {{"P:SOC1000", {2026, 1, 1}, {2026, 2, 27}}}}));
  CHECK_FALSE(reads({1, {}, {{"P:SOC1000", {2026, 2, 1}, {2026, 1, 31}}}}));
  CHECK_FALSE(reads({1, {}, {{"2026", {2026, 1, 1}, {2026, 12, 31}}}}));
  Catalogue twice = kCatalogue;
  twice.indicators[1].period = twice.indicators[0].period;
  CHECK_FALSE(reads(twice));
  twice = kCatalogue;
  twice.activities[1].code = twice.activities[0].code;
  CHECK_FALSE(reads(twice));
  twice = kCatalogue;
  twice.activities[1].id = twice.activities[0].id;
  CHECK_FALSE(reads(twice));
}

TEST_CASE("What a region holds of a centre after ten years fits into one answer") {
  Index index{kCollector, {}};
  for (int i = 0; i < 3650; ++i) {
    const CivilDay day = CivilDay{2026, 1, 1}.next(i);
    const std::string number = std::to_string(10'000 + i);
    const std::string life = std::string(16 - number.size(), '0') + number;
    index.sheets.push_back({{life, SheetKind::kDay, day.iso()}, 40, i % 100 == 0});
    for (const Period& period : calendar_periods(day))
      index.sheets.push_back({{life, SheetKind::kPeople, period.name}, 40, i % 100 == 0});
  }
  const std::string body = write_index(index);
  CHECK(body.size() < kMaxBody);
  CHECK(read_index(body) == index);
  index.sheets.push_back(index.sheets.front());
  CHECK_FALSE(read_index(write_index(index)));
}

TEST_CASE("What a region holds of a kiosk that was started five times a day fits as well") {
  Index index{kCollector, {}};
  for (int i = 0; i < 5 * 3650; ++i) {
    const CivilDay day = CivilDay{2026, 1, 1}.next(i / 5);
    const std::string number = std::to_string(100'000 + i);
    const std::string life = std::string(16 - number.size(), '0') + number;
    index.sheets.push_back({{life, SheetKind::kDay, day.iso()}, 40, false});
    for (const Period& period : calendar_periods(day))
      index.sheets.push_back({{life, SheetKind::kPeople, period.name}, 40, false});
  }
  const std::string body = write_index(index);
  CHECK(body.size() > kMaxBody);
  CHECK(body.size() < kMaxIndex);
  CHECK((read_index(body) == index));
}

TEST_CASE("Whoever asks to be connected says little") {
  EnrolRequest typed = kRequest;
  typed.code = "7F3K-9QWX-2MPR";
  CHECK(if_read(read_enrol_request(write_enrol_request(typed))) == typed);
  for (const char* const code : {"7F3K9QWX2MP", "7F3K-9QWX-2MPRR", "JONAS PETRAI", ""}) {
    typed.code = code;
    CHECK(std::get<Problem>(read_enrol_request(write_enrol_request(typed))).pointer == "/code");
  }
  CHECK(
      std::get<Problem>(read_enrol_request(write_enrol_request(kRequest) + std::string(1024, ' ')))
          .status == 413);
}

TEST_CASE("A withdrawal names one life or more and none twice") {
  const auto pointer = [](std::vector<std::string> lives) {
    const auto read =
        read_withdrawal(write_withdrawal({"dv_7F3K9QWX", "ce_2MPNH8ZT", std::move(lives)}));
    return std::get<Problem>(read).pointer;
  };
  CHECK(pointer({}) == "/lives");
  CHECK(pointer({"00000000000000a1", "00000000000000a1"}) == "/lives/1");
  CHECK(pointer({"00000000000000a"}) == "/lives/0");
  CHECK(pointer(std::vector<std::string>(401, "00000000000000a1")) == "/lives");
}

TEST_CASE("Lost days are days of a life, one or more and none twice") {
  const auto pointer = [](std::vector<Gap> gaps) {
    const auto read = read_gaps(write_gaps({"dv_7F3K9QWX", "ce_2MPNH8ZT", std::move(gaps)}));
    return std::get<Problem>(read).pointer;
  };
  const Gap gap = kGaps.gaps[0];
  CHECK(pointer({}) == "/gaps");
  CHECK(pointer({gap, {gap.life, gap.day, true}}) == "/gaps/1");
  CHECK(pointer({{"a1", gap.day, false}}) == "/gaps/0/life");
  for (const char* const day : {"2026-11", "2026-11-31", "P:SOC1000", "0999-01-01", ""})
    CHECK(pointer({{gap.life, day, false}}) == "/gaps/0/day");
  CHECK(pointer(std::vector(401, gap)) == "/gaps");
}
