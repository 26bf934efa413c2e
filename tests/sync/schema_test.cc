// SPDX-License-Identifier: EUPL-1.2
// The schemas that everybody can read and the readers that the collector uses are asked about the
// same bodies: they must say the same.
#include <cstdlib>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>

#include "support/catch.h"
#include "support/temporary_dir.h"
#include "sync/an_upload.h"
#include "sync/signature.h"

using namespace sveiki;
using nlohmann::json;

namespace {

constexpr int kMutated = 1000;
const std::string kName = "Jonas Petraitis";

/// A kind of body that leaves a kiosk.
struct Kind {
  std::string schema;  ///< "upload", of upload.schema.json
  std::string full;    ///< one with everything in it
  bool (*reader_allows)(std::string_view body);
};

const Kind kUpload{"upload", sync::write_upload(test::full_upload()), [](std::string_view body) {
                     return std::holds_alternative<sync::Upload>(sync::read_upload(body));
                   }};
const Kind kWithdrawal{
    "withdrawal",
    sync::write_withdrawal(
        {"dv_7F3K9QWX", "ce_2MPNH8ZT", {"00000000000000a1", "00000000000000b2"}}),
    [](std::string_view body) {
      return std::holds_alternative<sync::Withdrawal>(sync::read_withdrawal(body));
    }};
const Kind kGaps{"gaps",
                 sync::write_gaps({"dv_7F3K9QWX",
                                   "ce_2MPNH8ZT",
                                   {{"00000000000000a1", "2026-11-22", false},
                                    {"00000000000000a1", "2026-11-23", true},
                                    {"00000000000000b2", "2026-11-22", true}}}),
                 [](std::string_view body) {
                   return std::holds_alternative<sync::GapReport>(sync::read_gaps(body));
                 }};

/// What the schema says of each, by an independent program.
std::vector<bool> schema_allows(const Kind& kind, const std::vector<std::string>& bodies) {
  const test::TemporaryDir dir;
  {
    std::ofstream out(dir / "bodies");
    for (const std::string& body : bodies) out << sync::base64(body) << '\n';
  }
  const std::string answers = (dir / "answers").string();
  const std::string command = "/usr/bin/python3 " SVEIKI_SOURCE_DIR
                              "/tests/sync/schema_oracle.py " SVEIKI_SOURCE_DIR "/kiosk/sync/" +
                              kind.schema + ".schema.json < " + (dir / "bodies").string() + " > " +
                              answers;
  // Fails if python3-jsonschema is missing: it is in the list of packages.
  REQUIRE(std::system(command.c_str()) == 0);
  std::ifstream in(answers);
  std::vector<bool> allowed;
  for (std::string line; std::getline(in, line);) allowed.push_back(line == "yes");
  REQUIRE(allowed.size() == bodies.size());
  return allowed;
}

/// Where the values of a document stand, itself first.
std::vector<json::json_pointer> places(const json& value,
                                       const json::json_pointer& at = json::json_pointer{}) {
  std::vector<json::json_pointer> all{at};
  const auto add = [&](const json& child, const json::json_pointer& there) {
    const auto more = places(child, there);
    all.insert(all.end(), more.begin(), more.end());
  };
  if (value.is_object())
    for (const auto& [key, child] : value.items()) add(child, at / key);
  if (value.is_array())
    for (std::size_t i = 0; i < value.size(); ++i) add(value[i], at / i);
  return all;
}

/// Changes one thing in a document, as a mistake or a trick would.
class Mutator {
 public:
  explicit Mutator(test::Uploads& chance) : chance_(chance) {}

  std::string mutated(const std::string& body) {
    json document = json::parse(body);
    change(document[chance_.one_of(places(document))]);
    return document.dump();
  }

 private:
  void change(json& value) {
    if (value.is_object() && !value.empty() && chance_.below(3) > 0) {
      const auto member = std::next(value.begin(), chance_.below(static_cast<int>(value.size())));
      const json old = *member;
      if (chance_.chance(3))
        value.erase(member);
      else if (chance_.chance(2))
        value[chance_.one_of(keys_)] = old;
      else
        *member = chance_.one_of(other_);
    } else if (value.is_array() && chance_.below(3) > 0) {
      const auto size = static_cast<int>(value.size());
      if (size > 0 && chance_.chance(2))
        value.erase(chance_.below(size));
      else if (size > 0 && chance_.chance(2))
        value.push_back(value[chance_.below(size)]);
      else
        value.push_back(chance_.one_of(other_));
    } else if (value.is_string() && chance_.below(3) > 0) {
      auto& text = value.get_ref<std::string&>();
      const auto at = static_cast<std::size_t>(chance_.below(static_cast<int>(text.size()) + 1));
      if (at < text.size() && chance_.chance(2))
        text.erase(at, 1);
      else
        text.insert(at, 1, "0a-ZUd:\n _"[chance_.below(10)]);
    } else {
      value = chance_.one_of(other_);
    }
  }

