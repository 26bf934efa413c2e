// SPDX-License-Identifier: EUPL-1.2
// Who may log in. A new password is made here, shown once, and changed by its owner.
#include <algorithm>
#include <array>

#include "region/pages/figures.h"
#include "region/pages/routes.h"
#include "region/passwords.h"
#include "region/secrets.h"

namespace sveiki::region::pages {
namespace {

struct RoleWord {
  User::Role role;
  std::string_view name;
  const char* label;
};
constexpr std::array kRoles{
    RoleWord{User::Role::kCoordinator, "coordinator", msg("coordinator: everything")},
    RoleWord{User::Role::kPartner, "partner", msg("partner: own centres")},
    RoleWord{User::Role::kAuditor, "auditor", msg("auditor: reads everything")},
};

/// A change of somebody else's login; told what it means before it is made.
struct Change {
  std::string_view what;
  const char* button;
  const char* title;
  const char* meaning;
};
constexpr std::array kChanges{
    Change{"password", msg("New password"), msg("A new password for {login}?"),
           msg("The old one ends at once. The new one is shown once. Pass it on in person.")},
    Change{"disable", msg("Disable"), msg("Disable the login {login}?"),
           msg("They are logged out at once. What they did stays in the log.")},
    Change{"enable", msg("Let in again"), msg("Let {login} in again?"),
           msg("The new password is shown once. Pass it on in person.")},
};

const Change* change_named(std::string_view what) {
  const auto change = std::ranges::find(kChanges, what, &Change::what);
  return change == kChanges.end() ? nullptr : &*change;
}

Html change_form(const View& view, const User& user) {
  // Nobody locks themselves out.
  if (user.login == view.user.login) return "–";
  const auto one = [&](std::string_view what) {
    return form(view, "/users",
                {hidden("what", std::string{what}), hidden("login", user.login),
                 button(view.tr(change_named(what)->button), false)});
  };
  if (user.disabled) return one("enable");
  Html both = one("password");
  return both += one("disable");
}

Response list(const View& view, const Html& news, int status = 200) {
  std::vector<Choice> organisations{{"", view.tr("none")}};
  std::map<std::string, std::string> names;
  for (const Place& place : view.storage.places(view.today)) {
    if (place.kind != Place::Kind::kOrganisation) continue;
    organisations.push_back({place.id, place.name});
    names[place.id] = place.name;
  }
  std::vector<Choice> roles;
  for (const RoleWord& each : kRoles)
    roles.push_back({std::string{each.name}, view.tr(each.label)});
  std::vector<std::vector<Html>> users;
  for (const User& user : view.storage.users()) {
    users.push_back({user.login, roles[static_cast<std::size_t>(user.role)].label,
                     names.contains(user.organisation) ? names[user.organisation] : "–",
                     user.disabled ? view.tr("disabled") : view.tr("may log in"),
                     change_form(view, user)});
  }
  Html main = news;
  main += section(view.tr("Who may log in"),
                  {records(view.tr("Logins and what they see"),
                           {view.tr("Login"), view.tr("Role"), view.tr("Organisation"),
                            view.tr("State"), view.tr("Change")},
                           users)});
  main +=
      section(view.tr("Add a login"),
              {form(view, "/users",
                    {hidden("what", "add"),
                     field(view.tr("Login"), "login", "text", {},
                           view.tr("Small letters without accents, digits and dots.")),
                     select(view.tr("Role"), "role", roles, "partner"),
                     select(view.tr("Organisation, of a partner"), "organisation", organisations),
                     button(view.tr("Add"))})});
  return show(view, {view.tr("Logins"), {}, main, status});
}

Response tell_password(const View& view, const std::string& login, const std::string& password) {
  const Html main =
      tag("div", {{"class", "card narrow"}},
          notice(view.tr("The login {login} has a new password.", {{"login", login}}), true),
          tag("p", {{"class", "secret"}}, tag("code", password)),
          tag("p", view.tr("It is shown only once. Pass it on in person.")),
          tag("p", tag("a", {{"href", "/users"}}, view.tr("Back to the logins"))));
  return show(view, {view.tr("New password"), {}, main});
}

Response add(const View& view) {
  const std::string password = new_password();
  User user{{}, view.filled("login")};
  const auto role = std::ranges::find(kRoles, view.filled("role"), &RoleWord::name);
  if (role == kRoles.end()) return no_page(view, 400);
  user.role = role->role;
  if (user.role == User::Role::kPartner) user.organisation = view.filled("organisation");
  user.password_hash = hash_password(password);
  view.storage.add_user(user, view.user.login, view.request.at);
  return tell_password(view, user.login, password);
}

Response make(const View& view, const Change& change) {
  const std::string login = view.filled("login");
  if (login == view.user.login || !view.storage.user(login)) return go_to("/users");
  if (view.filled("sure") != "yes")
    return ask_first(view, view.tr(change.title, {{"login", login}}), {view.tr(change.meaning)},
                     form(view, "/users",
                          {hidden("what", std::string{change.what}), hidden("login", login),
                           hidden("sure", "yes"), button(view.tr(change.button))}),
                     "/users");
  if (change.what == "disable") {
    view.storage.disable_user(login, view.user.login, view.request.at);
    return go_to("/users");
  }
  const std::string password = new_password();
  view.storage.set_password_hash(login, hash_password(password), view.user.login, view.request.at);
  return tell_password(view, login, password);
}

}  // namespace

Response users(const View& view) {
  return list(view, {});
}

Response change_user(const View& view) {
  try {
    if (view.filled("what") == "add") return add(view);
    const Change* change = change_named(view.filled("what"));
    return change ? make(view, *change) : no_page(view, 400);
  } catch (const Refusal&) {
    return list(view, notice(view.tr("Not done: look at the login and the organisation."), false),
                422);
  }
}

}  // namespace sveiki::region::pages
