// SPDX-License-Identifier: EUPL-1.2
#include "region/known_in_time.h"

#include <map>
#include <set>

#include "domain/period.h"
#include "region/sheets.h"
#include "region/sheets_text.h"

namespace sveiki::region {
namespace {

/// The first day on which open data may tell of it, if it tells of such a period.
std::optional<CivilDay> open_from(const SheetId& id) {
  if (id.kind == SheetKind::kDay) return region::open_from(id.period.substr(0, 7));
  const auto period = calendar_period(id.period);
  if (!period) return std::nullopt;
  return region::open_from(period->to.iso().substr(0, 7));
}

/// Before that day began, and anybody could publish. The countries of a region share their hour.
bool in_time(Instant arrived, const std::optional<CivilDay>& open) {
  return open && arrived < instant_of(*open, 0, "Europe/Riga");
}

/// When which lives of which centres were withdrawn.
using Withdrawn = std::map<std::pair<std::string, std::string>, Instant>;

Withdrawn withdrawn_lives(const Evidence& evidence) {
  Withdrawn lives;
  for (std::size_t i = 0; i < evidence.envelopes.size(); ++i) {
    const auto read = sync::read_withdrawal(evidence.envelopes[i].body);
    const auto* withdrawal = std::get_if<sync::Withdrawal>(&read);
    if (evidence.envelopes[i].what != "POST /v1/withdraw" || !withdrawal) continue;
    for (const std::string& life : withdrawal->lives)
      lives.try_emplace({withdrawal->centre, life}, evidence.received[i]);
  }
  return lives;
}

/// Months entered by hand, as they stood in time. Of corrected days and gaps open data says
/// nothing.
void enter_what_was_known(Evidence& evidence) {
  std::map<std::pair<std::string, std::string>, MonthEntry> entered;
  for (const MonthEntry& entry : evidence.entered) {
    if (in_time(entry.at, region::open_from(entry.month)))
      entered[{entry.centre, entry.month}] = entry;
  }
  ReportInput& input = evidence.input;
  input.months.clear();
  input.people.clear();
  input.entered.clear();
  for (const auto& [key, entry] : entered) {
    const auto& [centre, month] = key;
    input.months.push_back(
        {centre, month, write_rows(entered_rows(SheetKind::kDay, entry.values)), {}, {}, true});
    input.people.push_back(
        {centre, month, write_rows(entered_rows(SheetKind::kPeople, entry.values)), {}, {}, false});
    input.entered.push_back(entry);
  }
}

}  // namespace

CivilDay open_from(const std::string& month) {
  const CivilDay next_month = calendar_period(month).value().to.next();
  return calendar_periods(next_month)[0].to.next();
}

ReportInput known_in_time(Evidence evidence) {
  const Withdrawn withdrawn = withdrawn_lives(evidence);
  std::vector<sync::Envelope> sheets;
  std::set<SheetPlace> set_aside;
  for (std::size_t i = 0; i < evidence.envelopes.size(); ++i) {
    const auto read = sync::read_upload(evidence.envelopes[i].body);
    const auto* upload = std::get_if<sync::Upload>(&read);
    if (evidence.envelopes[i].what != "POST /v1/sheets" || !upload) continue;
    for (std::size_t at = 0; at < upload->sheets.size(); ++at) {
      const SheetId& id = upload->sheets[at].id;
      const auto open = open_from(id);
      const auto gone = withdrawn.find({upload->centre, id.life});
      if (evidence.set_aside.contains({i, at}) || !in_time(evidence.received[i], open) ||
          (gone != withdrawn.end() && in_time(gone->second, open)))
        set_aside.emplace(sheets.size(), at);
    }
    sheets.push_back(std::move(evidence.envelopes[i]));
  }
  enter_what_was_known(evidence);
  return proved_input(evidence, recount(evidence.devices, sheets, set_aside));
}

}  // namespace sveiki::region
