// SPDX-License-Identifier: EUPL-1.2
/// What people write into a calendar's title and place, as activities and rooms of the centre:
/// their id, or their name in any language, with or without capitals and marks.
#pragma once

#include <map>
#include <string>

#include "domain/centre.h"

namespace sveiki::calendar {

class Names {
 public:
  /// `activities`: what a title stands for besides, by title.
  Names(const Centre& centre, const std::map<std::string, std::string>& activities);

  /// Ids; empty: there is none like it.
  std::string activity(const std::string& title) const;
  std::string room(const std::string& place) const;
  /// Is one of them among these folded words? " sensory room closed "
  bool mentioned_in(const std::string& words) const;

 private:
  std::map<std::string, std::string> activities_;  ///< by folded name
  std::map<std::string, std::string> rooms_;
};

}  // namespace sveiki::calendar
