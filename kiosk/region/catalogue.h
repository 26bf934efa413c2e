// SPDX-License-Identifier: EUPL-1.2
/// What the region sets for its kiosks: activities with an id and names, and indicators with their
/// periods.
#pragma once

#include <set>

#include "region/storage.h"

namespace sveiki::region {

class Catalogue {
 public:
  explicit Catalogue(Database& db) : db_(db) {}

  // Each within the caller's transaction.
  void add_activity(const std::string& code, std::string_view by, Instant now);
  void name_activity(const std::string& code, const NameByLanguage& names, std::string_view by,
                     Instant now);
  /// The days of an indicator stay: what was counted over them would mean something else.
  void add_indicator(const Indicator& indicator, std::string_view by, Instant now);

  /// The newest version of each, in the order of their periods.
  std::vector<Indicator> indicators();
  std::set<std::string, std::less<>> activity_ids();
  ActivityNames activity_names();
  sync::Catalogue to_send();

 private:
  Database& db_;
};

}  // namespace sveiki::region
