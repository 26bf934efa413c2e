// SPDX-License-Identifier: EUPL-1.2
#include "calendar/names.h"

#include <algorithm>

#include "calendar/text.h"

namespace sveiki::calendar {
namespace {

std::string found(const std::map<std::string, std::string>& names, const std::string& name) {
  const auto it = names.find(folded(name));
  return it == names.end() ? "" : it->second;
}

}  // namespace

Names::Names(const Centre& centre, const std::map<std::string, std::string>& activities) {
  for (const auto& [title, id] : activities) activities_.emplace(folded(title), id);
  for (const Activity& activity : centre.activities) {
    activities_.emplace(folded(activity.id), activity.id);
    for (const std::string_view language : kLanguages) {
      activities_.emplace(folded(activity.name.in(language)), activity.id);
      activities_.emplace(folded(activity.spoken.in(language)), activity.id);
    }
  }
  for (const Room& room : centre.rooms) {
    rooms_.emplace(folded(room.id), room.id);
    for (const std::string_view language : kLanguages)
      rooms_.emplace(folded(room.name.in(language)), room.id);
  }
}

std::string Names::activity(const std::string& title) const {
  return found(activities_, title);
}

std::string Names::room(const std::string& place) const {
  std::string id = found(rooms_, place);
  // "Hall, 1 Long Street": the address is for others.
  return id.empty() ? found(rooms_, place.substr(0, place.find_first_of(",\n"))) : id;
}

bool Names::mentioned_in(const std::string& words) const {
  const auto mentioned = [&](const auto& name) {
    return !name.first.empty() && words.find(' ' + name.first + ' ') != std::string::npos;
  };
  return std::ranges::any_of(activities_, mentioned) || std::ranges::any_of(rooms_, mentioned);
}

}  // namespace sveiki::calendar
