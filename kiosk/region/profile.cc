// SPDX-License-Identifier: EUPL-1.2
#include "region/profile.h"

#include <algorithm>
#include <array>

namespace sveiki::region {
namespace {

struct Trait {
  std::string_view key;
  const char* words;
};
constexpr std::array kGroups{
    Trait{"child", "Children"},
    Trait{"youth", "Young people"},
    Trait{"disability", "People with disabilities"},
    Trait{"senior", "Seniors"},
    Trait{"other", "Others"},
    Trait{"unknown", "Not known"},
};
constexpr std::array kGenders{
    Trait{"f", "Women and girls"},
    Trait{"m", "Men and boys"},
    Trait{"x", "Another gender"},
    Trait{"unknown", "Not known"},
};

/// "14-17" as "14–17", "13-13" as "13", "85-" as "85+".
std::string age_words(const std::string& band) {
  const auto dash = band.find('-');
  const std::string from = band.substr(0, dash), to = band.substr(dash + 1);
  if (to.empty()) return from + "+";
  return from == to ? from : from + "–" + to;
}

template <class Traits>
ProfilePart part_of(Language language, const char* title, const Traits& traits,
                    const boost::container::flat_map<std::string, std::int64_t>& counts) {
  ProfilePart part{say(language, title), {}};
  for (const Trait& trait : traits) {
    const auto count = counts.find(std::string{trait.key});
    if (count != counts.end() && count->second > 0)
      part.rows.push_back({say(language, trait.words), count->second});
  }
  return part;
}

ProfilePart ages(Language language,
                 const boost::container::flat_map<std::string, std::int64_t>& counts) {
  std::vector<std::pair<int, ProfilePart::Row>> bands;
  ProfilePart part{say(language, "Age"), {}};
  std::int64_t unknown = 0;
  for (const auto& [band, count] : counts) {
    if (count <= 0) continue;
    if (band == "unknown")
      unknown = count;
    else
      bands.push_back({std::stoi(band), {age_words(band), count}});
  }
  std::ranges::sort(bands, {}, [](const auto& band) { return band.first; });
  for (auto& [from, row] : bands) part.rows.push_back(std::move(row));
  if (unknown > 0) part.rows.push_back({say(language, "Not known"), unknown});
  return part;
}

}  // namespace

std::vector<ProfilePart> profile(const People& people, Language language) {
  const auto counts = [&](char type) {
    const auto at = people.by.find(type);
    return at == people.by.end() ? decltype(at->second){} : at->second;
  };
  std::vector<ProfilePart> parts{part_of(language, "Target group", kGroups, counts('M')),
                                 ages(language, counts('B')),
                                 part_of(language, "Gender", kGenders, counts('G'))};
  std::erase_if(parts, [](const ProfilePart& part) { return part.rows.empty(); });
  return parts;
}

People people_of_all(const Report& report) {
  People all;
  for (const CentreReport& centre : report.centres) {
    if (!centre.people) continue;
    for (const auto& [type, counts] : centre.people->by)
      for (const auto& [key, n] : counts) all.by[type][key] += n;
  }
  return all;
}

}  // namespace sveiki::region
