"""The cards of Benchmark: one figure across municipalities, and all figures with our own place."""

from dash import html
from dash.development.base_component import Component

from cockpit.charts.compared_bars import compared_bars
from cockpit.components.answers import Answer, answer
from cockpit.components.arranged import OURS, laid_out
from cockpit.components.barred_table import Cell, Head, Row, barred_table
from cockpit.components.card import card
from cockpit.components.cells import cell, published_decimals
from cockpit.components.drawing import written
from cockpit.components.drill import along, going_graph
from cockpit.components.labels import figure_name, value_name
from cockpit.components.own_choice import OwnChoice
from cockpit.components.states import empty
from cockpit.components.view import View
from cockpit.findings.benchmark import benchmark_title, standing
from cockpit.keyfigures import catalogue, compared_years
from cockpit.wording import date_text, listed, number, signed

# More bars than these are a wall: the nearest to us are drawn, the table has all.
MOST_BARS = 30
NONE = "Ingen sammenligningstal for året"
DELIVER = "Vælg et andet år, eller læg tallene i næste leverance."


def figures_of(view: View) -> OwnChoice:
    """What is delivered to compare."""
    return OwnChoice("tal", "Nøgletal", {figure: figure_name(figure) for figure in _years(view)})


def years_of(view: View, figure: str) -> OwnChoice:
    """The years of one figure, the newest first."""
    return OwnChoice("aar", "År", {str(year): str(year) for year in reversed(_years(view).get(figure, []))})


def _years(view: View) -> dict[str, list[int]]:
    return compared_years(view.options.reader) if view.options.reader else {}


def own_code(view: View) -> str:
    return view.options.reader.version.municipality if view.options.reader else ""


def compared_card(view: View, figure: str, year: str) -> Component:
    found = answer("benchmark", {"figure": figure, "year": year})
    own = own_code(view)
    body: list[Component] = [empty(NONE, DELIVER)]
    if found.rows:
        body = [*_chart(found, own, view), *_notes(found, view)]
    return card(
        "benchmark-compared",
        benchmark_title(found.rows, own),
        f"{figure_name(figure)}, {year} · nummer 1 har den højeste værdi · stregen er "
        f"sammenligningsgruppens median · opgjort pr. {date_text(found.as_of)}",
        body,
        answer=found,
        options=view.options,
        class_name="whole",
    )


def _chart(found: Answer, own: str, view: View) -> list[Component]:
    places = [row["municipality"] for row in found.rows]
    first = max(0, min(places.index(own) - MOST_BARS // 2, len(places) - MOST_BARS)) if own in places else 0
    rows = found.rows[first : first + MOST_BARS]
    labels = [_named(row["municipality"], own, view) for row in rows]
    at = next((place for place, row in enumerate(rows) if row["municipality"] == own), None)
    values = [row["value"] for row in rows]
    say = written("value")
    figure = compared_bars(
        labels, values, at, rows[0]["median"], view.palette, written=say, narrow=view.narrow
    )
    sentence = standing(found.rows, own, written("value"))
    ways, names = _own_figure(found, at, view)
    drawn = going_graph("benchmark", figure, sentence, along(figure, ways), names, view)
    parts: list[Component] = [html.P(sentence, className="card-lead"), drawn]
    if len(rows) < len(found.rows):
        told = f"De {number(len(rows))} nærmeste vises; tabellen har alle {number(len(found.rows))}."
        parts.append(html.P(told, className="card-sub below"))
    return parts


def _own_figure(found: Answer, at: int | None, view: View) -> tuple[list[str], dict[str, str]]:
    """Our own bar leads to what it is made of; of the others no parts are known."""
    figure = str(found.parameters["figure"]).partition(".")[0]
    if at is None or figure not in catalogue():
        return [], {}
    page = view.figure(figure)
    return [page if place == at else "" for place in range(at + 1)], {page: catalogue()[figure].title}


def _named(code: str, own: str, view: View) -> str:
    name = value_name("municipality", code, view.options)
    return f"{name} (os)" if code == own else name


def _notes(found: Answer, view: View) -> list[Component]:
    """Who is no part of the median, and who published the values."""
    outside = [
        value_name("municipality", row["municipality"], view.options)
        for row in found.rows
        if not row["in_group"]
    ]
    sources = sorted({row["source"] for row in found.rows if row["source"]})
    told = [f"Uden for sammenligningsgruppen: {listed(outside)}."] if outside else []
    told += [f"Kilde: {listed(sources)}."] if sources else []
    return [html.P(" ".join(told), className="card-sub below")] if told else []


def all_card(view: View, figure: str, year: str) -> Component:
    """Every figure that is delivered, in its newest year; each leads to its bars."""
    found = laid_out(answer("benchmark", {"figure": figure, "year": year}), OURS, view.options)
    heads = (Head("År"), Head("Vi"), Head("Median"), Head("Afstand"), Head("Nummer"), Head("Kommuner"))
    rows = [
        Row(
            figure_name(row["figure"]),
            "",
            (
                Cell(str(row["year"])),
                *(Cell(cell(name, row[name], {}, view.options)) for name in ("value", "median")),
                Cell(signed(row["distance"], published_decimals(row["distance"] or 0))),
                *(Cell(number(row[name])) for name in ("rank", "municipalities")),
            ),
            view.href(tal=row["figure"], aar=None),
        )
        for row in found.rows
    ]
    caption = "Vores plads i nyeste år"
    return card(
        "benchmark-all",
        "Alle sammenlignede nøgletal",
        "Vores plads i det nyeste år, der er leveret · afstand: vores værdi minus medianen",
        [barred_table("Nøgletal", heads, rows, caption) if rows else empty(NONE, DELIVER)],
        answer=found,
        options=view.options,
        chart=False,
        class_name="whole",
    )
