"""The cards of Udgifter: intervals as table and bars, cost and price by year, where the money goes."""

from collections.abc import Mapping
from typing import Any

from dash import html
from dash.development.base_component import Component

from cockpit.charts.cost_columns import cost_columns
from cockpit.charts.interval_bars import interval_bars
from cockpit.charts.year_lines import year_lines
from cockpit.components.answers import Answer, ask
from cockpit.components.arranged import COMMITTED, DEAREST, INTERVALS, laid_out
from cockpit.components.card import card
from cockpit.components.cost_table import cost_table
from cockpit.components.cost_tables import cost_lines, interval_table, without_rate
from cockpit.components.drill import along, going_graph
from cockpit.components.figure_cards import NOTHING_COUNTED, WIDEN
from cockpit.components.initiative_marks import with_initiatives_by_year
from cockpit.components.labels import BY
from cockpit.components.legend import legend
from cockpit.components.markup import link
from cockpit.components.pill import Choice, segments
from cockpit.components.scope import counted
from cockpit.components.states import empty
from cockpit.components.tile import mark
from cockpit.components.view import View
from cockpit.components.year_grid import year_grid
from cockpit.components.year_table import is_whole, tick_year, years_told
from cockpit.findings.change import rises_title
from cockpit.findings.cost import dear_title, weight_title
from cockpit.wording import kroner, listed, number

WAYS = {"annualised": "Omregnet til helår", "in_year": "I året"}
COUNTED_AS = {
    "annualised": "antal borgere efter udgift omregnet til helår",
    "in_year": "antal borgere efter, hvad de faktisk kostede i året",
}


def year_links(view: View, figure: str, years: "tuple[int, ...]", **own: str) -> dict[int, str]:
    """One year, by section: the level below a year."""
    return {
        year: view.figure(figure, from_year=str(year), to_year=str(year), by="section", **own)
        for year in years
    }


def year_graph(
    name: str, figure: dict[str, Any], summary: str, links: Mapping[int, str], view: View
) -> Component:
    """A chart whose marks lead to their years."""
    names = {href: str(year) for year, href in links.items()}
    return going_graph(name, figure, summary, along(figure, list(links.values())), names, view)


def intervals_card(view: View, measure: str, measures: Mapping[str, str]) -> Component:
    """The managers' table; `measures` maps each way to count to its address."""
    answer = ask("cost_intervals", view.filters, measure=measure)
    table = interval_table(answer)
    ways = [Choice(WAYS[name], href, name == measure) for name, href in measures.items()]
    subtitle = (
        f"{counted(view.filters, view.options)}, {COUNTED_AS[measure]} · "
        f"{years_told(table.years, answer.as_of)}"
    )
    links = year_links(view, "cost_intervals", table.years, measure=measure)
    grid = year_grid(table, answer.as_of, "Borgere efter udgift pr. borger og år", year_links=links)
    return card(
        "udgifter-intervals",
        dear_title(table.changes(), measure),
        subtitle,
        [grid if _anyone(answer) else empty(NOTHING_COUNTED, WIDEN)],
        answer=laid_out(answer, INTERVALS, view.options),
        options=view.options,
        side=segments("Opgjort", ways),
        chart=False,
    )


def bars_card(view: View, measure: str) -> Component:
    answer = ask("cost_intervals", view.filters, measure=measure)
    table = interval_table(answer)
    body: list[Component] = [empty(NOTHING_COUNTED, WIDEN)]
    if _anyone(answer):
        labels = [tick_year(year, answer.as_of) for year in table.years]
        layers = {line.name: line.values for line in table.lines}
        figure = interval_bars(labels, layers, view.palette, narrow=view.narrow)
        figure, told = with_initiatives_by_year(figure, "cost_intervals", table.years, view)
        last = [f"{line.name.lower()} {number(line.values[-1])}" for line in table.lines]
        links = year_links(view, "cost_intervals", table.years, measure=measure)
        summary = f"Borgere i {table.years[-1]}: {listed(last)}."
        body = [
            year_graph("intervals", figure, summary, links, view),
            legend(list(layers), view.palette.intervals, view.palette.interval_edge),
            *told,
        ]
    return card(
        "udgifter-bars",
        weight_title(table.changes()),
        f"Samme tal som søjler, borgere i alt for enden · {years_told(table.years, answer.as_of)}",
        body,
        answer=laid_out(answer, INTERVALS, view.options),
        options=view.options,
        class_name="phone-first",
    )


def _anyone(answer: Answer) -> bool:
    return any(row["citizens"] for row in answer.rows)


