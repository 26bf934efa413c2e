// SPDX-License-Identifier: EUPL-1.2
#include "region/sheets_rules.h"

#include <algorithm>

#include "region/catalogue.h"
#include "region/database_values.h"

namespace sveiki::region {
namespace {

constexpr const char* kLastRow =
    "SELECT to_day FROM place WHERE id = $1 ORDER BY from_day DESC, version DESC LIMIT 1";

CivilDay utc_day(Instant instant) {
  return CivilDay{
      std::chrono::floor<std::chrono::days>(std::chrono::sys_time<Millis>{Millis{instant.ms}})};
}

}  // namespace

SheetRules::SheetRules(Database& db, const std::set<std::string>& centres) {
  Catalogue catalogue(db);
  activities_ = catalogue.activity_ids();
  for (const Indicator& indicator : catalogue.indicators())
    people_periods_[indicator.period] = Period{indicator.period, indicator.from, indicator.to};
  std::vector<Values> asked;
  for (const std::string& centre : centres) asked.push_back({centre});
  const auto answers = db.query_each(kLastRow, asked);
  auto answer = answers.begin();
  for (const std::string& centre : centres) {
    if (!answer->empty() && !is_null(answer->front()[0]))
      last_days_[centre] = day(answer->front()[0]);
    ++answer;
  }
}

std::string_view SheetRules::refusal(const std::string& centre, const Sheet& sheet,
                                     Instant received) {
  const auto days = period(sheet.id.kind, sheet.id.period);
  if (!days) return "indicator";
  // Civil days run behind the days of UTC, in these countries.
  if (days->from > utc_day(received).next()) return "clock";
  const auto last = last_days_.find(centre);
  if (last != last_days_.end() && days->from > last->second) return "closed-centre";
  const bool known = std::ranges::all_of(sheet.rows, [&](const auto& row) {
    return row.first.type != 'A' || row.first.key.empty() || activities_.contains(row.first.key);
  });
  return known ? "" : "activity";
}

std::optional<Period> SheetRules::period(SheetKind kind, const std::string& name) {
  if (kind == SheetKind::kDay) {
    const CivilDay day = CivilDay::parse(name).value();
    return Period{name, day, day};
  }
  const auto [known, fresh] = people_periods_.try_emplace(name);
  if (fresh) known->second = calendar_period(name);
  return known->second;
}

}  // namespace sveiki::region
