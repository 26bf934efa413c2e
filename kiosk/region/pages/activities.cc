// SPDX-License-Identifier: EUPL-1.2
#include "region/pages/connection.h"
#include "region/pages/coverage.h"
#include "region/pages/routes.h"

namespace sveiki::region::pages {

Response activities(const View& view) {
  const Report report = report_for(view);
  Html main = choose_months(view, report);
  main += coverage(view, report);
  main += activity_table(view, report, report.counts);
  return show(view, {view.tr("Activities"), stretch_words(view, report), main});
}

}  // namespace sveiki::region::pages
