// SPDX-License-Identifier: EUPL-1.2
#include "region/attack/whole_numbers.h"

#include <algorithm>
#include <numeric>
#include <stdexcept>

namespace sveiki::test {
namespace {

std::int64_t floor_of(std::int64_t a, std::int64_t b) {
  return a / b - (a % b != 0 && (a < 0) != (b < 0) ? 1 : 0);
}

}  // namespace

WholeNumbers::Number WholeNumbers::add(const region::Told& ends) {
  ends_.push_back(ends);
  sums_of_.emplace_back();
  return ends_.size() - 1;
}

void WholeNumbers::bound(Terms terms, const region::Told& ends) {
  for (const auto& [number, times] : terms) sums_of_[number].push_back(sums_.size());
  sums_.push_back({std::move(terms), ends});
}

void WholeNumbers::narrow(Number number, const region::Told& ends) {
  ends_[number].least = std::max(ends_[number].least, ends.least);
  ends_[number].most = std::min(ends_[number].most, ends.most);
}

bool WholeNumbers::possible(Number number, std::int64_t value) {
  Ends ends = ends_;
  ends[number].least = std::max(ends[number].least, value);
  ends[number].most = std::min(ends[number].most, value);
  std::vector<std::size_t> all(sums_.size());
  std::iota(all.begin(), all.end(), 0);
  std::vector<Number> numbers(ends.size());
  std::iota(numbers.begin(), numbers.end(), 0);
  if (ends[number].least > ends[number].most || !tighten(ends, all)) return false;
  // A search that went astray is begun again another way; one that ends is the proof.
  for (unsigned way = 0; way < 2'000; ++way) {
    Search search{std::minstd_rand{way + 1}, 400, way % 2 == 1, way / 2 % 8};
    Ends found = ends;
    if (look(found, numbers, search)) {
      world_.clear();
      for (const region::Told& it : found) world_.push_back(it.least);
      return true;
    }
    if (search.steps > 0) return false;
  }
  throw std::runtime_error("too many worlds to look at");
}

bool WholeNumbers::tighten(Ends& ends, std::vector<std::size_t> sums) const {
  std::vector<char> waits(sums_.size());
  for (const std::size_t sum : sums) waits[sum] = 1;
  std::vector<Number> changed;
  while (!sums.empty()) {
    const std::size_t at = sums.back();
    sums.pop_back();
    waits[at] = 0;
    changed.clear();
    if (!tighten(ends, sums_[at], changed)) return false;
    for (const Number number : changed) {
      for (const std::size_t sum : sums_of_[number]) {
        if (!waits[sum]) sums.push_back(sum);
        waits[sum] = 1;
      }
    }
  }
  return true;
}

bool WholeNumbers::tighten(Ends& ends, const Sum& sum, std::vector<Number>& changed) const {
  std::int64_t least = 0, most = 0;
  for (const auto& [number, times] : sum.terms) {
    least += times * (times > 0 ? ends[number].least : ends[number].most);
    most += times * (times > 0 ? ends[number].most : ends[number].least);
  }
  if (least > sum.ends.most || most < sum.ends.least) return false;
  for (const auto& [number, times] : sum.terms) {
    region::Told& it = ends[number];
    // What the others leave for this one.
    std::int64_t low = sum.ends.least - (most - times * (times > 0 ? it.most : it.least));
    std::int64_t high = sum.ends.most - (least - times * (times > 0 ? it.least : it.most));
    if (times < 0) std::swap(low, high);
    const region::Told now{std::max(it.least, -floor_of(-low, times)),
                           std::min(it.most, floor_of(high, times))};
    if (now == it) continue;
    if (now.least > now.most) return false;
    least += times * (times > 0 ? now.least - it.least : now.most - it.most);
    most += times * (times > 0 ? now.most - it.most : now.least - it.least);
    it = now;
    changed.push_back(number);
  }
  return true;
}

bool WholeNumbers::says_nothing(const Ends& ends, const Sum& sum) const {
  std::int64_t least = 0, most = 0;
  for (const auto& [number, times] : sum.terms) {
    least += times * (times > 0 ? ends[number].least : ends[number].most);
    most += times * (times > 0 ? ends[number].most : ends[number].least);
  }
  return least >= sum.ends.least && most <= sum.ends.most;
}

/// Numbers that are still open, in parts that have nothing to do with each other any more.
std::vector<std::vector<WholeNumbers::Number>> WholeNumbers::parts(
    const Ends& ends, const std::vector<Number>& among) const {
  std::vector<std::vector<Number>> parts;
  std::vector<char> waits(ends.size()), looked(sums_.size());
  for (const Number number : among) waits[number] = ends[number].least < ends[number].most;
  for (const Number first : among) {
    if (!waits[first]) continue;
    waits[first] = 0;
    std::vector<Number> part{first};
    for (std::size_t i = 0; i < part.size(); ++i) {
      for (const std::size_t sum : sums_of_[part[i]]) {
        if (looked[sum]) continue;
        looked[sum] = 1;
        if (says_nothing(ends, sums_[sum])) continue;
        for (const auto& [number, times] : sums_[sum].terms) {
          if (waits[number]) part.push_back(number);
          waits[number] = 0;
        }
      }
    }
    parts.push_back(std::move(part));
  }
  return parts;
}

bool WholeNumbers::look(Ends& ends, const std::vector<Number>& among, Search& search) const {
  for (const auto& part : parts(ends, among)) {
    if (part.size() > 1 && !look_at(ends, part, search)) return false;
  }
  return true;
}

/// What was known first is tried first, since the other numbers are made of it; or else what has
/// the fewest values left. Mostly as in the last world that was found.
bool WholeNumbers::look_at(Ends& ends, const std::vector<Number>& part, Search& search) const {
  const auto width = [&](Number number) { return ends[number].most - ends[number].least; };
  const Number open = search.narrow_first ? *std::ranges::min_element(part, {}, width)
                                          : *std::ranges::min_element(part);
  const std::int64_t middle = floor_of(ends[open].least + ends[open].most, 2);
  const bool as_before = !world_.empty() && search.random() % 16 >= search.daring;
  const bool lower_first = as_before ? world_[open] <= middle : search.random() % 2 == 0;
  for (const bool lower : {lower_first, !lower_first}) {
    if (--search.steps <= 0) return false;
    Ends half = ends;
    (lower ? half[open].most : half[open].least) = lower ? middle : middle + 1;
    if (!tighten(half, sums_of_[open]) || !look(half, part, search)) continue;
    ends = std::move(half);
    return true;
  }
  return false;
}

}  // namespace sveiki::test
