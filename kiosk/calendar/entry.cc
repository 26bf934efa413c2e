// SPDX-License-Identifier: EUPL-1.2
#include "calendar/entry.h"

#include <algorithm>
#include <charconv>

namespace sveiki::calendar {
namespace {

constexpr std::size_t kLongestId = 40;

std::string own_suffix(const Centre& centre) {
  return '@' + centre.id + ".sveiki";
}

bool is_id(std::string_view id) {
  return !id.empty() && id.size() <= kLongestId && std::ranges::all_of(id, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  });
}

}  // namespace

std::string uid_of(const Entry& entry, const Centre& centre) {
  return entry.uid.empty() ? entry.series.id + own_suffix(centre) : entry.uid;
}

std::string uid_of_slot(const std::string& uid, int slot) {
  return uid + '#' + std::to_string(slot);
}

UidParts parts_of_uid(std::string_view uid, const Centre& centre) {
  UidParts parts;
  if (const auto at = uid.rfind('#'); at != std::string_view::npos) {
    int slot = 0;
    const char* const end = uid.data() + uid.size();
    const auto [read, error] = std::from_chars(uid.data() + at + 1, end, slot);
    if (error == std::errc{} && read == end && slot >= 0) {
      parts.slot = slot;
      uid = uid.substr(0, at);
    }
  }
  parts.uid = uid;
  const std::string suffix = own_suffix(centre);
  if (uid.ends_with(suffix) && is_id(uid.substr(0, uid.size() - suffix.size())))
    parts.own = uid.substr(0, uid.size() - suffix.size());
  return parts;
}

int step_of(const Slots& slots) {
  return slots.length + slots.pause;
}

}  // namespace sveiki::calendar
