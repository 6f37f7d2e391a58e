"""One level down from a mark on a figure's own page: its value as a filter, or its period alone."""

from datetime import date
from typing import Any

from cockpit.components.address import GROUP_MARK, address, filters_only
from cockpit.components.answers import Answer
from cockpit.components.cells import cell
from cockpit.components.drawing import Drawing
from cockpit.components.drill import Hrefs, along, by_line
from cockpit.components.labels import value_name
from cockpit.components.view import View
from cockpit.keyfigures import Definition, may_run
from cockpit.periods import month_end, month_start, period_end

# What a value is narrowed by where the filters on top do it; anything else is a parameter of the figure.
FILTERS = {"area": "omraade", "group": "paragraf", "section": "paragraf", "owner": "ejer"}
GROUPS = ("group", "previous_group", "next_group")
# What a value is divided by, one level further down.
NEXT = {"none": "section", "area": "group", "group": "section", "section": "owner", "owner": "provider"}
FURTHEST = "section"
FINER = {"year": "quarter", "quarter": "month", "month": "month"}
# Teams have their cases and deadlines on pages of their own.
LISTS: dict[str, dict[str, tuple[str, dict[str, str]]]] = {
    "caseload": {"team": ("/sagstal", {})},
    "caseload_trend": {"team": ("/sagstal", {})},
    "deadline_risk": {"team": ("/frister", {"vis": "fristsager"})},
}
UNKNOWN = (None, "", "uoplyst")


def ways_down(found: Answer, drawing: Drawing, view: View) -> tuple[Hrefs, dict[str, str]]:
    """The address of each mark, and what each address is called; a mark with no level below has none."""
    hrefs = [_href(found, drawing.column, value, view) for value in drawing.values]
    if not any(hrefs):
        return [], {}
    titles = [cell(drawing.column, value, found.parameters, view.options) for value in drawing.values]
    names = {href: title for href, title in zip(hrefs, titles, strict=True) if href}
    lines = drawing.by_line and len(drawing.figure["data"]) % len(hrefs) == 0
    return by_line(drawing.figure, hrefs) if lines else along(drawing.figure, hrefs), names


def _href(found: Answer, column: str, value: Any, view: View) -> str:
    if isinstance(value, date):
        return _period(found, column, value, view)
    if column == "year":
        year = str(value)
        return view.href(fra=f"{year}-01", til=_last(value, view), **_divided(found.definition, "none"))
    by = (found.parameters.get("by") or "none") if column == "by_value" else column
    if value in UNKNOWN or "," in str(value):
        return ""
    if found.definition.id in LISTS and by in LISTS[found.definition.id]:
        path, own = LISTS[found.definition.id][by]
        if own and not may_run("deadline_list"):
            return ""
        return address(path, {**filters_only(view.query), **own, by: str(value)})
    further = _divided(found.definition, by) if column == "by_value" else {}
    if by in GROUPS:
        return view.href(paragraf=f"{GROUP_MARK}{value}", **further) if value in view.options.groups else ""
    if by in FILTERS and found.definition.parameter(by):
        return view.href(**{FILTERS[by]: value}, **further)
    return view.href(**{by: value}, **further) if _takes(found.definition, by) else ""


def _last(year: int, view: View) -> str:
    return f"{min(date(year, 12, 31), view.options.as_of):%Y-%m}"


def _period(found: Answer, column: str, start: date, view: View) -> str:
    """That period alone; divided more finely where the figure can be."""
    length = found.parameters.get("period") or "month"
    first = month_start(start) if column == "month" else start
    end = month_end(start) if column == "month" else period_end(start, length)
    if not (found.definition.parameter("from") and found.definition.parameter("to")):
        return ""
    finer = {"period": FINER[length]} if found.definition.parameter("period") else {}
    until = min(end, view.options.as_of)
    return view.href(fra=f"{first:%Y-%m}", til=f"{until:%Y-%m}", **finer)


def _divided(definition: Definition, by: str) -> dict[str, str]:
    """Divided by what lies below; not where the figure cannot be."""
    parameter = definition.parameter("by")
    below = NEXT.get(by, FURTHEST)
    return {"by": below} if parameter and below in (parameter.choices or ()) else {}


def _takes(definition: Definition, name: str) -> bool:
    parameter = definition.parameter(name)
    return parameter is not None and parameter.kind == "list"


def narrowed(definition: Definition, view: View) -> list[str]:
    """What the address narrows the figure to, in words."""
    of_own = [
        (name, value)
        for name in _own_lists(definition)
        for value in view.query.get(name, "").split(",")
        if value
    ]
    return [value_name(kind, value, view.options) for kind, value in [*_chosen(view), *of_own]]


def _own_lists(definition: Definition) -> list[str]:
    """The parameters that choose among values and that no filter on top sets."""
    return [one.name for one in definition.parameters if one.kind == "list" and one.name not in FILTERS]


def _chosen(view: View) -> list[tuple[str, str]]:
    filters = view.filters
    return [
        *(("area", area) for area in filters.areas),
        *(("group", group) for group in filters.groups),
        *(("section", section) for section in filters.sections),
        *(("owner", owner) for owner in filters.owners),
    ]


def whole(definition: Definition, view: View) -> str:
    """The figure's own page without what it has been narrowed to."""
    own = ("by", "period", "from", "to", "from_year", "to_year", "on", "year")
    gone = dict.fromkeys([*FILTERS.values(), "fra", "til", *_own_lists(definition), *own])
    return view.href(**gone)
