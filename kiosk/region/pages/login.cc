// SPDX-License-Identifier: EUPL-1.2
#include "region/pages/login.h"

namespace sveiki::region::pages {

Response login_page(const View& view, const std::optional<NotLetIn>& why) {
  const bool wait = why && why->wait > Millis{0};
  Html main;
  if (wait)
    main += notice(view.tr("Too many wrong tries. Wait a little, then try again."), false);
  else if (why)
    main += notice(view.tr("The login or the password is wrong."), false);
  Html wanted;
  const bool again = view.request.method == "POST";
  for (const char* name : {"then", "from", "to"}) {
    const std::string value = again ? view.filled(name) : view.asked(name);
    if (!value.empty()) wanted += hidden(name, value);
  }
  main +=
      form(view, "/login",
           {wanted, field(view.tr("Login"), "login", "text", view.filled("login"), {}, "username"),
            field(view.tr("Password"), "password", "password", {}, {}, "current-password"),
            button(view.tr("Log in"))});
  main +=
      tag("p", {{"class", "hint"}}, view.tr("Password forgotten? The coordinator sets a new one."));
  Response response = show(view, {view.tr("Log in"),
                                  {},
                                  tag("div", {{"class", "card narrow"}}, main),
                                  wait  ? 429
                                  : why ? 403
                                        : 200});
  if (wait) {
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(why->wait);
    response.headers["Retry-After"] = std::to_string(seconds.count());
  }
  return response;
}

}  // namespace sveiki::region::pages
