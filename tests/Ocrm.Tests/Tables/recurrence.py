"""Writes recurrence.json: when rules of RFC 5545 fall, by python-dateutil 2.9.0 (python3 recurrence.py > recurrence.json).

Times are the bank's own (no daylight saving), as an RRULE without a zone has them. Of each rule the first 40 occurrences."""
import itertools
import json
from datetime import datetime
from dateutil.rrule import rrulestr

RULES = [
    ("2026-01-05T09:00:00", "FREQ=DAILY"),
    ("2026-01-05T09:00:00", "FREQ=DAILY;COUNT=10"),
    ("2026-01-05T09:00:00", "FREQ=DAILY;INTERVAL=3"),
    ("2026-01-05T09:00:00", "FREQ=DAILY;UNTIL=20260201T090000"),
    ("2026-01-05T09:00:00", "FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR"),
    ("2026-01-05T09:00:00", "FREQ=DAILY;BYMONTH=1"),
    ("2026-01-05T14:30:00", "FREQ=WEEKLY"),
    ("2026-01-05T14:30:00", "FREQ=WEEKLY;INTERVAL=2;WKST=MO"),
    ("2026-01-05T14:30:00", "FREQ=WEEKLY;BYDAY=MO,WE,FR"),
    ("2026-01-06T14:30:00", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=MO"),
    ("2026-01-06T14:30:00", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=SU"),
    ("2026-01-09T16:00:00", "FREQ=WEEKLY;BYDAY=FR;COUNT=12"),
    ("2026-01-31T10:00:00", "FREQ=MONTHLY;BYMONTHDAY=31"),
    ("2026-01-31T10:00:00", "FREQ=MONTHLY;BYMONTHDAY=-1"),
    ("2026-01-30T10:00:00", "FREQ=MONTHLY;BYMONTHDAY=-2"),
    ("2026-01-15T10:00:00", "FREQ=MONTHLY"),
    ("2026-01-15T10:00:00", "FREQ=MONTHLY;INTERVAL=3"),
    ("2026-01-02T10:00:00", "FREQ=MONTHLY;BYDAY=1FR"),
    ("2026-01-30T10:00:00", "FREQ=MONTHLY;BYDAY=-1FR"),
    ("2026-01-12T10:00:00", "FREQ=MONTHLY;BYDAY=2MO;COUNT=6"),
    ("2026-01-30T10:00:00", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1"),
    ("2026-01-01T10:00:00", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1"),
    ("2026-01-10T10:00:00", "FREQ=MONTHLY;BYMONTHDAY=10,20"),
    ("2026-02-13T10:00:00", "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13"),
    ("2026-03-28T08:30:00", "FREQ=MONTHLY;BYMONTH=3,6,9,12;BYMONTHDAY=28"),
    ("2024-02-29T08:30:00", "FREQ=YEARLY"),
    ("2024-02-29T08:30:00", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1"),
    ("2026-03-15T08:30:00", "FREQ=YEARLY;INTERVAL=2"),
    ("2026-05-10T08:30:00", "FREQ=YEARLY;BYMONTH=5;BYDAY=2SU"),
    ("2026-01-01T08:30:00", "FREQ=YEARLY;BYYEARDAY=1,100,200"),
    ("2026-05-11T08:30:00", "FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO;WKST=MO"),
    ("2026-01-05T09:00:00", "FREQ=YEARLY;BYMONTH=1;BYDAY=MO,TU;COUNT=9"),
    ("2026-12-31T23:30:00", "FREQ=MONTHLY;BYMONTHDAY=31;UNTIL=20280101T000000"),
]

print("[")
for index, (start, rule) in enumerate(RULES):
    begin = datetime.fromisoformat(start)
    falls = [o.isoformat() for o in itertools.islice(rrulestr(rule, dtstart=begin), 40)]
    print(json.dumps({"start": start, "rule": rule, "falls": falls}) + ("," if index + 1 < len(RULES) else ""))
print("]")
