"""The cards of På vej: who turns 18, what runs out, what reviews came to, and what none has looked at."""

from dash import html
from dash.development.base_component import Component

from cockpit.charts.coming_columns import coming_columns
from cockpit.components.answers import Answer, ask
from cockpit.components.arranged import BY_SECTION, DEAREST, laid_out
from cockpit.components.barred_table import Cell, Head, Row, barred_table, share_of
from cockpit.components.card import card
from cockpit.components.drill import along, going_graph
from cockpit.components.figure_cards import NOTHING_COUNTED, WIDEN
from cockpit.components.labels import value_name
from cockpit.components.markup import link
from cockpit.components.own_choice import OwnChoice
from cockpit.components.scope import counted, services_counted
from cockpit.components.states import empty
from cockpit.components.view import View
from cockpit.findings.coming import (
    expiring_title,
    review_due_title,
    reviews_title,
    turning_title,
)
from cockpit.keyfigures import may_run
from cockpit.wording import date_text, kroner, month_text, number, signed

MONTHS = OwnChoice("maaneder", "Måneder frem", {months: f"{months} måneder" for months in ("12", "24")})
DAYS = OwnChoice("dage", "Dage frem", {days: f"{days} dage" for days in ("90", "180", "365")})
UNSEEN = OwnChoice("siden", "Ikke gået igennem i", {months: f"{months} måneder" for months in ("12", "24")})
FURTHER = "Vælg flere dage frem, eller nulstil filtrene."
THOUSAND = 1e3
# The lists behind two of the cards, as the address names them.
EXPIRING, DUE = "udloeber", "gennemgaa"
LISTS = {EXPIRING: "expiring_list", DUE: "review_due_list"}
EFFECT = (Head("Indsatser"), Head("Virkning", "t.kr. om året"))


def turning_card(view: View) -> Component:
    months = MONTHS.of(view)
    answer = ask("turning_18", view.filters, months=months)
    body = empty("Ingen unge i udsnittet fylder 18", "Vælg flere måneder frem, eller nulstil filtrene.")
    if any(row["citizens"] for row in answer.rows):
        labels = [month_text(row["month"]).replace(" ", "\n") for row in answer.rows]
        citizens = [row["citizens"] for row in answer.rows]
        costs = [float(row["annual_cost"]) for row in answer.rows]
        figure = coming_columns(labels, citizens, costs, view.palette, narrow=view.narrow)
        told = [
            f"{month_text(row['month'])} {number(row['citizens'])} ({kroner(float(row['annual_cost']))})"
            for row in answer.rows
            if row["citizens"]
        ]
        page = view.figure("turning_18", months=months)
        ways = along(figure, [page if row["citizens"] else "" for row in answer.rows])
        names = {page: "Nøgletallet med alle sine valg"}
        body = going_graph("turning", figure, f"Unge, der fylder 18: {', '.join(told)}.", ways, names, view)
    priced = "" if view.narrow or months != MONTHS.usual else ", og deres årspris i mio. kr."
    return card(
        "paa-vej-turning",
        turning_title(answer.rows, months),
        f"Unge med en indsats på børne- og ungeområdet, pr. måned{priced} · {from_day(answer)}",
        [body],
        answer=answer,
        options=view.options,
        side=MONTHS.side_by_side(view),
    )


def expiring_card(view: View) -> Component:
    days = DAYS.of(view)
    answer = laid_out(ask("expiring", view.filters, days=days), DEAREST, view.options)
    heads = (Head("Borgere"), Head("Årspris", "t.kr.", barred=True))
    caption = f"Bevillinger, der udløber inden for {days} dage, efter paragraf"
    nothing = empty(f"Ingen bevillinger i udsnittet udløber inden for {days} dage", FURTHER)
    rows = _rows(answer, "citizens", view, EXPIRING)
    return card(
        "paa-vej-expiring",
        expiring_title(answer.rows, days),
        f"{counted(view.filters, view.options)}; bevillinger uden en ny, de dyreste øverst · "
        f"{from_day(answer)}",
        [barred_table("Paragraf", heads, rows, caption), _to_list(view, EXPIRING)] if rows else [nothing],
        answer=answer,
        options=view.options,
        side=DAYS.side_by_side(view),
        chart=False,
    )


