// SPDX-License-Identifier: EUPL-1.2
#include "ui/words.h"

#include <unicode/dtfmtsym.h>

#include <array>
#include <boost/locale/gnu_gettext.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <locale>
#include <stdexcept>

namespace sveiki::ui {
namespace {

using Catalogue = boost::locale::message_format<char>;

/// A locale that holds nothing but the catalogue. boost::locale::generator would look for it where
/// the system keeps its catalogues, and add collation and formats, which ICU gives us.
std::locale read_catalogue(const std::string& language, const std::filesystem::path& file) {
  if (!std::filesystem::is_regular_file(file))
    throw std::runtime_error(file.string() + ": the words of \"" + language + "\" are missing");
  boost::locale::gnu_gettext::messages_info info;
  info.language = language;
  info.encoding = "UTF-8";
  info.domains.emplace_back("sveiki");
  info.paths.emplace_back("");
  info.callback = [&file](const std::string&, const std::string&) {
    std::ifstream in(file, std::ios::binary);
    return std::vector<char>(std::istreambuf_iterator<char>(in), {});
  };
  return {std::locale::classic(), boost::locale::gnu_gettext::create_messages_facet<char>(info)};
}

std::string utf8(const icu::UnicodeString& text) {
  std::string bytes;
  text.toUTF8String(bytes);
  return bytes;
}

/// Names of weekdays (Monday first) and months, in the form they have within a date.
struct DateWords {
  std::array<std::string, 7> weekdays;
  std::array<std::string, 12> months;

  explicit DateWords(const std::string& language) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::DateFormatSymbols symbols(icu::Locale(language.c_str()), status);
    if (U_FAILURE(status)) throw std::runtime_error("ICU has no date words");
    std::int32_t count = 0;
    const icu::UnicodeString* names =
        symbols.getWeekdays(count, icu::DateFormatSymbols::FORMAT, icu::DateFormatSymbols::WIDE);
    // ICU counts from Sunday = 1.
    for (std::size_t i = 0; i < weekdays.size(); ++i) weekdays[i] = utf8(names[(i + 1) % 7 + 1]);
    names = symbols.getMonths(count, icu::DateFormatSymbols::FORMAT, icu::DateFormatSymbols::WIDE);
    for (std::size_t i = 0; i < months.size(); ++i) months[i] = utf8(names[i]);
  }
};

constexpr std::array kOnWeekday{msg("on Monday"),   msg("on Tuesday"), msg("on Wednesday"),
                                msg("on Thursday"), msg("on Friday"),  msg("on Saturday"),
                                msg("on Sunday")};

}  // namespace

struct Words::Parts {
  explicit Parts(const std::string& language) : dates(language) {}
  DateWords dates;
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
Words::Words(Words&&) noexcept = default;
Words& Words::operator=(Words&&) noexcept = default;

std::string Words::tr(const char* english) const {
  const char* found = parts_->catalogue ? parts_->catalogue->get(0, nullptr, english) : nullptr;
  return found ? found : english;
}

std::string Words::tr(const char* one, const char* many, long n) const {
  const char* found =
      parts_->catalogue ? parts_->catalogue->get(0, nullptr, one, static_cast<int>(n)) : nullptr;
  if (!found) found = n == 1 ? one : many;
  return ui::fill(found, "n", std::to_string(n));
}

std::string Words::clock(int minutes) const {
  return clock_text(minutes);
}

std::string Words::at_time(int minutes) const {
  return fill(tr("{time}"), "time", clock(minutes));
}

std::string Words::date(CivilDay day) const {
  const auto ymd = day.date();
  std::string text = tr("{weekday}, {day} {month}");
  text = fill(std::move(text), "weekday", parts_->dates.weekdays[day.weekday().iso_encoding() - 1]);
  text = fill(std::move(text), "day", std::to_string(unsigned{ymd.day()}));
  return fill(std::move(text), "month", parts_->dates.months[unsigned{ymd.month()} - 1]);
}

std::string Words::weekday(CivilDay day) const {
  return parts_->dates.weekdays[day.weekday().iso_encoding() - 1];
}

std::string Words::day_and_month(CivilDay day) const {
  const auto ymd = day.date();
  std::string text = fill(tr("{day} {month}"), "day", std::to_string(unsigned{ymd.day()}));
  return fill(std::move(text), "month", parts_->dates.months[unsigned{ymd.month()} - 1]);
}

std::string Words::day_seen_from(CivilDay day, CivilDay today) const {
  const auto ahead = (day.days() - today.days()).count();
  if (ahead == 0) return tr("today");
  if (ahead == 1) return tr("tomorrow");
  if (ahead < 0 || ahead > 7) return date(day);
  const std::string weekday = tr(kOnWeekday[day.weekday().iso_encoding() - 1]);
  // "On Monday", said on a Monday, would be heard as today.
  return ahead == 7 ? fill(tr("in a week, {day}"), "day", weekday) : weekday;
}

std::string Words::part_of_day(int minutes) const {
  const int hour = minutes / 60 % 24;
  if (hour < 5) return tr("night");
  if (hour < 9) return tr("early morning");
  if (hour < 12) return tr("morning");
  if (hour < 17) return tr("afternoon");
  return hour < 22 ? tr("evening") : tr("night");
}

std::string language_name(std::string_view language) {
  if (language == "lv") return "Latviešu";
  if (language == "lt") return "Lietuvių";
  if (language == "en") return "English";
  return std::string{language};
}

std::string fill(std::string sentence, std::string_view name, std::string_view value) {
  const std::string gap = '{' + std::string{name} + '}';
  for (auto at = sentence.find(gap); at != std::string::npos;
       at = sentence.find(gap, at + value.size()))
    sentence.replace(at, gap.size(), value);
  return sentence;
}

}  // namespace sveiki::ui
