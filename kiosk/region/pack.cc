// SPDX-License-Identifier: EUPL-1.2
#include "region/pack.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

#include "domain/period.h"
#include "region/json_report.h"
#include "region/pack_context.h"
#include "region/sha256.h"
#include "region/sheets_text.h"
#include "region/sheets_totals.h"
#include "region/workbook.h"

namespace sveiki::region {
namespace {

constexpr std::string_view kReadme = R"(EVIDENCE PACK

report.xlsx and report.json: the report, every number exact. Do not pass them on.
envelopes: what the centres' kiosks sent, each signed with the key of its device.
devices.json: which device belongs to which centre, and its public key (Ed25519).
context.json: places, indicators, names of activities, and what was entered by hand.
manifest.txt: SHA-256 of every file. To look at it: sha256sum -c manifest.txt

To count everything again on your own computer, without a network:
    sveiki-region verify PACK
It says "every number is proved", or names what is not. No person's data is in here: kiosks send
counts only. Whether a key belongs to a centre can be asked at the centre.

PIERĀDĪJUMU PAKA
Programma "sveiki-region verify PAKA" tavā datorā bez tīkla saskaita visu no jauna un pārbauda katru
parakstu. Personu datu šeit nav.

ĮRODYMŲ PAKETAS
Programa "sveiki-region verify PAKETAS" tavo kompiuteryje be tinklo viską suskaičiuoja iš naujo ir
patikrina kiekvieną parašą. Asmens duomenų čia nėra.
)";

using Key = std::pair<std::string, std::string>;  // centre and period

/// What of these stored totals no sheet proves: of people, the rows that were entered by hand.
std::vector<Total> rest(const std::vector<Total>& stored, const std::vector<Total>& proved,
                        const std::set<Key>& by_hand) {
  std::map<Key, SheetRows> rests;
  for (const Total& total : stored) {
    const Key key{total.centre, total.period};
    if (by_hand.contains(key)) add(rests[key], read_rows(total.rows));
  }
  for (const Total& total : proved) {
    const Key key{total.centre, total.period};
    if (by_hand.contains(key)) subtract(rests[key], read_rows(total.rows));
  }
  std::vector<Total> totals;
  for (const auto& [key, rows] : rests)
    if (!rows.empty()) totals.push_back({key.first, key.second, write_rows(rows), {}, {}, false});
  return totals;
}

/// What of these months no sheet proves besides: which days were corrected, withdrawn or lost at
/// the kiosk, and which months were entered by hand.
std::vector<Total> remarks(const std::vector<Total>& months) {
  std::vector<Total> remarks;
  for (const Total& month : months) {
    Total remark = month;
    remark.rows.clear();
    std::ranges::replace_if(
        remark.days, [](char mark) { return mark != kWithdrawn; }, kNotReported);
    if (remark.manual || !remark.corrected.empty() || !remark.in_gap.empty() ||
        remark.days.find(kWithdrawn) != std::string::npos)
      remarks.push_back(std::move(remark));
  }
  return remarks;
}

/// What kiosks signed and the region holds nothing newer than: what it refused.
std::set<SheetPlace> refused(Storage& storage, const std::vector<sync::Envelope>& envelopes) {
  std::map<std::string, std::map<SheetId, std::int64_t>> held;
  std::set<SheetPlace> refused;
  for (std::size_t i = 0; i < envelopes.size(); ++i) {
    const auto read = sync::read_upload(envelopes[i].body);
    const auto* upload = std::get_if<sync::Upload>(&read);
    if (envelopes[i].what != "POST /v1/sheets" || !upload) continue;
    const auto [index, fresh] = held.try_emplace(upload->centre);
    if (fresh) {
      for (const auto& entry : storage.index(upload->centre).sheets)
        index->second[entry.id] = entry.revision;
    }
    for (std::size_t sheet = 0; sheet < upload->sheets.size(); ++sheet) {
      const auto at = index->second.find(upload->sheets[sheet].id);
      if (at == index->second.end() || at->second < upload->sheets[sheet].revision)
        refused.emplace(i, sheet);
    }
  }
  return refused;
}

/// What is stored, and what was signed for it.
Evidence read_all(Storage& storage, const ReportQuestion& question, Language language,
                  Instant now) {
  Evidence evidence{
      read_input(storage, question, now), language, {}, {}, {}, storage.activity_names()};
  const Period range = span_of(evidence.input);
  std::map<std::string, Device> devices;
  for (SignedBody& body :
       storage.evidence(range.from.iso().substr(0, 7), range.to.iso().substr(0, 7))) {
    devices.try_emplace(body.device.id, body.device);
    evidence.envelopes.push_back(std::move(body.envelope));
    evidence.received.push_back(body.received);
  }
  evidence.entered = storage.month_entries(question.from_month, question.to_month);
  for (const auto& [id, device] : devices) evidence.devices.push_back(device);
  evidence.set_aside = refused(storage, evidence.envelopes);
  return evidence;
}

}  // namespace

