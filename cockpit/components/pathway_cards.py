"""The cards of who comes from where and goes to where, and of what is over quickly."""

from dataclasses import replace
from datetime import date

from dash import html
from dash.development.base_component import Component

from cockpit.charts.kept_columns import Layer, layered_columns
from cockpit.charts.sankey import Stream, sankey
from cockpit.components.address import GROUP_MARK
from cockpit.components.answers import Answer, ask
from cockpit.components.barred_table import Cell, Head, Row, barred_table, share_of
from cockpit.components.card import card
from cockpit.components.cells import period_name
from cockpit.components.drill import along, going_graph
from cockpit.components.figure_cards import NOTHING_COUNTED, WIDEN
from cockpit.components.filters import Filters
from cockpit.components.labels import value_name
from cockpit.components.legend import legend
from cockpit.components.markup import also
from cockpit.components.own_choice import OwnChoice
from cockpit.components.ready import Ready
from cockpit.components.scope import counted, places
from cockpit.components.states import empty
from cockpit.components.view import View
from cockpit.findings.pathways import pathways_in_title, pathways_out_title, rapid_title
from cockpit.findings.rows import total
from cockpit.periods import add_months, period_end
from cockpit.wording import date_text, listed, number, percent

WEEKS = OwnChoice("uger", "Slut inden for", {weeks: f"{weeks} uger" for weeks in ("12", "26", "52")})
NO_CHOICE = "Vælg en gruppe eller en paragraf"
CHOOSE = "Hvor borgerne kommer fra og går til, kan kun vises for en del af indsatserne. Vælg under Paragraf."
IN, OUT = ("pathways_in", "previous_group"), ("pathways_out", "next_group")
TONES = 5
# No group of services.
NEITHER = ("ny", "død", "afsluttet")


def last_year(view: View) -> View:
    """The period chosen, or else the last twelve months: five years would hide what changes."""
    if view.filters.period_set:
        return view
    end = view.filters.end
    return replace(view, filters=replace(view.filters, start=add_months(end.replace(day=1), -11)))


def lacks_group(filters: Filters) -> bool:
    return not (filters.groups or filters.sections)


def streams_card(view: View) -> Component:
    """Both ways in one picture; on a phone the two tables tell the same."""
    where = places(view.filters, view.options)
    title = f"Veje ind og ud {where}"
    if lacks_group(view.filters):
        return card("til-og-afgang-streams", title, "", [empty(NO_CHOICE, CHOOSE)], class_name="whole")
    coming, going = (ask(figure, view.filters) for figure, _ in (IN, OUT))
    tones = _tones(coming, going)
    sides = [
        [
            Stream(
                value_name(column, row[column], view.options),
                row["spells"],
                tones[row[column]],
                _group_href(view, row[column]),
            )
            for row in answer.rows
        ]
        for answer, (_, column) in ((coming, IN), (going, OUT))
    ]
    body = [_picture(view, *sides)] if any(sides) else [empty(NOTHING_COUNTED, WIDEN)]
    told = _subtitle(view)
    return card("til-og-afgang-streams", title, told, body, picture=any(sides), class_name="whole")


def _picture(view: View, coming: list[Stream], going: list[Stream]) -> Component:
    where = places(view.filters, view.options)
    middle = where.removeprefix("i ").removeprefix("efter ")
    told = [
        listed([f"{stream.name.lower()} {number(stream.count)}" for stream in side]) or "ingen"
        for side in (coming, going)
    ]
    summary = f"Veje ind: {told[0]}. Veje ud: {told[1]}."
    drawn = Ready(
        tag="div",
        attributes={"className": "sankey-box", "role": "img", **also(aria_label=f"Diagram. {summary}")},
        inside=sankey(middle[:1].upper() + middle[1:], coming, going),
    )
    return html.Figure([drawn, html.Figcaption(summary, className="hidden-text")], className="sankey-figure")


def _tones(coming: Answer, going: Answer) -> dict[str, str]:
    """A group has the same colour on both sides, those with most the first colours."""
    sizes: dict[str, int] = {}
    for answer, (_, column) in ((coming, IN), (going, OUT)):
        for row in answer.rows:
            sizes[row[column]] = sizes.get(row[column], 0) + row["spells"]
    groups = sorted((name for name in sizes if name not in NEITHER), key=lambda name: (-sizes[name], name))
    tones = {name: str(place % TONES) for place, name in enumerate(groups)}
    return {name: "none" for name in sizes if name in NEITHER} | tones


def _subtitle(view: View) -> str:
    day, since = date_text(view.filters.end), date_text(view.filters.start)
    return (
        f"{counted(view.filters, view.options)}; forløb begyndt og sluttet {since} – {day}, "
        "og indsatsen inden for 90 dage før og efter"
    )


