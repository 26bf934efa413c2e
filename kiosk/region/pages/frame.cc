// SPDX-License-Identifier: EUPL-1.2
// The frame around every page: navigation, languages, who is logged in, and a heading for paper.
#include <array>

#include "region/pages/routes.h"

namespace sveiki::region::pages {
namespace {

constexpr std::string_view kPolicy =
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'none'; "
    "form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

struct Link {
  std::string_view path;
  const char* label;
  bool partner, auditor;
  bool of_months = false;  ///< shows the months that one has chosen
};
constexpr std::array kLinks{
    Link{"/", msg("Overview"), true, true, true},
    Link{"/activities", msg("Activities"), true, true, true},
    Link{"/indicators", msg("Targets"), true, true},
    Link{"/health", msg("Connections"), true, true},
    Link{"/months/enter", msg("Enter a month"), true, false},
    Link{"/exports", msg("Files"), true, true, true},
    Link{"/submissions", msg("Submitted reports"), false, true, true},
    Link{"/devices", msg("Kiosks"), false, false},
    Link{"/users", msg("Logins"), false, false},
    Link{"/audit", msg("Log"), false, true},
};

/// "from=2026-10&to=2026-12", as they were asked for or filled in; empty: none were.
std::string chosen_months(const View& view) {
  const bool filled = view.request.method == "POST";
  const auto months = filled ? months_between(view.filled("from"), view.filled("to"))
                      : view.request.path.starts_with("/months/")
                          ? months_between(view.id, view.id)
                          : months_between(view.asked("from"), view.asked("to"));
  return months.empty() ? "" : "from=" + months.front() + "&to=" + months.back();
}

bool sees(const View& view, const Link& link) {
  if (view.is(User::Role::kPartner)) return link.partner;
  if (view.is(User::Role::kAuditor)) return link.auditor;
  return true;
}

Html navigation(const View& view) {
  Html links;
  const std::string months = chosen_months(view);
  for (const Link& link : kLinks) {
    const bool keeps = link.of_months && !months.empty();
    if (sees(view, link))
      links += tag("li", tag("a",
                             {{"href", std::string{link.path} + (keeps ? "?" + months : "")},
                              {"aria-current", view.request.path == link.path ? "page" : "false"}},
                             view.tr(link.label)));
  }
  return tag("nav", {{"class", "pages"}, {"aria-label", view.tr("Pages")}}, tag("ul", links));
}

/// The same page in another language. A form's answer has no address of its own.
Html languages(const View& view) {
  std::string query;
  const bool in_query = view.request.query.contains("from") && view.request.method != "POST";
  if (const std::string months = chosen_months(view); in_query && !months.empty())
    query = '&' + months;
  // Whoever has to log in first still comes to the page that was wanted.
  if (const std::string then = view.asked("then"); is_own_path(then)) query += "&then=" + then;
  Html links;
  for (const std::string_view language : kLanguages) {
    const std::string code{language};
    links += tag("li", tag("a",
                           {{"href", view.request.path + "?language=" + code + query},
                            {"lang", code},
                            {"hreflang", code},
                            {"aria-current", code == view.words.language() ? "true" : "false"}},
                           language_name(language)));
  }
  return tag("nav", {{"class", "languages"}, {"aria-label", view.tr("Language")}},
             tag("ul", links));
}

Html who(const View& view) {
  if (view.user.login.empty()) return {};
  return tag("div", {{"class", "account"}}, tag("a", {{"href", "/account"}}, view.user.login),
             form(view, "/logout", {button(view.tr("Log out"), false)}));
}

Html head(const View& view, const Page& page) {
  Html all = tag("meta", {{"charset", "utf-8"}});
  all += tag("title", view.tr("{page}: Sveiki", {{"page", page.title}}));
  all += tag("meta", {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}});
  all += tag("link", {{"rel", "icon"}, {"type", "image/svg+xml"}, {"href", "/static/icon.svg"}});
  all += tag("link", {{"rel", "stylesheet"}, {"href", "/static/region.css"}});
  if (page.series) {
    all += tag("link", {{"rel", "stylesheet"}, {"href", "/static/uPlot.min.css"}});
    all += tag("script", {{"src", "/static/uPlot.iife.min.js"}, {"defer", true}});
    all += tag("script", {{"src", "/static/series.js"}, {"defer", true}});
  }
  return tag("head", all);
}

}  // namespace

Response show(const View& view, const Page& page) {
  const bool known = !view.user.login.empty();
  const Html top =
      tag("header", {{"class", "top"}}, tag("a", {{"class", "brand"}, {"href", "/"}}, "Sveiki"),
          languages(view), who(view), known ? navigation(view) : Html{});
  const Html made =
      tag("p", {{"class", "made"}},
          view.tr("Made on {moment}", {{"moment", view.words.moment(view.request.at, kZone)}}));
  const Html main =
      tag("main", {{"id", "main"}, {"tabindex", "-1"}},
          tag("div", {{"class", "title"}}, tag("h1", page.title),
              page.about.empty() ? Html{} : tag("p", {{"class", "about"}}, page.about), made),
          page.main);
  Response response{page.status, "text/html; charset=utf-8", {}, {}};
  response.body =
      document(
          view.words.language(), head(view, page),
          tag("body", tag("a", {{"class", "skip"}, {"href", "#main"}}, view.tr("To the contents")),
              top, main))
          .take_bytes();
  response.headers = {{"Cache-Control", "no-store"},
                      {"Content-Security-Policy", std::string{kPolicy}},
                      {"Referrer-Policy", "same-origin"},
                      {"Cross-Origin-Opener-Policy", "same-origin"}};
  return response;
}

Response ask_first(const View& view, const std::string& title,
                   std::initializer_list<std::string> meaning, const Html& form,
                   std::string_view back) {
  Html inside;
  for (const std::string& sentence : meaning) inside += tag("p", sentence);
  inside += form;
  inside += tag("p", tag("a", {{"href", back}}, view.tr("Leave it as it is")));
  return show(view, {title, {}, tag("div", {{"class", "card narrow"}}, inside)});
}

Response go_to(std::string_view path) {
  return {303, "text/plain; charset=utf-8", "", {{"Location", std::string{path}}}};
}

Response no_page(const View& view, int status) {
  const auto [title, why] = [&]() -> std::pair<std::string, std::string> {
    switch (status) {
      case 403:
        return {view.tr("Not for you"), view.tr("Your login does not open this page.")};
      case 404:
        return {view.tr("Nothing here"), view.tr("There is no such page.")};
      default:
        return {view.tr("Not done"),
                view.tr("This form is too old. Open the page again and repeat.")};
    }
  }();
  return show(view,
              {title,
               {},
               tag("p", why) += tag("p", tag("a", {{"href", "/"}}, view.tr("To the overview"))),
               status});
}

}  // namespace sveiki::region::pages
