// SPDX-License-Identifier: EUPL-1.2
#include "region/verify.h"

#include <algorithm>
#include <map>

#include "region/json_report.h"
#include "region/pack_context.h"
#include "region/workbook.h"

namespace sveiki::region {
namespace {

/// Of a pack, besides the envelopes: README, two reports, context, devices, manifest.
constexpr std::size_t kOtherFiles = 6;
constexpr std::size_t kMostBytes = std::size_t{1} << 32;  // of a pack, unpacked

/// The parts of a workbook that hold what its sheets say; the others name the program.
std::map<std::string, std::string> spoken_parts(std::string_view workbook) {
  std::map<std::string, std::string> parts;
  for (ZipEntry& entry : read_zip(workbook, kMostBytes).value_or(std::vector<ZipEntry>{})) {
    if (entry.name.starts_with("xl/worksheets/") || entry.name == "xl/sharedStrings.xml")
      parts[entry.name] = std::move(entry.bytes);
  }
  return parts;
}

class Verifier {
 public:
  Proof verify(std::string_view bytes) {
    auto files = read_zip(bytes, kMostBytes);
    if (!files) {
      fault("This is not a whole zip archive.");
      return std::move(proof_);
    }
    check_manifest(*files);
    for (ZipEntry& file : *files) files_[file.name] = std::move(file.bytes);
    Evidence evidence;
    try {
      evidence = read_context(file("context.json"));
      evidence.devices = read_devices(file("devices.json"));
    } catch (const std::exception&) {
      fault("context.json or devices.json cannot be read.");
      return std::move(proof_);
    }
    read_envelopes(evidence);
    try {
      count_again(evidence);
    } catch (const std::exception&) {
      // A changed context may ask for months that no table has room for.
      fault("No report can be made of what context.json says.");
    }
    return std::move(proof_);
  }

 private:
  void fault(const std::string& sentence) { proof_.faults.push_back(sentence); }
  void faults(const std::vector<std::string>& sentences) {
    proof_.faults.insert(proof_.faults.end(), sentences.begin(), sentences.end());
  }
  const std::string& file(const std::string& name) { return files_[name]; }

  /// The manifest is the last file and names all others as they are.
  void check_manifest(const std::vector<ZipEntry>& files) {
    if (files.empty() || files.back().name != "manifest.txt")
      return fault("manifest.txt is not where it belongs.");
    const std::vector others(files.begin(), files.end() - 1);
    if (files.back().bytes == manifest_of(others)) return;
    const std::size_t before = proof_.faults.size();
    for (const ZipEntry& file : others) {
      if (files.back().bytes.find(manifest_of({file})) == std::string::npos)
        fault(file.name + " is not the file that manifest.txt names.");
    }
    if (proof_.faults.size() == before) fault("manifest.txt names other files.");
  }

  void read_envelopes(Evidence& evidence) {
    for (;; ++proof_.envelopes) {
      const auto at = files_.find(envelope_name(proof_.envelopes));
      if (at == files_.end()) break;
      auto envelope = sync::read_envelope(at->second);
      if (!envelope) fault(at->first + " cannot be read.");
      evidence.envelopes.push_back(std::move(envelope).value_or(sync::Envelope{}));
    }
    for (const char* name : {"README.txt", "report.xlsx", "report.json"}) {
      if (!files_.contains(name)) fault(std::string{name} + " is missing.");
    }
    if (files_.size() != kOtherFiles + proof_.envelopes) fault("The pack holds other files too.");
  }

  void count_again(const Evidence& evidence) {
    const Recount proved = recount(evidence.devices, evidence.envelopes, evidence.set_aside);
    proof_.sheets = proved.sheets;
    faults(proved.faults);
    const Report report = make_report(proved_input(evidence, proved));
    faults(differences(file("report.json"), json_report(report, Purpose::kAudit, evidence.names)));
    const std::string book = workbook(report, Purpose::kAudit, evidence.language, evidence.names);
    // Another version of the library may pack the same sheets differently.
    if (book != file("report.xlsx") && spoken_parts(book) != spoken_parts(file("report.xlsx")))
      fault("report.xlsx does not say what the sheets prove.");
    for (const Total& month : evidence.input.months) {
      if (month.manual)
        proof_.notes.push_back(month.centre + " " + month.period +
                               " was entered by hand: no kiosk signed it.");
      if (!month.in_gap.empty())
        proof_.notes.push_back(month.centre + " " + month.period + ": " +
                               std::to_string(month.in_gap.size()) +
                               " days are in the gap: the kiosk lost them, and the centre had not"
                               " said what is to count.");
    }
    if (!evidence.set_aside.empty())
      proof_.notes.push_back(std::to_string(evidence.set_aside.size()) +
                             " signed sheets were refused by the region and are not counted.");
  }

  std::map<std::string, std::string> files_;
  Proof proof_;
};

}  // namespace

Proof verify_pack(std::string_view bytes) {
  return Verifier{}.verify(bytes);
}

}  // namespace sveiki::region
