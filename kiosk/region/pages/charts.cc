// SPDX-License-Identifier: EUPL-1.2
#include "region/pages/charts.h"

#include <algorithm>

#include "region/disclosure.h"

namespace sveiki::region::pages {
namespace {

constexpr int kHeight = 150, kTop = 24, kBottom = 28;
/// Two charts stand side by side on a laptop. A column keeps room for its number.
constexpr int kWidth = 528, kNarrowest = 44, kWidest = 104;
constexpr int kUnitsOfRem = 16;
constexpr int kGaugeWidth = 600;

Html rect(const char* kind, std::int64_t x, std::int64_t y, std::int64_t width, std::int64_t height,
          int radius = 4) {
  return tag(
      "rect",
      {{"class", kind}, {"x", x}, {"y", y}, {"width", width}, {"height", height}, {"rx", radius}});
}

Html text(const char* kind, std::int64_t x, std::int64_t y, const std::string& words) {
  return tag("text", {{"class", kind}, {"x", x}, {"y", y}, {"text-anchor", "middle"}}, words);
}

Html line(const char* kind, std::int64_t x1, std::int64_t y1, std::int64_t x2, std::int64_t y2) {
  return tag("line", {{"class", kind}, {"x1", x1}, {"y1", y1}, {"x2", x2}, {"y2", y2}});
}

Html picture(const std::string& title, int width, int height, const Html& inside) {
  return tag("svg",
             {{"class", "chart"},
              {"role", "img"},
              {"aria-label", title},
              // Grows with the text around it.
              {"width", std::to_string((width + kUnitsOfRem - 1) / kUnitsOfRem) + "rem"},
              {"viewBox", "0 0 " + std::to_string(width) + ' ' + std::to_string(height)}},
             inside);
}

}  // namespace

Html columns(const View& view, const std::string& title, const std::vector<Column>& columns,
             const std::string& note) {
  std::int64_t highest = 1;
  bool any = false, any_range = false;
  for (const Column& column : columns) {
    highest = std::max({highest, column.value.value_or(0), column.upper});
    any = any || column.value;
    any_range = any_range || column.upper > column.lower;
  }
  if (!any) return {};
  const auto y = [&](std::int64_t value) {
    return kTop + kHeight - std::max<std::int64_t>(0, value) * kHeight / highest;
  };
  const int count = std::max(1, static_cast<int>(columns.size()));
  const int step = std::clamp(kWidth / count, kNarrowest, kWidest), width = step * 5 / 8;
  Html all;
  int x = (step - width) / 2;
  for (const Column& column : columns) {
    const int middle = x + width / 2;
    all += text("label", middle, kTop + kHeight + 20, column.label);
    if (!column.value) {
      all += text("unknown", middle, kTop + kHeight - 8, column.otherwise);
    } else {
      all += rect("column", x, y(*column.value), width, kTop + kHeight - y(*column.value));
      if (column.upper > column.lower) {
        // A light edge first: dark on dark would not be seen.
        for (const char* kind : {"range edge", "range"}) {
          all += line(kind, middle, y(column.lower), middle, y(column.upper));
          all += line(kind, middle - 7, y(column.lower), middle + 7, y(column.lower));
          all += line(kind, middle - 7, y(column.upper), middle + 7, y(column.upper));
        }
      }
      const bool few = is_small(*column.value);
      all += text(few ? "value few" : "value", middle, y(std::max(*column.value, column.upper)) - 7,
                  view.words.number(*column.value));
    }
    x += step;
  }
  const int end = step * count;
  all += line("ground", 0, kTop + kHeight, end, kTop + kHeight);
  return tag(
      "figure", tag("figcaption", title),
      tag("div", {{"class", "scroll"}, {"tabindex", 0}, {"role", "group"}, {"aria-label", title}},
          picture(title, end, kTop + kHeight + kBottom, all)),
      note.empty() || !any_range ? Html{} : tag("p", {{"class", "note"}}, note));
}

Html gauge(const View& view, const std::string& title, const Bracket& people, std::int64_t target) {
  // The target stands at four fifths, unless more came than that leaves room for.
  const std::int64_t end = std::max<std::int64_t>({target * 5 / 4, people.upper, 1});
  const auto x = [&](std::int64_t value) { return value * kGaugeWidth / end; };
  Html all = rect("rail", 0, 42, kGaugeWidth, 28, 14);
  all += rect("maybe", 0, 42, x(people.upper), 28, 14);
  all += rect("sure", 0, 42, x(people.lower), 28, 14);
  all += line("estimate", x(people.estimate), 36, x(people.estimate), 76);
  all += line("target", x(target), 32, x(target), 80);
  all += text("value", std::clamp<std::int64_t>(x(target), 90, kGaugeWidth - 90), 24,
              view.tr("Target {n}", {{"n", view.words.number(target)}}));
  // Its ends in numbers, kept apart where they are near each other.
  const std::int64_t upper = std::clamp<std::int64_t>(x(people.upper), 120, kGaugeWidth);
  const std::int64_t lower = std::clamp<std::int64_t>(x(people.lower), 50, upper - 70);
  const auto number = [&](std::int64_t at, std::int64_t n) {
    all += tag("text", {{"class", "value"}, {"x", at}, {"y", 98}, {"text-anchor", "end"}},
               view.words.number(n));
  };
  if (people.lower < people.upper) number(lower, people.lower);
  number(upper, people.upper);
  return tag("div", {{"class", "gauge"}}, picture(title, kGaugeWidth, 106, all));
}

Html bar(std::int64_t value, std::int64_t longest) {
  const std::int64_t width = longest > 0 ? std::max<std::int64_t>(0, value) * 160 / longest : 0;
  return tag("svg",
             {{"class", "bar"},
              {"aria-hidden", "true"},
              {"width", 160},
              {"height", 14},
              {"viewBox", "0 0 160 14"}},
             rect("rail", 0, 0, 160, 14, 7), rect("column", 0, 0, width, 14, 7));
}

}  // namespace sveiki::region::pages
