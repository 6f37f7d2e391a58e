"""Charts of five years: who comes and goes, ages, cost, deadlines."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from cockpit.keyfigures import deadline_names
from cockpit.keyfigures.smallnumbers.tables import days_shown, whole_years
from cockpit.sheets.asking import (
    hides,
    known_sections,
    reader,
    rows_of,
    sections_within,
    thing,
    where,
    year_moment,
    year_name,
)
from cockpit.sheets.model import Chart, Place, Series
from cockpit.wording import in_sentence

Row = Mapping[str, Any]
AGES = {"under 25": "Under 25 år", "25-66": "25–66 år", "67+": "67 år og derover"}
OF_AGE = {"under 25": "under 25 år", "25-66": "på 25–66 år", "67+": "på 67 år og derover"}
INTERVALS = {
    "0-1000000": "Under 1 mio. kr.",
    "1000000-2000000": "1–2 mio. kr.",
    "2000000+": "Over 2 mio. kr.",
}


def series(
    key: str,
    name: str,
    rows: Sequence[Row | None],
    column: str,
    tone: str,
    words: str,
    moments: Sequence[str] = (),
    called: str = "",
) -> Series:
    """`rows` has one row, or None, for each category."""
    values = tuple(row[column] if row else None for row in rows)
    hidden = frozenset(at for at, row in enumerate(rows) if row and hides(row, column))
    return Series(key, name, values, tone, words, hidden, tuple(moments), called=called)


def flow(place: Place) -> Chart:
    """The stock at the end of each year; what came and went is told of years that are over."""
    rows = _by_year("stock_flow", {"period": "year", **place.given})
    whole = [row if row["complete"] else None for row in rows]
    days, years = list(map(_end, rows)), [f"i {row['period_start'].year}" for row in rows]
    at_end = list(map(year_moment, days))
    counted = _with(place, "borgere")
    found = [series("closing", "Bestand", rows, "closing", "stock", counted, at_end)]
    if place.kind != "section":
        came = f"borgere i tilgang til {thing(place)}" if place.kind else "borgere i tilgang"
        went = f"borgere i afgang fra {thing(place)}" if place.kind else "borgere i afgang"
        found += [
            series("inflow", "Tilgang", whole, "inflow", "inflow", came, years),
            series("outflow", "Afgang", whole, "outflow", "outflow", went, years),
        ]
    return Chart("flow", tuple(map(year_name, days)), tuple(found), "count", "borgere")


def sections(place: Place) -> Chart:
    """The stock by section of law; those that have nobody in any year are left out."""
    labels = sections_within(place)
    rows = rows_of("stock_flow", {"period": "year", "by": "section", **_since_five_years()})
    days = sorted({_end(row) for row in rows})
    found: list[Series] = []
    for key, label in labels.items():
        own = [
            next((row for row in rows if row["by_value"] == key and _end(row) == day), None) for day in days
        ]
        if any(row and (row["closing"] or hides(row, "closing")) for row in own):
            tone = f"part-{len(found)}"
            words = f"borgere efter {label}"
            found.append(series(key, label, own, "closing", tone, words, list(map(year_moment, days))))
    return Chart("lines", tuple(map(year_name, days)), tuple(found), "count", "borgere")


def ages(place: Place) -> Chart:
    days = days_shown(reader().version.as_of)
    asked = [rows_of("age_intervals", {"bands": "25,67", "on": f"{day}", **place.given}) for day in days]
    found = [
        series(
            band,
            name,
            [next((row for row in rows if row["age_band"] == band), None) for rows in asked],
            "citizens",
            f"step-{at}",
            _with(place, f"borgere {OF_AGE[band]}"),
            list(map(year_moment, days)),
        )
        for at, (band, name) in enumerate(AGES.items())
    ]
    return Chart("stacked", tuple(map(year_name, days)), _without_empty(found), "count", "borgere")


def intervals(place: Place) -> Chart:
    rows = rows_of("cost_intervals", {"limits": "1000000,2000000", **_whole_years(), **place.given})
    years = _without_gaps(row["year"] for row in rows)
    found = [
        series(
            key,
            name,
            [
                next((row for row in rows if row["interval"] == key and row["year"] == year), None)
                for year in years
            ],
            "citizens",
            f"step-{at}",
            f"{_with(place, 'borgere')} fik hjælp til {in_sentence(name)} om året",
            called=f"{_with(place, 'borgere')}, der fik hjælp til {in_sentence(name)} om året",
        )
        for at, (key, name) in enumerate(INTERVALS.items())
    ]
    return _of_years("stacked", years, _without_empty(found), "count", "borgere")


def _without_empty(found: Sequence[Series]) -> tuple[Series, ...]:
    """Without the classes that never have anyone, such as children of 67."""
    return tuple(one for one in found if one.hidden or any(one.values))


def unit_cost(place: Place) -> Chart:
    rows = rows_of("cost", {**_whole_years(), **place.given})
    words = _with(place, "pr. helårsperson")
    years = _without_gaps(row["year"] for row in rows)
    by_year = [next((row for row in rows if row["year"] == year), None) for year in years]
    found = [series("unit_cost", "Pris pr. helårsperson", by_year, "unit_cost", "inflow", words)]
    return _of_years("columns", years, found, "kroner", "kr. pr. helårsperson")


def deadlines(_: Place) -> Chart:
    """The share kept of each kind of deadline; a year in which none ran out has no share."""
    rows, years = _deadlines()
    names = deadline_names(reader())
    kinds = dict.fromkeys(row["kind"] for row in rows if row["due"] or hides(row, "due"))
    found = [
        series(
            kind,
            names.get(kind, kind),
            [_of_kind(rows, kind, year) for year in years],
            "share_kept",
            f"part-{at}",
            f"af fristerne for {in_sentence(names.get(kind, kind))} blev holdt",
            called=f"andel af fristerne for {in_sentence(names.get(kind, kind))}, der blev holdt",
        )
        for at, kind in enumerate(kinds)
    ]
    return _of_years("lines", years, found, "percent", "andel af fristerne, der bliver holdt")


def _deadlines() -> tuple[list[dict[str, Any]], Sequence[int]]:
    """The rows, and the years from the first to the last in which a deadline ran out."""
    years = whole_years(reader().version.as_of)
    asked = {"period": "year", "from": f"{years[0]}-01-01", "to": f"{years[-1]}-12-31"}
    rows = rows_of("deadlines_kept", asked)
    return rows, _without_gaps(row["period_start"].year for row in rows if row["due"] or hides(row, "due"))


def _without_gaps(years: Iterable[int]) -> Sequence[int]:
    """From the first to the last: two years apart must also stand two years apart."""
    known = sorted(set(years))
    return range(known[0], known[-1] + 1) if known else ()


def _of_kind(rows: Sequence[Row], kind: str, year: int) -> Row | None:
    """Of a hidden share the row tells that the counts are hidden, for it stands on them."""
    found = next((row for row in rows if row["kind"] == kind and row["period_start"].year == year), None)
    if found and found["share_kept"] is None and found.get("hidden"):
        return {**found, "hidden": [*found["hidden"], "share_kept"]}
    return found


def _of_years(form: str, years: Sequence[int], found: Sequence[Series], shape: str, unit: str) -> Chart:
    moments = tuple(f"i {year}" for year in years)
    timed = tuple(replace(one, moments=moments) for one in found)
    return Chart(form, tuple(f"{year}" for year in years), timed, shape, unit)


def _with(place: Place, words: str) -> str:
    return f"{words} {where(place)}".strip()


def _by_year(figure: str, given: dict[str, str]) -> list[dict[str, Any]]:
    return rows_of(figure, {**given, **_since_five_years()})


def _since_five_years() -> dict[str, str]:
    first, *_, as_of = days_shown(reader().version.as_of)
    return {"from": f"{first.year}-01-01", "to": f"{as_of}"}


def _whole_years() -> dict[str, str]:
    years = whole_years(reader().version.as_of)
    return {"from_year": f"{years[0]}", "to_year": f"{years[-1]}"}


def _end(row: Row) -> date:
    end: date = min(row["period_end"], reader().version.as_of)
    return end


def stock_parts(place: Place) -> dict[str, tuple[float | None, ...]]:
    """What the stock is added up of, by its words in a sentence; nothing for a section."""
    if place.kind == "section":
        return {}
    if place.kind == "group":
        return {f"efter {one.name}": one.values for one in sections(place).series}
    rows = _by_year("stock_flow", {"period": "year", "by": "group"})
    days = sorted({_end(row) for row in rows})
    of_place = {row["section_group"] for row in known_sections() if row["area"] == place.value}
    groups = sorted({row["by_value"] for row in rows if not place.kind or row["by_value"] in of_place})
    return {
        where(Place("group", group)): tuple(
            next((row["closing"] for row in rows if row["by_value"] == group and _end(row) == day), None)
            for day in days
        )
        for group in groups
    }


def deadlines_together() -> tuple[float | None, ...]:
    """The share of all deadlines that was kept, by year; unknown where a kind's number is hidden."""
    rows, years = _deadlines()
    return tuple(_share([row for row in rows if row["period_start"].year == year]) for year in years)


def _share(rows: Sequence[Row]) -> float | None:
    if any(row["due"] is None or row["kept"] is None for row in rows):
        return None
    due = sum(row["due"] for row in rows)
    return sum(row["kept"] for row in rows) / due if due else None
