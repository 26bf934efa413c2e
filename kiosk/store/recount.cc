// SPDX-License-Identifier: EUPL-1.2
#include "store/recount.h"

#include <string>

namespace sveiki::store {

// Each day counts for itself (divided by 1) and for its month (divided by 100).
const char* const kRecount = R"sql(
WITH period (divisor) AS (VALUES (1), (100)),
first_visit AS (
  SELECT id FROM (
    SELECT v.id, row_number() OVER (PARTITION BY visitor ORDER BY civil_day, at, v.id) AS nth
      FROM live_visit v JOIN visitor ON visitor.id = v.visitor
      WHERE newcomer = 1 AND first_month IS NULL)
  WHERE nth = 1),
part (period, activity, visits, people, newcomers, headcount, sign_ups, minutes) AS (
  SELECT civil_day / divisor, activity, count(*), count(DISTINCT visitor), 0, 0, 0,
      ifnull(sum(minutes), 0)
    FROM counted_visit LEFT JOIN visit_minutes ON visit = id, period GROUP BY 1, 2
  UNION ALL
  SELECT civil_day / divisor, activity, 0, 0, count(DISTINCT visitor), 0, 0, 0
    FROM counted_visit, period WHERE id IN (SELECT id FROM first_visit) GROUP BY 1, 2
  UNION ALL
  SELECT civil_day / divisor, activity, sum(people), 0, 0, sum(people), 0, 0
    FROM counted_heads, period GROUP BY 1, 2
  UNION ALL
  SELECT civil_day / divisor, activity, 0, 0, 0, 0, sum(taken), 0
    FROM (SELECT civil_day, activity, taken FROM taken_places
          UNION ALL SELECT civil_day, '', taken FROM taken_places), period GROUP BY 1, 2)
SELECT period, activity, sum(visits) AS visits, sum(people) AS people,
       sum(newcomers) AS newcomers, sum(headcount) AS headcount, sum(sign_ups) AS sign_ups,
       sum(minutes) AS minutes
  FROM part GROUP BY period, activity
)sql";

const char* const kRecountTallies =
    "SELECT activity, civil_day / 100 AS month, visitor, count(*) AS visits"
    " FROM counted_visit GROUP BY 1, 2, 3";

const char* const kRecountPeople = R"sql(
WITH came AS (
  SELECT visitor, month, visits FROM visitor_month WHERE activity = '' AND visits > 0),
month AS (SELECT DISTINCT month FROM came),
named (month, period) AS (
  SELECT month, printf('%d-%02d', month / 100, month % 100) FROM month
  UNION ALL SELECT month, printf('%d-Q%d', month / 100, (month % 100 + 2) / 3) FROM month
  UNION ALL SELECT month, printf('%d-H%d', month / 100, (month % 100 + 5) / 6) FROM month
  UNION ALL SELECT month, printf('%d', month / 100) FROM month
  UNION ALL SELECT month, period FROM month JOIN region_period
    ON month BETWEEN from_day / 100 AND to_day / 100 AND counted = 1),
first (visitor, month) AS (
  SELECT id, ifnull(first_month,
      (SELECT min(civil_day) FROM live_visit WHERE visitor = visitor.id) / 100)
    FROM visitor WHERE newcomer = 1),
person AS (
  SELECT period, visitor, sum(visits) AS visits, max(first.month IS NOT NULL) AS newcomer
    FROM came JOIN named USING (month) LEFT JOIN first USING (visitor, month) GROUP BY 1, 2),
part (period, type, key, newcomer) AS (
  SELECT period, 'T', '', newcomer FROM person
  UNION ALL
  SELECT period, 'F', CASE WHEN visits = 1 THEN '1-1' WHEN visits <= 4 THEN '2-4'
      WHEN visits <= 9 THEN '5-9' ELSE '10-' END, newcomer FROM person)
SELECT period, type, key, count(*) AS n, sum(newcomer) AS newcomers FROM part GROUP BY 1, 2, 3
)sql";

void count_from_facts(SQLite::Database& db) {
  db.exec("DELETE FROM counts");
  db.exec(std::string{"INSERT INTO counts "} + kRecount);
  db.exec(std::string{"INSERT INTO people_count "} + kRecountPeople);
}

}  // namespace sveiki::store
