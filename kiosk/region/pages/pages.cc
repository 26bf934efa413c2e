// SPDX-License-Identifier: EUPL-1.2
#include "region/pages/pages.h"

#include <algorithm>
#include <memory>

#include "region/logins.h"
#include "region/pages/browser.h"
#include "region/pages/files.h"
#include "region/pages/login.h"
#include "region/pages/routes.h"
#include "region/secrets.h"
#include "region/sessions.h"

namespace sveiki::region {
namespace pages {
namespace {

/// Being seen is a write: once a minute is enough.
constexpr Millis kSeenEvery = std::chrono::minutes{1};

class Pages {
 public:
  Pages(Storages& storages, const std::filesystem::path& share)
      : storages_(storages), files_(share / "region") {
    for (const std::string_view language : kLanguages)
      words_.push_back(
          std::make_unique<Words>(std::string{language}, (share / "locale/region").string()));
  }

  Response answer(const Request& request) {
    if (request.path.starts_with("/static/")) return files_.answer(request);
    if (const auto chosen = request.query.find("language"); chosen != request.query.end())
      return choose_language(request, chosen->second);
    const Words& words = words_in(language_of(request));
    try {
      const Storages::Loan storage = storages_.borrow();
      return page({request, *storage, words, {}, {}, {}, {}, civil_day(request.at, kZone)});
    } catch (const DatabaseAway&) {
      const std::string why = words.tr("The data cannot be read now. Try again in a minute.");
      return {503, "text/plain; charset=utf-8", why, {{"Retry-After", "30"}}};
    }
  }

 private:
  const Words& words_in(std::string_view language) const {
    const auto of = [](const auto& words) -> std::string_view { return words->language(); };
    return **std::ranges::find(words_, language, of);
  }

  static std::string session_cookie(const Request& request) {
    return request.tls ? "__Host-session" : "session";
  }
  static std::string login_cookie(const Request& request) {
    return request.tls ? "__Host-login" : "login";
  }

  using Values = std::map<std::string, std::string>;
  static std::string value(const Values& values, const std::string& name) {
    const auto found = values.find(name);
    return found == values.end() ? std::string{} : found->second;
  }

  /// Put together from our own routes and from months, never from the request's text.
  static std::string own_address(const std::string& path, const Values& values) {
    if (!is_own_path(path)) return "/";
    const auto months = months_between(value(values, "from"), value(values, "to"));
    if (months.empty()) return path;
    return path + "?from=" + months.front() + "&to=" + months.back();
  }

  /// Of the login, for somebody who wanted another page.
  static std::string login_address(const std::string& then, const Values& values) {
    std::string to = own_address(then, values);
    if (to == "/") return "/login";
    std::ranges::replace(to, '?', '&');
    return "/login?then=" + to;
  }

  /// Keeps the choice and shows the page again.
  Response choose_language(const Request& request, const std::string& name) const {
    const bool own = is_own_path(request.path);
    Response response = go_to(own ? own_address(request.path, request.query)
                                  : login_address(value(request.query, "then"), request.query));
    if (const auto language = language_named(name))
      set_cookie(response, "language", *language, std::chrono::hours{24 * 365}, request.tls);
    return response;
  }

  Response page(View view) {
    const Request& request = view.request;
    const std::string secret = cookie(request, session_cookie(request));
    const bool known = know(view, secret);
    if (request.method == "POST") {
      const std::string token_of = known ? secret : cookie(request, login_cookie(request));
      view.form = read_form(request);
      if (token_of.empty() || !from_our_pages(request) ||
          !same_text(view.filled("form"), form_token(token_of)))
        return no_page(view, 400);
    }
    if (request.path == "/login") return login(view);
    // A program cannot fill in a form.
    if (!known && request.path.starts_with("/v1/"))
      return problem(401, "Log in at /login first, and send its cookie.");
    if (!known)
      return go_to(request.method == "POST" ? "/login"
                                            : login_address(request.path, request.query));
    if (request.path == "/logout") return log_out(view, secret);
    const Route* route = route_of(request.method, request.path, view.id);
    if (!route) return no_page(view, 404);
    if (!may_open(*route, view.user.role)) return no_page(view, 403);
    return route->answer(view);
  }

  static bool know(View& view, const std::string& secret) {
    if (secret.empty()) return false;
    const Instant now = view.request.at;
    const std::string key = session_key(secret);
    const auto session = view.storage.session(key, now);
    if (!session) return false;
    const auto user = view.storage.user(session->login);
    if (!user || user->disabled) return false;
    if (now - session->seen >= kSeenEvery) view.storage.see_session(key, now);
    view.user = *user;
    view.form_token = form_token(secret);
    return true;
  }

  Response login(View& view) {
    const Instant now = view.request.at;
    if (view.request.method != "POST") {
      if (!view.user.login.empty())
        return go_to(own_address(view.asked("then"), view.request.query));
      const std::string secret = new_secret();
      view.form_token = form_token(secret);
      Response response = login_page(view);
      set_cookie(response, login_cookie(view.request), secret, std::nullopt, view.request.tls);
      return response;
    }
    view.form_token = view.filled("form");
    const auto outcome = logins_.check(view.storage, view.filled("login"), view.filled("password"),
                                       view.request.address, now);
    if (!outcome.user) {
      if (outcome.wait == Millis{0})
        view.storage.note("pages", {msg("Somebody was not let in: a wrong login or password."), {}},
                          now);
      return login_page(view, NotLetIn{outcome.wait});
    }
    // A new secret, so that nobody can prepare a session for somebody else.
    const std::string secret = new_secret();
    view.storage.add_session({session_key(secret), outcome.user->login, now, now});
    view.storage.note(outcome.user->login, {msg("Logged in."), {}}, now);
    Response response = go_to(own_address(view.filled("then"), view.form));
    set_cookie(response, session_cookie(view.request), secret, kSessionLifeSeconds,
               view.request.tls);
    return response;
  }

  Response log_out(const View& view, const std::string& secret) const {
    if (view.request.method != "POST") return no_page(view, 404);
    view.storage.end_session(session_key(secret));
    view.storage.note(view.user.login, {msg("Logged out."), {}}, view.request.at);
    Response response = go_to("/login");
    set_cookie(response, session_cookie(view.request), "", std::chrono::seconds{0},
               view.request.tls);
    return response;
  }

  static constexpr auto kSessionLifeSeconds =
      std::chrono::duration_cast<std::chrono::seconds>(kSessionLife);

  Storages& storages_;
  const Files files_;
  Logins logins_;
  std::vector<std::unique_ptr<Words>> words_;
};

}  // namespace
}  // namespace pages

Handler make_pages(Storages& storages, const std::filesystem::path& share) {
  return [all = std::make_shared<pages::Pages>(storages, share)](const Request& request) {
    return all->answer(request);
  };
}

}  // namespace sveiki::region
