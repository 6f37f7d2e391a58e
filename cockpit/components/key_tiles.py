"""The Overblik's tiles: which figure each shows, what it is compared with, and where it leads.

Each function takes the view as the address has it; PlainError as `run`.
"""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from cockpit.charts.stays import months
from cockpit.components.answers import Answer, ask
from cockpit.components.filters import Filters
from cockpit.components.findings import (
    caseload_status,
    change_words,
    good_status,
    share_change,
    signed_percent,
)
from cockpit.components.labels import value_name
from cockpit.components.scope import places
from cockpit.components.stays import stays_by_start, window_name
from cockpit.components.tile import TileFacts
from cockpit.components.view import View
from cockpit.periods import add_months, one_year_before
from cockpit.wording import NOTHING, date_text, kroner, month_name, number, signed

YEARS_IN_LINE = 5
DEAR = "2000000"
YOUNG = "18-24"
YOUNG_NAME = "Unge med psykiatrisk diagnose"
NONE_COUNTED = "Ingen borgere i udsnittet"


def two_years_back(filters: Filters) -> date:
    """The first of the 24 months up to the day in force; later where a shorter period is chosen."""
    since = add_months(filters.end, -23)
    return max(since, filters.start) if filters.period_set else since


def residents(view: View) -> TileFacts:
    """The stock on the day, against twelve months earlier."""
    view = view.with_default_group()
    since = two_years_back(view.filters).isoformat()
    rows = ask("stock_flow", view.filters, period="month", since=since).rows
    line = [row["closing"] for row in rows]
    before = rows[-13] if len(rows) > 12 else None
    then = month_name(before["period_start"]) if before else "året før"
    return TileFacts(
        name=f"Borgere {places(view.filters, view.options)}",
        value=number(line[-1] if line else 0),
        unit="borgere",
        change=change_words(line[-1], before["closing"] if before else None, then) if line else NONE_COUNTED,
        href=view.elsewhere("/til-og-afgang"),
        line=line,
    )


def full_year_persons(view: View) -> TileFacts:
    """So far in the year, and what the year comes to with what has been granted."""
    view = view.with_default_group()
    year = view.filters.end.year
    answer = ask("full_year_persons", view.filters, from_year=str(year))
    whole = by_year(_cost(view.filters, "committed"), "full_year_persons")
    so_far = by_year(answer, "full_year_persons").get(year)
    granted, before = whole.get(year), whole.get(year - 1)
    change = change_words(granted, before, str(year - 1), 1)
    if year == view.options.as_of.year and granted is not None and before is not None:
        change = f"Disponeret hele året: {number(granted, 1)} ({signed(granted - before, 1)})"
    return TileFacts(
        name=f"Helårspersoner {_in_year(view)}",
        value=number(so_far, 1),
        unit=f"til {date_text(view.filters.end)[:5]}" if year == view.options.as_of.year else "",
        change=change,
        href=view.figure_page(answer),
        line=list(whole.values()),
    )


def price(view: View) -> TileFacts:
    view = view.with_default_group()
    answer = _cost(view.filters, "to_date")
    prices = by_year(answer, "unit_cost")
    year = view.filters.end.year
    share = share_change(prices.get(year), prices.get(year - 1))
    value, unit = _amount(prices.get(year))
    change = f"{signed_percent(share)} siden {year - 1}" if share is not None else f"Intet tal fra {year - 1}"
    return TileFacts(
        name="Pris pr. helårsperson",
        value=value,
        unit=unit,
        change=change,
        href=view.figure_page(answer),
        line=_known(prices),
        status=good_status(answer.definition.good, share, str(year - 1)),
    )


def committed(view: View) -> TileFacts:
    """The year's cost with everything that has been granted, planned services too."""
    view = view.with_default_group()
    answer = _cost(view.filters, "committed")
    costs = by_year(answer, "total_cost")
    year = view.filters.end.year
    now, before = costs.get(year), costs.get(year - 1)
    share = share_change(now, before)
    value, unit = _amount(now)
    change = f"Intet tal fra {year - 1}"
    if now is not None and before:
        more = "+" if now > before else ""
        change = f"{more}{kroner(now - before)} siden {year - 1} ({signed_percent(share)})"
    return TileFacts(
        name="Disponeret i år" if year == view.options.as_of.year else f"Udgift i {year}",
        value=value,
        unit=unit,
        change=change,
        href=view.figure_page(answer),
        line=_known(costs),
        status=good_status(answer.definition.good, share, str(year - 1)),
    )


