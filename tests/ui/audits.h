// SPDX-License-Identifier: EUPL-1.2
/// The rules of ACCESS.md that one look at a screen can tell, as functions of its node record.
/// Each finding is a sentence that begins with the rule's name.
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ui/kit/node.h"
#include "ui/words.h"

namespace sveiki::test {

/// A screen as somebody finds it.
struct Look {
  std::string_view screen;  ///< "attract"
  const ui::Nodes& nodes;
  ui::Rect glass;
  float px_per_mm;
  const ui::Words& words;
};

using Findings = std::vector<std::string>;

struct Rule {
  std::string_view name;  ///< "D14 size"
  void (*check)(const Look&, Findings&);
};
std::span<const Rule> rules();

/// What is wrong with this screen by any rule; empty: nothing.
Findings audit(const Look& look);

/// D17: Back and Help stand at the same place on every screen. One for each size, language and
/// shape of glass.
class SamePlaces {
 public:
  void check(const Look& look, Findings& findings);

 private:
  std::map<std::string, ui::Node, std::less<>> first_;
};

}  // namespace sveiki::test
