// SPDX-License-Identifier: EUPL-1.2
#include "store/people.h"

#include <algorithm>

#include "base/id.h"
#include "domain/facts.h"
#include "store/sql.h"

namespace sveiki::store {
namespace {

std::optional<People::Known> known(SQLite::Statement found) {
  if (!found.executeStep()) return std::nullopt;
  return People::Known{found.getColumn(0).getInt64(), found.getColumn(1).getString()};
}

}  // namespace

std::optional<People::Known> People::by_token(std::string_view token) {
  return known(query(db_, "SELECT visitor, id FROM token WHERE id = ? AND retired IS NULL", token));
}

std::optional<People::Known> People::by_card(std::string_view code) {
  return known(query(db_,
                     "SELECT token.visitor, token.id FROM card JOIN token USING (visitor)"
                     " WHERE card.code = ? AND card.retired IS NULL AND token.retired IS NULL",
                     code));
}

bool People::has_picture(std::string_view token, std::string_view picture) {
  return number(db_,
                "SELECT 1 FROM token JOIN visitor ON visitor.id = token.visitor"
                " WHERE token.id = ? AND retired IS NULL AND picture = ?",
                token, picture)
      .has_value();
}

std::vector<Token> People::tokens() {
  SQLite::Statement row =
      query(db_,
            "SELECT token.id, symbol, flock, language, text_percent, theme,"
            " picture IS NOT NULL FROM token JOIN visitor ON visitor.id = token.visitor"
            " WHERE retired IS NULL ORDER BY token.number");
  std::vector<Token> tokens;
  while (row.executeStep()) {
    const std::string flock = row.getColumn(2);
    const auto known_flock = flock_from_name(flock);
    if (!known_flock) throw RecordFault{Fault::kBroken, "there is no flock \"" + flock + "\""};
    tokens.push_back({row.getColumn(0), row.getColumn(1), *known_flock, row.getColumn(3),
                      row.getColumn(4).getInt(), row.getColumn(5), row.getColumn(6).getInt() == 1});
  }
  std::ranges::stable_sort(tokens, {}, &Token::flock);
  return tokens;
}

std::vector<std::string> People::cards() {
  SQLite::Statement row = query(db_, "SELECT code FROM card WHERE retired IS NULL ORDER BY number");
  std::vector<std::string> codes;
  while (row.executeStep()) codes.push_back(row.getColumn(0));
  return codes;
}

void People::add(const NewPerson& person, Instant now) {
  const auto if_any = [](const std::string& text) {
    return text.empty() ? std::nullopt : std::optional<std::string_view>{text};
  };
  const std::int64_t visitor = insert(
      db_,
      "INSERT INTO visitor (added, alias, birth_year, gender, other_centres, since, newcomer,"
      " language, text_percent, theme, picture, target_group)"
      " SELECT ?1, ?2, ?3, ?4, ?5, ?6, ifnull(?6 >= began_day, 0), ?7, ?8, ?9, ?10, ?11"
      " FROM centre",
      now, if_any(person.alias), person.birth_year, person.gender, person.other_centres,
      person.since, person.language, person.text_percent, person.theme, if_any(person.picture),
      person.target_group);
  run(db_, "INSERT INTO token (id, visitor, symbol, flock) VALUES (?, ?, ?, ?)", random_id("tk"),
      visitor, person.symbol, flock_name(person.flock));
  if (!person.card.empty()) {
    run(db_, "INSERT INTO card (code, visitor) VALUES (?, ?)", person.card, visitor);
  }
}

}  // namespace sveiki::store
