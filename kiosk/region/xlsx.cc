// SPDX-License-Identifier: EUPL-1.2
#include "region/xlsx.h"

#include <stdlib.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace sveiki::region {
namespace {

/// libxlsxwriter before 1.1.6 writes only to a file.
class TemporaryFile {
 public:
  TemporaryFile() {
    name_ = (std::filesystem::temp_directory_path() / "sveiki-XXXXXX").string();
    const int file = ::mkstemp(name_.data());
    if (file < 0) throw std::runtime_error("no temporary file for the workbook");
    ::close(file);
  }
  ~TemporaryFile() { ::unlink(name_.c_str()); }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;

  const char* name() const { return name_.c_str(); }
  std::string bytes() const {
    std::ifstream in(name_, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }

 private:
  std::string name_;
};

using Formats = std::array<lxw_format*, 5>;  // by XlsxCell::Style

Formats formats_of(lxw_workbook* book) {
  Formats formats{};
  for (lxw_format*& format : formats) format = workbook_add_format(book);
  const auto of = [&](XlsxCell::Style style) { return formats[static_cast<std::size_t>(style)]; };
  format_set_bold(of(XlsxCell::Style::kHeader));
  format_set_text_wrap(of(XlsxCell::Style::kHeader));
  format_set_bottom(of(XlsxCell::Style::kHeader), LXW_BORDER_THIN);
  format_set_align(of(XlsxCell::Style::kHeader), LXW_ALIGN_VERTICAL_TOP);
  format_set_bold(of(XlsxCell::Style::kTitle));
  format_set_font_size(of(XlsxCell::Style::kTitle), 14);
  format_set_text_wrap(of(XlsxCell::Style::kNote));
  format_set_align(of(XlsxCell::Style::kNote), LXW_ALIGN_VERTICAL_TOP);
  format_set_italic(of(XlsxCell::Style::kUncertain));
  return formats;
}

void write_cell(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, const XlsxCell& cell,
                const Formats& formats) {
  lxw_format* format = formats[static_cast<std::size_t>(cell.style)];
  lxw_error error = LXW_NO_ERROR;
  if (const auto* number = std::get_if<std::int64_t>(&cell.value))
    error = worksheet_write_number(sheet, row, column, static_cast<double>(*number), format);
  else if (const auto* text = std::get_if<std::string>(&cell.value))
    error = worksheet_write_string(sheet, row, column, text->c_str(), format);
  if (error != LXW_NO_ERROR) throw std::runtime_error(lxw_strerror(error));
}

void write_sheet(lxw_workbook* book, const XlsxSheet& from, const Formats& formats) {
  lxw_worksheet* sheet = workbook_add_worksheet(book, from.name.c_str());
  if (!sheet) throw std::runtime_error("a workbook's sheet cannot be named " + from.name);
  std::size_t columns = from.widths.size();
  for (const auto& row : from.rows) columns = std::max(columns, row.size());
  for (std::size_t i = 0; i < columns && !from.widths.empty(); ++i) {
    const auto at = static_cast<lxw_col_t>(i);
    worksheet_set_column(sheet, at, at, from.widths[std::min(i, from.widths.size() - 1)], nullptr);
  }
  worksheet_freeze_panes(sheet, static_cast<lxw_row_t>(from.frozen_rows),
                         static_cast<lxw_col_t>(from.frozen_columns));
  for (std::size_t row = 0; row < from.rows.size(); ++row) {
    for (std::size_t column = 0; column < from.rows[row].size(); ++column) {
      write_cell(sheet, static_cast<lxw_row_t>(row), static_cast<lxw_col_t>(column),
                 from.rows[row][column], formats);
    }
  }
}

}  // namespace

std::string write_xlsx(const std::vector<XlsxSheet>& sheets, const std::string& title,
                       Instant made) {
  const TemporaryFile file;
  lxw_workbook* book = workbook_new(file.name());
  if (!book) throw std::runtime_error("the workbook could not be made");
  std::string name = title;
  lxw_doc_properties properties{};
  properties.title = name.data();
  properties.created = static_cast<time_t>(made.ms / 1000);
  workbook_set_properties(book, &properties);
  try {
    const Formats formats = formats_of(book);
    for (const XlsxSheet& sheet : sheets) write_sheet(book, sheet, formats);
  } catch (...) {
    lxw_workbook_free(book);
    throw;
  }
  if (const lxw_error error = workbook_close(book); error != LXW_NO_ERROR)
    throw std::runtime_error(lxw_strerror(error));
  return file.bytes();
}

}  // namespace sveiki::region
