// SPDX-License-Identifier: EUPL-1.2
#include "domain/series.h"

#include <algorithm>
#include <array>

namespace sveiki {
namespace {

constexpr std::array<std::string_view, 4> kFormats{"open", "group", "individual", "event"};

/// The starts of the rule and the extras that lie on these days, sorted, each once.
std::vector<WallTime> occurrences_of(const Series& series, CivilDay from, CivilDay to) {
  std::vector<WallTime> starts = occurrences(series.rule, series.start, from, to);
  const auto by_rule = starts.size();
  for (const WallTime extra : series.extra)
    if (extra.date >= from && extra.date < to) starts.push_back(extra);
  if (starts.size() > by_rule) {
    std::ranges::sort(starts);
    starts.erase(std::ranges::unique(starts).begin(), starts.end());
  }
  return starts;
}

/// How many sessions one occurrence is cut into.
int slots_of(const Series& series) {
  if (!series.slots || series.slots->length <= 0) return 1;
  return (series.duration + series.slots->pause) / (series.slots->length + series.slots->pause);
}

WallTime slot_start(const Series& series, WallTime occurrence, int slot) {
  return slot == 0 ? occurrence : occurrence + slot * (series.slots->length + series.slots->pause);
}

}  // namespace

std::string_view format_name(Format format) {
  return kFormats[static_cast<std::size_t>(format)];
}

std::optional<Format> format_named(std::string_view name) {
  const auto found = std::ranges::find(kFormats, name);
  if (found == kFormats.end()) return std::nullopt;
  return static_cast<Format>(found - kFormats.begin());
}

int session_length(const Series& series) {
  return series.slots ? series.slots->length : series.duration;
}

std::vector<WallTime> originals(const Series& series, CivilDay from, CivilDay to) {
  if (!series.slots) return occurrences_of(series, from, to);
  std::vector<WallTime> starts;
  // From the day before: its slots may go over midnight.
  for (const WallTime occurrence : occurrences_of(series, from.next(-1), to))
    for (int slot = 0; slot < slots_of(series); ++slot) {
      const WallTime start = slot_start(series, occurrence, slot);
      if (start.date >= from && start.date < to) starts.push_back(start);
    }
  std::ranges::sort(starts);
  starts.erase(std::ranges::unique(starts).begin(), starts.end());
  return starts;
}

std::optional<WallTime> occurrence_of(const Series& series, WallTime original) {
  for (const WallTime occurrence :
       occurrences_of(series, original.date.next(-1), original.date.next()))
    for (int slot = 0; slot < slots_of(series); ++slot)
      if (slot_start(series, occurrence, slot) == original) return occurrence;
  return std::nullopt;
}

const Exception* exception_of(const Series& series, WallTime original) {
  const auto found =
      std::ranges::lower_bound(series.exceptions, original, {}, &Exception::original);
  return found == series.exceptions.end() || found->original != original ? nullptr : &*found;
}

}  // namespace sveiki