Evidence gather_evidence(Storage& storage, const ReportQuestion& question, Language language,
                         Instant now) {
  Evidence evidence;
  // An upload that comes in between would make the one differ from the other.
  storage.snapshot([&] { evidence = read_all(storage, question, language, now); });
  ReportInput& input = evidence.input;
  const std::string stored = json_report(make_report(input), Purpose::kAudit);
  const Recount proved = recount(evidence.devices, evidence.envelopes, evidence.set_aside);
  std::set<Key> by_hand;
  for (const Total& month : input.months)
    if (month.manual) by_hand.emplace(month.centre, month.period);
  std::vector<Total> months = remarks(input.months);
  for (Total& total : rest(input.months, proved.months, by_hand))
    months.push_back(std::move(total));
  input.months = std::move(months);
  input.people = rest(input.people, proved.people, by_hand);
  const auto faults = differences(
      stored, json_report(make_report(proved_input(evidence, proved)), Purpose::kAudit));
  if (!faults.empty())
    throw Refusal("What is stored is not what was signed. Run check. " + faults.front());
  return evidence;
}

std::string write_pack(const Evidence& evidence) {
  const Report report = make_report(
      proved_input(evidence, recount(evidence.devices, evidence.envelopes, evidence.set_aside)));
  std::vector<ZipEntry> files{
      {"README.txt", std::string{kReadme}},
      {"report.xlsx", workbook(report, Purpose::kAudit, evidence.language, evidence.names)},
      {"report.json", json_report(report, Purpose::kAudit, evidence.names)},
      {"context.json", write_context(evidence)},
      {"devices.json", write_devices(evidence.devices)}};
  for (std::size_t i = 0; i < evidence.envelopes.size(); ++i)
    files.push_back({envelope_name(i), sync::write_envelope(evidence.envelopes[i])});
  files.push_back({"manifest.txt", manifest_of(files)});
  return write_zip(files);
}

ReportInput proved_input(const Evidence& evidence, const Recount& recount) {
  ReportInput input = evidence.input;
  input.months.insert(input.months.end(), recount.months.begin(), recount.months.end());
  input.people.insert(input.people.end(), recount.people.begin(), recount.people.end());
  return input;
}

std::vector<std::string> differences(const std::string& told, const std::string& proved) {
  constexpr std::size_t kMost = 20;
  if (told == proved) return {};
  const auto a = nlohmann::json::parse(told, nullptr, false);
  const auto b = nlohmann::json::parse(proved, nullptr, false);
  std::vector<std::string> differences;
  for (const auto& change : nlohmann::json::diff(a, b)) {
    const nlohmann::json::json_pointer at{change.at("path").get<std::string>()};
    const std::string says = !a.is_discarded() && a.contains(at) ? a.at(at).dump() : "nothing";
    const std::string proves = b.contains(at) ? b.at(at).dump() : "nothing";
    differences.push_back("report.json says " + says + " at " + at.to_string() +
                          ", the sheets prove " + proves + ".");
    if (differences.size() == kMost) break;
  }
  if (differences.empty()) differences.push_back("report.json is not written as it was.");
  return differences;
}

std::string manifest_of(const std::vector<ZipEntry>& files) {
  std::string manifest;
  for (const ZipEntry& file : files) manifest += sha256(file.bytes) + "  " + file.name + "\n";
  return manifest;
}

}  // namespace sveiki::region
