// SPDX-License-Identifier: EUPL-1.2
#include "store/recount.h"

namespace sveiki::store {

// Each day counts for itself (divided by 1) and for its month (divided by 100).
const char* const kRecount = R"sql(
WITH period (divisor) AS (VALUES (1), (100)),
first_visit AS (
  SELECT id FROM (
    SELECT v.id, row_number() OVER (PARTITION BY visitor ORDER BY civil_day, at, v.id) AS nth
      FROM live_visit v JOIN visitor ON visitor.id = v.visitor WHERE newcomer = 1)
  WHERE nth = 1),
part (period, activity, visits, people, newcomers, headcount) AS (
  SELECT civil_day / divisor, activity, count(*), count(DISTINCT visitor), 0, 0
    FROM counted_visit, period GROUP BY 1, 2
  UNION ALL
  SELECT civil_day / divisor, activity, 0, 0, count(DISTINCT visitor), 0
    FROM counted_visit, period WHERE id IN (SELECT id FROM first_visit) GROUP BY 1, 2
  UNION ALL
  SELECT civil_day / divisor, activity, sum(people), 0, 0, sum(people)
    FROM counted_heads, period GROUP BY 1, 2)
SELECT period, activity, sum(visits) AS visits, sum(people) AS people,
       sum(newcomers) AS newcomers, sum(headcount) AS headcount
  FROM part GROUP BY period, activity
)sql";

const char* const kRecountTallies =
    "SELECT activity, civil_day / 100 AS month, visitor, count(*) AS visits"
    " FROM counted_visit GROUP BY 1, 2, 3";

}  // namespace sveiki::store
