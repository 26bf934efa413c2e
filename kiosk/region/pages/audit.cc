// SPDX-License-Identifier: EUPL-1.2
// What was changed, by whom.
#include "region/pages/figures.h"
#include "region/pages/routes.h"

namespace sveiki::region::pages {
namespace {

constexpr int kNewest = 500;

}  // namespace

Response audit(const View& view) {
  std::vector<Html> rows;
  for (const AuditEntry& entry : view.storage.audit(kNewest)) {
    Html cells = row_head(view.words.moment(entry.at, kZone));
    cells += words_cell(entry.by);
    cells += tag("td", {{"lang", "en"}}, entry.what);
    rows.push_back(tag("tr", cells));
  }
  const Html main =
      section(view.tr("What was changed"),
              {tag("p", view.tr("The newest first. Entries are kept in English.")),
               rows.empty() ? tag("p", view.tr("None."))
                            : table(view.tr("Changes and who made them"),
                                    {view.tr("When"), view.tr("Who"), view.tr("What")}, rows)});
  return show(view, {view.tr("Log"), {}, main});
}

}  // namespace sveiki::region::pages
