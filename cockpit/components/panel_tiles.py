"""The Overblik's tiles, as panel.toml has them: value, change, line and status in words."""

from dataclasses import replace

from cockpit.components.filters import Filters
from cockpit.components.labels import value_name
from cockpit.components.panel_series import Series, scoped, series
from cockpit.components.scope import places
from cockpit.components.since_last import filter_values
from cockpit.components.tile import TileFacts
from cockpit.components.view import View
from cockpit.findings.change import change_words, share_change
from cockpit.findings.judging import Goal, Status, caseload_status, target_status
from cockpit.keyfigures import Definition
from cockpit.keyfigures.panel_entry import Entry
from cockpit.keyfigures.smallnumbers import HIDDEN
from cockpit.wording import NOTHING, kroner, number, rounded, signed, signed_kroner, signed_percent

WITHHELD = "Skjult af hensyn til små tal"
DECIMALS = {"count": 0, "decimal": 1, "percent": 1, "months": 0}


def tile_facts(entry: Entry, view: View) -> TileFacts:
    """PlainError as `run`: the tile then says why it has no figure."""
    own, view = own_scope(entry, view), scoped(entry, view)
    found = series(entry, view)
    value, unit = value_and_unit(entry, found.now)
    year = view.filters.end.year
    definition = found.answer.definition
    goal = Goal(definition.good, entry.target.get(year), entry.limit.get(year))
    if differs(own, filter_values(view.filters), definition):
        # What is aimed at for the whole says nothing of a part that the reader has chosen.
        goal = Goal(definition.good, None)
    guideline = (found.row or {}).get("guideline_high")
    return TileFacts(
        name=tile_name(entry, view, found.now_name),
        value=value,
        unit=unit,
        change=_guideline(found, view) or change(entry, found),
        href=view.elsewhere(entry.page) if entry.page else view.figure_page(found.answer),
        line=[value for value in found.line if value is not None],
        target=guideline if guideline is not None else goal.target,
        status=_status(entry, found, goal),
    )


def own_scope(entry: Entry, view: View) -> dict[str, str]:
    """What the entry counts where the reader has chosen nothing."""
    unset = replace(view, filters=Filters(view.filters.start, view.filters.end))
    return filter_values(scoped(entry, unset).filters)


def differs(own: dict[str, str], asked: dict[str, str], definition: Definition) -> bool:
    """In a filter that the figure takes."""
    changed = {name for name in own | asked if own.get(name) != asked.get(name)}
    return any(definition.parameter(name) for name in changed)


def tile_name(entry: Entry, view: View, period: str = "") -> str:
    """The view as the entry has it scoped; without figures there is no period to name."""
    year = view.filters.end.year
    name = entry.name
    when = "i år" if year == view.options.as_of.year else f"i {year}"
    for mark, text in {"{sted}": places(view.filters, view.options), "{år}": when}.items():
        name = name.replace(mark, text)
    return name.replace("{periode}", period) if period else name.replace("{periode}", "").rstrip(" ,")


def change(entry: Entry, found: Series) -> str:
    """`+11 siden oktober 2025 (+5,4 pct.)`, `+3,1 mio. kr. siden 2025 (+1,2 pct.)`, `−4,0 procentpoint …`."""
    now, before, since = found.now, found.before, found.since
    if not since or now is None or before is None:
        return _nothing_to_compare(entry, found)
    if entry.format == "months":
        return f"mod {number(before)} mdr. for {since}"
    return difference(entry, now, before, since)


def difference(entry: Entry, now: float, before: float, since: str) -> str:
    """`+2 siden sidst`, in the unit of the tile."""
    if entry.format == "kroner":
        if kroner(now - before) == kroner(0):
            return f"Uændret siden {since}"
        return f"{signed_kroner(now - before)} siden {since} ({signed_percent(share_change(now, before))})"
    if entry.format == "percent":
        points = rounded(now - before, 1)
        return f"{signed(points, 1)} procentpoint siden {since}" if points else f"Uændret siden {since}"
    return change_words(now, before, since, DECIMALS[entry.format])


def _nothing_to_compare(entry: Entry, found: Series) -> str:
    if entry.format == "months":
        if not found.answer.rows:
            return "Ingen forløb i udsnittet"
        return (
            "Ingen tidligere at sammenligne med"
            if found.now is not None
            else "Færre end halvdelen er sluttet"
        )
    if found.now is None:
        return WITHHELD if (found.row or {}).get(HIDDEN) else "Intet at opgøre i udsnittet"
    return f"Intet tal fra {found.since} at sammenligne med" if found.since else ""


def value_and_unit(entry: Entry, value: float | None) -> tuple[str, str]:
    if value is None:
        return NOTHING, ""
    if entry.format == "kroner":
        # `1,18 mio. kr.` as its number and its unit.
        text, _, unit = kroner(value).partition(" ")
        return text, unit
    return number(value, DECIMALS[entry.format]), entry.unit


def _guideline(found: Series, view: View) -> str:
    row = found.row or {}
    if row.get("guideline_high") is None:
        return ""
    name = value_name("area", row["by_value"], view.options).lower()
    return f"Vejledende {number(row['guideline_low'])}–{number(row['guideline_high'])} ({name})"


def _status(entry: Entry, found: Series, goal: Goal) -> Status | None:
    if found.row and "guideline_high" in found.row:
        return caseload_status(found.row["status"])
    value = found.now
    if value is not None and entry.format in DECIMALS:
        value = rounded(value, DECIMALS[entry.format])
    return target_status(value, goal, _aim(entry, goal.target), _aim(entry, goal.limit))


def _aim(entry: Entry, value: float | None) -> str:
    if entry.format == "kroner":
        return kroner(value)
    decimals = 0 if value is None or value == round(value) else 1
    unit = {"percent": " pct.", "months": " mdr."}.get(entry.format, "")
    return f"{number(value, decimals)}{unit}"
