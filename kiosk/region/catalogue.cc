// SPDX-License-Identifier: EUPL-1.2
#include "region/catalogue.h"

#include <algorithm>

#include "domain/period.h"
#include "region/database_values.h"
#include "region/log.h"
#include "region/names.h"
#include "sync/ids.h"

namespace sveiki::region {
namespace {

constexpr const char* kName =
    "INSERT INTO activity_name (activity, language, name) VALUES ($1, $2, $3)"
    " ON CONFLICT (activity, language) DO UPDATE SET name = excluded.name";
constexpr const char* kNameNoMore =
    "DELETE FROM activity_name WHERE activity = $1 AND language = $2";
constexpr const char* kNames =
    "SELECT activity, language, name FROM activity_name ORDER BY activity, language";

}  // namespace

void Catalogue::add_activity(const std::string& code, std::string_view by, Instant now) {
  if (!sync::is_activity_code(code))
    throw Refusal("an activity is named as in the centres' files: a-z, 0-9 and -, at most 40");
  if (!db_.query("SELECT id FROM activity WHERE code = $1", {code}).empty())
    throw Refusal("there is an activity \"" + code + "\" already");
  std::string id = sync::id_of("ac", code);
  if (activity_ids().contains(id)) id = sync::new_id("ac");  // two codes of one hash
  db_.query("INSERT INTO activity (id, code) VALUES ($1, $2)", {id, code});
  write_log(db_, by, {msg("Added the activity \"{code}\"."), {{"code", code}}}, now);
}

void Catalogue::name_activity(const std::string& code, const NameByLanguage& names,
                              std::string_view by, Instant now) {
  const auto activity = db_.query("SELECT id FROM activity WHERE code = $1", {code});
  if (activity.empty()) throw Refusal("there is no activity \"" + code + "\"");
  if (names.empty()) throw Refusal("name the activity in one language at least");
  for (const auto& [language, name] : names) {
    if (!name.empty() && !is_name(name, kLongestActivityName))
      throw Refusal("a name is one line of at most 100 letters");
    if (name.empty())
      db_.query(kNameNoMore, {activity[0][0], language});
    else
      db_.query(kName, {activity[0][0], language, name});
    write_log(db_, by,
              {name.empty() ? msg("Took the name of the activity \"{code}\" in {language} away.")
                            : msg("Named the activity \"{code}\" in {language}: \"{name}\"."),
               {{"code", code}, {"language", language}, {"name", name}}},
              now);
  }
}

void Catalogue::add_indicator(const Indicator& indicator, std::string_view by, Instant now) {
  if (!is_indicator_period(indicator.period))
    throw Refusal("an indicator is named P: and 3 to 20 of A-Z, 0-9 and -, as P:SOC1000");
  if (!are_whole_months(indicator.from, indicator.to))
    throw Refusal("an indicator counts over whole months");
  if (!is_name(indicator.name, kLongestName))
    throw Refusal("an indicator's name is one line of at most 200 letters");
  if (indicator.target < 1) throw Refusal("an indicator has a target of at least 1");
  if (indicator.due < indicator.from)
    throw Refusal(indicator.period + " cannot be due on " + indicator.due.iso() +
                  ", before its first day, " + indicator.from.iso());
  std::int64_t version = 1;
  for (const Indicator& held : indicators()) {
    if (held.period != indicator.period) continue;
    if (held.from != indicator.from || held.to != indicator.to)
      throw Refusal("the days of " + held.period + " are " + held.from.iso() + " to " +
                    held.to.iso() + " and stay: choose another name");
    version = held.version + 1;
  }
  db_.query(
      "INSERT INTO indicator (period, version, name, from_day, to_day, target, due)"
      " VALUES ($1, $2, $3, $4, $5, $6, $7)",
      {indicator.period, version, indicator.name, value(indicator.from), value(indicator.to),
       indicator.target, value(indicator.due)});
  write_log(db_, by,
            {msg("Set the indicator {period}, version {version}."),
             {{"period", indicator.period}, {"version", std::to_string(version)}}},
            now);
}

std::vector<Indicator> Catalogue::indicators() {
  std::vector<Indicator> newest;
  for (const Values& row :
       db_.query("SELECT period, name, from_day, to_day, target, due, version FROM indicator"
                 " ORDER BY period, version DESC")) {
    if (!newest.empty() && newest.back().period == text(row[0])) continue;
    newest.push_back({text(row[0]), text(row[1]), day(row[2]), day(row[3]), number(row[4]),
                      day(row[5]), static_cast<int>(number(row[6]))});
  }
  return newest;
}

std::set<std::string, std::less<>> Catalogue::activity_ids() {
  std::set<std::string, std::less<>> ids;
  for (const Values& row : db_.query("SELECT id FROM activity ORDER BY id"))
    ids.insert(text(row[0]));
  return ids;
}

ActivityNames Catalogue::activity_names() {
  ActivityNames names;
  for (const Values& row : db_.query(kNames)) names[text(row[0])][text(row[1])] = text(row[2]);
  return names;
}

sync::Catalogue Catalogue::to_send() {
  sync::Catalogue catalogue;
  for (const Values& row : db_.query("SELECT id, code FROM activity ORDER BY code"))
    catalogue.activities.push_back({text(row[0]), text(row[1])});
  // Nothing is ever taken away: as many changes as there are rows.
  catalogue.version = static_cast<int>(catalogue.activities.size());
  for (const Indicator& indicator : indicators()) {
    catalogue.indicators.push_back({indicator.period, indicator.from, indicator.to});
    catalogue.version += indicator.version;
  }
  return catalogue;
}

}  // namespace sveiki::region