def total_card(view: View) -> Component:
    """Cost to date as solid columns; what has been granted for the rest of the year on top of them."""
    answer = ask("cost", view.filters)
    shown = laid_out(answer, COMMITTED, view.options)
    years = tuple(row["year"] for row in shown.rows)
    body: list[Component] = [empty(NOTHING_COUNTED, WIDEN)]
    granted = [float(row["committed_cost"]) for row in shown.rows]
    if years:
        labels = [tick_year(year, answer.as_of) for year in years]
        spent = [float(row["total_cost"]) for row in shown.rows]
        figure = cost_columns(labels, spent, granted, view.palette)
        figure, told = with_initiatives_by_year(figure, "cost", years, view)
        links = year_links(view, "cost", years, vis="total_cost")
        ends = f"{kroner(granted[0])} i {years[0]}, {kroner(granted[-1])} disponeret i {years[-1]}"
        body = [year_graph("cost", figure, f"Udgift: {ends}.", links, view), *told]
    pale = "" if not years or is_whole(years[-1], answer.as_of) else " · lyst: disponeret resten af året"
    return card(
        "udgifter-total",
        rises_title(granted, "Udgiften", "Udgift pr. år"),
        f"{counted(view.filters, view.options)}, mio. kr. · {years_told(years, answer.as_of)}{pale}",
        [*body, *_rates_told(answer, view)],
        answer=shown,
        options=view.options,
    )


def _rates_told(answer: Answer, view: View) -> list[Component]:
    """Services without a rate, in words: they cost nothing here, and so are missing in the total."""
    lacking = without_rate(answer)
    if not lacking:
        return []
    by_year = listed([f"{number(count)} i {year}" for year, count in lacking.items()])
    href = view.figure("cost", by="section", vis="services_without_rate")
    words = html.Span([f"Indsatser uden takst koster nul her: {by_year}. ", link("Se dem i Nøgletal", href)])
    return [html.P([mark("watch"), words], className="told")]


def price_card(view: View) -> Component:
    answer = ask("cost", view.filters)
    years = tuple(row["year"] for row in answer.rows)
    prices = [row["unit_cost"] for row in answer.rows]
    whole = [row["unit_cost"] for row in answer.rows if is_whole(row["year"], answer.as_of)]
    body: list[Component] = [empty(NOTHING_COUNTED, WIDEN)]
    open_end = bool(years) and not is_whole(years[-1], answer.as_of)
    if years:
        labels = [tick_year(year, answer.as_of) for year in years]
        dear = max(price or 0 for price in prices) >= 1e6
        figure = year_lines(
            labels,
            {"": prices},
            view.palette,
            scale=1e6 if dear else 1e3,
            decimals=2 if dear else 0,
            open_end=open_end,
        )
        figure, told = with_initiatives_by_year(figure, "cost", years, view)
        links = year_links(view, "cost", years)
        ends = f"{kroner(prices[0])} i {years[0]}, {kroner(prices[-1])} i {years[-1]}"
        body = [year_graph("price", figure, f"Pris pr. helårsperson: {ends}.", links, view), *told]
    unit = "mio. kr." if years and dear else "t.kr."
    ring = " · åbent mærke: året er ikke slut" if open_end else ""
    return card(
        "udgifter-price",
        rises_title(whole, "Prisen pr. helårsperson", "Pris pr. helårsperson"),
        f"{counted(view.filters, view.options)}, {unit} pr. helårsperson · "
        f"{years_told(years, answer.as_of)}{ring}",
        body,
        answer=answer,
        options=view.options,
    )


def where_card(view: View) -> Component:
    """The latest year by section; of one section, by provider."""
    year = str(view.filters.end.year)
    by = "provider" if len(view.filters.sections) == 1 else "section"
    answer = laid_out(ask("cost", view.filters, from_year=year, by=by), DEAREST, view.options)
    lines = cost_lines(answer, view.options)
    what = BY[by].lower()
    if by == "section":
        hrefs = {line.key: view.href(paragraf=line.key) for line in lines if view.options.section(line.key)}
    else:
        hrefs = {line.key: view.figure("cost", provider=line.key) for line in lines}
    caption = f"Udgift efter {what}"
    return card(
        "udgifter-where",
        f"Hvor går pengene hen i {year}?",
        f"{counted(view.filters, view.options)}, efter {what}, det dyreste øverst · "
        f"{years_told((int(year),), answer.as_of)}",
        [cost_table(BY[by], lines, hrefs, caption) if lines else empty(NOTHING_COUNTED, WIDEN)],
        answer=answer,
        options=view.options,
        chart=False,
        class_name="whole",
    )