def dear_citizens(view: View) -> TileFacts:
    """Citizens whose help costs more than 2 mio. kr. a year, by the price of a whole year."""
    view = view.with_default_group()
    year = view.filters.end.year
    answer = ask("cost_intervals", view.filters, limits=DEAR, from_year=str(year - YEARS_IN_LINE + 1))
    counts = {row["year"]: row["citizens"] for row in answer.rows if row["interval"] == f"{DEAR}+"}
    return TileFacts(
        name="Borgere over 2 mio. kr.",
        value=number(counts.get(year, 0)),
        unit="borgere",
        change=change_words(counts.get(year), counts.get(year - 1), str(year - 1)),
        href=view.figure_page(answer),
        line=_known(counts),
    )


def caseload(view: View) -> TileFacts:
    """Citizens per full-time caseworker in the area filtered, else among adults."""
    area = view.filters.areas[0] if len(view.filters.areas) == 1 else "voksne"
    answer = ask("caseload", view.filters, by="area")
    since = add_months(view.filters.end, -23).isoformat()
    trend = ask("caseload_trend", view.filters, by="area", since=since)
    row = next((row for row in answer.rows if row["by_value"] == area), None)
    now = row["citizens_per_fte"] if row else None
    high = row["guideline_high"] if row else None
    name = value_name("area", area, view.options).lower()
    guideline = f"Vejledende {number(row['guideline_low'])}–{number(high)} ({name})" if row and high else name
    return TileFacts(
        name="Borgere pr. fuldtidsrådgiver",
        value=number(now, 1),
        unit="",
        change=guideline,
        href=view.elsewhere("/sagstal"),
        line=[r["citizens_per_fte"] for r in trend.rows if r["by_value"] == area and r["citizens_per_fte"]],
        target=high,
        status=caseload_status(row["status"]) if row else None,
    )


def young(view: View) -> TileFacts:
    """Citizens of 18–24 with a psychiatric diagnosis, on the day and on that day of the years before.

    In all services where nothing is chosen: most of those who will need a home do not have one yet.
    """
    days = [view.filters.end]
    for _year in range(YEARS_IN_LINE - 1):
        days.append(one_year_before(days[-1]))
    answers = [
        ask("age_intervals", view.filters, on=day.isoformat(), diagnosis="ja") for day in reversed(days)
    ]
    line = [_band(answer) for answer in answers]
    return TileFacts(
        name=YOUNG_NAME,
        value=number(line[-1]),
        unit="18–24 år",
        change=change_words(line[-1], line[-2], month_name(days[1])),
        href=view.figure_page(answers[-1]),
        line=line,
    )


def _band(answer: Answer) -> int:
    return int(sum(row["citizens"] for row in answer.rows if row["age_band"] == YOUNG))


def typical_stay(view: View) -> TileFacts:
    """The median stay of the latest starters of whom half have left, against the earliest."""
    view = view.with_temporary_homes()
    rows = [row for row in stays_by_start(view.filters).rows if row["median_days"] is not None]
    latest, first = (rows[-1], rows[0]) if rows else (None, None)
    change = "Færre end halvdelen er sluttet"
    if latest and first:
        then = window_name(first["starts_from"], first["starts_to"])
        change = f"mod {number(months(first['median_days']))} mdr. for begyndt {then}"
    return TileFacts(
        name=f"Typisk ophold {places(view.filters, view.options)}",
        value=number(months(latest["median_days"])) if latest else NOTHING,
        unit="mdr.",
        change=change,
        href=view.elsewhere("/til-og-afgang"),
        line=[row["median_days"] for row in rows],
    )


def _cost(filters: Filters, basis: str) -> Answer:
    first = filters.end.year - YEARS_IN_LINE + 1
    return ask("cost", filters, basis=basis, from_year=str(first))


def by_year(answer: Answer, column: str) -> dict[int, Any]:
    return {row["year"]: row[column] for row in answer.rows}


def _known(values: Mapping[int, Any]) -> list[float]:
    return [value for value in values.values() if value is not None]


def _amount(value: float | None) -> tuple[str, str]:
    """`1,18 mio. kr.` as its number and its unit."""
    text, _, unit = kroner(value).partition(" ")
    return text, unit


def _in_year(view: View) -> str:
    year = view.filters.end.year
    return "i år" if year == view.options.as_of.year else f"i {year}"


Facts = Callable[[View], TileFacts]
# The name stands on the tile when its figure cannot be shown.
TILES: tuple[tuple[str, Facts], ...] = (
    ("Borgere i botilbud", residents),
    ("Helårspersoner i år", full_year_persons),
    ("Pris pr. helårsperson", price),
    ("Disponeret i år", committed),
    ("Borgere pr. fuldtidsrådgiver", caseload),
    ("Borgere over 2 mio. kr.", dear_citizens),
    (YOUNG_NAME, young),
    ("Typisk ophold", typical_stay),
)
