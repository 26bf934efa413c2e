// SPDX-License-Identifier: EUPL-1.2
// Long, because a migration that was shipped stays as it was and is read as one story.
#include "store/schema.h"

#include <array>

// A recorded fact is never changed: an undo is a row of `correction`.
#define APPEND_ONLY(table)                                   \
  "CREATE TRIGGER " table "_stays BEFORE UPDATE ON " table   \
  " BEGIN SELECT RAISE(ABORT, 'a recorded " table            \
  " is never changed'); END;"                                \
  "CREATE TRIGGER " table "_remains BEFORE DELETE ON " table \
  " BEGIN SELECT RAISE(ABORT, 'a recorded " table " is never deleted'); END;"

// But facts that are being forgotten may go, those that are named in `forgetting` as `kind`,
// `fact`.
#define FORGETTABLE(table, kind, fact)                                                             \
  "DROP TRIGGER " table "_remains; CREATE TRIGGER " table "_remains BEFORE DELETE ON " table       \
  " WHEN NOT EXISTS (SELECT 1 FROM forgetting AS f WHERE f.kind = " kind " AND f.fact = OLD." fact \
  ") BEGIN SELECT RAISE(ABORT, 'a recorded " table " is never deleted'); END;"

namespace sveiki::store {
namespace {

// `at` is always UTC milliseconds; a day is YYYYMMDD, a month YYYYMM.
constexpr const char* kVersion1 = R"sql(
-- Whose record this is: one row.
CREATE TABLE centre (
  one       INTEGER PRIMARY KEY CHECK (one = 1),
  id        TEXT    NOT NULL,
  zone      TEXT    NOT NULL,
  began     INTEGER NOT NULL,
  began_day INTEGER NOT NULL,
  probed    INTEGER NOT NULL DEFAULT 0
) STRICT;

-- A start of the kiosk, with the rule that was in force.
CREATE TABLE life (
  number       INTEGER PRIMARY KEY,
  id           TEXT    NOT NULL UNIQUE,
  at           INTEGER NOT NULL,
  visit_gap_ms INTEGER NOT NULL
) STRICT;

CREATE TABLE visitor (
  id            INTEGER PRIMARY KEY,
  added         INTEGER NOT NULL,
  alias         TEXT,
  birth_year    INTEGER CHECK (birth_year BETWEEN 1900 AND 2200),
  gender        TEXT    NOT NULL DEFAULT 'unknown' CHECK (gender IN ('f', 'm', 'x', 'unknown')),
  other_centres INTEGER CHECK (other_centres BETWEEN 0 AND 2),
  since         INTEGER,
  newcomer      INTEGER NOT NULL CHECK (newcomer IN (0, 1)),
  language      TEXT    NOT NULL DEFAULT '',
  text_percent  INTEGER NOT NULL DEFAULT 0,
  theme         TEXT    NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE token (
  number  INTEGER PRIMARY KEY,
  id      TEXT    NOT NULL UNIQUE,
  visitor INTEGER NOT NULL REFERENCES visitor (id),
  symbol  TEXT    NOT NULL,
  flock   TEXT    NOT NULL,
  retired INTEGER
) STRICT;
CREATE UNIQUE INDEX token_in_use ON token (symbol, flock) WHERE retired IS NULL;
CREATE UNIQUE INDEX token_of_visitor ON token (visitor) WHERE retired IS NULL;

CREATE TABLE card (
  number  INTEGER PRIMARY KEY,
  code    TEXT    NOT NULL,
  visitor INTEGER NOT NULL REFERENCES visitor (id),
  retired INTEGER
) STRICT;
CREATE UNIQUE INDEX card_in_use ON card (code) WHERE retired IS NULL;

CREATE TABLE visit (
  id        INTEGER PRIMARY KEY,
  life      INTEGER NOT NULL REFERENCES life (number),
  civil_day INTEGER NOT NULL,
  at        INTEGER NOT NULL,
  visitor   INTEGER NOT NULL REFERENCES visitor (id),
  how       TEXT    NOT NULL,
  by        TEXT    NOT NULL DEFAULT 'visitor',  -- who recorded it
  helped    INTEGER NOT NULL DEFAULT 0 CHECK (helped IN (0, 1))
) STRICT;
CREATE INDEX visit_of_visitor ON visit (visitor, civil_day, at);
CREATE INDEX visit_of_day ON visit (civil_day, visitor);

CREATE TABLE leave (
  id        INTEGER PRIMARY KEY,
  life      INTEGER NOT NULL REFERENCES life (number),
  civil_day INTEGER NOT NULL,
  at        INTEGER NOT NULL,
  visit     INTEGER NOT NULL REFERENCES visit (id),
  automatic INTEGER NOT NULL CHECK (automatic IN (0, 1))
) STRICT;
CREATE INDEX leave_of_visit ON leave (visit);

CREATE TABLE headcount (
  id        INTEGER PRIMARY KEY,
  life      INTEGER NOT NULL REFERENCES life (number),
  civil_day INTEGER NOT NULL,
  at        INTEGER NOT NULL,
  people    INTEGER NOT NULL CHECK (people BETWEEN 1 AND 500),
  how       TEXT    NOT NULL
) STRICT;
CREATE INDEX headcount_of_day ON headcount (civil_day);

CREATE TABLE participation (
  id        INTEGER PRIMARY KEY,
  life      INTEGER NOT NULL REFERENCES life (number),
  civil_day INTEGER NOT NULL,
  at        INTEGER NOT NULL,
  visit     INTEGER REFERENCES visit (id),
  headcount INTEGER REFERENCES headcount (id),
  activity  TEXT    NOT NULL CHECK (activity <> ''),
  CHECK ((visit IS NULL) <> (headcount IS NULL))
) STRICT;
CREATE INDEX participation_of_visit ON participation (visit, activity) WHERE visit IS NOT NULL;
CREATE INDEX participation_of_headcount ON participation (headcount, activity)
  WHERE headcount IS NOT NULL;

-- The fact of this kind and id is undone.
CREATE TABLE correction (
  id        INTEGER PRIMARY KEY,
  life      INTEGER NOT NULL REFERENCES life (number),
  civil_day INTEGER NOT NULL,
  at        INTEGER NOT NULL,
  kind      TEXT    NOT NULL CHECK (kind IN ('visit', 'leave', 'participation', 'headcount')),
  fact      INTEGER NOT NULL,
  by        TEXT    NOT NULL,
  why       TEXT    NOT NULL,
  UNIQUE (kind, fact)
) STRICT;

CREATE TABLE audit (
  id     INTEGER PRIMARY KEY,
  at     INTEGER NOT NULL,
  by     TEXT    NOT NULL,
  what   TEXT    NOT NULL
) STRICT;

-- What is known of a day: was it planned to open, did a life run, its newest fact, and whether
-- every visit of it was closed.
CREATE TABLE day (
  civil_day INTEGER PRIMARY KEY,
  planned   INTEGER NOT NULL CHECK (planned IN (0, 1)),
  ran       INTEGER NOT NULL CHECK (ran IN (0, 1)),
  newest    INTEGER,
  settled   INTEGER NOT NULL DEFAULT 0 CHECK (settled IN (0, 1))
) STRICT;
CREATE INDEX day_unsettled ON day (civil_day) WHERE settled = 0;

-- Kept up with every fact. period: a day or a month. activity: '' the visits themselves, 'none'
-- those in no activity.
CREATE TABLE counts (
  period    INTEGER NOT NULL,
  activity  TEXT    NOT NULL,
  visits    INTEGER NOT NULL,
  people    INTEGER NOT NULL,
  newcomers INTEGER NOT NULL,
  headcount INTEGER NOT NULL,
  PRIMARY KEY (period, activity)
) STRICT, WITHOUT ROWID;

-- How often each visitor came: different people over any months.
CREATE TABLE visitor_month (
  activity TEXT    NOT NULL,
  month    INTEGER NOT NULL,
  visitor  INTEGER NOT NULL REFERENCES visitor (id),
  visits   INTEGER NOT NULL,
  PRIMARY KEY (activity, month, visitor)
) STRICT, WITHOUT ROWID;

-- The facts that stand.
CREATE VIEW live_visit AS SELECT * FROM visit
  WHERE NOT EXISTS (SELECT 1 FROM correction WHERE kind = 'visit' AND fact = visit.id);
CREATE VIEW live_leave AS SELECT * FROM leave
  WHERE NOT EXISTS (SELECT 1 FROM correction WHERE kind = 'leave' AND fact = leave.id);
CREATE VIEW live_headcount AS SELECT * FROM headcount
  WHERE NOT EXISTS (SELECT 1 FROM correction WHERE kind = 'headcount' AND fact = headcount.id);
CREATE VIEW live_participation AS SELECT * FROM participation
  WHERE NOT EXISTS (SELECT 1 FROM correction WHERE kind = 'participation'
                    AND fact = participation.id);

-- Each visit and headcount that stands, once for every row of counts in which it counts.
CREATE VIEW counted_visit AS
  SELECT id, visitor, civil_day, '' AS activity FROM live_visit
  UNION ALL
  SELECT v.id, v.visitor, v.civil_day, p.activity
    FROM live_visit v JOIN live_participation p ON p.visit = v.id
  UNION ALL
  SELECT v.id, v.visitor, v.civil_day, 'none' FROM live_visit v
    WHERE NOT EXISTS (SELECT 1 FROM live_participation p WHERE p.visit = v.id);
CREATE VIEW counted_heads AS
  SELECT id, people, civil_day, '' AS activity FROM live_headcount
  UNION ALL
  SELECT h.id, h.people, h.civil_day, p.activity
    FROM live_headcount h JOIN live_participation p ON p.headcount = h.id
  UNION ALL
  SELECT h.id, h.people, h.civil_day, 'none' FROM live_headcount h
    WHERE NOT EXISTS (SELECT 1 FROM live_participation p WHERE p.headcount = h.id);
)sql" APPEND_ONLY("life") APPEND_ONLY("visit") APPEND_ONLY("leave") APPEND_ONLY("headcount")
    APPEND_ONLY("participation") APPEND_ONLY("correction") APPEND_ONLY("audit");

// What is on, and places in it. A posted revision is never changed: a newer one stands instead.
// A place is never stored: the line of a session is its sign-ups that did not end, in the order of
// their ids, and as many as there are places now have one.
constexpr const char* kVersion2 = R"sql(
ALTER TABLE visitor ADD COLUMN picture TEXT;

-- Which session it was a part in, by the start that the rule gives it; none: in the activity.
ALTER TABLE participation ADD COLUMN series TEXT;
ALTER TABLE participation ADD COLUMN original_day INTEGER CHECK ((original_day IS NULL) = (series IS NULL));
ALTER TABLE participation ADD COLUMN original_minute INTEGER
  CHECK ((original_minute IS NULL) = (series IS NULL));
CREATE INDEX participation_of_session ON participation (series, original_day, original_minute)
  WHERE series IS NOT NULL;

-- One act of posting; announcements: whether it said which ones stand from now on.
CREATE TABLE posting (
  id            INTEGER PRIMARY KEY,
  at            INTEGER NOT NULL,
  by            TEXT    NOT NULL,
  announcements INTEGER NOT NULL CHECK (announcements IN (0, 1))
) STRICT;

CREATE TABLE series_revision (
  id          INTEGER PRIMARY KEY,
  posting     INTEGER NOT NULL REFERENCES posting (id),
  series      TEXT    NOT NULL CHECK (series <> ''),
  withdrawn   INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  uid         TEXT    NOT NULL,
  sequence    INTEGER NOT NULL,
  activity    TEXT    NOT NULL CHECK (activity <> ''),
  room        TEXT    NOT NULL,
  leader      TEXT    NOT NULL,
  format      TEXT    NOT NULL CHECK (format IN ('open', 'group', 'individual', 'event')),
  places      INTEGER NOT NULL CHECK (places BETWEEN 0 AND 500),
  day         INTEGER NOT NULL,
  minute      INTEGER NOT NULL CHECK (minute BETWEEN 0 AND 1439),
  duration    INTEGER NOT NULL CHECK (duration BETWEEN 5 AND 1440),
  slot_length INTEGER CHECK (slot_length >= 5),
  slot_pause  INTEGER CHECK (slot_pause >= 0),
  rule        TEXT    NOT NULL,
  CHECK ((slot_length IS NULL) = (slot_pause IS NULL))
) STRICT;
CREATE INDEX revision_of_series ON series_revision (series, id);

CREATE TABLE series_extra (
  revision INTEGER NOT NULL REFERENCES series_revision (id),
  day      INTEGER NOT NULL,
  minute   INTEGER NOT NULL CHECK (minute BETWEEN 0 AND 1439),
  PRIMARY KEY (revision, day, minute)
) STRICT, WITHOUT ROWID;

CREATE TABLE series_exception (
  revision        INTEGER NOT NULL REFERENCES series_revision (id),
  original_day    INTEGER NOT NULL,
  original_minute INTEGER NOT NULL,
  cancelled       INTEGER NOT NULL CHECK (cancelled IN (0, 1)),
  day             INTEGER NOT NULL,
  minute          INTEGER NOT NULL CHECK (minute BETWEEN 0 AND 1439),
  duration        INTEGER NOT NULL,
  room            TEXT    NOT NULL,
  PRIMARY KEY (revision, original_day, original_minute)
) STRICT, WITHOUT ROWID;

CREATE TABLE announcement (
  posting  INTEGER NOT NULL REFERENCES posting (id),
  id       TEXT    NOT NULL,
  symbol   TEXT    NOT NULL,
  from_day INTEGER NOT NULL,
  to_day   INTEGER NOT NULL,
  PRIMARY KEY (posting, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE announcement_text (
  posting      INTEGER NOT NULL,
  announcement TEXT    NOT NULL,
  language     TEXT    NOT NULL,
  text         TEXT    NOT NULL,
  PRIMARY KEY (posting, announcement, language),
  FOREIGN KEY (posting, announcement) REFERENCES announcement (posting, id)
) STRICT, WITHOUT ROWID;

-- waited: there was no place when they signed up.
CREATE TABLE sign_up (
  id              INTEGER PRIMARY KEY,
  life            INTEGER NOT NULL REFERENCES life (number),
  civil_day       INTEGER NOT NULL,
  at              INTEGER NOT NULL,
  visitor         INTEGER NOT NULL REFERENCES visitor (id),
  series          TEXT    NOT NULL,
  original_day    INTEGER NOT NULL,
  original_minute INTEGER NOT NULL,
  waited          INTEGER NOT NULL CHECK (waited IN (0, 1))
) STRICT;
CREATE INDEX sign_up_of_session ON sign_up (series, original_day, original_minute);
CREATE INDEX sign_up_of_visitor ON sign_up (visitor, original_day);
CREATE INDEX sign_up_of_day ON sign_up (original_day);

CREATE TABLE sign_up_end (
  sign_up INTEGER PRIMARY KEY REFERENCES sign_up (id),
  at      INTEGER NOT NULL,
  why     TEXT    NOT NULL CHECK (why IN ('given back', 'no-show', 'withdrawn', 'moved')),
  by      TEXT    NOT NULL
) STRICT;

-- Who waited knows that they have a place now.
CREATE TABLE told (
  sign_up INTEGER PRIMARY KEY REFERENCES sign_up (id),
  at      INTEGER NOT NULL
) STRICT;

CREATE VIEW standing_series AS SELECT * FROM series_revision AS r
  WHERE withdrawn = 0
    AND NOT EXISTS (SELECT 1 FROM series_revision WHERE series = r.series AND id > r.id);
CREATE VIEW standing_announcement AS SELECT * FROM announcement
  WHERE posting = (SELECT max(id) FROM posting WHERE announcements = 1);
CREATE VIEW live_sign_up AS SELECT * FROM sign_up
  WHERE NOT EXISTS (SELECT 1 FROM sign_up_end AS e WHERE e.sign_up = sign_up.id);

-- Several sessions of one activity are one visit in it: its first part speaks for the others.
CREATE VIEW first_participation AS SELECT * FROM live_participation AS p
  WHERE NOT EXISTS (SELECT 1 FROM live_participation AS q
                    WHERE q.visit = p.visit AND q.activity = p.activity AND q.id < p.id)
    AND NOT EXISTS (SELECT 1 FROM live_participation AS q
                    WHERE q.headcount = p.headcount AND q.activity = p.activity AND q.id < p.id);
DROP VIEW counted_visit;
CREATE VIEW counted_visit AS
  SELECT id, visitor, civil_day, '' AS activity FROM live_visit
  UNION ALL
  SELECT v.id, v.visitor, v.civil_day, p.activity
    FROM live_visit v JOIN first_participation p ON p.visit = v.id
  UNION ALL
  SELECT v.id, v.visitor, v.civil_day, 'none' FROM live_visit v
    WHERE NOT EXISTS (SELECT 1 FROM live_participation p WHERE p.visit = v.id);
DROP VIEW counted_heads;
CREATE VIEW counted_heads AS
  SELECT id, people, civil_day, '' AS activity FROM live_headcount
  UNION ALL
  SELECT h.id, h.people, h.civil_day, p.activity
    FROM live_headcount h JOIN first_participation p ON p.headcount = h.id
  UNION ALL
  SELECT h.id, h.people, h.civil_day, 'none' FROM live_headcount h
    WHERE NOT EXISTS (SELECT 1 FROM live_participation p WHERE p.headcount = h.id);
)sql" APPEND_ONLY("posting") APPEND_ONLY("series_revision") APPEND_ONLY("series_extra")
    APPEND_ONLY("series_exception") APPEND_ONLY("announcement") APPEND_ONLY("announcement_text")
        APPEND_ONLY("sign_up") APPEND_ONLY("sign_up_end") APPEND_ONLY("told");

// Closed days are posted as announcements are, and both may come from a calendar.
constexpr const char* kVersion3 = R"sql(
ALTER TABLE announcement ADD COLUMN closes INTEGER NOT NULL DEFAULT 0 CHECK (closes IN (0, 1));
ALTER TABLE announcement ADD COLUMN uid TEXT NOT NULL DEFAULT '';
ALTER TABLE announcement ADD COLUMN sequence INTEGER NOT NULL DEFAULT 0;
)sql";

// What the region hears: counts, and sheets that say them.
constexpr const char* kVersion4 = R"sql(
ALTER TABLE visitor ADD COLUMN target_group TEXT NOT NULL DEFAULT 'unknown' CHECK
  (target_group IN ('child', 'youth', 'disability', 'senior', 'other', 'unknown'));

-- Places taken, and minutes of visits whose end somebody recorded.
ALTER TABLE counts ADD COLUMN sign_ups INTEGER NOT NULL DEFAULT 0;
ALTER TABLE counts ADD COLUMN minutes INTEGER NOT NULL DEFAULT 0;
CREATE INDEX month_of_visitor ON visitor_month (visitor, month) WHERE activity = '';

-- What the region sets: its ids of activities, and its indicators' periods, whole months.
CREATE TABLE region_activity (
  activity TEXT PRIMARY KEY,
  id       TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE region_period (
  period   TEXT    PRIMARY KEY,
  from_day INTEGER NOT NULL,
  to_day   INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- The target of people sheets: T, F and O, kept up with every fact; and the profile B, G and M as
-- it was last taken, with the month in which it was last looked at.
CREATE TABLE people_count (
  period    TEXT    NOT NULL,
  type      TEXT    NOT NULL CHECK (type IN ('T', 'F', 'O')),
  key       TEXT    NOT NULL,
  n         INTEGER NOT NULL,
  newcomers INTEGER NOT NULL,
  PRIMARY KEY (period, type, key)
) STRICT, WITHOUT ROWID;
CREATE TABLE people_profile (
  period    TEXT    NOT NULL,
  type      TEXT    NOT NULL CHECK (type IN ('B', 'G', 'M')),
  key       TEXT    NOT NULL,
  n         INTEGER NOT NULL,
  newcomers INTEGER NOT NULL,
  PRIMARY KEY (period, type, key)
) STRICT, WITHOUT ROWID;
CREATE TABLE profile_look (
  period TEXT    PRIMARY KEY,
  month  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- What each life says of a period. rows: one a line, "T:3,0,3,1,0,90,0". changed: grows with every
-- change of any sheet.
CREATE TABLE sheet (
  kind     TEXT    NOT NULL CHECK (kind IN ('day', 'people')),
  period   TEXT    NOT NULL,
  life     INTEGER NOT NULL REFERENCES life (number),
  revision INTEGER NOT NULL CHECK (revision >= 1),
  changed  INTEGER NOT NULL UNIQUE,
  state    TEXT    CHECK (state IN ('open', 'closed')),
  rows     TEXT    NOT NULL,
  CHECK ((kind = 'day') = (state IS NOT NULL)),
  PRIMARY KEY (kind, period, life)
) STRICT, WITHOUT ROWID;
CREATE TABLE withdrawn_life (life TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;

CREATE VIEW live_sheet AS SELECT * FROM sheet
  WHERE life NOT IN (SELECT number FROM life JOIN withdrawn_life ON withdrawn_life.life = id);

-- Closing automatically is not leaving: nobody knows how long they were here.
CREATE VIEW visit_minutes AS
  SELECT v.id AS visit, (l.at - v.at) / 60000 AS minutes
    FROM live_leave l JOIN visit v ON v.id = l.visit WHERE automatic = 0;

-- Places taken in each session, by the newest that is posted of its series.
CREATE VIEW taken_places AS
  SELECT line.series, original_day AS civil_day, original_minute, activity,
      min(length, places) AS taken
    FROM (SELECT series, original_day, original_minute, count(*) AS length FROM live_sign_up
            GROUP BY 1, 2, 3) AS line
      JOIN series_revision AS r
        ON r.id = (SELECT max(id) FROM series_revision WHERE series = line.series);
)sql";

// Answers about other centres travel as age, gender and group do, in batches: with each visit they
// spelled out who had come. What the region heard of them stands as told. Nothing that is told in
// batches is told of newcomers by themselves: often there is only one.
constexpr const char* kVersion5 = R"sql(
CREATE TABLE as_told (
  period TEXT    NOT NULL,
  type   TEXT    NOT NULL CHECK (type IN ('O', 'B', 'G', 'M')),
  key    TEXT    NOT NULL,
  n      INTEGER NOT NULL,
  PRIMARY KEY (period, type, key)
) STRICT, WITHOUT ROWID;
INSERT INTO as_told SELECT period, type, key, n FROM people_profile
  UNION ALL SELECT period, type, key, n FROM people_count
    WHERE type = 'O' AND key <> 'unknown' AND n <> 0;
DROP TABLE people_profile;
ALTER TABLE as_told RENAME TO people_profile;

CREATE TABLE kept_up (
  period    TEXT    NOT NULL,
  type      TEXT    NOT NULL CHECK (type IN ('T', 'F')),
  key       TEXT    NOT NULL,
  n         INTEGER NOT NULL,
  newcomers INTEGER NOT NULL,
  PRIMARY KEY (period, type, key)
) STRICT, WITHOUT ROWID;
INSERT INTO kept_up SELECT * FROM people_count WHERE type <> 'O';
DROP TABLE people_count;
ALTER TABLE kept_up RENAME TO people_count;
)sql";

// Old visits are forgotten, and people who ask for it. A base keeps what was counted of them:
// `counts`, `people_count` and profiles are the base and what the facts say.
constexpr const char* kVersion6 = R"sql(
-- visits_from: facts of days before it were forgotten. unswept: what was forgotten may still be in
-- unused parts of the file.
ALTER TABLE centre ADD COLUMN visits_from INTEGER NOT NULL DEFAULT 0;
ALTER TABLE centre ADD COLUMN unswept INTEGER NOT NULL DEFAULT 0 CHECK (unswept IN (0, 1));

-- Of a newcomer whose first visit was forgotten, its month, as long as a period needs it.
ALTER TABLE visitor ADD COLUMN first_month INTEGER;

-- Not counted: too much was forgotten before the region asked.
ALTER TABLE region_period ADD COLUMN counted INTEGER NOT NULL DEFAULT 1 CHECK (counted IN (0, 1));

CREATE TABLE counts_base (
  period    INTEGER NOT NULL,
  activity  TEXT    NOT NULL,
  visits    INTEGER NOT NULL,
  people    INTEGER NOT NULL,
  newcomers INTEGER NOT NULL,
  headcount INTEGER NOT NULL,
  sign_ups  INTEGER NOT NULL,
  minutes   INTEGER NOT NULL,
  PRIMARY KEY (period, activity)
) STRICT, WITHOUT ROWID;
CREATE TABLE people_base (
  period    TEXT    NOT NULL,
  type      TEXT    NOT NULL CHECK (type IN ('T', 'F', 'O', 'B', 'G', 'M')),
  key       TEXT    NOT NULL,
  n         INTEGER NOT NULL,
  newcomers INTEGER NOT NULL,
  PRIMARY KEY (period, type, key)
) STRICT, WITHOUT ROWID;

-- Filled and emptied in the transaction that forgets.
CREATE TABLE forgetting (
  kind TEXT    NOT NULL,
  fact INTEGER NOT NULL,
  PRIMARY KEY (kind, fact)
) STRICT, WITHOUT ROWID;
)sql" FORGETTABLE("visit", "'visit'", "id") FORGETTABLE("leave", "'leave'", "id")
    FORGETTABLE("headcount", "'headcount'", "id")
        FORGETTABLE("participation", "'participation'", "id")
            FORGETTABLE("correction", "OLD.kind", "fact") FORGETTABLE("sign_up", "'sign-up'", "id")
                FORGETTABLE("sign_up_end", "'sign-up'", "sign_up")
                    FORGETTABLE("told", "'sign-up'", "sign_up");

constexpr std::array kMigrations{kVersion1, kVersion2, kVersion3, kVersion4, kVersion5, kVersion6};

}  // namespace

std::span<const char* const> migrations() {
  return kMigrations;
}

}  // namespace sveiki::store
