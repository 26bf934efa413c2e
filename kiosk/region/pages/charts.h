// SPDX-License-Identifier: EUPL-1.2
/// Pictures of numbers, as SVG made here. Each is shown beside a table that says the same; nothing
/// is told by colour alone.
#pragma once

#include "region/pages/view.h"

namespace sveiki::region::pages {

/// A column from 0 to `value`, with the range that is possible. Without a value: a sign in its
/// place, "?" for not known, "–" for closed, nothing for a month to come.
struct Column {
  std::string label;
  std::optional<std::int64_t> value;
  std::int64_t lower = 0, upper = 0;
  std::string otherwise = "?";
};
/// A figure with its title, if there is anything to draw; `note` says what a range means.
Html columns(const View& view, const std::string& title, const std::vector<Column>& columns,
             const std::string& note = {});

/// How far an indicator has come: lower end, estimate, upper end, and the target.
Html gauge(const View& view, const std::string& title, const Bracket& people, std::int64_t target);

/// A bar within a table's cell.
Html bar(std::int64_t value, std::int64_t longest);

}  // namespace sveiki::region::pages
