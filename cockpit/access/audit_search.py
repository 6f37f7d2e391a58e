"""Searching the audit: the latest lines that fit, however large the files are."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from cockpit.access.audit import Line, days_written, line_of, texts_of
from cockpit.periods import DANISH_TIME, ONE_DAY
from cockpit.settings import Settings

# As many as take a second where none can be passed over unread; what lies before them is not looked at.
MOST_READ = 150_000
# Where a line's text has its instant, in UTC and to the second.
AT = slice(len('{"at": "'), len('{"at": "2026-11-22T15:00:00+00:00'))


@dataclass(frozen=True)
class Kind:
    """Some of the lines; of the `marks` one stands in the text of each of them, for most need not be read."""

    name: str
    marks: tuple[str, ...]
    holds: Callable[[Line], bool]


@dataclass(frozen=True)
class Sought:
    """From and with the first day to and with the last, by Danish time; `user` is part of an id."""

    first: date
    last: date
    user: str = ""
    kinds: tuple[Kind, ...] = ()

    def instants(self) -> tuple[str, str]:
        """The first instant, and the first after the last, as the lines have them."""
        first, after = (
            datetime.combine(day, time.min, DANISH_TIME).astimezone(UTC).isoformat()
            for day in (self.first, self.last + ONE_DAY)
        )
        return first, after

    def may_fit(self, text: str) -> bool:
        """Whether the line is worth reading; false for none that fits."""
        marked = all(any(mark in text for mark in kind.marks) for kind in self.kinds if kind.marks)
        return marked and (not self.user or _as_written(self.user) in text.casefold())

    def fits(self, line: Line) -> bool:
        return self.user.casefold() in line.user.casefold() and all(kind.holds(line) for kind in self.kinds)


@dataclass(frozen=True)
class Found:
    """The latest first; `more` fit, or the reading ended at the day `read_to` with some left."""

    lines: tuple[Line, ...]
    more: bool = False
    read_to: date | None = None


def find(settings: Settings, sought: Sought, most: int) -> Found:
    first, after = sought.instants()
    found: list[Line] = []
    for count, (day, text) in enumerate(_texts(settings, first, after)):
        if count == MOST_READ:
            return Found(tuple(found), read_to=day)
        line = line_of(text) if sought.may_fit(text) else None
        if line is None or not sought.fits(line):
            continue
        if len(found) == most:
            return Found(tuple(found), more=True)
        found.append(line)
    return Found(tuple(found))


def _texts(settings: Settings, first: str, after: str) -> Iterator[tuple[date, str]]:
    """The texts of those days' lines; a file is of a day in UTC, so that its own may begin within it."""
    for day in days_written(settings):
        if first[:10] <= day.isoformat() <= after[:10]:
            yield from ((day, text) for text in texts_of(settings, day) if first <= text[AT] < after)


def _as_written(user: str) -> str:
    return json.dumps(user, ensure_ascii=False)[1:-1].casefold()
