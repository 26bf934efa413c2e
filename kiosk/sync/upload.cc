// SPDX-License-Identifier: EUPL-1.2
#include "sync/upload.h"

#include <algorithm>
#include <limits>
#include <set>

#include "sync/sheet_id.h"
#include "sync/sheet_json.h"

namespace sveiki::sync {
namespace {

using nlohmann::ordered_json;

/// "0.1.0": one to four numbers of at most four digits.
bool is_program_version(std::string_view text) {
  int numbers = 0;
  for (;; text.remove_prefix(1)) {
    const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
    if (digits < 1 || digits > 4 || ++numbers > 4) return false;
    text.remove_prefix(digits);
    if (text.empty()) return true;
    if (text.front() != '.') return false;
  }
}

Upload of(const JsonValue& value) {
  value.keys({"device", "centre", "sent_at", "sheets"}, {"app", "catalogue"});
  Upload upload;
  upload.device = value["device"].text(is_device);
  upload.centre = value["centre"].text(is_centre);
  upload.sent_at = read_instant(value["sent_at"]);
  if (value.has("app")) upload.app = value["app"].text(is_program_version);
  if (value.has("catalogue"))
    upload.catalogue =
        static_cast<int>(value["catalogue"].whole(0, std::numeric_limits<int>::max()));
  const JsonValue sheets = value["sheets"];
  std::set<SheetId> seen;
  const std::size_t length = sheets.length(1, kMaxSheets);
  for (std::size_t i = 0; i < length; ++i) {
    const JsonValue sheet = sheets[i];
    upload.sheets.push_back(read_sheet(sheet));
    if (!seen.insert(upload.sheets.back().id).second) sheet.refuse("This sheet stands here twice.");
  }
  return upload;
}

}  // namespace

std::string write_upload(const Upload& upload) {
  ordered_json written{{"v", kSchemaVersion},
                       {"device", upload.device},
                       {"centre", upload.centre},
                       {"sent_at", upload.sent_at.ms}};
  if (!upload.app.empty()) written["app"] = upload.app;
  if (upload.catalogue) written["catalogue"] = *upload.catalogue;
  ordered_json& sheets = written["sheets"] = ordered_json::array();
  for (const Sheet& sheet : upload.sheets) sheets.push_back(write_sheet(sheet));
  return written.dump();
}

std::variant<Upload, Problem> read_upload(std::string_view body) {
  return read(body, of);
}

}  // namespace sveiki::sync
