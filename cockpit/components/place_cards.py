"""The cards of Køb, salg og belægning: how full our places are, and what we buy and sell."""

from datetime import date

from dash.development.base_component import Component

from cockpit.components.address import GROUP_MARK
from cockpit.components.answers import Answer, ask
from cockpit.components.arranged import FREEST, laid_out
from cockpit.components.barred_table import Cell, Head, Row, barred_table, share_of
from cockpit.components.card import card
from cockpit.components.drill import along, going_graph
from cockpit.components.figure_chart import draw
from cockpit.components.figure_layers import market_groups
from cockpit.components.labels import VALUES, value_name
from cockpit.components.place_layouts import BY_GROUP, TOGETHER
from cockpit.components.scope import places, span
from cockpit.components.states import empty
from cockpit.components.view import View
from cockpit.findings.places import citizens_title, market_title, occupancy_title, places_title
from cockpit.periods import month_start
from cockpit.wording import date_text, month_text, number, percent

NO_PLACES = "Ingen egne tilbud i udsnittet har oplyst pladser"
NO_DEALINGS = "Ingen borgere i udsnittet på dagen"
RESET = "Vælg en anden periode, eller nulstil filtrene."
MILLION = 1e6
PLACES = (
    *(Head("Ledige"), Head("Belægning", barred=True)),
    *(Head("Pladser"), Head("Egne borgere"), Head("Solgt")),
)
GROUPS = (
    Head("Købt", "mio. kr. om året", barred=True),
    Head("Selvforsyning", "af vores borgere", barred=True),
    *(Head("Solgt", "mio. kr. om året"), Head("I egne tilbud", "mio. kr. om året")),
)
DEALINGS = (Head("Borgere"), Head("Årsbeløb", "mio. kr.", barred=True), Head("Andel"))


def occupancy_card(view: View) -> Component:
    answer = laid_out(ask("occupancy", view.filters), TOGETHER, view.options)
    drawing = draw(answer, "occupancy_rate", view) if len(answer.rows) > 1 else None
    nothing = "Perioden er for kort til en kurve" if answer.rows else NO_PLACES
    body = empty(nothing, RESET)
    if drawing:
        names = {_month(row["month"], view): month_text(row["month"]) for row in answer.rows}
        ways = along(drawing.figure, list(names))
        body = going_graph("occupancy", drawing.figure, drawing.summary, ways, names, view)
    return card(
        "pladser-occupancy",
        occupancy_title(answer.rows),
        f"Brugte dage af pladsdage i alle egne tilbud {_narrowed(view)}i pct., pr. måned · "
        f"{span(view.filters.start, view.filters.end)}",
        [body],
        answer=answer,
        options=view.options,
    )


def _month(end: date, view: View) -> str:
    """Each provider in that month."""
    last = min(end, view.options.as_of)
    return view.figure("occupancy", **{"from": f"{month_start(end)}", "to": f"{last}"})


def places_card(view: View) -> Component:
    answer = laid_out(ask("places", view.filters), FREEST, view.options)
    rows = [
        Row(
            value_name("provider", row["provider"], view.options),
            "",
            (
                Cell(number(row["free"])),
                Cell(percent(row["occupancy_rate"], 0), _most_whole(row["occupancy_rate"])),
                *(Cell(number(row[column])) for column in ("places", "own_citizens", "sold")),
            ),
            view.figure("occupancy", provider=row["provider"]),
        )
        for row in answer.rows
    ]
    return card(
        "pladser-places",
        places_title(answer.rows),
        f"Egne tilbud {_narrowed(view)}efter ledige pladser, de fleste øverst · "
        f"pr. {date_text(view.filters.end)}",
        [barred_table("Tilbud", PLACES, rows, "Pladser i egne tilbud") if rows else empty(NO_PLACES, RESET)],
        answer=answer,
        options=view.options,
        chart=False,
    )


def _most_whole(rate: float | None) -> float | None:
    """A bar ends where the places do; the number says how many more there are."""
    return min(rate, 1.0) if rate else None


