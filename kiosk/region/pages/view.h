// SPDX-License-Identifier: EUPL-1.2
/// What a page is made from: who asks, for what, in which language; and the frame around it.
#pragma once

#include <functional>
#include <string>

#include "region/http.h"
#include "region/pages/html.h"
#include "region/pages/words.h"
#include "region/report.h"
#include "region/storage.h"

namespace sveiki::region::pages {

/// The wall clock of the pages. Latvia and Lithuania keep the same.
inline const std::string kZone = "Europe/Riga";

struct View {
  const Request& request;
  Storage& storage;
  const Words& words;
  User user;                                ///< no login: nobody yet
  std::string form_token;                   ///< stands in every form, and only in this session's
  std::map<std::string, std::string> form;  ///< what was filled in, of a POST
  std::string id;                           ///< the part of the path that a route leaves open
  CivilDay today;

  std::string tr(const char* english, Gaps gaps = {}) const { return words.tr(english, gaps); }
  std::string count(const char* one, const char* many, std::int64_t n, Gaps gaps = {}) const {
    return words.count(one, many, n, gaps);
  }
  bool is(User::Role role) const { return user.role == role; }
  /// What was asked for, or filled in, under this name; empty: nothing.
  std::string asked(const std::string& name) const;
  std::string filled(const std::string& name, const std::string& otherwise = {}) const;
};

/// The organisation whose centres this user sees; empty: all.
std::string scope(const View& view);
/// The months a page is about: the query's `from` and `to`, else the quarter of the last month that
/// is over.
ReportQuestion question(const View& view);
Report report_for(const View& view);
/// "October to December 2026".
std::string stretch_words(const View& view, const Report& report);
/// "?from=2026-10&to=2026-12" for links that keep the months.
std::string keep_months(const Report& report);
struct Choice {
  std::string value, label;
};
/// The last three years, newest first, up to the end of this one: a quarter and a year are chosen
/// before they are over.
std::vector<Choice> months_to_choose(const View& view);
/// "2025-12" is "2026-01" moved by -1.
std::string moved(const std::string& month, int months);
/// Links to as many months before, if they can be chosen, and after, if they have begun.
Html steps(const View& view, const Report& report,
           const std::function<std::string(const std::string&, const std::string&)>& address);
/// Short cuts to whole periods, steps to the stretch before and after, and a form for other months:
/// it is open while none of the short cuts is shown.
Html choose_months(const View& view, const Report& report);

struct Page {
  std::string title;
  std::string about;  ///< under the title: which months; empty: nothing
  Html main;
  int status = 200;
  bool series = false;  ///< has a table of days that scripts may draw
};
/// With navigation, language, and a heading for paper.
Response show(const View& view, const Page& page);
/// Asks before something is done: what it means, and either `form` or back to where it was chosen.
Response ask_first(const View& view, const std::string& title,
                   std::initializer_list<std::string> meaning, const Html& form,
                   std::string_view back);
/// "303 See other": after a form that changed something.
Response go_to(std::string_view path);
/// A page that says why there is none.
Response no_page(const View& view, int status);

/// A form of this session: POST, with the token.
Html form(const View& view, std::string_view action, std::initializer_list<Html> inside);
/// Label and field. `wrong`: what is wrong with the value.
Html field(const std::string& label, const std::string& name, const std::string& type,
           const std::string& value = {}, const std::string& hint = {},
           const std::string& autocomplete = "off", const std::string& wrong = {});
Html hidden(const std::string& name, const std::string& value);
Html select(const std::string& label, const std::string& name, const std::vector<Choice>& choices,
            const std::string& chosen = {});
Html button(const std::string& label, bool main = true);

/// A part of a page with its heading.
Html section(const std::string& heading, std::initializer_list<Html> inside);
/// What stands over a table's column; over numbers it stands to the right, as they do.
struct Head {
  Head(std::string w, bool n = false) : words(std::move(w)), number(n) {}
  std::string words;
  bool number;
};
inline Head number_head(std::string words) {
  return {std::move(words), true};
}
/// A table with a caption, that scrolls by itself where it is too wide.
Html table(const std::string& caption, const std::vector<Head>& heads,
           const std::vector<Html>& rows, const std::string& id = {});
/// A table of records, the first cell of each being its name. On a narrow screen they stand one
/// under the other and every cell says which it is, so that nobody scrolls sideways for a button.
/// In a record that is shorter than the heads the last cell fills the rest.
Html records(const std::string& caption, const std::vector<Head>& heads,
             const std::vector<std::vector<Html>>& all);
/// Why there are no numbers where what is stored is not what was signed.
inline constexpr const char* kDisagree =
    msg("The numbers do not agree. Ask whoever keeps the region's computer to run the check.");
/// What must be read first: done, or why not.
Html notice(const std::string& text, bool good);

}  // namespace sveiki::region::pages
