"""The filters of the address: read, checked against what there is, and handed on to key figures."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from cockpit.components.address import GROUP_MARK
from cockpit.components.options import Options
from cockpit.keyfigures import Definition
from cockpit.periods import add_months, month_end
from cockpit.wording import date_text, safe_quote

ROLES = ("paying", "acting", "all")
YEARS_SHOWN = 5
EARLIEST = date(1900, 1, 1)


@dataclass(frozen=True)
class Filters:
    """The filters in force. `start` and `end` always hold; `period_set` says that the reader chose them.

    `end` is never after the as-of date, so it is also the day of figures that take a single date.
    """

    start: date
    end: date
    areas: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    owners: tuple[str, ...] = ()
    role: str = "paying"
    period_set: bool = False

    @property
    def unscoped(self) -> bool:
        """Neither area, group nor section has been chosen."""
        return not (self.areas or self.groups or self.sections)

    def count(self) -> int:
        """How many of the filters are set."""
        paragraphs = bool(self.groups or self.sections)
        return sum(map(bool, (self.areas, paragraphs, self.owners, self.period_set, self.role != "paying")))


@dataclass(frozen=True)
class Reading:
    """Filters with a notice, in plain Danish, for each value of the address that could not be used."""

    filters: Filters
    notices: tuple[str, ...] = ()


def read_filters(query: Mapping[str, str], options: Options) -> Reading:
    """Never fails: a value that is wrong or unknown falls back to its default, with a notice."""
    notices: list[str] = []
    chosen = _split(query, "paragraf")
    groups = [value.removeprefix(GROUP_MARK) for value in chosen if value.startswith(GROUP_MARK)]
    sections = [value for value in chosen if not value.startswith(GROUP_MARK)]
    start, end, period_set = _period(query, options.as_of, notices)
    filters = Filters(
        start=start,
        end=end,
        period_set=period_set,
        areas=_known(_split(query, "omraade"), options.areas, "Område", notices),
        groups=_known(groups, options.groups, "Paragraf", notices),
        sections=_known(sections, [section.key for section in options.sections], "Paragraf", notices),
        owners=_known(_split(query, "ejer"), options.owners, "Ejer", notices),
        role=(_known(_split(query, "kommune")[:1], ROLES, "Kommune", notices) or ("paying",))[0],
    )
    return Reading(filters, tuple(notices))


def _split(query: Mapping[str, str], key: str) -> list[str]:
    return [part.strip() for part in query.get(key, "").split(",") if part.strip()]


def _known(
    values: list[str], there_are: "tuple[str, ...] | list[str]", label: str, notices: list[str]
) -> tuple[str, ...]:
    unknown = [value for value in values if value not in there_are]
    notices += [f"{safe_quote(value)} findes ikke under {label} og er udeladt." for value in unknown]
    return tuple(dict.fromkeys(value for value in values if value in there_are))


def default_period(as_of: date) -> tuple[date, date]:
    """The last five calendar years, the one under way included."""
    return date(as_of.year - YEARS_SHOWN + 1, 1, 1), as_of


def _period(query: Mapping[str, str], as_of: date, notices: list[str]) -> tuple[date, date, bool]:
    first, last = default_period(as_of)
    start = _month(query.get("fra"), "Periodens start", notices)
    end = _month(query.get("til"), "Periodens slutning", notices)
    if start is None and end is None:
        return first, last, False
    if end is not None and month_end(end) > month_end(as_of):
        notices.append(f"Perioden er afkortet til {date_text(as_of)}, som data er opgjort pr.")
    until = min(month_end(end), as_of) if end else as_of
    since = start or (first if first <= until else add_months(until, -12))
    if since > until:
        notices.append("Perioden begynder, efter at den slutter. De seneste fem år vises i stedet.")
        return first, last, False
    return since, until, True


def _month(text: str | None, label: str, notices: list[str]) -> date | None:
    """`åååå-mm` as the month's first day."""
    if not text:
        return None
    match = re.fullmatch(r"(\d{4})-(0[1-9]|1[0-2])", text)
    month = date(int(match[1]), int(match[2]), 1) if match and match[1] >= "1900" else None
    if month is None:
        notices.append(f"{label} {safe_quote(text)} er ikke en måned (skriv fx 2026-01) og er udeladt.")
    return month


def query_for(filters: Filters) -> dict[str, str | None]:
    """The filters as the address writes them."""
    paragraphs = [*(GROUP_MARK + group for group in filters.groups), *filters.sections]
    return {
        "omraade": ",".join(filters.areas),
        "paragraf": ",".join(paragraphs),
        "ejer": ",".join(filters.owners),
        "fra": f"{filters.start:%Y-%m}" if filters.period_set else None,
        "til": f"{filters.end:%Y-%m}" if filters.period_set else None,
        "kommune": None if filters.role == "paying" else filters.role,
    }


def _earlier_year(filters: Filters) -> int:
    """What the last year is compared with: the year before it, or the first of a period that was chosen."""
    before = filters.end.year - 1
    return min(filters.start.year, before) if filters.period_set else before


def parameters_for(definition: Definition, filters: Filters) -> dict[str, str]:
    """The filters as parameters of one figure: those that it takes."""
    values = {
        "area": ",".join(filters.areas),
        "group": ",".join(filters.groups),
        "section": ",".join(filters.sections),
        "owner": ",".join(filters.owners),
        "role": filters.role,
        "from": filters.start.isoformat(),
        "to": filters.end.isoformat(),
        "on": filters.end.isoformat(),
        "year": str(filters.end.year),
        "month": str(filters.end.month),
        "from_year": str(filters.start.year),
        "to_year": str(filters.end.year),
        "year_a": str(_earlier_year(filters)),
        "year_b": str(filters.end.year),
    }
    return {name: value for name, value in values.items() if value and definition.parameter(name)}