def market_card(view: View) -> Component:
    answer = ask("market", view.filters)
    drawing = draw(answer, "citizens", view)
    body = empty(NO_DEALINGS, RESET)
    if drawing:
        groups = market_groups(answer)
        hrefs = [view.href(paragraf=f"{GROUP_MARK}{group}") for group in groups]
        titles = [value_name("group", group, view.options) for group in groups]
        names = dict(zip(hrefs, titles, strict=True))
        ways = along(drawing.figure, hrefs)
        body = going_graph("market", drawing.figure, drawing.summary, ways, names, view)
    return card(
        "pladser-market",
        citizens_title(answer.rows),
        f"Borgere {places(view.filters, view.options)}, efter gruppe og hvem der har pladsen; en borger hos "
        f"to slags ejere står under begge · pr. {date_text(view.filters.end)}",
        [body],
        answer=answer,
        options=view.options,
        class_name="whole",
    )


def dealings_card(view: View) -> Component:
    """One row for each group; of one group or paragraph, for each owner."""
    alone = len(view.filters.groups) == 1 or bool(view.filters.sections)
    return _owners_card(view) if alone else _groups_card(view)


def _groups_card(view: View) -> Component:
    found = ask("market", view.filters)
    answer = laid_out(found, BY_GROUP, view.options)
    most = max((row["bought_amount"] for row in answer.rows), default=0)
    rows = [
        Row(
            value_name("group", row["group"], view.options),
            "",
            (
                Cell(_millions(row["bought_amount"]), share_of(row["bought_amount"], most), strong=True),
                Cell(percent(row["share_own"], 0), row["share_own"]),
                *(Cell(_millions(row[column])) for column in ("sold_amount", "own_amount")),
            ),
            view.href(paragraf=f"{GROUP_MARK}{row['group']}"),
        )
        for row in answer.rows
    ]
    title = market_title(found.rows, "Køb, salg og selvforsyning efter gruppe")
    grid = barred_table("Gruppe", GROUPS, rows, "Køb og salg efter gruppe") if rows else None
    return _amounts_card(
        view, answer, title, "selvforsyning: andelen af vores borgere, der er i egne tilbud", grid
    )


def _owners_card(view: View) -> Component:
    answer = ask("market", view.filters)
    most = max((row["annual_amount"] for row in answer.rows), default=0)
    rows = [
        Row(
            _dealing(row["direction"], row["owner"], view),
            value_name("group", row["group"], view.options),
            (
                Cell(number(row["citizens"])),
                Cell(
                    _millions(row["annual_amount"]),
                    share_of(row["annual_amount"], most),
                    strong=row["direction"] == "bought",
                ),
                Cell(percent(row["share"], 0)),
            ),
            view.href(ejer=row["owner"]) if row["owner"] in view.options.owners else None,
        )
        for row in answer.rows
    ]
    title = market_title(answer.rows, "Køb og salg efter ejer")
    grid = barred_table("Ejer", DEALINGS, rows, "Borgere og årsbeløb efter ejer") if rows else None
    share = "andel: af pladserne i egne tilbud er solgt, af vores borgere er i egne tilbud"
    return _amounts_card(view, answer, title, share, grid)


def _amounts_card(view: View, answer: Answer, title: str, share: str, grid: Component | None) -> Component:
    """`share` says what its column with shares is of."""
    return card(
        "pladser-groups",
        title,
        f"Taksterne pr. {date_text(view.filters.end)}, regnet til et år · {share}",
        [grid or empty(NO_DEALINGS, RESET)],
        answer=answer,
        options=view.options,
        chart=False,
        class_name="whole",
    )


def _dealing(direction: str, owner: str, view: View) -> str:
    if direction != "bought":
        return {"own": "Egne borgere i egne tilbud", "sold": "Solgt: pladser i egne tilbud"}[direction]
    return f"{VALUES['direction'][direction]}: {value_name('owner', owner, view.options).lower()}"


def _millions(amount: float) -> str:
    return number(float(amount) / MILLION, 1)


def _narrowed(view: View) -> str:
    """Owners are not named: places are our own."""
    filters = view.filters
    if filters.unscoped:
        return ""
    named = [
        *filters.groups,
        *(section.label for key in filters.sections if (section := view.options.section(key))),
    ]
    return f"({', '.join([*named, *filters.areas])}) "
