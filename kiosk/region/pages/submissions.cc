// SPDX-License-Identifier: EUPL-1.2
// Reports as they were given to a funder. A new one is shown back first, because it is never
// changed.
#include "region/submissions.h"

#include <algorithm>

#include "region/names.h"
#include "region/pages/figures.h"
#include "region/pages/routes.h"
#include "region/submitted.h"

namespace sveiki::region::pages {
namespace {

std::string months_words(const View& view, const std::string& from, const std::string& to) {
  if (from == to) return view.words.month(from);
  return view.tr("{from} to {to}",
                 {{"from", view.words.month(from)}, {"to", view.words.month(to)}});
}

Html ask(const View& view) {
  const ReportQuestion months = question(view);
  const auto choices = months_to_choose(view);
  return section(
      view.tr("Submit a report"),
      {tag("p", view.tr("It is kept as it is now and never changes.")),
       form(view, "/submissions",
            {select(view.tr("From"), "from", choices, view.filled("from", months.from_month)),
             select(view.tr("To"), "to", choices, view.filled("to", months.to_month)),
             field(view.tr("Whom it goes to"), "name", "text", view.filled("name"),
                   view.tr("An organisation or a programme, not a person.")),
             button(view.tr("Look it over"))})});
}

Response list(const View& view, const Html& news, int status = 200) {
  std::vector<std::vector<Html>> submitted;
  for (const Submission& submission : view.storage.submissions()) {
    submitted.push_back({tag("a", {{"href", "/submissions/" + submission.id}}, submission.name),
                         months_words(view, submission.from_month, submission.to_month),
                         view.words.moment(submission.at, kZone), who_words(view, submission.by),
                         tag("code", submission.sha256)});
  }
  Html main = news;
  main +=
      section(view.tr("Submitted reports"),
              {submitted.empty() ? tag("p", view.tr("None."))
                                 : records(view.tr("Reports and when they were submitted"),
                                           {view.tr("Whom it goes to"), view.tr("Months"),
                                            view.tr("When"), view.tr("Who"), view.tr("Checksum")},
                                           submitted)});
  if (view.is(User::Role::kCoordinator)) main += ask(view);
  return show(view, {view.tr("Submitted reports"), {}, main, status});
}

Response show_back(const View& view) {
  const Report report =
      make_report(view.storage, {view.filled("from"), view.filled("to"), {}, {}, {}, Detail::kSums},
                  view.request.at);
  Html rows, fields;
  const auto row = [&](const std::string& label, const Html& words) {
    rows += tag("tr", row_head(label), words_cell(words));
  };
  row(view.tr("Whom it goes to"), view.filled("name"));
  row(view.tr("Months"), months_words(view, report.from_month, report.to_month));
  row(view.tr("Visits"), figure(view, report.counts.total[kVisits]));
  row(view.tr("Different people"), bracket_words(view, report.people));
  for (const char* name : {"from", "to", "name"}) fields += hidden(name, view.filled(name));
  const Html main =
      tag("section", {{"class", "card narrow"}}, tag("h2", view.tr("Is this right?")),
          tag("table", tag("caption", view.tr("Submit a report")), tag("tbody", rows)),
          tag("p", view.tr("It is kept as it is now and never changes.")),
          tag("div", {{"class", "choices"}},
              form(view, "/submissions",
                   {fields, hidden("sure", "yes"), button(view.tr("Yes, submit it"))}),
              form(view, "/submissions",
                   {fields, hidden("sure", "no"), button(view.tr("No, change it"), false)})));
  return show(view, {view.tr("Submitted reports"), {}, main});
}

}  // namespace

Response submissions(const View& view) {
  return list(view, {});
}

Response submit(const View& view) {
  const std::string from = view.filled("from"), to = view.filled("to");
  const auto refuse = [&](const std::string& why) { return list(view, notice(why, false), 422); };
  if (view.filled("sure") == "no") return list(view, {});
  if (months_between(from, to).empty())
    return refuse(view.tr("The last month comes before the first."));
  if (!have_begun(from, to, view.request.at))
    return refuse(view.tr("These months have not begun yet."));
  if (!is_name(view.filled("name"), kLongestName)) return refuse(view.tr("Say whom it goes to."));
  if (view.filled("sure") != "yes") return show_back(view);
  submit_report(view.storage, from, to, view.filled("name"), view.user.login, view.request.at);
  return go_to("/submissions");
}

Response submission_file(const View& view) {
  const auto all = view.storage.submissions();
  if (std::ranges::find(all, view.id, &Submission::id) == all.end()) return no_page(view, 404);
  Response response{200, "application/json", {}, {}};
  try {
    response.body = view.storage.submitted(view.id);
  } catch (const Refusal&) {
    return list(view, notice(view.tr(kDisagree), false), 422);
  }
  response.headers = {{"Content-Disposition", "attachment; filename=\"" + view.id + ".json\""},
                      {"Cache-Control", "no-store"}};
  view.storage.note(view.user.login, {msg("Took the submitted report {id}."), {{"id", view.id}}},
                    view.request.at);
  return response;
}

}  // namespace sveiki::region::pages
