// SPDX-License-Identifier: EUPL-1.2
// One month over all centres.
#include "region/pages/connection.h"
#include "region/pages/coverage.h"
#include "region/pages/figures.h"
#include "region/pages/routes.h"

namespace sveiki::region::pages {
namespace {

Html centre_row(const View& view, const CentreReport& centre, const std::string& from_month) {
  const CentreMonth& month = centre.months.front();
  Html cells = row_head(tag(
      "a", {{"href", "/centres/" + centre.place.id + "?from=" + from_month + "&to=" + from_month}},
      centre.place.name));
  cells += month_cells(view, month);
  return tag("tr", cells);
}

}  // namespace

Response month(const View& view) {
  if (months_between(view.id, view.id).empty()) return no_page(view, 404);
  const Report report =
      make_report(view.storage, {view.id, view.id, {}, scope(view)}, view.request.at);
  std::vector<Html> rows;
  for (const CentreReport& centre : report.centres)
    rows.push_back(centre_row(view, centre, report.from_month));
  Html main = tag("nav", {{"class", "months"}, {"aria-label", view.tr("Months")}},
                  tag("ul", {{"class", "cuts"}},
                      steps(view, report, [](const std::string& from, const std::string&) {
                        return "/months/" + from;
                      })));
  main += coverage(view, report);
  main += people_and_visits(view, report);
  main += section(view.tr("Centres"), {table(view.tr("What each centre reported"),
                                             month_heads(view.tr("Centre"), view), rows),
                                       few_note(view)});
  main += activity_table(view, report, report.counts);
  return show(view, {view.words.month(view.id), {}, main});
}

}  // namespace sveiki::region::pages