def reviews_card(view: View) -> Component:
    answer = ask("reviews", view.filters)
    rows = [
        Row(
            value_name("kind", row["kind"], view.options),
            "",
            (Cell(number(row["services"])), Cell(signed(float(row["annual_effect"]) / THOUSAND))),
            view.figure_page(answer),
        )
        for row in answer.rows
    ]
    period = f"{date_text(view.filters.start)} – {date_text(view.filters.end)}"
    caption = f"Gennemgange {period}"
    nothing = empty("Ingen indsatser i udsnittet er gået igennem i perioden", WIDEN)
    return card(
        "paa-vej-reviews",
        reviews_title(answer.rows),
        f"{services_counted(view.filters, view.options)}, gået igennem {period}; en besparelse har minus",
        [barred_table("Slags", EFFECT, rows, caption) if rows else nothing],
        answer=answer,
        options=view.options,
        chart=False,
    )


def review_due_card(view: View) -> Component:
    """By section; of one section, by owner."""
    months = UNSEEN.of(view)
    found = ask("review_due", view.filters, months=months)
    alone = len(view.filters.sections) == 1
    answer = found if alone else laid_out(found, BY_SECTION, view.options)
    heads = (Head("Indsatser"), Head("Årspris", "t.kr.", barred=True))
    rows = _rows(answer, "services", view, DUE, "owner" if alone else "section")
    head = "Ejer" if alone else "Paragraf"
    caption = f"Indsatser, der ikke er gået igennem i {months} måneder, efter {head.lower()}"
    nothing = empty(NOTHING_COUNTED, "Vælg færre måneder, eller nulstil filtrene.")
    return card(
        "paa-vej-due",
        review_due_title(answer.rows, months),
        f"{services_counted(view.filters, view.options)}, i gang, de dyreste øverst · {from_day(answer)}",
        [barred_table(head, heads, rows, caption), _to_list(view, DUE)] if rows else [nothing],
        answer=answer,
        options=view.options,
        side=UNSEEN.side_by_side(view),
        chart=False,
        class_name="whole",
    )


def _rows(answer: Answer, count: str, view: View, which: str, by: str = "section") -> list[Row]:
    """One for each row of the answer: a section leads to itself, within it a row to the list behind it."""
    alone = len(view.filters.sections) == 1
    most = max((float(row["annual_cost"]) for row in answer.rows), default=0)
    return [
        Row(
            *_names(by, row[by], view),
            (
                Cell(number(row[count])),
                Cell(number(float(row["annual_cost"]) / THOUSAND), share_of(row["annual_cost"], most)),
            ),
            _to_list_of(by, row[by], view, which) if alone else view.href(paragraf=row[by]),
        )
        for row in answer.rows
    ]


def _to_list_of(by: str, value: str, view: View, which: str) -> str | None:
    """The list of the section chosen; of an owner whose name a filter knows, narrowed to it."""
    if not may_run(LISTS[which]):
        return None
    if by == "section":
        return view.href(vis=which)
    return view.href(vis=which, ejer=value) if value in view.options.owners else None


def _to_list(view: View, which: str) -> Component:
    if not may_run(LISTS[which]):
        return html.P(className="card-sub below")
    return html.P(link("Se indsatserne på en liste", view.href(vis=which)), className="card-sub below")


def _names(by: str, value: str, view: View) -> tuple[str, str]:
    section = view.options.section(value) if by == "section" else None
    return (section.label, section.name) if section else (value_name(by, value, view.options), "")


def from_day(answer: Answer) -> str:
    return f"regnet fra {date_text(answer.as_of)}"
