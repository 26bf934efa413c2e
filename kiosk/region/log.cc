// SPDX-License-Identifier: EUPL-1.2
#include "region/log.h"

#include <nlohmann/json.hpp>

#include "region/database_values.h"

namespace sveiki::region {
namespace {

/// A name from before names had to be UTF-8 must not stand in the way of its own mending.
std::string in_json(const std::map<std::string, std::string>& gaps) {
  return nlohmann::json(gaps).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

}  // namespace

void write_log(Database& db, std::string_view by, const Deed& deed, Instant now) {
  db.query("INSERT INTO audit (at, by, what, gaps) VALUES ($1, $2, $3, $4)",
           {now.ms, std::string{by}, deed.sentence, in_json(deed.gaps)});
}

std::vector<AuditEntry> read_log(Database& db, int newest) {
  std::vector<AuditEntry> entries;
  for (const Values& row :
       db.query("SELECT at, by, what, gaps FROM audit ORDER BY at DESC, what LIMIT $1",
                {std::int64_t{newest}}))
    entries.push_back(
        {instant(row[0]), text(row[1]), {text(row[2]), nlohmann::json::parse(text(row[3]))}});
  return entries;
}

}  // namespace sveiki::region
