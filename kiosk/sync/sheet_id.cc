// SPDX-License-Identifier: EUPL-1.2
#include "sync/sheet_id.h"

#include <algorithm>
#include <array>

#include "domain/period.h"
#include "sync/ids.h"

namespace sveiki::sync {
namespace {

constexpr std::int64_t kEndOf9999 = 253'402'300'799'999;

}  // namespace

bool is_device(std::string_view text) {
  return is_id("dv", text);
}

bool is_centre(std::string_view text) {
  return is_id("ce", text);
}

bool is_activity(std::string_view text) {
  return is_id("ac", text);
}

bool is_life(std::string_view text) {
  const auto is_hex = [](char c) { return ('0' <= c && c <= '9') || ('a' <= c && c <= 'f'); };
  return text.size() == 16 && std::ranges::all_of(text, is_hex);
}

std::optional<SheetKind> kind_of(std::string_view period) {
  // Years have four digits, as in calendar_period.
  if (!period.starts_with('0') && CivilDay::parse(period)) return SheetKind::kDay;
  if (calendar_period(period) || is_indicator_period(period)) return SheetKind::kPeople;
  return std::nullopt;
}

SheetId read_sheet_id(const JsonValue& object) {
  constexpr std::array kKinds{SheetKind::kDay, SheetKind::kPeople};
  const std::array names{sheet_kind_name(kKinds[0]), sheet_kind_name(kKinds[1])};
  SheetId id{object["life"].text(is_life), kKinds[object["kind"].word(names)],
             object["period"].text()};
  if (kind_of(id.period) != id.kind) object["period"].refuse("This is no period of this kind.");
  return id;
}

nlohmann::ordered_json write_sheet_id(const SheetId& id) {
  return {{"kind", sheet_kind_name(id.kind)}, {"life", id.life}, {"period", id.period}};
}

std::int64_t read_revision(const JsonValue& value) {
  return value.whole(1, kMaxRevision);
}

Instant read_instant(const JsonValue& value) {
  return {value.whole(0, kEndOf9999)};
}

}  // namespace sveiki::sync
