// SPDX-License-Identifier: EUPL-1.2
/// The tables that our programs export, read again by the names of their columns.
#pragma once

#include <map>
#include <sstream>
#include <string>
#include <vector>

namespace sveiki::test {

using Row = std::map<std::string, std::string>;

inline std::vector<Row> rows_of_csv(const std::string& csv) {
  const auto cells = [](std::string line) {
    if (line.ends_with('\r')) line.pop_back();
    std::vector<std::string> all;
    std::istringstream in(line + ";");
    for (std::string cell; std::getline(in, cell, ';');) all.push_back(cell);
    return all;
  };
  std::istringstream lines(csv);
  std::string line;
  std::getline(lines, line);
  const auto columns = cells(line);
  std::vector<Row> rows;
  while (std::getline(lines, line)) {
    const auto values = cells(line);
    Row& row = rows.emplace_back();
    for (std::size_t i = 0; i < columns.size(); ++i) row[columns[i]] = values.at(i);
  }
  return rows;
}

}  // namespace sveiki::test
