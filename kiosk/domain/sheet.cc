// SPDX-License-Identifier: EUPL-1.2
#include "domain/sheet.h"

#include <algorithm>

namespace sveiki {
namespace {

constexpr std::array<std::string_view, 7> kDayColumns{
    "visits", "headcount", "people", "newcomers", "signups", "minutes", "services"};
constexpr std::array<std::string_view, 2> kPeopleColumns{"n", "newcomers"};
constexpr std::array<std::string_view, 5> kVerdicts{"stored", "same", "older", "conflict",
                                                    "refused"};
constexpr std::array kCuts{0, 5, 7, 13, 14, 16, 18, 25, 26, 30, 55, 60, 65, 75, 85};

void add_times(SheetRows& to, const SheetRows& more, std::int64_t times) {
  for (const auto& [key, values] : more) {
    RowValues& sum = to[key];
    for (std::size_t i = 0; i < sum.size(); ++i) sum[i] += times * values[i];
    if (sum == RowValues{}) to.erase(key);
  }
}

}  // namespace

std::string_view sheet_kind_name(SheetKind kind) {
  return kind == SheetKind::kDay ? "day" : "people";
}

std::optional<SheetKind> sheet_kind_named(std::string_view name) {
  for (const SheetKind kind : {SheetKind::kDay, SheetKind::kPeople})
    if (sheet_kind_name(kind) == name) return kind;
  return std::nullopt;
}

std::span<const std::string_view> column_names(SheetKind kind) {
  if (kind == SheetKind::kDay) return kDayColumns;
  return kPeopleColumns;
}

void add(SheetRows& to, const SheetRows& more) {
  add_times(to, more, 1);
}

void subtract(SheetRows& from, const SheetRows& less) {
  add_times(from, less, -1);
}

std::string_view verdict_name(Verdict verdict) {
  return kVerdicts[static_cast<std::size_t>(verdict)];
}

std::optional<Verdict> verdict_named(std::string_view name) {
  const auto at = std::ranges::find(kVerdicts, name);
  if (at == kVerdicts.end()) return std::nullopt;
  return static_cast<Verdict>(at - kVerdicts.begin());
}

Verdict join(const Sheet* held, const Sheet& incoming) {
  if (!held || held->revision < incoming.revision) return Verdict::kStored;
  if (held->revision > incoming.revision) return Verdict::kOlder;
  return *held == incoming ? Verdict::kSame : Verdict::kConflict;
}

SheetRows rows_to_say(SheetRows target, std::span<const Sheet> others) {
  for (const Sheet& other : others) subtract(target, other.rows);
  return target;
}

std::string age_band(std::optional<int> age) {
  if (!age || *age < 0) return "unknown";
  const auto above = std::ranges::upper_bound(kCuts, *age);
  const std::string from = std::to_string(*(above - 1));
  return above == kCuts.end() ? from + "-" : from + "-" + std::to_string(*above - 1);
}

std::string visits_band(std::int64_t visits) {
  if (visits <= 1) return "1-1";
  if (visits <= 4) return "2-4";
  return visits <= 9 ? "5-9" : "10-";
}

std::string other_centres_band(std::optional<int> other_centres) {
  if (!other_centres) return "unknown";
  if (*other_centres == 0) return "0-0";
  return *other_centres == 1 ? "1-1" : "2-";
}

}  // namespace sveiki
