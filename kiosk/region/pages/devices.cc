// SPDX-License-Identifier: EUPL-1.2
// Kiosks that may send, and taking that away.
#include <algorithm>

#include "region/pages/connection.h"
#include "region/pages/figures.h"
#include "region/pages/routes.h"

namespace sveiki::region::pages {
namespace {

std::string centre_name(const View& view, const std::string& id) {
  const auto place = view.storage.place(id, view.today);
  return place ? place->name : id;
}

}  // namespace

Response devices(const View& view) {
  std::vector<std::vector<Html>> kiosks;
  for (const Device& device : view.storage.devices()) {
    const std::string name = centre_name(view, device.centre);
    auto& cells = kiosks.emplace_back(device_cells(view, device));
    cells.insert(cells.begin(),
                 {device.id, tag("a", {{"href", "/centres/" + device.centre}}, name)});
    cells.push_back(device.revoked
                        ? Html("–")
                        : form(view, "/devices",
                               {hidden("device", device.id), button(view.tr("Revoke"), false)}));
  }
  Html main = section(
      view.tr("Connected kiosks"),
      {kiosks.empty() ? tag("p", view.tr("No kiosk is connected yet.")) +=
                        tag("p", view.tr("A kiosk is connected with a code:")) +=
                        tag("p", tag("code", "sveiki-region enrol-code"))
                      : records(view.tr("Kiosks and their centres"),
                                {view.tr("Kiosk"), view.tr("Centre"), view.tr("Last heard of"),
                                 view.tr("Clock"), view.tr("State"), view.tr("Change")},
                                kiosks)});
  return show(view, {view.tr("Kiosks"), {}, main});
}

Response revoke_device(const View& view) {
  const auto device = view.storage.device(view.filled("device"));
  if (!device || device->revoked) return go_to("/devices");
  if (view.filled("sure") != "yes") {
    return ask_first(
        view, view.tr("Revoke this kiosk?"),
        {view.tr("{device} of {centre} may send nothing any more.",
                 {{"device", device->id}, {"centre", centre_name(view, device->centre)}}),
         view.tr("What it has sent stays.")},
        form(view, "/devices",
             {hidden("device", device->id), hidden("sure", "yes"), button(view.tr("Revoke"))}),
        "/devices");
  }
  view.storage.revoke(device->id, view.user.login, view.request.at);
  return go_to("/devices");
}

}  // namespace sveiki::region::pages
