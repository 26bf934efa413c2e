// SPDX-License-Identifier: EUPL-1.2
#include "outbox/rows.h"

#include <nlohmann/json.hpp>

namespace sveiki::tray {

using Json = nlohmann::json;

std::string text_of_rows(const SheetRows& rows) {
  Json all = Json::array();
  for (const auto& [key, values] : rows) {
    Json& row = all.emplace_back(Json::array({std::string(1, key.type), key.key}));
    for (const std::int64_t value : values) row.push_back(value);
  }
  return all.dump();
}

SheetRows rows_of_text(const std::string& text) try {
  SheetRows rows;
  for (const Json& row : Json::parse(text)) {
    RowValues& values = rows[{row.at(0).get<std::string>().at(0), row.at(1)}];
    for (std::size_t i = 0; i < values.size(); ++i) values[i] = row.at(i + 2);
  }
  return rows;
} catch (const std::exception& error) {
  throw RecordFault{Fault::kBroken,
                    std::string{"a sheet in the outbox is damaged: "} + error.what()};
}

}  // namespace sveiki::tray
