// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "sync/ids.h"
#include "sync/sheet_id.h"
#include "sync/signature.h"
#include "sync/upload.h"

namespace sveiki::sync {
namespace {

using nlohmann::ordered_json;

constexpr std::size_t kMaxRequest = 1024;  // anybody may send one

/// As it is typed or as it is meant, right or not: a wrong one is a try, which is counted.
bool is_like_a_code(std::string_view text) {
  const auto allowed = [](char c) {
    return ('0' <= c && c <= '9') || ('A' <= c && c <= 'Z') || c == '-';
  };
  return text.size() >= 12 && text.size() <= 14 && std::ranges::all_of(text, allowed);
}

bool is_public_key(std::string_view text) {
  return public_key(text).has_value();
}

EnrolRequest request_of(const JsonValue& value) {
  value.keys({"code", "public_key"});
  return {value["code"].text(is_like_a_code), value["public_key"].text(is_public_key)};
}

Enrolled enrolled_of(const JsonValue& value) {
  value.keys({"device", "centre", "collector"});
  return {value["device"].text(is_device), value["centre"].text(is_centre),
          value["collector"].text(is_life)};
}

}  // namespace

std::string write_enrol_request(const EnrolRequest& request) {
  return ordered_json{
      {"v", kSchemaVersion}, {"code", request.code}, {"public_key", request.public_key}}
      .dump();
}

std::variant<EnrolRequest, Problem> read_enrol_request(std::string_view body) {
  return read(body, request_of, kMaxRequest);
}

std::string write_enrolled(const Enrolled& enrolled) {
  return ordered_json{{"v", kSchemaVersion},
                      {"device", enrolled.device},
                      {"centre", enrolled.centre},
                      {"collector", enrolled.collector}}
      .dump();
}

std::optional<Enrolled> read_enrolled(std::string_view body) {
  return read_if_right(body, enrolled_of);
}

}  // namespace sveiki::sync
