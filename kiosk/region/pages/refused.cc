// SPDX-License-Identifier: EUPL-1.2
#include "region/pages/refused.h"

#include <algorithm>
#include <array>

#include "region/pages/figures.h"

namespace sveiki::region::pages {
namespace {

struct Reason {
  std::string_view why;
  const char* words;
};
constexpr std::array kReasons{
    Reason{"clock", msg("The days are in the future: look at the clock.")},
    Reason{"activity", msg("The region does not know one of the activities.")},
    Reason{"indicator", msg("The region does not know the target.")},
    Reason{"closed-centre", msg("The centre was closed before those days.")},
    Reason{"conflict", msg("Two computers told different counts of the same days.")},
};

std::string reason_words(const View& view, const std::string& why) {
  const auto reason = std::ranges::find(kReasons, why, &Reason::why);
  return view.tr(reason == kReasons.end() ? msg("These pages do not know why.") : reason->words);
}

struct Refused {
  std::int64_t sheets = 0;
  Instant newest;
};

}  // namespace

Html refused_sheets(const View& view, const Report& report) {
  std::map<std::pair<std::string, std::string>, Refused> refused;  // centre, why
  for (const RefusedSheet& sheet : view.storage.refused_sheets()) {
    Refused& sum = refused[{sheet.centre, sheet.why}];
    ++sum.sheets;
    sum.newest = std::max(sum.newest, sheet.at);
  }
  std::vector<std::vector<Html>> not_taken;
  for (const auto& [key, sum] : refused) {
    const auto& [centre, why] = key;
    const auto shown = std::ranges::find(report.centres, centre,
                                         [](const CentreReport& it) { return it.place.id; });
    // One that did not stand in these months; a partner's scope ends with the report.
    if (shown == report.centres.end() && !scope(view).empty()) continue;
    const std::string name = shown == report.centres.end() ? centre : shown->place.name;
    not_taken.push_back({tag("a", {{"href", "/centres/" + centre}}, name),
                         view.words.number(sum.sheets), reason_words(view, why),
                         view.words.moment(sum.newest, kZone)});
  }
  const std::string heading = view.tr("Counts that were not taken");
  if (not_taken.empty())
    return section(heading, {tag("p", view.tr("Every count that came was taken."))});
  return section(heading,
                 {records(view.tr("What was not taken, and why"),
                          {view.tr("Centre"), number_head(view.tr("How many")), view.tr("Why"),
                           view.tr("Last time")},
                          not_taken),
                  tag("p", view.tr("Nothing is lost: the kiosk keeps them and tries again."))});
}

}  // namespace sveiki::region::pages
