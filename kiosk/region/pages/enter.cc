// SPDX-License-Identifier: EUPL-1.2
// A month as somebody counted it, for a centre or a time without a kiosk. Shown back before it is
// kept, because nothing that was kept is ever rewritten.
#include <algorithm>
#include <charconv>

#include "domain/period.h"
#include "region/month_entry.h"
#include "region/pages/figures.h"
#include "region/pages/routes.h"

namespace sveiki::region::pages {
namespace {

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

/// What is wrong with one of the fields, or with the month.
struct Mistake {
  std::string field, words;
};

Response ask(const View& view, const Mistake& mistake = {}) {
  std::vector<Choice> centres;
  std::string without_kiosk;
  for (const CentreReport& centre : own_centres(view)) {
    centres.push_back({centre.place.id, centre.place.name});
    if (!centre.place.kiosk && without_kiosk.empty()) without_kiosk = centre.place.id;
  }
  if (centres.empty())
    return show(view, {view.tr("Enter a month"), {}, tag("p", view.tr("There is no centre yet."))});
  const std::string asked = view.asked("centre");
  const std::string centre = view.filled("centre", asked.empty() ? without_kiosk : asked);
  const std::string month = view.filled("month", view.asked("month"));
  Html numbers, news;
  if (mistake.field.empty() && !mistake.words.empty()) news = notice(mistake.words, false);
  for (const EntryCount& each : entry_counts()) {
    const bool wrong = mistake.field == each.name;
    if (wrong) news = notice(view.tr(each.label) + ". " + mistake.words, false);
    numbers += field(view.tr(each.label), each.name, "number", view.filled(each.name), {}, "off",
                     wrong ? mistake.words : "");
  }
  const Html main = news +=
      section(view.tr("The sums of one month"),
              {tag("p", view.tr("For a centre or a month without a kiosk.")),
               form(view, "/months/enter",
                    {select(view.tr("Centre"), "centre", centres, centre),
                     select(view.tr("Month"), "month", months_over(view), month), numbers,
                     button(view.tr("Look it over"))})});
  return show(view, {view.tr("Enter a month"), {}, main, mistake.words.empty() ? 200 : 422});
}

std::optional<Mistake> mistake_in(const View& view, const std::string& centre,
                                  const std::string& month, RowValues& values) {
  for (const EntryCount& each : entry_counts()) {
    const auto n = whole_number(view.filled(each.name));
    if (!n) return Mistake{each.name, view.tr("Please a whole number, 0 or more.")};
    values[each.column] = *n;
  }
  const auto fault = view.storage.entry_fault(centre, month, values, view.request.at);
  if (!fault) return std::nullopt;
  if (!fault->counts) return Mistake{{}, view.tr(fault->sentence)};
  const auto& [part, whole] = *fault->counts;
  return Mistake{entry_count(part).name,
                 view.tr(fault->sentence, {{"field", view.tr(entry_count(whole).label)}})};
}

/// The entry that the region holds of that month.
Html so_far(const View& view, const CentreMonth& month) {
  if (month.state != MonthState::kManual) return {};
  const std::int64_t people = month.people ? month.people->n : 0;
  return tag("p", view.tr("Until now: {visits} visits, {people} people.",
                          {{"visits", view.words.number(month.counts.total[kVisits])},
                           {"people", view.words.number(people)}})) +=
         tag("p", view.tr("The new entry stands instead of the earlier one. Both are kept."));
}

Response show_back(const View& view, const Place& centre, const std::string& month,
                   const RowValues& values, bool kiosk_told) {
  Html rows, fields = hidden("centre", centre.id);
  fields += hidden("month", month);
  for (const EntryCount& each : entry_counts()) {
    rows += tag("tr", row_head(view.tr(each.label)), cell(view, values[each.column]));
    fields += hidden(each.name, std::to_string(values[each.column]));
  }
  Html before;
  if (kiosk_told) {
    before = notice(
        view.tr("The kiosk has told days of this month. What you enter is added to them."), false);
    fields += hidden("added-to-kiosk", "yes");
  } else {
    for (const CentreReport& it :
         make_report(view.storage, {month, month, {}, scope(view)}, view.request.at).centres)
      if (it.place.id == centre.id) before = so_far(view, it.months.front());
  }
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
  if (const auto mistake = mistake_in(view, centre->place.id, month->value, values))
    return ask(view, *mistake);
  const bool kiosk_told = view.storage.kiosk_told(centre->place.id, month->value);
  const bool may_be_added = !kiosk_told || view.filled("added-to-kiosk") == "yes";
  if (view.filled("sure") != "yes" || !may_be_added)
    return show_back(view, centre->place, month->value, values, kiosk_told);
  view.storage.enter_month(centre->place.id, month->value, values, view.user.login, view.request.at,
                           kiosk_told);
  return go_to("/centres/" + centre->place.id + "?from=" + month->value + "&to=" + month->value);
}

}  // namespace sveiki::region::pages
