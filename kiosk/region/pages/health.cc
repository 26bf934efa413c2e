// SPDX-License-Identifier: EUPL-1.2
// Whether every kiosk is heard of.
#include <algorithm>

#include "region/pages/connection.h"
#include "region/pages/figures.h"
#include "region/pages/refused.h"
#include "region/pages/routes.h"

namespace sveiki::region::pages {

Response health(const View& view) {
  // A kiosk that is new this month is not of the quarter before.
  ReportQuestion until_today = question(view);
  until_today.to_month = std::max(until_today.to_month, view.today.iso().substr(0, 7));
  const Report report = make_report(view.storage, until_today, view.request.at);
  const std::vector<Device> devices = view.storage.devices();
  std::vector<std::vector<Html>> kiosks;
  std::int64_t silent = 0;
  for (const CentreReport& centre : report.centres) {
    if (!centre.place.kiosk) continue;
    if (centre.silent) ++silent;
    Html name = tag("a", {{"href", "/centres/" + centre.place.id}}, centre.place.name);
    if (centre.silent) name += tag("div", mark("not-reported", view.tr("silent")));
    bool any = false;
    for (const Device& device : devices) {
      if (device.centre != centre.place.id) continue;
      any = true;
      auto& cells = kiosks.emplace_back(device_cells(view, device));
      cells.insert(cells.begin(), {name, device.id});
    }
    if (!any) kiosks.push_back({name, view.tr("No kiosk is connected yet.")});
  }
  const Html state =
      kiosks.empty() ? tag("p", view.tr("No centre has a kiosk yet."))
      : silent == 0
          ? notice(view.tr("Every kiosk was heard of in three days."), true)
          : notice(view.count("{n} centre has been silent for three days or more.",
                              "{n} centres have been silent for three days or more.", silent),
                   false);
  Html main =
      section(view.tr("Kiosks"),
              {state, kiosks.empty()
                          ? Html{}
                          : records(view.tr("When each kiosk was last heard of"),
                                    {view.tr("Centre"), view.tr("Kiosk"), view.tr("Last heard of"),
                                     view.tr("Clock"), view.tr("State")},
                                    kiosks)});
  main += refused_sheets(view, report);
  main += section(view.tr("When a kiosk is silent"),
                  {tag("ol", tag("li", view.tr("Ask the centre whether it is switched on.")),
                       tag("li", view.tr("Ask whether the internet works there.")),
                       tag("li", view.tr("Nothing is lost: it sends everything later.")))});
  return show(view, {view.tr("Connections"), {}, main});
}

}  // namespace sveiki::region::pages
