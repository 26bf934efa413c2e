# SPDX-License-Identifier: EUPL-1.2
"""Says what python-dateutil makes of recurrence rules, for comparison.

Reads lines "RULE START FROM TO" (the times as 20261123T100000, FROM included, TO not) and answers
each with the starts in that time. Two things are done here because dateutil does them otherwise:
- the first start always counts, even where the rule would not give it, so COUNT is counted here;
- BYSETPOS counts in the whole week also in the first one, which dateutil cuts off before the start."""
import re
import sys
from datetime import datetime, timedelta

from dateutil.rrule import rrulestr


def read(text):
    return datetime.strptime(text, "%Y%m%dT%H%M%S")


def week_of(start, rule):
    first = re.search(r"WKST=(..)", rule)
    first = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"].index(first.group(1) if first else "MO")
    return start - timedelta(days=(start.weekday() - first) % 7)


for line in sys.stdin:
    rule, start, begin, end = line.split()
    start, begin, end = read(start), read(begin), read(end)
    count = re.search(r"COUNT=(\d+)", rule)
    rule = re.sub(r";COUNT=\d+", "", rule)
    left = int(count.group(1)) if count else None
    if "UNTIL" not in rule:
        rule += ";UNTIL=" + end.strftime("%Y%m%dT%H%M%S")
    weekly = "FREQ=WEEKLY" in rule and "BYSETPOS" in rule
    starts = [start]
    for time in rrulestr(rule, dtstart=week_of(start, rule) if weekly else start):
        if time >= end or (left and len(starts) == left):
            break
        if time > start:
            starts.append(time)
    print(" ".join(t.strftime("%Y%m%dT%H%M") for t in starts if begin <= t < end))
