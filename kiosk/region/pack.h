// SPDX-License-Identifier: EUPL-1.2
/// The evidence pack: a zip with a report, everything that kiosks signed for it, and the keys, so
/// that an auditor's computer can count it again with nothing else at hand.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "region/pack_recount.h"
#include "region/report.h"
#include "region/report_words.h"
#include "region/zip.h"

namespace sveiki::region {

struct Evidence {
  /// Its totals hold only what no sheet proves: what was entered by hand, and which days were
  /// corrected, withdrawn or lost at the kiosk.
  ReportInput input;
  Language language = Language::kEnglish;
  std::vector<Device> devices;
  std::vector<sync::Envelope> envelopes;  ///< as they came
  std::set<SheetPlace> set_aside;         ///< refused by the region
  ActivityNames names;                    ///< of activities, as they were then
  // Not in a pack: what was known when.
  std::vector<Instant> received{};    ///< of each envelope
  std::vector<MonthEntry> entered{};  ///< by hand, every revision, oldest first
};

/// Throws Refusal where the totals that are stored are not those of the signed sheets.
Evidence gather_evidence(Storage& storage, const ReportQuestion& question, Language language,
                         Instant now);
/// The same evidence gives the same bytes.
std::string write_pack(const Evidence& evidence);

/// What the report is made of once the sheets are counted again.
ReportInput proved_input(const Evidence& evidence, const Recount& recount);

/// "report.json says 12 at /counts/visits, the sheets prove 11.", for the first twenty that differ.
std::vector<std::string> differences(const std::string& told, const std::string& proved);

/// The lines of `sha256sum` for these files.
std::string manifest_of(const std::vector<ZipEntry>& files);

}  // namespace sveiki::region
