// SPDX-License-Identifier: EUPL-1.2
// One's own password.
#include "region/pages/routes.h"
#include "region/passwords.h"

namespace sveiki::region::pages {
namespace {

Response page(const View& view, const Html& news, int status = 200) {
  const std::string hint = view.tr("12 characters or more. Some words in a row are good.");
  static_assert(kShortestPassword == 12);
  Html main = news;
  main += section(
      view.tr("Change the password"),
      {form(view, "/account",
            {// Programs that keep passwords want to know whose this is.
             tag("input", {{"type", "text"},
                           {"autocomplete", "username"},
                           {"value", view.user.login},
                           {"hidden", true}}),
             field(view.tr("Password now"), "now", "password", {}, {}, "current-password"),
             field(view.tr("New password"), "new", "password", {}, hint, "new-password"),
             field(view.tr("New password again"), "again", "password", {}, {}, "new-password"),
             button(view.tr("Change"))})});
  return show(view, {view.tr("Your login"), view.user.login, main, status});
}

}  // namespace

Response account(const View& view) {
  return page(view, {});
}

Response change_password(const View& view) {
  const std::string fresh = view.filled("new");
  const auto refuse = [&](const std::string& why) { return page(view, notice(why, false), 422); };
  if (fresh.size() < kShortestPassword) return refuse(view.tr("The new password is too short."));
  if (fresh.size() > kLongestPassword) return refuse(view.tr("The new password is too long."));
  if (fresh != view.filled("again")) return refuse(view.tr("The new passwords differ."));
  if (!password_matches(view.user.password_hash, view.filled("now")))
    return refuse(view.tr("The password now is wrong."));
  view.storage.set_password_hash(view.user.login, hash_password(fresh), view.user.login,
                                 view.request.at);
  return go_to("/login");
}

}  // namespace sveiki::region::pages
