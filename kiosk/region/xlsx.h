// SPDX-License-Identifier: EUPL-1.2
/// A workbook for a spreadsheet program (Office Open XML), by libxlsxwriter: numbers are numbers.
#pragma once

#include <string>
#include <vector>

#include "base/time.h"
#include "report/table.h"

namespace sveiki::region {

struct XlsxCell {
  report::Cell value;
  enum class Style { kPlain, kHeader, kTitle, kNote, kUncertain } style = Style::kPlain;
};

struct XlsxSheet {
  std::string name;            ///< at most 31 characters, none of []:*?/ and backslash
  std::vector<double> widths;  ///< of the columns, in characters; the last one is for all further
  int frozen_rows = 1;
  int frozen_columns = 0;
  std::vector<std::vector<XlsxCell>> rows;
};

/// The same sheets give the same bytes. Throws std::runtime_error.
std::string write_xlsx(const std::vector<XlsxSheet>& sheets, const std::string& title,
                       Instant made);

}  // namespace sveiki::region
