// SPDX-License-Identifier: EUPL-1.2
#include "calendar/zones.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace sveiki::calendar {
namespace {

// How Outlook and Exchange call the clocks of Europe and its neighbours (CLDR, windowsZones.xml).
constexpr std::array<std::pair<std::string_view, std::string_view>, 18> kWindowsZones{{
    {"FLE Standard Time", "Europe/Riga"},
    {"E. Europe Standard Time", "Europe/Chisinau"},
    {"GTB Standard Time", "Europe/Bucharest"},
    {"W. Europe Standard Time", "Europe/Berlin"},
    {"Central Europe Standard Time", "Europe/Budapest"},
    {"Central European Standard Time", "Europe/Warsaw"},
    {"Romance Standard Time", "Europe/Paris"},
    {"GMT Standard Time", "Europe/London"},
    {"Greenwich Standard Time", "Atlantic/Reykjavik"},
    {"Turkey Standard Time", "Europe/Istanbul"},
    {"Russian Standard Time", "Europe/Moscow"},
    {"Kaliningrad Standard Time", "Europe/Kaliningrad"},
    {"Belarus Standard Time", "Europe/Minsk"},
    {"Georgian Standard Time", "Asia/Tbilisi"},
    {"Eastern Standard Time", "America/New_York"},
    {"Pacific Standard Time", "America/Los_Angeles"},
    {"UTC", "Etc/UTC"},
    {"Coordinated Universal Time", "Etc/UTC"},
}};

constexpr std::size_t kLongestName = 200;
constexpr int kDaysBack = 366;
constexpr int kDaysAhead = 3 * 366;

}  // namespace

Zones::Zones(std::string home, CivilDay today) : home_(std::move(home)) {
  for (int day = -kDaysBack; day <= kDaysAhead; ++day)
    instants_.push_back(instant_of(today.next(day), 12 * 60, home_));
}

void Zones::know(const std::vector<Zone>& zones) {
  for (const Zone& zone : zones) of_file_.emplace(zone.id, zone);
}

std::vector<int> Zones::offsets_of(const std::string& zone) const {
  std::vector<int> offsets;
  for (const Instant instant : instants_) {
    const LocalTime there = local_time(instant, zone);
    const Instant as_utc = instant_of(there.date, there.minutes, "Etc/UTC");
    offsets.push_back(static_cast<int>((as_utc - instant) / std::chrono::seconds{1}));
  }
  return offsets;
}

std::optional<std::string> Zones::look_up(const std::string& id) const {
  if (id.size() > kLongestName) return std::nullopt;
  for (const auto& [windows, iana] : kWindowsZones)
    if (id == windows) return std::string{iana};
  // "/freeassociation.sourceforge.net/Europe/Vilnius": what is in front says who made it.
  for (std::size_t at = 0; at != std::string::npos; at = id.find('/', at + 1)) {
    const std::string name = id.substr(at + (id[at] == '/'));
    if (!name.empty() && zone_exists(name)) return name;
  }
  const auto own = of_file_.find(id);
  if (own == of_file_.end()) return std::nullopt;
  if (own->second.location != id && !own->second.location.empty())
    if (auto name = look_up(own->second.location)) return name;
  if (own->second.offsets == offsets_of(home_)) return home_;
  for (const auto& [windows, iana] : kWindowsZones)
    if (zone_exists(iana) && own->second.offsets == offsets_of(std::string{iana}))
      return std::string{iana};
  return std::nullopt;
}

std::optional<std::string> Zones::resolved(const std::string& id) {
  if (id.empty() || id == "Z") return id;
  const auto [place, fresh] = resolved_.try_emplace(id);
  if (fresh) place->second = look_up(id);
  return place->second;
}

bool Zones::as_at_home(const std::string& zone) {
  if (zone.empty() || zone == home_) return true;
  const auto [place, fresh] = as_at_home_.try_emplace(zone);
  if (fresh) place->second = zone != "Z" && offsets_of(zone) == offsets_of(home_);
  return place->second;
}

std::optional<WallTime> Zones::wall(const Time& time) {
  const auto zone = resolved(time.zone);
  if (!zone) return std::nullopt;
  const int minutes = time.seconds / 60;
  if (as_at_home(*zone)) return WallTime{time.date, minutes};
  const LocalTime here =
      local_time(instant_of(time.date, minutes, *zone == "Z" ? "Etc/UTC" : *zone), home_);
  return WallTime{here.date, here.minutes};
}

}  // namespace sveiki::calendar
