// SPDX-License-Identifier: EUPL-1.2
#include "region/users.h"

#include <algorithm>

#include "region/database_values.h"
#include "region/log.h"
#include "region/places.h"
#include "sync/ids.h"

namespace sveiki::region {
namespace {

bool is_login(std::string_view login) {
  const auto allowed = [](char c) {
    return ('a' <= c && c <= 'z') || ('0' <= c && c <= '9') || c == '.' || c == '_' || c == '-';
  };
  return login.size() >= 3 && login.size() <= kLongestLogin && std::ranges::all_of(login, allowed);
}

User user_of(const Values& row) {
  return {text(row[0]), text(row[1]), static_cast<User::Role>(number(row[2])),
          text(row[3]), text(row[4]), number(row[5]) != 0};
}

}  // namespace

User Users::add(User user, std::string_view by, Instant now) {
  if (!is_login(user.login))
    throw Refusal("a login has 3 to 40 of a-z, 0-9, dot, underscore and dash");
  if (find(user.login)) throw Refusal("there is a login \"" + user.login + "\" already");
  if (user.role == User::Role::kPartner) {
    if (user.organisation.empty()) throw Refusal("a partner belongs to an organisation");
    if (Places(db_).open(user.organisation, day_of(now)).kind != Place::Kind::kOrganisation)
      throw Refusal(user.organisation + " is not an organisation");
  }
  user.id = sync::new_id("us");
  db_.query(
      "INSERT INTO login (id, name, role, organisation, password_hash, disabled)"
      " VALUES ($1, $2, $3, $4, $5, $6)",
      {user.id, user.login, static_cast<std::int64_t>(user.role), user.organisation,
       user.password_hash, std::int64_t{user.disabled}});
  write_log(db_, by, {msg("Added the login \"{login}\"."), {{"login", user.login}}}, now);
  return user;
}

void Users::set_password_hash(const std::string& login, const std::string& hash,
                              std::string_view by, Instant now) {
  const bool again = must_be_there(login).disabled;
  db_.query("UPDATE login SET password_hash = $2, disabled = 0 WHERE name = $1", {login, hash});
  write_log(db_, by,
            {again ? msg("Set the password of \"{login}\" and let it in again.")
                   : msg("Set the password of \"{login}\"."),
             {{"login", login}}},
            now);
}

void Users::disable(const std::string& login, std::string_view by, Instant now) {
  must_be_there(login);
  db_.query("UPDATE login SET disabled = 1 WHERE name = $1", {login});
  write_log(db_, by, {msg("Disabled the login \"{login}\"."), {{"login", login}}}, now);
}

std::optional<User> Users::find(const std::string& login) {
  const auto rows = db_.query(
      "SELECT id, name, role, organisation, password_hash, disabled FROM login"
      " WHERE name = $1",
      {login});
  if (rows.empty()) return std::nullopt;
  return user_of(rows[0]);
}

std::vector<User> Users::all() {
  std::vector<User> users;
  for (const Values& row :
       db_.query("SELECT id, name, role, organisation, password_hash, disabled FROM login"
                 " ORDER BY name"))
    users.push_back(user_of(row));
  return users;
}

User Users::must_be_there(const std::string& login) {
  auto user = find(login);
  if (!user) throw Refusal("there is no login \"" + login + "\"");
  return *std::move(user);
}

}  // namespace sveiki::region
