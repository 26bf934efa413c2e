// SPDX-License-Identifier: EUPL-1.2
/// Who the people of a period are: by target group, by age, by gender, never by two at once.
/// Centres tell it once the period is over, of ten people or more.
#pragma once

#include <string>
#include <vector>

#include "region/report.h"
#include "region/report_words.h"

namespace sveiki::region {

struct ProfilePart {
  std::string title;  ///< "Target group"
  struct Row {
    std::string words;  ///< "Seniors", "14–17"
    std::int64_t people = 0;
  };
  std::vector<Row> rows;
};

/// Those parts of which anything is told.
std::vector<ProfilePart> profile(const People& people, Language language);

/// What the centres told of the whole stretch, added up: who uses two of them is in it twice.
People people_of_all(const Report& report);

}  // namespace sveiki::region
