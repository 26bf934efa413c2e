// SPDX-License-Identifier: EUPL-1.2
#include "region/pages/words.h"

#include <unicode/dtfmtsym.h>

#include <array>
#include <boost/locale/gnu_gettext.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <locale>
#include <stdexcept>

namespace sveiki::region::pages {
namespace {

using Catalogue = boost::locale::message_format<char>;

std::locale read_catalogue(const std::string& language, const std::filesystem::path& file) {
  if (!std::filesystem::is_regular_file(file))
    throw std::runtime_error(file.string() + ": the words of \"" + language + "\" are missing");
  boost::locale::gnu_gettext::messages_info info;
  info.language = language;
  info.encoding = "UTF-8";
  info.domains.emplace_back("sveiki-region");
  info.paths.emplace_back("");
  info.callback = [&file](const std::string&, const std::string&) {
    std::ifstream in(file, std::ios::binary);
    return std::vector<char>(std::istreambuf_iterator<char>(in), {});
  };
  return {std::locale::classic(), boost::locale::gnu_gettext::create_messages_facet<char>(info)};
}

/// Names of months: alone ("novembris", "lapkritis"), within a date ("lapkričio"), and short.
struct MonthWords {
  std::array<std::string, 12> alone, in_date, brief;

  explicit MonthWords(const std::string& language) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::DateFormatSymbols symbols(icu::Locale(language.c_str()), status);
    if (U_FAILURE(status)) throw std::runtime_error("ICU has no date words");
    using enum icu::DateFormatSymbols::DtWidthType;
    using Context = icu::DateFormatSymbols::DtContextType;
    const auto read = [&](auto& names, Context context, icu::DateFormatSymbols::DtWidthType width) {
      std::int32_t count = 0;
      const icu::UnicodeString* words = symbols.getMonths(count, context, width);
      for (std::size_t i = 0; i < names.size(); ++i) words[i].toUTF8String(names[i]);
    };
    read(alone, icu::DateFormatSymbols::STANDALONE, WIDE);
    read(in_date, icu::DateFormatSymbols::FORMAT, WIDE);
    read(brief, icu::DateFormatSymbols::STANDALONE, ABBREVIATED);
  }
};

std::string fill(std::string_view sentence, Gaps gaps) {
  std::map<std::string, std::string> values;
  for (const Gap& gap : gaps) values.emplace(gap.name, gap.value);
  return region::fill(sentence, values);
}

std::size_t month_index(const std::string& month) {
  return static_cast<std::size_t>(std::stoi(month.substr(5, 2)) - 1);
}

}  // namespace

struct Words::Parts {
  explicit Parts(const std::string& language) : months(language) {}
  MonthWords months;
  std::locale locale;  // owns the catalogue
  const Catalogue* catalogue = nullptr;
};

Words::Words(std::string language, const std::string& dir)
    : language_(std::move(language)), parts_(std::make_unique<Parts>(language_)) {
  if (language_ == "en") return;
  parts_->locale = read_catalogue(language_, std::filesystem::path{dir} / (language_ + ".mo"));
  parts_->catalogue = &std::use_facet<Catalogue>(parts_->locale);
}

Words::~Words() = default;

std::string Words::tr(const char* english, Gaps gaps) const {
  const char* found = parts_->catalogue ? parts_->catalogue->get(0, nullptr, english) : nullptr;
  return fill(found ? found : english, gaps);
}

std::string Words::tr(const Deed& deed) const {
  return region::fill(tr(deed.sentence.c_str()), deed.gaps);
}

std::string Words::count(const char* one, const char* many, std::int64_t n, Gaps gaps) const {
  const char* found =
      parts_->catalogue ? parts_->catalogue->get(0, nullptr, one, static_cast<int>(n)) : nullptr;
  if (!found) found = n == 1 ? one : many;
  return fill(fill(found, {{"n", number(n)}}), gaps);
}

std::string Words::number(std::int64_t n) const {
  std::string digits = std::to_string(n < 0 ? -n : n);
  for (auto at = static_cast<std::ptrdiff_t>(digits.size()) - 3; at > 0; at -= 3)
    digits.insert(static_cast<std::size_t>(at), "\u202f");
  return n < 0 ? "\u2212" + digits : digits;
}

std::string Words::month(const std::string& month) const {
  return tr("{month} {year}",
            {{"month", parts_->months.alone[month_index(month)]}, {"year", month.substr(0, 4)}});
}

std::string Words::short_month(const std::string& month) const {
  return parts_->months.brief[month_index(month)];
}

std::string Words::day(CivilDay day) const {
  const auto date = day.date();
  return tr("{day} {month}", {{"day", std::to_string(unsigned{date.day()})},
                              {"month", parts_->months.in_date[unsigned{date.month()} - 1]}});
}

std::string Words::full_day(CivilDay at) const {
  return tr("{day} {year}", {{"day", day(at)}, {"year", std::to_string(at.year())}});
}

std::string Words::stretch(CivilDay from, CivilDay to) const {
  if (from.month_number() != to.month_number())
    return tr("{from} to {to}", {{"from", day(from)}, {"to", day(to)}});
  return tr("{first} to {last} {month}",
            {{"first", std::to_string(unsigned{from.date().day()})},
             {"last", std::to_string(unsigned{to.date().day()})},
             {"month", parts_->months.in_date[unsigned{to.date().month()} - 1]}});
}

std::string Words::days(const std::vector<CivilDay>& days) const {
  std::string text;
  for (std::size_t first = 0; first < days.size();) {
    std::size_t last = first;
    while (last + 1 < days.size() && days[last + 1] == days[last].next()) ++last;
    if (!text.empty()) text += ", ";
    if (last == first)
      text += day(days[first]);
    else
      text += stretch(days[first], days[last]);
    first = last + 1;
  }
  return text;
}

std::string Words::moment(Instant at, const std::string& zone) const {
  const LocalTime local = local_time(at, zone);
  return tr("{date}, {time}",
            {{"date", full_day(local.date)}, {"time", clock_text(local.minutes)}});
}

std::string_view language_name(std::string_view language) {
  if (language == "lv") return "Latviešu";
  if (language == "lt") return "Lietuvių";
  return "English";
}

}  // namespace sveiki::region::pages
