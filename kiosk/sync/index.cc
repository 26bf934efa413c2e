// SPDX-License-Identifier: EUPL-1.2
// A centre has a life a day and half a dozen sheets a life: those of one life stand together, a
// period and a revision each, so that ten years fit into one answer.
#include <set>

#include "sync/sheet_id.h"
#include "sync/upload.h"

namespace sveiki::sync {
namespace {

using nlohmann::ordered_json;

constexpr std::size_t kMaxOfCentre = 20'000;
constexpr std::size_t kMaxOfLife = 5'000;

void read_life(const JsonValue& value, std::vector<IndexEntry>& sheets) {
  value.keys({"life", "withdrawn", "sheets"});
  const std::string& life = value["life"].text(is_life);
  const bool withdrawn = value["withdrawn"].yes_or_no();
  const JsonValue list = value["sheets"];
  const std::size_t length = list.length(1, kMaxOfLife);
  for (std::size_t i = 0; i < length; ++i) {
    const JsonValue sheet = list[i];
    sheet.length(2, 2);
    const JsonValue period = sheet[0];
    const auto kind = kind_of(period.text());
    if (!kind) period.refuse("This is no period.");
    sheets.push_back({{life, *kind, period.text()}, read_revision(sheet[1]), withdrawn});
  }
}

Index of(const JsonValue& value) {
  value.keys({"collector", "lives"});
  Index index{value["collector"].text(is_life), {}};
  const JsonValue lives = value["lives"];
  const std::size_t length = lives.length(0, kMaxOfCentre);
  for (std::size_t i = 0; i < length; ++i) read_life(lives[i], index.sheets);
  std::set<SheetId> seen;
  for (const IndexEntry& entry : index.sheets)
    if (!seen.insert(entry.id).second) lives.refuse("A sheet stands here twice.");
  return index;
}

}  // namespace

std::string write_index(const Index& index) {
  ordered_json lives = ordered_json::array();
  const IndexEntry* before = nullptr;
  for (const IndexEntry& entry : index.sheets) {
    if (!before || before->id.life != entry.id.life || before->withdrawn != entry.withdrawn)
      lives.push_back(ordered_json{{"life", entry.id.life},
                                   {"withdrawn", entry.withdrawn},
                                   {"sheets", ordered_json::array()}});
    lives.back()["sheets"].push_back(ordered_json::array({entry.id.period, entry.revision}));
    before = &entry;
  }
  return ordered_json{
      {"v", kSchemaVersion}, {"collector", index.collector}, {"lives", std::move(lives)}}
      .dump();
}

std::optional<Index> read_index(std::string_view body) {
  return read_if_right(body, of, kMaxIndex);
}

}  // namespace sveiki::sync
