// SPDX-License-Identifier: EUPL-1.2
// A month as somebody counted it, for a centre or a time without a kiosk. Shown back before it is
// kept, because nothing that was kept is ever rewritten.
#include <algorithm>
#include <charconv>

#include "domain/period.h"
#include "region/pages/figures.h"
#include "region/pages/routes.h"

namespace sveiki::region::pages {
namespace {

struct Count {
  DayColumn column;
  const char* name;
  const char* label;
};
constexpr std::array kCounts{
    Count{kVisits, "visits", msg("Visits in all")},
    Count{kHeadcount, "groups", msg("Of these, people in groups")},
    Count{kPeople, "people", msg("Different people")},
    Count{kNewcomers, "new", msg("Of these, for the first time")},
    Count{kServices, "services", msg("Services given")},
};

/// Those the user may enter months of.
std::vector<Choice> own_centres(const View& view) {
  const auto now = calendar_periods(view.today)[0];
  const std::string month = view.today.iso().substr(0, 7);
  std::vector<Choice> centres;
  for (const CentreReport& centre :
       make_report(view.storage, {month, month, {}, scope(view)}, view.request.at).centres)
    centres.push_back({centre.place.id, centre.place.name});
  return centres;
}

/// The last twelve that are over.
std::vector<Choice> months_over(const View& view) {
  std::vector<Choice> months;
  CivilDay day = calendar_periods(view.today)[0].from;
  for (int i = 0; i < 12; ++i) {
    day = calendar_periods(day.next(-1))[0].from;
    const std::string month = day.iso().substr(0, 7);
    months.push_back({month, view.words.month(month)});
  }
  return months;
}

std::optional<std::int64_t> whole_number(const std::string& text) {
  std::int64_t n = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), n);
  if (error != std::errc{} || end != text.data() + text.size() || n < 0 || n > 999'999)
    return std::nullopt;
  return n;
}

Response ask(const View& view, const Html& news, int status = 200) {
  const auto centres = own_centres(view);
  if (centres.empty())
    return show(view, {view.tr("Enter a month"), {}, tag("p", view.tr("There is no centre yet."))});
  Html numbers;
  for (const Count& each : kCounts)
    numbers += field(view.tr(each.label), each.name, "number", view.filled(each.name));
  Html main = news;
  main += section(view.tr("The sums of one month"),
                  {tag("p", view.tr("For a centre or a month without a kiosk.")),
                   form(view, "/months/enter",
                        {select(view.tr("Centre"), "centre", centres, view.filled("centre")),
                         select(view.tr("Month"), "month", months_over(view), view.filled("month")),
                         numbers, button(view.tr("Look it over"))})});
  return show(view, {view.tr("Enter a month"), {}, main, status});
}

Response show_back(const View& view, const Choice& centre, const Choice& month,
                   const RowValues& values) {
  Html rows, fields;
  const auto keep = [&](const char* name, const std::string& value) {
    fields += tag("input", {{"type", "hidden"}, {"name", name}, {"value", value}});
  };
  keep("centre", centre.value);
  keep("month", month.value);
  keep("sure", "yes");
  for (const Count& each : kCounts) {
    rows += tag("tr", row_head(view.tr(each.label)), cell(view, values[each.column]));
    keep(each.name, std::to_string(values[each.column]));
  }
  const Html main =
      tag("section", {{"class", "card narrow"}}, tag("h2", view.tr("Is this right?")),
          tag("table", tag("caption", centre.label, ", ", month.label), tag("tbody", rows)),
          tag("p", view.tr("It stands instead of an earlier entry. Both are kept.")),
          form(view, "/months/enter", {fields, button(view.tr("Yes, keep it"))}),
          tag("p", tag("a", {{"href", "/months/enter"}}, view.tr("No, start again"))));
  return show(view, {view.tr("Enter a month"), {}, main});
}

}  // namespace

Response enter_month(const View& view) {
  return ask(view, {});
}

Response keep_month(const View& view) {
  const auto centres = own_centres(view);
  const auto months = months_over(view);
  const auto centre = std::ranges::find(centres, view.filled("centre"), &Choice::value);
  const auto month = std::ranges::find(months, view.filled("month"), &Choice::value);
  if (centre == centres.end()) return no_page(view, 403);
  if (month == months.end()) return no_page(view, 404);
  RowValues values{};
  for (const Count& each : kCounts) {
    const auto n = whole_number(view.filled(each.name));
    if (!n)
      return ask(view,
                 notice(view.tr("{what}: please a whole number, 0 or more.",
                                {{"what", view.tr(each.label)}}),
                        false),
                 422);
    values[each.column] = *n;
  }
  const bool too_many = values[kPeople] > values[kVisits] || values[kNewcomers] > values[kPeople] ||
                        values[kHeadcount] > values[kVisits];
  if (too_many)
    return ask(view, notice(view.tr("A part cannot be more than the whole."), false), 422);
  if (view.filled("sure") != "yes") return show_back(view, *centre, *month, values);
  view.storage.enter_month(centre->value, month->value, values, view.user.login, view.request.at);
  return go_to("/centres/" + centre->value + "?from=" + month->value + "&to=" + month->value);
}

}  // namespace sveiki::region::pages