def pathways_in_card(view: View) -> Component:
    return _side_card(
        view, IN, "in", "Kom fra", f"Forløb begyndt {_period(view)}; indsatsen op til 90 dage før"
    )


def pathways_out_card(view: View) -> Component:
    return _side_card(
        view, OUT, "out", "Gik til", f"Forløb sluttet {_period(view)}; indsatsen op til 90 dage efter"
    )


def _period(view: View) -> str:
    return f"{date_text(view.filters.start)} – {date_text(view.filters.end)}"


def _group_href(view: View, group: str) -> str | None:
    """The same page for that group: where its citizens come from and go to."""
    return view.href(paragraf=f"{GROUP_MARK}{group}") if group in view.options.groups else None


def _side_card(view: View, way: tuple[str, str], name: str, head: str, told: str) -> Component:
    figure, column = way
    where = places(view.filters, view.options)
    answer = ask(figure, view.filters)
    most = max((row["spells"] for row in answer.rows), default=0)
    rows = [
        Row(
            value_name(column, row[column], view.options),
            "",
            (Cell(number(row["spells"]), share_of(row["spells"], most), strong=row[column] not in NEITHER),),
            _group_href(view, row[column]),
        )
        for row in answer.rows
    ]
    title = pathways_in_title if way == IN else pathways_out_title
    return card(
        f"til-og-afgang-{name}",
        title(answer.rows, where),
        told,
        [
            barred_table(head, (Head("Forløb", barred=True),), rows, f"{head}: {told}")
            if rows
            else empty(NOTHING_COUNTED, WIDEN)
        ],
        answer=answer,
        options=view.options,
        chart=False,
    )


def rapid_card(view: View, period: str) -> Component:
    """By quarter, or by year where the page is; those that are too recent to judge stand apart."""
    weeks = WEEKS.of(view)
    answer = ask("rapid_response", view.filters, weeks=weeks, period=period)
    begun = total(answer.rows, "spells") + total(answer.rows, "too_recent")
    body = _rapid_body(answer, view, period, weeks) if begun else [empty(NOTHING_COUNTED, WIDEN)]
    return card(
        "til-og-afgang-rapid",
        rapid_title(answer.rows, weeks),
        f"{counted(view.filters, view.options)}; forløb efter hvornår de begyndte, {_period(view)} · "
        f"over søjlen: andelen · opgjort pr. {date_text(answer.as_of)}",
        body,
        answer=answer,
        options=view.options,
        side=WEEKS.side_by_side(view),
        class_name="whole",
    )


def _rapid_body(answer: Answer, view: View, period: str, weeks: str) -> list[Component]:
    rows, palette = answer.rows, view.palette
    labels = [_label(period_name(row["period_start"], period)) for row in rows]
    names = (
        f"slut inden for {weeks} uger, kom ikke igen",
        "varede længere eller kom igen",
        "for nye at bedømme",
    )
    colors = (palette.brand, palette.outflow, palette.line)
    slower = [row["spells"] - row["closed_without_return"] for row in rows]
    counts = (
        [row["closed_without_return"] for row in rows],
        slower,
        [row["too_recent"] for row in rows],
    )
    layers = [Layer(*one) for one in zip(names, counts, colors, strict=True)]
    figure = layered_columns(labels, layers, [row["share"] for row in rows], palette, narrow=view.narrow)
    judged = [row for row in rows if row["spells"]]
    told = [f"{period_name(row['period_start'], period)} {percent(row['share'], 0)}" for row in judged[-4:]]
    summary = (
        f"Andel slut inden for {weeks} uger, som ikke kom igen: {', '.join(told) or 'ingen kan bedømmes'}."
    )
    swatches = legend([name[:1].upper() + name[1:] for name in names], colors, palette.interval_edge)
    starts = [row["period_start"] for row in rows]
    ways = {_spells_href(view, start, period, weeks): period_name(start, period) for start in starts}
    drawn = going_graph("rapid", figure, summary, along(figure, list(ways)), ways, view)
    return [drawn, swatches]


def _spells_href(view: View, start: date, period: str, weeks: str) -> str:
    """The spells that began in one period, month by month."""
    last = min(period_end(start, period), view.options.as_of)
    own = {"from": f"{start}", "to": f"{last}", "period": "month", "weeks": weeks}
    return view.figure("rapid_response", **own)


def _label(period: str) -> str:
    """A quarter on two lines."""
    first, blank, year = period.rpartition(" ")
    return f"{first}\n{year}" if blank else year
