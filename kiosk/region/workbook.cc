// SPDX-License-Identifier: EUPL-1.2
#include "region/workbook.h"

#include "region/disclosure.h"
#include "region/profile.h"
#include "region/xlsx.h"

namespace sveiki::region {
namespace {

using report::Cell;
using Style = XlsxCell::Style;
using Row = std::vector<XlsxCell>;

constexpr const char* kProfileNote =
    "Who the people are is told when the period is over, by centres with ten people or more. "
    "Who uses two centres is counted in both.";

class Writer {
 public:
  Writer(const Report& report, Purpose purpose, Language language, const ActivityNames& names)
      : report_(report),
        purpose_(purpose),
        language_(language),
        activity_names_(activity_names_in(code_of(language), names, report)) {}

  std::vector<XlsxSheet> sheets() const { return {indicators(), months(), data(), explanation()}; }

 private:
  std::string tr(std::string_view english) const { return say(language_, english); }

  Cell count(std::int64_t count) const {
    if (purpose_ == Purpose::kCopy && is_small(count)) return "<5";
    return count;
  }

  Cell people(const std::optional<People>& people) const {
    if (!people) return tr("not known");
    if (people->more == 0) return count(people->n);
    return std::to_string(people->n) + " – " + std::to_string(people->n + people->more);
  }

  Cell visits(const Counts& counts, bool counted) const {
    return counted ? count(counts.total[kVisits]) : Cell{tr("not reported")};
  }

  static Row header(const std::vector<std::string>& words) {
    Row row;
    for (const std::string& word : words) row.push_back({word, Style::kHeader});
    return row;
  }

  void add_bracket(Row& row, const std::optional<Bracket>& people) const {
    if (!people) {
      row.push_back({tr("not known for this period")});
      row.insert(row.end(), 4, {});
      return;
    }
    for (const std::int64_t n : {people->lower, people->estimate, people->upper, people->unknown})
      row.push_back({count(n)});
    row.push_back({std::int64_t{people->centres}});
  }

  XlsxSheet indicators() const {
    XlsxSheet sheet{tr("Indicators"), {40, 12, 12, 10, 12, 14}, 1, 1, {}};
    sheet.rows.push_back(
        header({tr("Indicator"), tr("From"), tr("To"), tr("Target"), tr("Due"),
                tr("People at least"), tr("People, estimate"), tr("People at most"),
                tr("Not asked"), tr("Centres with data"), tr("Reached")}));
    for (const IndicatorReport& it : report_.indicators) {
      const Indicator& about = it.indicator;
      Row row{
          {about.name}, {about.from.iso()}, {about.to.iso()}, {about.target}, {about.due.iso()}};
      add_bracket(row, it.people);
      row.push_back({tr(!it.people ? "not known" : it.reached() ? "yes" : "not yet")});
      sheet.rows.push_back(std::move(row));
    }
    Row whole{{tr("Whole period")}, {report_.from_month}, {report_.to_month}, {}, {}};
    add_bracket(whole, report_.people);
    sheet.rows.push_back(std::move(whole));
    add_profile(sheet);
    return sheet;
  }

  /// Below the brackets: who the people of the whole period are.
  void add_profile(XlsxSheet& sheet) const {
    const auto parts = profile(people_of_all(report_), language_);
    if (parts.empty()) return;
    sheet.rows.push_back({});
    sheet.rows.push_back({{tr("Who the people are"), Style::kTitle}});
    for (const ProfilePart& part : parts) {
      sheet.rows.push_back(header({part.title, tr("people")}));
      for (const auto& [words, people] : part.rows)
        sheet.rows.push_back({{words}, {count(people)}});
    }
    sheet.rows.push_back({{tr(kProfileNote), Style::kNote}});
  }

  static Style style_of(const CentreMonth& month) {
    const bool uncertain = month.state == MonthState::kPartly || !month.in_gap.empty();
    return uncertain ? Style::kUncertain : Style::kPlain;
  }

  void add_month(Row& row, const CentreMonth& month) const {
    const Style style = style_of(month);
    if (month.state == MonthState::kNoPlace) {
      row.insert(row.end(), 2, {});
    } else if (month.state == MonthState::kNotReported) {
      row.insert(row.end(), 2, {tr("not reported"), style});
    } else if (month.state == MonthState::kClosed && month.counts.total == RowValues{}) {
      row.insert(row.end(), 2, {tr("closed"), style});
    } else {
      row.push_back({count(month.counts.total[kVisits]), style});
      row.push_back({people(month.people), style});
    }
  }

