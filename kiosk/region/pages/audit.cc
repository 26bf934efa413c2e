// SPDX-License-Identifier: EUPL-1.2
// What was changed, by whom.
#include "region/pages/figures.h"
#include "region/pages/routes.h"

namespace sveiki::region::pages {
namespace {

constexpr int kNewest = 500;

}  // namespace

Response audit(const View& view) {
  std::map<std::string, std::string> names;  // of places, by id
  for (const Place& place : view.storage.places(view.today)) names[place.id] = place.name;
  std::vector<std::vector<Html>> entries;
  for (AuditEntry& entry : view.storage.audit(kNewest)) {
    for (const char* place : {"centre", "parent", "successor"}) {
      const auto gap = entry.what.gaps.find(place);
      if (gap == entry.what.gaps.end() || !names.contains(gap->second)) continue;
      gap->second = "\"" + names[gap->second] + "\" (" + gap->second + ")";
    }
    entries.push_back(
        {view.words.moment(entry.at, kZone), who_words(view, entry.by), view.words.tr(entry.what)});
  }
  const Html main = section(
      view.tr("What was changed"),
      {tag("p", view.tr("The newest first.")),
       entries.empty() ? tag("p", view.tr("None."))
                       : records(view.tr("Changes and who made them"),
                                 {view.tr("When"), view.tr("Who"), view.tr("What")}, entries)});
  return show(view, {view.tr("Log"), {}, main});
}

}  // namespace sveiki::region::pages
