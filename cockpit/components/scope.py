"""What is counted, in words: the line under a title."""

from dataclasses import replace
from datetime import date

from cockpit.components.cells import period_name
from cockpit.components.filters import Filters
from cockpit.components.labels import value_name
from cockpit.components.options import Options
from cockpit.wording import listed, month_text

RESIDENTIAL = "botilbud"
PAYERS = {
    "paying": "som kommunen betaler for",
    "acting": "som kommunen er handlekommune for",
    "all": "uanset betaler",
}
PER = {"month": "pr. måned", "quarter": "pr. kvartal", "year": "pr. år"}


def with_default_group(filters: Filters) -> Filters:
    """Where neither area, group nor section is chosen the steering pages show residential care."""
    if not filters.unscoped:
        return filters
    return replace(filters, groups=(RESIDENTIAL,))


# Stays are told for one kind of home where nothing is chosen: the one that is meant to be temporary.
TEMPORARY = "SEL 107"


def with_temporary_homes(filters: Filters) -> Filters:
    """As `with_default_group`, for figures that say little about homes meant for life."""
    if not filters.unscoped:
        return filters
    return replace(filters, sections=(TEMPORARY,))


def places(filters: Filters, options: Options) -> str:
    """`i botilbud`, `efter § 107 og § 108`, `i alle indsatser`; owners and area beside them."""
    parts = []
    if filters.groups:
        parts.append("i " + listed([value.lower() if value != "BPA" else value for value in filters.groups]))
    if filters.sections:
        known = [options.section(key) for key in filters.sections]
        labels = [section.label.replace("§ ", "§\u00a0") for section in known if section]
        parts.append("efter " + listed(labels))
    if filters.areas:
        parts.append("på området " + listed(list(filters.areas)))
    if filters.owners:
        names = [value_name("owner", owner, options).lower() for owner in filters.owners]
        parts.append("hos " + listed(names))
    return " ".join(parts) or "i alle indsatser"


def counted(filters: Filters, options: Options) -> str:
    """`Borgere i botilbud, som kommunen betaler for`."""
    return f"Borgere {places(filters, options)}, {PAYERS[filters.role]}"


def services_counted(filters: Filters, options: Options) -> str:
    """`Indsatser efter § 107, som kommunen betaler for`."""
    everything = filters.unscoped and not filters.owners
    what = "Alle indsatser" if everything else f"Indsatser {places(filters, options)}"
    return f"{what}, {PAYERS[filters.role]}"


def span(start: date, end: date, period: str = "month") -> str:
    """`nov. 2024 – okt. 2026`."""
    if period == "year":
        return f"{start.year}–{end.year}" if start.year != end.year else str(start.year)
    name = period_name if period == "quarter" else lambda day, _: month_text(day)
    return f"{name(start, period)} – {name(end, period)}"


def group_name(group: str) -> str:
    """A group of sections as a filter shows it."""
    if group == RESIDENTIAL:
        return "Alle botilbud"
    return group[:1].upper() + group[1:]