  test::Uploads& chance_;
  const std::vector<std::string> keys_{"tz", "state", "V", "app", "name", "catalogue", "kind "};
  const std::vector<json> other_{nullptr,
                                 true,
                                 false,
                                 0,
                                 1,
                                 2,
                                 -1,
                                 -1'000'000,
                                 -1'000'001,
                                 1'000'000,
                                 1'000'001,
                                 (std::int64_t{1} << 53) - 1,
                                 std::int64_t{1} << 53,
                                 UINT64_MAX,
                                 1.5,
                                 2.0,
                                 "",
                                 "T",
                                 "A",
                                 "B",
                                 "M",
                                 "O",
                                 "t",
                                 "n",
                                 "visits",
                                 "newcomers",
                                 "people",
                                 "day",
                                 "open",
                                 "not recorded",
                                 "unknown",
                                 "1-1",
                                 "0-0",
                                 "13-13",
                                 "5-9",
                                 "2026",
                                 "2026-H1",
                                 "2026-Q5",
                                 "2026-13",
                                 "2026-02-29",
                                 "2028-02-29",
                                 "2026-11-31",
                                 "0999-01-01",
                                 "P:SOC",
                                 "P:soc",
                                 "Europe/Tallinn",
                                 "Europe/Riga",
                                 "00000000000000A1",
                                 "00000000000000a1",
                                 "ac_0000000U",
                                 "ac_00000000",
                                 "dv_00000000",
                                 "ce_00000000",
                                 "1.2.3.4.5",
                                 "12345",
                                 json::array(),
                                 json::array({"T", "", 1}),
                                 json::array({"t", "k", "n"}),
                                 json::object()};
};

}  // namespace

TEST_CASE("What a centre sends is what the published schema allows") {
  test::Uploads uploads;
  std::vector<std::string> bodies{sync::write_upload(test::full_upload())};
  for (int i = 0; i < 200; ++i) bodies.push_back(sync::write_upload(uploads.next()));
  const std::vector<bool> allowed = schema_allows(kUpload, bodies);
  for (std::size_t i = 0; i < bodies.size(); ++i) {
    INFO(bodies[i]);
    CHECK(bool{allowed[i]});
    CHECK(kUpload.reader_allows(bodies[i]));
  }
}

TEST_CASE("The region takes exactly what the published schema allows") {
  test::Uploads uploads;
  Mutator mutator(uploads);
  for (const Kind& kind : {kUpload, kWithdrawal, kGaps}) {
    std::vector<std::string> bodies;
    for (int i = 0; i < kMutated; ++i) {
      const bool other = i % 2 && kind.schema == kUpload.schema;
      bodies.push_back(mutator.mutated(other ? sync::write_upload(uploads.next()) : kind.full));
    }
    const std::vector<bool> allowed = schema_allows(kind, bodies);
    int refused = 0;
    for (std::size_t i = 0; i < bodies.size(); ++i) {
      INFO(bodies[i]);
      const bool by_the_schema = allowed[i];
      CHECK(kind.reader_allows(bodies[i]) == by_the_schema);
      if (!allowed[i]) ++refused;
    }
    // Some changes are harmless, most are not.
    CHECK(refused > kMutated / 2);
    CHECK(refused < kMutated);
  }
}

TEST_CASE("A name is refused in every field and as every key of whatever leaves a kiosk") {
  const auto with_a_name = [](const Kind& kind) {
    const json full = json::parse(kind.full);
    std::vector<std::string> bodies;
    const auto tried = [&](const json::json_pointer& at, const json& instead) {
      json document = full;
      document[at] = instead;
      bodies.push_back(document.dump());
    };
    for (const auto& at : places(full)) {
      tried(at, kName);
      const json value = full[at];
      if (!value.is_object()) continue;
      json more = value;
      more[kName] = kName;
      tried(at, more);
      for (const auto& [key, member] : value.items()) {
        json renamed = value;
        renamed.erase(key);
        renamed[kName] = member;
        tried(at, renamed);
      }
    }
    return bodies;
  };
  for (const Kind& kind : {kUpload, kWithdrawal, kGaps}) {
    const std::vector<std::string> bodies = with_a_name(kind);
    const std::vector<bool> allowed = schema_allows(kind, bodies);
    CHECK(schema_allows(kind, {kind.full}) == std::vector{true});
    CHECK(kind.reader_allows(kind.full));
    for (std::size_t i = 0; i < bodies.size(); ++i) {
      INFO(bodies[i]);
      CHECK(bodies[i].find(kName) != std::string::npos);
      CHECK_FALSE(bool{allowed[i]});
      CHECK_FALSE(kind.reader_allows(bodies[i]));
    }
    CHECK(bodies.size() > (kind.schema == kUpload.schema ? 120 : 10));
  }
}
