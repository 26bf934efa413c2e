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

/// Those the user may enter months of, as they stand now.
std::vector<CentreReport> own_centres(const View& view) {
  const std::string month = view.today.iso().substr(0, 7);
  return make_report(view.storage, {month, month, {}, scope(view)}, view.request.at).centres;
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

/// What is wrong with one of the fields.
struct Mistake {
  std::string field, words;
};

std::string or_else(const std::string& value, const std::string& otherwise) {
  return value.empty() ? otherwise : value;
}

Response ask(const View& view, const Mistake& mistake = {}) {
  std::vector<Choice> centres;
  std::string without_kiosk;
  for (const CentreReport& centre : own_centres(view)) {
    centres.push_back({centre.place.id, centre.place.name});
    if (!centre.place.kiosk && without_kiosk.empty()) without_kiosk = centre.place.id;
  }
  if (centres.empty())
    return show(view, {view.tr("Enter a month"), {}, tag("p", view.tr("There is no centre yet."))});
  const std::string centre = or_else(view.filled("centre"), view.asked("centre"));
  const std::string month = or_else(view.filled("month"), view.asked("month"));
  Html numbers, news;
  for (const Count& each : kCounts) {
    const bool wrong = mistake.field == each.name;
    if (wrong) news = notice(view.tr(each.label) + ": " + mistake.words, false);
    numbers += field(view.tr(each.label), each.name, "number", view.filled(each.name), {}, "off",
                     wrong ? mistake.words : "");
  }
  const Html main = news +=
      section(view.tr("The sums of one month"),
              {tag("p", view.tr("For a centre or a month without a kiosk.")),
               form(view, "/months/enter",
                    {select(view.tr("Centre"), "centre", centres, or_else(centre, without_kiosk)),
                     select(view.tr("Month"), "month", months_over(view), month), numbers,
                     button(view.tr("Look it over"))})});
  return show(view, {view.tr("Enter a month"), {}, main, mistake.field.empty() ? 200 : 422});
}

std::optional<Mistake> mistake_in(const View& view, RowValues& values) {
  const auto label = [&](DayColumn column) {
    return view.tr(std::ranges::find(kCounts, column, &Count::column)->label);
  };
  for (const Count& each : kCounts) {
    const auto n = whole_number(view.filled(each.name));
    if (!n) return Mistake{each.name, view.tr("please a whole number, 0 or more.")};
    values[each.column] = *n;
  }
  for (const auto& [part, whole] :
       {std::pair{kHeadcount, kVisits}, {kPeople, kVisits}, {kNewcomers, kPeople}}) {
    if (values[part] > values[whole])
      return Mistake{
          std::ranges::find(kCounts, part, &Count::column)->name,
          view.tr("this is more than in the field “{field}”.", {{"field", label(whole)}})};
  }
  return std::nullopt;
}

/// What the region holds of that month so far: an entry, or what a kiosk counted.
Html so_far(const View& view, const CentreMonth& month) {
  if (month.open + month.closed > 0)
    return notice(
        view.tr("The kiosk has told days of this month. What you enter is added to them."), false);
  if (month.state != MonthState::kManual) return {};
  const std::int64_t people = month.people ? month.people->n : 0;
  return tag("p", view.tr("Until now: {visits} visits, {people} people.",
                          {{"visits", view.words.number(month.counts.total[kVisits])},
                           {"people", view.words.number(people)}})) +=
         tag("p", view.tr("The new entry stands instead of the earlier one. Both are kept."));
}

Response show_back(const View& view, const Place& centre, const std::string& month,
                   const RowValues& values) {
  Html rows, fields = hidden("centre", centre.id);
  fields += hidden("month", month);
  for (const Count& each : kCounts) {
    rows += tag("tr", row_head(view.tr(each.label)), cell(view, values[each.column]));
    fields += hidden(each.name, std::to_string(values[each.column]));
  }
  Html before;
  for (const CentreReport& it :
       make_report(view.storage, {month, month, {}, scope(view)}, view.request.at).centres)
    if (it.place.id == centre.id) before = so_far(view, it.months.front());
  const Html main = tag(
      "section", {{"class", "card narrow"}}, tag("h2", view.tr("Is this right?")),
      tag("table", tag("caption", centre.name, ", ", view.words.month(month)), tag("tbody", rows)),
      before,
      tag("div", {{"class", "choices"}},
          form(view, "/months/enter",
               {fields, hidden("sure", "yes"), button(view.tr("Yes, keep it"))}),
          form(view, "/months/enter",
               {fields, hidden("sure", "no"), button(view.tr("No, change it"), false)})));
  return show(view, {view.tr("Enter a month"), {}, main});
}

}  // namespace

Response enter_month(const View& view) {
  return ask(view);
}

Response keep_month(const View& view) {
  const auto centres = own_centres(view);
  const auto months = months_over(view);
  const auto centre = std::ranges::find(centres, view.filled("centre"),
                                        [](const CentreReport& it) { return it.place.id; });
  const auto month = std::ranges::find(months, view.filled("month"), &Choice::value);
  if (centre == centres.end()) return no_page(view, 403);
  if (month == months.end()) return no_page(view, 404);
  if (view.filled("sure") == "no") return ask(view);
  RowValues values{};
  if (const auto mistake = mistake_in(view, values)) return ask(view, *mistake);
  if (view.filled("sure") != "yes") return show_back(view, centre->place, month->value, values);
  view.storage.enter_month(centre->place.id, month->value, values, view.user.login,
                           view.request.at);
  return go_to("/centres/" + centre->place.id + "?from=" + month->value + "&to=" + month->value);
}

}  // namespace sveiki::region::pages
