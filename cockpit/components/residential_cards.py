"""The cards of Botilbud: every meaning of the question, ages, sections and owners."""

from collections.abc import Sequence
from typing import Any

from dash import html
from dash.development.base_component import Component

from cockpit.charts.section_ages import age_bars
from cockpit.charts.year_lines import year_lines
from cockpit.components.answers import ask
from cockpit.components.arranged import MEANINGS, STOCKS, laid_out, whole_of
from cockpit.components.card import card
from cockpit.components.cost_tables import stock_table
from cockpit.components.drill import by_line, going_graph
from cockpit.components.figure_cards import NOTHING_COUNTED, WIDEN
from cockpit.components.labels import value_name
from cockpit.components.meaning_links import meaning_links
from cockpit.components.meaning_table import meaning_table
from cockpit.components.residential import OWNER_PLACES, meaning_groups
from cockpit.components.scope import counted
from cockpit.components.section_ages import in_order, section_ages, short_name
from cockpit.components.states import empty
from cockpit.components.view import View
from cockpit.components.year_grid import year_grid
from cockpit.components.year_table import YearTable, tick_year, years_told
from cockpit.findings.change import growth_title
from cockpit.findings.residential import age_title
from cockpit.wording import date_text, listed, number

AT_YEARS_END = "ved årets slutning"
NOT_HERE = (
    "Filtrene Paragraf og Kommune ændrer ikke denne opgørelse: den viser alle botilbud, og hver linje siger "
    "selv, hvem der betaler."
)


def meanings_card(view: View) -> Component:
    answer = ask("residential_count", view.filters)
    groups = meaning_groups(answer, view.filters, view.options)
    anyone = any(row["value"] for row in answer.rows)
    narrowed = view.filters.role != "paying" or view.filters.sections or view.filters.groups
    note = [html.P(NOT_HERE, className="card-note")] if narrowed else []
    table = meaning_table(groups, meaning_links(view))
    return card(
        "botilbud-meanings",
        "Det kommer an på, hvad vi tæller",
        "Alle svar er rigtige. Vælg det, der passer til spørgsmålet, og skriv betydningen ved tallet.",
        [*note, table] if anyone else [*note, empty(NOTHING_COUNTED, WIDEN)],
        answer=laid_out(answer, MEANINGS, view.options),
        options=view.options,
        chart=False,
    )


def ages_card(view: View) -> Component:
    answer = ask("age_intervals", view.filters, by="section")
    ages = section_ages(answer, view.options)
    body: list[Component] = [empty(NOTHING_COUNTED, WIDEN)]
    if ages.bands:
        named = {short_name(key, view.options): counts for key, counts in ages.counts.items()}
        most = {name: ages.bands[counts.index(max(counts))] for name, counts in named.items()}
        figure = age_bars(ages.bands, named, view.palette, narrow=view.narrow)
        summary = "Flest borgere: " + listed([f"{name} {band} år" for name, band in most.items()]) + "."
        body = [_section_graph("ages", figure, summary, list(ages.counts), view)]
    day = date_text(view.filters.end)
    return card(
        "botilbud-ages",
        age_title(answer.rows),
        f"{counted(view.filters, view.options)}, efter alder og paragraf, {day}",
        body,
        answer=answer,
        options=view.options,
    )


def _section_graph(
    name: str, figure: dict[str, Any], summary: str, keys: Sequence[str], view: View
) -> Component:
    """A chart with a line or a row of bars for each section, which leads to it."""
    names = {view.href(paragraf=key): value_name("section", key, view.options) for key in keys}
    return going_graph(name, figure, summary, by_line(figure, list(names)), names, view)


def _stocks(view: View, by: str) -> "tuple[Any, YearTable]":
    """The stock at each year's end by section or owner, as it came and laid out by year."""
    since = view.filters.start.isoformat()
    answer = ask("stock_flow", view.filters, period="year", by=by, since=since)
    return answer, stock_table(answer, whole_of(answer), view.options)


def sections_card(view: View) -> Component:
    answer, table = _stocks(view, "section")
    keys = in_order([line.key or "" for line in table.lines], view.options)
    lines = {line.key: line for line in table.lines}
    places = {key: f"efter {short_name(key, view.options)}" for key in keys}
    body: list[Component] = [empty(NOTHING_COUNTED, WIDEN)]
    if keys:
        series = {short_name(key, view.options): lines[key].values for key in keys}
        labels = [tick_year(year, answer.as_of) for year in table.years]
        figure = year_lines(labels, series, view.palette, height=250)
        ends = [f"{name} {number(values[0])} → {number(values[-1])}" for name, values in series.items()]
        summary = f"Borgere, første og sidste år: {listed(ends)}."
        body = [_section_graph("sections", figure, summary, keys, view)]
    return card(
        "botilbud-sections",
        growth_title(table.changes(), places, "Borgere efter paragraf"),
        f"{counted(view.filters, view.options)}, {AT_YEARS_END} · {years_told(table.years, answer.as_of)}",
        body,
        answer=laid_out(answer, STOCKS, view.options),
        options=view.options,
    )


def owners_card(view: View) -> Component:
    answer, table = _stocks(view, "owner")
    subtitle = (
        f"{counted(view.filters, view.options)}, {AT_YEARS_END} · {years_told(table.years, answer.as_of)}"
    )
    links = {line.key or "": view.href(ejer=line.key) for line in table.lines}
    grid = year_grid(table, answer.as_of, "Borgere efter, hvem der driver tilbuddet", row_links=links)
    return card(
        "botilbud-owners",
        growth_title(table.changes(), OWNER_PLACES, "Hvem driver tilbuddene?"),
        subtitle,
        [grid if table.lines else empty(NOTHING_COUNTED, WIDEN)],
        answer=laid_out(answer, STOCKS, view.options),
        options=view.options,
        chart=False,
    )
