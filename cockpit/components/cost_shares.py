"""Two more cards of Udgifter: the share that is supplements, and the dearest providers."""

from dash.development.base_component import Component

from cockpit.charts.year_lines import year_lines
from cockpit.components.answers import ask
from cockpit.components.arranged import PROVIDERS, laid_out
from cockpit.components.card import card
from cockpit.components.cost_cards import year_graph, year_links
from cockpit.components.figure_cards import NOTHING_COUNTED, WIDEN
from cockpit.components.provider_table import provider_table
from cockpit.components.scope import counted
from cockpit.components.states import empty
from cockpit.components.view import View
from cockpit.components.year_table import is_whole, tick_year, years_told
from cockpit.findings.change import rises_title
from cockpit.wording import percent

# As tall as the ten providers beside it.
HEIGHT, HEIGHT_ALONE = 390, 280


def supplements_card(view: View, class_name: str = "") -> Component:
    answer = ask("supplements", view.filters)
    years = tuple(row["year"] for row in answer.rows)
    shares = [row["share_of_cost"] for row in answer.rows]
    open_end = bool(years) and not is_whole(years[-1], answer.as_of)
    body: list[Component] = [empty(NOTHING_COUNTED, WIDEN)]
    if years:
        height = HEIGHT_ALONE if view.narrow or class_name else HEIGHT
        labels = [tick_year(year, answer.as_of) for year in years]
        figure = year_lines(
            labels, {"": shares}, view.palette, scale=0.01, decimals=1, open_end=open_end, height=height
        )  # fmt: skip
        ends = f"{percent(shares[0])} i {years[0]}, {percent(shares[-1])} i {years[-1]}"
        links = year_links(view, "supplements", years)
        body = [year_graph("supplements", figure, f"Tillæggenes andel: {ends}.", links, view)]
    whole = [row["share_of_cost"] for row in answer.rows if is_whole(row["year"], answer.as_of)]
    ring = " · åbent mærke: året er ikke slut" if open_end else ""
    return card(
        "udgifter-supplements",
        rises_title(whole, "Tillæggenes andel af udgiften", "Tillæggenes andel af udgiften"),
        f"{counted(view.filters, view.options)}, pct. af udgiften · {years_told(years, answer.as_of)}{ring}",
        body,
        answer=answer,
        options=view.options,
        class_name=class_name,
    )


def providers_card(view: View) -> Component:
    """The ten dearest of the latest year."""
    year = str(view.filters.end.year)
    answer = laid_out(ask("cost", view.filters, from_year=year, by="provider"), PROVIDERS, view.options)
    hrefs = {row["by_value"]: view.figure("cost", provider=row["by_value"]) for row in answer.rows}
    caption = f"Udgift efter tilbud, de dyreste i {year}"
    return card(
        "udgifter-providers",
        f"De dyreste tilbud i {year}",
        f"{counted(view.filters, view.options)}, de ti tilbud med størst udgift · "
        f"{years_told((int(year),), answer.as_of)}",
        [
            provider_table(answer, hrefs, view.options, caption)
            if answer.rows
            else empty("Ingen tilbud i udsnittet", WIDEN)
        ],
        answer=answer,
        options=view.options,
        chart=False,
    )
