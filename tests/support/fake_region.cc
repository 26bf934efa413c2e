// SPDX-License-Identifier: EUPL-1.2
#include "support/fake_region.h"

#include <algorithm>

namespace sveiki::test {
namespace {

std::string header(const Heard& heard, const std::string& name) {
  const auto found = heard.headers.find(name);
  return found == heard.headers.end() ? std::string{} : found->second;
}

}  // namespace

Says problem(int status, const std::string& detail) {
  return {status, sync::write_problem({status, "", detail}), "application/problem+json"};
}

bool FakeRegion::is_signed(const Heard& heard_now, const std::string& what) {
  const auto signature = sync::signature(header(heard_now, "sveiki-signature"));
  const bool good = header(heard_now, "sveiki-device") == device && key && signature &&
                    sync::verify(*key, what, heard_now.plain, *signature);
  if (!good) ++wrong_signatures;
  return good;
}

Says FakeRegion::enrol(const Heard& asked) {
  const auto request = sync::read_enrol_request(asked.plain);
  const auto* wish = std::get_if<sync::EnrolRequest>(&request);
  if (!wish) return problem(422);
  if (wish->code != code) return problem(403, "code-unknown");
  if (key) return problem(403, "code-used");
  key = sync::public_key(wish->public_key);
  return {200, sync::write_enrolled({device, centre, collector})};
}

Says FakeRegion::sheets(const Heard& asked) {
  if (!is_signed(asked, "POST /v1/sheets")) return problem(401);
  const auto read = sync::read_upload(asked.plain);
  const auto* upload = std::get_if<sync::Upload>(&read);
  if (!upload) return problem(std::get<sync::Problem>(read).status);
  if (upload->sheets.size() > most_sheets) return problem(413);
  for (const Sheet& sheet : upload->sheets)
    if (sheet.id.period == unreadable) return problem(422);
  ++uploads;
  sync::Receipt receipt{collector, received_at, next_s, catalogue.version, uploads, {}};
  for (const Sheet& sheet : upload->sheets) {
    if (const auto why = refuses.find(sheet.id.period); why != refuses.end()) {
      receipt.sheets.push_back({sheet.id, sheet.revision, Verdict::kRefused, why->second});
      continue;
    }
    const auto old = held.find(sheet.id);
    const Verdict verdict = join(old == held.end() ? nullptr : &old->second, sheet);
    if (verdict == Verdict::kStored) held[sheet.id] = sheet;
    receipt.sheets.push_back({sheet.id, sheet.revision, verdict, ""});
  }
  return {200, sync::write_receipt(receipt)};
}

Says FakeRegion::answer(const Heard& asked) {
  std::function<void()> before;
  Says says = problem(404);
  {
    const std::lock_guard lock(mutex);
    heard.push_back(asked);
    if (!script.empty()) {
      says = std::move(script.front());
      script.pop_front();
    } else if (asked.path == "/v1/enrol") {
      says = enrol(asked);
    } else if (asked.path == "/v1/sheets") {
      says = sheets(asked);
    } else if (asked.path == "/v1/catalogue") {
      says = {200, sync::write_catalogue(catalogue)};
    } else if (asked.path == "/v1/withdraw") {
      if (!is_signed(asked, "POST /v1/withdraw")) return problem(401);
      const auto read = sync::read_withdrawal(asked.plain);
      for (const std::string& life : std::get<sync::Withdrawal>(read).lives) withdrawn.insert(life);
      says = {204, ""};
    } else if (asked.path == "/v1/gaps") {
      if (!is_signed(asked, "POST /v1/gaps")) return problem(401);
      const auto read = sync::read_gaps(asked.plain);
      for (const sync::Gap& gap : std::get<sync::GapReport>(read).gaps) gaps.push_back(gap);
      says = {204, ""};
    } else if (asked.path == "/v1/centres/" + centre + "/index") {
      if (!is_signed(asked, "GET " + asked.path)) return problem(401);
      sync::Index index{collector, {}};
      for (const auto& [id, sheet] : held)
        index.sheets.push_back({id, sheet.revision, withdrawn.contains(id.life)});
      says = {200, sync::write_index(index)};
    }
  }
  if (says.before) says.before();
  return says;
}

}  // namespace sveiki::test
