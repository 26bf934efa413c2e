// SPDX-License-Identifier: EUPL-1.2
#include <set>

#include "sync/sheet_id.h"
#include "sync/upload.h"

namespace sveiki::sync {
namespace {

using nlohmann::ordered_json;

bool is_day(std::string_view text) {
  return kind_of(text) == SheetKind::kDay;
}

GapReport of(const JsonValue& value) {
  value.keys({"device", "centre", "gaps"});
  GapReport report{value["device"].text(is_device), value["centre"].text(is_centre), {}};
  const JsonValue gaps = value["gaps"];
  std::set<std::pair<std::string, std::string>> seen;
  const std::size_t length = gaps.length(1, kMaxGaps);
  for (std::size_t i = 0; i < length; ++i) {
    const JsonValue gap = gaps[i];
    gap.keys({"life", "day", "settled"});
    const Gap& read = report.gaps.emplace_back(
        Gap{gap["life"].text(is_life), gap["day"].text(is_day), gap["settled"].yes_or_no()});
    if (!seen.emplace(read.life, read.day).second) gap.refuse("This day stands here twice.");
  }
  return report;
}

}  // namespace

std::string write_gaps(const GapReport& report) {
  ordered_json gaps = ordered_json::array();
  for (const auto& [life, day, settled] : report.gaps)
    gaps.push_back(ordered_json{{"life", life}, {"day", day}, {"settled", settled}});
  return ordered_json{{"v", kSchemaVersion},
                      {"device", report.device},
                      {"centre", report.centre},
                      {"gaps", std::move(gaps)}}
      .dump();
}

std::variant<GapReport, Problem> read_gaps(std::string_view body) {
  return read(body, of);
}

}  // namespace sveiki::sync
