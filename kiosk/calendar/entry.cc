// SPDX-License-Identifier: EUPL-1.2
#include "calendar/entry.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <cstdio>

namespace sveiki::calendar {
namespace {

constexpr std::size_t kLongestId = 40;

std::string own_suffix(const Centre& centre) {
  return '@' + centre.id + ".sveiki";
}

// A series and an announcement may have the same id.
std::string own_suffix_of_days(const Centre& centre) {
  return "@days." + centre.id + ".sveiki";
}

bool is_id(std::string_view id) {
  return !id.empty() && id.size() <= kLongestId && std::ranges::all_of(id, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  });
}

/// What is before the suffix, if that is the suffix and there is an id; else empty.
std::string own_id(std::string_view uid, const std::string& suffix) {
  if (!uid.ends_with(suffix)) return {};
  uid.remove_suffix(suffix.size());
  return is_id(uid) ? std::string{uid} : std::string{};
}

std::optional<int> digits(std::string_view text) {
  int value = 0;
  const char* const end = text.data() + text.size();
  const auto [read, error] = std::from_chars(text.data(), end, value);
  if (error != std::errc{} || read != end || value < 0) return std::nullopt;
  return value;
}

/// What uid_of_time writes behind the '#'.
std::optional<OneTime> time_in(std::string_view text) {
  if (text.size() != 9 && text.size() != 14) return std::nullopt;
  OneTime time{{}, text[0] == '+', text.size() == 9};
  if (text[0] != '+' && text[0] != '=') return std::nullopt;
  const std::string iso = std::string{text.substr(1, 4)} + '-' + std::string{text.substr(5, 2)} +
                          '-' + std::string{text.substr(7, 2)};
  const auto date = CivilDay::parse(iso);
  if (!date) return std::nullopt;
  time.original.date = *date;
  if (time.whole_day) return time;
  const auto hours = digits(text.substr(10, 2)), minutes = digits(text.substr(12));
  if (text[9] != 'T' || !hours || !minutes || *hours > 23 || *minutes > 59) return std::nullopt;
  time.original.minutes = *hours * 60 + *minutes;
  return time;
}

}  // namespace

std::string uid_of(const Entry& entry, const Centre& centre) {
  return entry.uid.empty() ? entry.series.id + own_suffix(centre) : entry.uid;
}

std::string uid_of_slot(const std::string& uid, int slot) {
  return uid + '#' + std::to_string(slot);
}

std::string uid_of_time(const std::string& uid, const OneTime& time) {
  const int minutes = time.original.minutes;
  char text[32];
  if (time.whole_day)
    std::snprintf(text, sizeof text, "%08d", time.original.date.number());
  else
    std::snprintf(text, sizeof text, "%08dT%02d%02d", time.original.date.number(), minutes / 60,
                  minutes % 60);
  return uid + (time.besides_rule ? "#+" : "#=") + text;
}

UidParts parts_of_uid(std::string_view uid, const Centre& centre) {
  UidParts parts;
  if (const auto at = uid.rfind('#'); at != std::string_view::npos) {
    parts.time = time_in(uid.substr(at + 1));
    if (parts.time) uid = uid.substr(0, at);
  }
  if (const auto at = uid.rfind('#'); at != std::string_view::npos) {
    parts.slot = digits(uid.substr(at + 1));
    if (parts.slot) uid = uid.substr(0, at);
  }
  parts.uid = uid;
  parts.own = own_id(uid, own_suffix(centre));
  return parts;
}

std::string id_for(std::string_view uid) {
  std::uint64_t hash = 0xcbf29ce484222325;  // FNV-1a
  for (const char c : uid) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3;
  char id[24];
  std::snprintf(id, sizeof id, "cal-%016llx", static_cast<unsigned long long>(hash));
  return id;
}

std::string uid_of(const Announcement& days, const Centre& centre) {
  return days.uid.empty() ? days.id + own_suffix_of_days(centre) : days.uid;
}

std::string own_days(std::string_view uid, const Centre& centre) {
  return own_id(uid, own_suffix_of_days(centre));
}

std::string id_of_time(const std::string& id, CivilDay original) {
  return id + '-' + std::to_string(original.number());
}

std::optional<CivilDay> original_of(const Announcement& days) {
  constexpr std::size_t kDigits = 8;
  // An id of our own may end with a number as well.
  if (days.uid.empty() || days.id.size() <= kDigits) return std::nullopt;
  const std::size_t dash = days.id.size() - kDigits - 1;
  const auto number = std::string_view{days.id}.substr(dash + 1);
  const bool digits = std::ranges::all_of(number, [](char c) { return c >= '0' && c <= '9'; });
  if (days.id[dash] != '-' || !digits) return std::nullopt;
  return CivilDay::from_number(std::stoi(std::string{number}));
}

int step_of(const Slots& slots) {
  return slots.length + slots.pause;
}

}  // namespace sveiki::calendar
