// SPDX-License-Identifier: EUPL-1.2
/// Comma-separated values as RFC 4180 has them, with the separators that are used in Europe.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "report/table.h"

namespace sveiki::report {

/// `;` between cells, '\n' after each row, quotes where they are needed.
std::string to_csv(const Table& table);

/// One row of a file, and the line on which it begins (1 is the first).
struct CsvRow {
  int line = 0;
  std::vector<std::string> cells;
};

/// Reads `;` or `,` (whichever the first row has more of), quotes, CRLF and a byte order mark.
/// Rows without any text are left out. A quote that is never closed ends with the file: `unclosed`
/// is then the line on which it began.
struct CsvRows {
  std::vector<CsvRow> rows;
  int unclosed = 0;
};
CsvRows read_csv(std::string_view bytes);

}  // namespace sveiki::report
