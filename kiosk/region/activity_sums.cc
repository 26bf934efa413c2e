// SPDX-License-Identifier: EUPL-1.2
#include "region/activity_sums.h"

namespace sveiki::region {

void add_values(RowValues& to, const RowValues& more) {
  for (std::size_t i = 0; i < to.size(); ++i) to[i] += more[i];
}

void add_activities(ByActivity& to, const ByActivity& more) {
  for (const auto& [id, values] : more) add_values(to[id], values);
}

void ActivitySums::add(std::size_t activity, const RowValues& values) {
  if (sums_.size() <= activity) sums_.resize(activity + 1);
  add_values(sums_[activity], values);
}

void ActivitySums::add(const ActivitySums& more) {
  for (std::size_t i = 0; i < more.sums_.size(); ++i) add(i, more.sums_[i]);
}

RowValues ActivitySums::of(std::size_t activity) const {
  return activity < sums_.size() ? sums_[activity] : RowValues{};
}

std::size_t ActivityNumbers::of(std::string_view id) {
  if (next_ == numbers_.end()) next_ = numbers_.begin();
  if (next_ == numbers_.end() || next_->first != id) {
    next_ = numbers_.find(id);
    if (next_ == numbers_.end()) next_ = numbers_.emplace(id, numbers_.size()).first;
  }
  return (next_++)->second;
}

ByActivity ActivityNumbers::by_id(const ActivitySums& sums) const {
  ByActivity by_id;
  by_id.reserve(numbers_.size());
  for (const auto& [id, number] : numbers_) {
    const RowValues values = sums.of(number);
    if (values != RowValues{}) by_id.emplace_hint(by_id.end(), id, values);
  }
  return by_id;
}

}  // namespace sveiki::region
