// SPDX-License-Identifier: EUPL-1.2
#include <set>

#include "sync/sheet_id.h"
#include "sync/upload.h"

namespace sveiki::sync {
namespace {

using nlohmann::ordered_json;

Withdrawal of(const JsonValue& value) {
  value.keys({"device", "centre", "lives"});
  Withdrawal withdrawal{value["device"].text(is_device), value["centre"].text(is_centre), {}};
  const JsonValue lives = value["lives"];
  std::set<std::string> seen;
  const std::size_t length = lives.length(1, kMaxLives);
  for (std::size_t i = 0; i < length; ++i) {
    const JsonValue life = lives[i];
    withdrawal.lives.push_back(life.text(is_life));
    if (!seen.insert(withdrawal.lives.back()).second) life.refuse("This life stands here twice.");
  }
  return withdrawal;
}

}  // namespace

std::string write_withdrawal(const Withdrawal& withdrawal) {
  return ordered_json{{"v", kSchemaVersion},
                      {"device", withdrawal.device},
                      {"centre", withdrawal.centre},
                      {"lives", withdrawal.lives}}
      .dump();
}

std::variant<Withdrawal, Problem> read_withdrawal(std::string_view body) {
  return read(body, of);
}

}  // namespace sveiki::sync
