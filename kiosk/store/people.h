// SPDX-License-Identifier: EUPL-1.2
/// The visitors of the centre: who has which token and card, and how a new one is written down.
#pragma once

#include <SQLiteCpp/Database.h>

#include <optional>
#include <string>
#include <vector>

#include "domain/token.h"
#include "store/enrolment.h"

namespace sveiki::store {

class People {
 public:
  explicit People(SQLite::Database& db) : db_(db) {}

  /// A visitor with the token that the wall shows.
  struct Known {
    std::int64_t visitor;
    std::string token;
  };
  std::optional<Known> by_token(std::string_view token);
  std::optional<Known> by_card(std::string_view code);

  /// False also where they have none.
  bool has_picture(std::string_view token, std::string_view picture);

  std::vector<Token> tokens();
  std::vector<std::string> cards();
  void add(const NewPerson& person, Instant now);

 private:
  SQLite::Database& db_;
};

}  // namespace sveiki::store
