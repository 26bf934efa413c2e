// SPDX-License-Identifier: EUPL-1.2
#include "region/pages/coverage.h"
#include "region/pages/routes.h"

namespace sveiki::region::pages {

Response indicators(const View& view) {
  const Report report = report_for(view);
  Html main;
  if (report.indicators.empty())
    main = tag("p", view.tr("No target has been set yet."));
  else
    main = tag("section", {{"class", "card"}}, tag("h2", view.tr("How far we are")),
               indicator_gauges(view, report, true));
  return show(view, {view.tr("Targets"), {}, main});
}

}  // namespace sveiki::region::pages
