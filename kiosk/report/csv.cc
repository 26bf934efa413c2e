// SPDX-License-Identifier: EUPL-1.2
#include "report/csv.h"

#include <algorithm>

namespace sveiki::report {
namespace {

std::string quoted(const std::string& text) {
  if (text.find_first_of(";\"\r\n") == std::string::npos) return text;
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + '"';
}

std::string written(const Cell& cell) {
  if (const auto* number = std::get_if<std::int64_t>(&cell)) return std::to_string(*number);
  if (const auto* text = std::get_if<std::string>(&cell)) return quoted(*text);
  return {};
}

char separator_of(std::string_view bytes) {
  const std::string_view first = bytes.substr(0, bytes.find('\n'));
  return std::ranges::count(first, ',') > std::ranges::count(first, ';') ? ',' : ';';
}

class Reader {
 public:
  explicit Reader(std::string_view bytes) : bytes_(bytes), separator_(separator_of(bytes)) {}

  CsvRows read() {
    CsvRows result;
    while (at_ < bytes_.size()) {
      CsvRow row{line_, {}};
      bool more = true;
      while (more) {
        row.cells.push_back(cell(result.unclosed));
        more = at_ < bytes_.size() && bytes_[at_] == separator_;
        if (at_ < bytes_.size()) step();
      }
      const auto empty = [](const std::string& text) { return text.empty(); };
      if (!std::ranges::all_of(row.cells, empty)) result.rows.push_back(std::move(row));
    }
    return result;
  }

 private:
  void step() {
    if (bytes_[at_++] == '\n') ++line_;
  }

  /// Reads up to the separator or the end of the line, and stays there.
  std::string cell(int& unclosed) {
    std::string text;
    bool in_quotes = false;
    int opened = 0;
    for (; at_ < bytes_.size(); step()) {
      const char c = bytes_[at_];
      if (in_quotes) {
        if (c != '"')
          text += c;
        else if (at_ + 1 < bytes_.size() && bytes_[at_ + 1] == '"')
          text += bytes_[++at_];
        else
          in_quotes = false;
      } else if (c == '"' && text.empty()) {
        in_quotes = true;
        opened = line_;
      } else if (c == separator_ || c == '\n') {
        break;
      } else if (c != '\r' || (at_ + 1 < bytes_.size() && bytes_[at_ + 1] != '\n')) {
        text += c;
      }
    }
    if (in_quotes && unclosed == 0) unclosed = opened;
    return text;
  }

  std::string_view bytes_;
  char separator_;
  std::size_t at_ = 0;
  int line_ = 1;
};

}  // namespace

std::string to_csv(const Table& table) {
  std::string csv;
  const auto add_row = [&](const auto& cells, auto&& text_of) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (i > 0) csv += ';';
      csv += text_of(cells[i]);
    }
    csv += '\n';
  };
  add_row(table.columns, quoted);
  for (const auto& row : table.rows) add_row(row, written);
  return csv;
}

CsvRows read_csv(std::string_view bytes) {
  constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";
  if (bytes.starts_with(kByteOrderMark)) bytes.remove_prefix(kByteOrderMark.size());
  return Reader(bytes).read();
}

}  // namespace sveiki::report
