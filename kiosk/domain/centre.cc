// SPDX-License-Identifier: EUPL-1.2
#include "domain/centre.h"

#include <algorithm>

namespace sveiki {
namespace {

const std::string kNothing;

template <class T>
const T* with_id(const std::vector<T>& items, std::string_view id) {
  const auto found = std::ranges::find(items, id, &T::id);
  return found == items.end() ? nullptr : &*found;
}

}  // namespace

const std::string& LocalText::in(std::string_view language) const {
  if (by_language_.empty()) return kNothing;
  const auto found = by_language_.find(language);
  return (found == by_language_.end() ? by_language_.begin() : found)->second;
}

const Activity* Centre::activity(std::string_view wanted) const {
  return with_id(activities, wanted);
}

const Room* Centre::room(std::string_view wanted) const {
  return with_id(rooms, wanted);
}

}  // namespace sveiki
