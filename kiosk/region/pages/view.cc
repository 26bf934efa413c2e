// SPDX-License-Identifier: EUPL-1.2
#include "region/pages/view.h"

#include "domain/period.h"

namespace sveiki::region::pages {
namespace {

/// How far back the months to choose from reach, and the longest stretch of them.
constexpr std::size_t kMonths = 36;

std::string value_of(const std::map<std::string, std::string>& values, const std::string& name) {
  const auto found = values.find(name);
  return found == values.end() ? std::string{} : found->second;
}

std::string month_of(CivilDay day) {
  return day.iso().substr(0, 7);
}

}  // namespace

std::string View::asked(const std::string& name) const {
  return value_of(request.query, name);
}

std::string View::filled(const std::string& name, const std::string& otherwise) const {
  const std::string value = value_of(form, name);
  return value.empty() ? otherwise : value;
}

std::string scope(const View& view) {
  if (!view.is(User::Role::kPartner)) return {};
  // A partner of nobody sees nothing, not everything.
  return view.user.organisation.empty() ? "nobody" : view.user.organisation;
}

ReportQuestion question(const View& view) {
  const CivilDay last_month = calendar_periods(view.today)[0].from.next(-1);
  const Period quarter = calendar_periods(last_month)[1];
  ReportQuestion question{month_of(quarter.from), month_of(quarter.to), {}, scope(view), {},
                          Detail::kSums};
  const auto months = months_between(view.asked("from"), view.asked("to"));
  if (!months.empty() && months.size() <= kMonths) {
    question.from_month = months.front();
    question.to_month = months.back();
  }
  return question;
}

Report report_for(const View& view) {
  return make_report(view.storage, question(view), view.request.at);
}

std::vector<Choice> months_to_choose(const View& view) {
  std::vector<Choice> choices;
  CivilDay day{view.today.year(), 12, 1};
  for (std::size_t i = 0; i < kMonths + 12; ++i) {
    choices.push_back({month_of(day), view.words.month(month_of(day))});
    day = CivilDay{calendar_period(month_of(day))->from.next(-1)};
  }
  return choices;
}

std::string stretch_words(const View& view, const Report& report) {
  if (report.from_month == report.to_month) return view.words.month(report.from_month);
  return view.tr("{from} to {to}", {{"from", view.words.month(report.from_month)},
                                    {"to", view.words.month(report.to_month)}});
}

std::string keep_months(const Report& report) {
  return "?from=" + report.from_month + "&to=" + report.to_month;
}

std::string moved(const std::string& month, int months) {
  const int at = std::stoi(month.substr(0, 4)) * 12 + std::stoi(month.substr(5, 2)) - 1 + months;
  return month_of(CivilDay{at / 12, static_cast<unsigned>(at % 12 + 1), 1});
}

Html steps(const View& view, const Report& report,
           const std::function<std::string(const std::string&, const std::string&)>& address) {
  const int length = static_cast<int>(report.months.size());
  const auto one = [&](int months, const std::string& label, const char* kind) {
    const std::string href =
        address(moved(report.from_month, months), moved(report.to_month, months));
    return tag("li", tag("a", {{"class", kind}, {"href", href}}, label));
  };
  Html both;
  if (moved(report.from_month, -length) >= months_to_choose(view).back().value)
    both += one(-length, view.tr("Earlier"), "earlier");
  if (moved(report.from_month, length) <= month_of(view.today))
    both += one(length, view.tr("Later"), "later");
  return both;
}

Html choose_months(const View& view, const Report& report) {
  const CivilDay last_month = calendar_periods(view.today)[0].from.next(-1);
  const auto now = calendar_periods(view.today);
  const auto before = calendar_periods(last_month);
  const auto months = months_to_choose(view);
  Html cuts;
  bool among_cuts = false;
  const auto cut = [&](const Period& period, const std::string& label) {
    const std::string from = month_of(period.from), to = month_of(period.to);
    const bool here = report.from_month == from && report.to_month == to;
    among_cuts = among_cuts || here;
    cuts += tag("li", tag("a",
                          {{"href", view.request.path + "?from=" + from + "&to=" + to},
                           {"aria-current", here ? "true" : "false"}},
                          label));
  };
  cuts += steps(view, report, [&](const std::string& from, const std::string& to) {
    return view.request.path + "?from=" + from + "&to=" + to;
  });
  cut(now[0], view.words.month(month_of(now[0].from)));
  cut(before[0], view.words.month(month_of(before[0].from)));
  cut(before[1], view.tr("Quarter {n} of {year}",
                         {{"n", before[1].name.substr(6)}, {"year", before[1].name.substr(0, 4)}}));
  cut(now[3], view.tr("Year {year}", {{"year", now[3].name}}));
  return tag("nav", {{"class", "months"}, {"aria-label", view.tr("Months")}},
             tag("ul", {{"class", "cuts"}}, cuts),
             tag("details", {{"open", !among_cuts}}, tag("summary", view.tr("Other months")),
                 tag("form", {{"method", "get"}, {"action", view.request.path}, {"class", "line"}},
                     select(view.tr("From"), "from", months, report.from_month),
                     select(view.tr("To"), "to", months, report.to_month),
                     button(view.tr("Show"), false))));
}

}  // namespace sveiki::region::pages
