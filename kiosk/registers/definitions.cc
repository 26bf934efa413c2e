// SPDX-License-Identifier: EUPL-1.2
#include "registers/definitions.h"

namespace sveiki::registers {
namespace {

std::string escaped(std::string_view text) {
  std::string html;
  for (const char c : text) {
    switch (c) {
      case '&':
        html += "&amp;";
        break;
      case '<':
        html += "&lt;";
        break;
      case '>':
        html += "&gt;";
        break;
      case '"':
        html += "&quot;";
        break;
      default:
        html += c;
    }
  }
  return html;
}

std::string display_name(const Centre& centre) {
  const auto& languages = centre.languages;
  return centre.name.empty() || languages.empty() ? centre.id : centre.name.in(languages.front());
}

constexpr std::string_view kHead = R"(<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>What the numbers mean</title>
<style>
body { font: 1.1rem/1.5 sans-serif; max-width: 42rem; margin: 2rem auto; padding: 0 1rem; }
dt { font-weight: bold; margin-top: 0.8rem; }
dd { margin-left: 1.5rem; }
</style>
</head>
<body>
<h1>What the numbers mean</h1>
)";

std::string trait(Rows::Each each) {
  switch (each) {
    case Rows::Each::kOnce:
      return "";
    case Rows::Each::kActivity:
      return " and activity";
    case Rows::Each::kAge:
      return " and age";
    case Rows::Each::kGender:
      return " and gender";
    case Rows::Each::kGroup:
      return " and target group";
  }
  return "";
}

constexpr std::string_view kByTrait = R"(
<h2>Who came</h2>
<p>This file has one row for each age, gender or target group from which anybody came, and
<em>different</em> people in it: headcounts are in none of its rows, nor are visits. The key is the
age in years, "13-13" being those of 13; f, m or x; or child, youth, disability, senior, other.
"unknown": the centre does not know. Age is the year of the first visit in the period minus the year
of birth, so the same person may be of one age in a month and of another in the total.</p>
<p><strong>For use inside the house.</strong> A row of fewer than 5 people can say who somebody is
to those who know them. Such a file is not to be passed on and not to be published.</p>
)";

constexpr std::string_view kColumns = R"(
<h2>Columns</h2>
<dl>
<dt>period</dt>
<dd>A day (2026-11-23) or a month (2026-11). A month that the chosen dates cut holds only its days
within them. The last row, "total", is over all the chosen days.</dd>
<dt>key</dt>
<dd>The activity. "none": visits that took part in no activity. Empty: all visits.</dd>
<dt>state</dt>
<dd>Open, closed or not recorded: see below.</dd>
<dt>visits</dt>
<dd>How often somebody came. It includes the headcount. Somebody who comes again on the same day is
a second visit only if they had left, or if enough time has passed ()";

constexpr std::string_view kColumnsEnd = R"( minutes at this centre). A visit
that took part in two activities stands in both rows: rows of activities do not sum to the visits.
</dd>
<dt>people</dt>
<dd>How many <em>different</em> people came in the period of the row, among those whom the centre
knows by a token or a card. Somebody who came on five days is one person in each day's row, one
person in the month's row and one person in the total. <strong>People are never summed.</strong>
</dd>
<dt>newcomers</dt>
<dd>People whose very first visit to this centre lies in the period. People whom the centre knew
before it began to record are not newcomers.</dd>
<dt>headcount</dt>
<dd>How many of the visits were counted without being known: a school class at the door, guests.
Nobody can say whether these were different people, so they are in no "people".</dd>
</dl>

<h2>State</h2>
<dl>
<dt>open</dt>
<dd>The kiosk ran on a day on which the centre was to open, or somebody came. Zero means: nobody
came. A month is open if one of its days is.</dd>
<dt>closed</dt>
<dd>The centre did not plan to open, and nobody came. The counts are empty, not zero.</dd>
<dt>not recorded</dt>
<dd>The centre was to open, but the kiosk did not run; or the day lies before the record began or
in the future. What happened is not known. The counts are empty, not zero.</dd>
</dl>

<h2>The day</h2>
<p>A day goes from 4 o'clock in the morning to 4 o'clock the next morning, by the clock of the
centre, so that an evening that ends after midnight stays one day. Times are in the zone )";

}  // namespace

std::string attendance_definitions(const Centre& centre, store::DayRange days, Rows rows) {
  std::string html{kHead};
  html += "<p>Attendance at <strong>" + escaped(display_name(centre)) + "</strong>, " +
          days.from.iso() + " to " + days.to.iso() + ", by " +
          (rows.period == Rows::Period::kDay ? "day" : "month") + trait(rows.each) + ".</p>\n";
  if (rows.by_trait()) html += kByTrait;
  html += kColumns;
  html += std::to_string(std::chrono::floor<std::chrono::minutes>(centre.visit_gap).count());
  html += kColumnsEnd;
  html += escaped(centre.zone) + ".</p>\n";
  html +=
      "<p>A visit that was taken back, by the visitor at once or by the staff later, counts "
      "nowhere. A file made later may therefore differ.</p>\n</body>\n</html>\n";
  return html;
}

}  // namespace sveiki::registers
