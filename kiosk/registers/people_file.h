// SPDX-License-Identifier: EUPL-1.2
/// Reads a list of people as a centre keeps it, a CSV file from a spreadsheet. Nobody comes out of
/// it unless every row is right; what is wrong is said by line and column, with what would be
/// right.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/centre.h"
#include "store/enrolment.h"

namespace sveiki::registers {

/// What is there already, and against what a row is checked.
struct PeopleContext {
  std::vector<Token> tokens;
  std::vector<std::string> cards;
  std::vector<std::string> languages;  ///< of the centre
  CivilDay today;
};

/// Either people, or what is wrong.
struct PeopleFile {
  std::vector<store::NewPerson> people;
  std::vector<std::string> wrong;
};

/// `bytes` is the file: UTF-8, at most 1 MiB. Columns by name, `;` or `,` between them.
PeopleFile read_people(std::string_view bytes, const PeopleContext& context);

}  // namespace sveiki::registers
