// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <limits>

#include "sync/sheet_id.h"
#include "sync/upload.h"

namespace sveiki::sync {
namespace {

using nlohmann::ordered_json;

constexpr int kSoonest = 5;
constexpr int kLatest = 86'400;

/// A reason that a newer collector has is no cause to believe nothing of its receipt.
bool is_reason(std::string_view text) {
  const auto allowed = [](char c) { return ('a' <= c && c <= 'z') || c == '-'; };
  return !text.empty() && text.size() <= 40 && std::ranges::all_of(text, allowed);
}

SheetAnswer answer_of(const JsonValue& value) {
  value.keys({"kind", "life", "period", "rev", "verdict"}, {"why"});
  const JsonValue verdict = value["verdict"];
  const auto named = verdict_named(verdict.text());
  if (!named) verdict.refuse("This is no verdict.");
  SheetAnswer answer{read_sheet_id(value), read_revision(value["rev"]), *named, {}};
  if (value.has("why") != (named == Verdict::kRefused))
    value.refuse("A reason belongs to a refusal.");
  if (value.has("why")) answer.why = value["why"].text(is_reason);
  return answer;
}

Receipt of(const JsonValue& value) {
  value.keys({"collector", "received_at", "next_s", "catalogue", "uploads", "sheets"});
  Receipt receipt;
  receipt.collector = value["collector"].text(is_life);
  receipt.received_at = read_instant(value["received_at"]);
  receipt.next_s = static_cast<int>(value["next_s"].whole(kSoonest, kLatest));
  receipt.catalogue =
      static_cast<int>(value["catalogue"].whole(0, std::numeric_limits<int>::max()));
  receipt.uploads = value["uploads"].whole(0, std::numeric_limits<std::int64_t>::max());
  const JsonValue sheets = value["sheets"];
  const std::size_t length = sheets.length(0, kMaxSheets);
  for (std::size_t i = 0; i < length; ++i) receipt.sheets.push_back(answer_of(sheets[i]));
  return receipt;
}

}  // namespace

std::string write_receipt(const Receipt& receipt) {
  ordered_json sheets = ordered_json::array();
  for (const SheetAnswer& answer : receipt.sheets) {
    ordered_json& sheet = sheets.emplace_back(write_sheet_id(answer.id));
    sheet["rev"] = answer.revision;
    sheet["verdict"] = verdict_name(answer.verdict);
    if (answer.verdict == Verdict::kRefused) sheet["why"] = answer.why;
  }
  return ordered_json{{"v", kSchemaVersion},
                      {"collector", receipt.collector},
                      {"received_at", receipt.received_at.ms},
                      {"next_s", receipt.next_s},
                      {"catalogue", receipt.catalogue},
                      {"uploads", receipt.uploads},
                      {"sheets", std::move(sheets)}}
      .dump();
}

std::optional<Receipt> read_receipt(std::string_view body) {
  return read_if_right(body, of);
}

}  // namespace sveiki::sync