  XlsxSheet months() const {
    XlsxSheet sheet{tr("Months and centres"), {28, 36, 12}, 1, 2, {}};
    std::vector<std::string> words{tr("Organisation"), tr("Centre")};
    for (const std::string& month : report_.months) {
      words.push_back(month + " " + tr("visits"));
      words.push_back(month + " " + tr("people"));
    }
    words.push_back(tr("Whole period") + ", " + tr("visits"));
    words.push_back(tr("Whole period") + ", " + tr("people"));
    sheet.rows.push_back(header(words));
    for (const CentreReport& centre : report_.centres) {
      Row row{{report_.organisation_name(centre.organisation)},
              {std::string(centre.depth > 0 ? "    " : "") + centre.place.name}};
      for (const CentreMonth& month : centre.months) add_month(row, month);
      row.push_back({visits(centre.counts, is_counted(centre))});
      row.push_back({people(centre.people)});
      sheet.rows.push_back(std::move(row));
    }
    Row all{{tr("All together"), Style::kHeader}, {Cell{}, Style::kHeader}};
    const auto add = [&](const auto& of) {
      const auto& people = of.people;
      all.push_back({visits(of.counts, is_counted(of)), Style::kHeader});
      all.push_back({people ? count(people->estimate) : Cell{tr("not known")}, Style::kHeader});
    };
    for (const RegionMonth& month : report_.by_month) add(month);
    add(report_);
    sheet.rows.push_back(std::move(all));
    return sheet;
  }

  XlsxSheet data() const {
    const report::Table table = months_table(report_, purpose_, activity_names_);
    XlsxSheet sheet{tr("Data"), {14, 10, 14, 12}, 1, 2, {}};
    sheet.rows.push_back(header(table.columns));
    for (const auto& cells : table.rows) {
      Row row;
      for (const Cell& cell : cells) row.push_back({cell});
      sheet.rows.push_back(std::move(row));
    }
    return sheet;
  }

  XlsxSheet explanation() const {
    XlsxSheet sheet{tr("Explanation"), {100}, 1, 0, {}};
    sheet.rows.push_back(
        {{tr("Attendance report") + " " + report_.from_month + " – " + report_.to_month,
          Style::kTitle}});
    const auto add = [&](const std::string& text) { sheet.rows.push_back({{text, Style::kNote}}); };
    add(tr("Made") + " " + iso_utc(report_.made));
    add(report_.as_of ? tr("Places as they stand on this day:") + " " + report_.as_of->iso()
                      : tr("Places as they stood then."));
    for (const char* sentence :
         {"A visit is one stay of one person. Visits include people who were only counted, not "
          "known.",
          "People are different people. Each centre counts them over a stated period. They are "
          "never added up over months.",
          "No names leave a centre. So people of several centres are told as a bracket.",
          "At least: people known to use one centre only. Of the others, those of the centre that "
          "has most of them.",
          "Estimate: those of one centre, half of those of two, a third of those of three or more. "
          "Those not asked count as users of one centre.",
          "At most: the sum over centres.",
          "An indicator is reached when the number after at least has reached its target.",
          "0, closed and not reported are three different things. Numbers in italics are of months "
          "of which some days are missing, or still to be checked by the centre.",
          "In the data, people_days are people counted anew each day. Never read them as people."})
      add(tr(sentence));
    add(tr(purpose_ == Purpose::kCopy
               ? "Counts from 1 to 4 are left out or written as <5. This copy is for the partners. "
                 "For "
                 "others there is open data."
               : "All numbers are exact. This copy is for an audit. Do not pass it on."));
    return sheet;
  }

  const Report& report_;
  Purpose purpose_;
  Language language_;
  std::map<std::string, std::string> activity_names_;
};

}  // namespace

std::string workbook(const Report& report, Purpose purpose, Language language,
                     const ActivityNames& names) {
  return write_xlsx(Writer(report, purpose, language, names).sheets(),
                    say(language, "Attendance report"), report.made);
}

}  // namespace sveiki::region
