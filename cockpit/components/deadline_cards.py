"""The cards of Sagsbehandlingsfrister: the share kept, what is overdue or soon due, and the waiting."""

from datetime import date
from typing import Any

from dash import html
from dash.development.base_component import Component

from cockpit.charts.kept_columns import kept_columns
from cockpit.charts.kept_lines import KeptLine, kept_lines
from cockpit.components.answers import Answer, ask
from cockpit.components.arranged import LONGEST, SINCE_FIRST, WORST, laid_out
from cockpit.components.barred_table import Cell, Head, Row, barred_table, share_of
from cockpit.components.card import card
from cockpit.components.cells import by_name, period_name
from cockpit.components.drawing import Drawing
from cockpit.components.drill import by_line, going_graph
from cockpit.components.labels import BY, value_name
from cockpit.components.markup import link
from cockpit.components.own_choice import OwnChoice
from cockpit.components.scope import services_counted, span
from cockpit.components.states import empty
from cockpit.components.view import View
from cockpit.findings.caseload import team_name
from cockpit.findings.deadlines import FEWEST_DECIDED, kept_title, risk_title, waits_title
from cockpit.keyfigures import may_run
from cockpit.periods import period_end
from cockpit.wording import date_text, listed, number, percent

EVERY, ALL_KINDS = "alle", "Alle slags"
DAYS = OwnChoice("dage", "Dage frem", {days: f"{days} dage" for days in ("30", "60", "90")})
# The list behind what is at risk, and the team that it is narrowed to.
LISTED, TEAM_KEY = "fristsager", "team"
LISTS = OwnChoice("vis", "Vis", {"samlet": "Det hele", LISTED: "Frister i fare"})
NOTHING_DUE, LONGER = "Ingen frister udløber i perioden", "Vælg en længere periode foroven."
MOST_AT_RISK = 40  # rows on the screen
NOTHING_AT_RISK = "Ingen frister er overskredet eller udløber snart"
NOBODY_WAITED = "Ingen indsatser i udsnittet er afgjort i perioden"


def kinds(view: View) -> OwnChoice:
    """All kinds of deadlines, or one of those there are."""
    there_are = {kind: value_name("kind", kind, view.options) for kind in view.options.values("kind")}
    return OwnChoice("frist", "Slags frist", {EVERY: ALL_KINDS, **there_are})


def kept_card(view: View) -> Component:
    choice = kinds(view)
    kind = choice.of(view)
    own = {} if kind == EVERY else {"kind": kind}
    answer = laid_out(ask("deadlines_kept", view.filters, period="quarter", **own), SINCE_FIRST, view.options)
    drawing = _kept(answer, view, choice) if answer.rows else None
    first = answer.rows[0]["period_start"] if answer.rows else view.filters.start
    shown = f"{span(first, view.filters.end, 'quarter')}, " if answer.rows else ""
    note = drawing.note if drawing else ""
    return card(
        "frister-kept",
        kept_title(answer.rows, choice.names, answer.as_of),
        f"Frister, der er udløbet, pr. kvartal · {note}{shown}opgjort pr. {date_text(answer.as_of)}",
        [_kept_graph(drawing, answer, view, choice) if drawing else empty(NOTHING_DUE, LONGER)],
        answer=answer,
        options=view.options,
        side=choice.unfolding(view),
        class_name="has-menu",
    )


def _kept_graph(drawing: Drawing, answer: Answer, view: View, choice: OwnChoice) -> Component:
    """Each line leads to its kind alone, quarter by quarter; that is the last level."""
    kinds_drawn = list(dict.fromkeys(row["kind"] for row in answer.rows))
    names = {view.href(frist=kind): choice.names.get(kind, kind) for kind in kinds_drawn}
    ways = by_line(drawing.figure, list(names)) if len(names) > 1 else []
    return going_graph("kept", drawing.figure, drawing.summary, ways, names, view)


def _kept(answer: Answer, view: View, choice: OwnChoice) -> Drawing:
    """A line for each kind; of one kind alone the columns behind its line."""
    starts = sorted({row["period_start"] for row in answer.rows})
    open_end = answer.as_of < period_end(starts[-1], "quarter")
    labels = [_label(start, answer.as_of) for start in starts]
    names = {row["kind"]: choice.names.get(row["kind"], row["kind"]) for row in answer.rows}
    open_note = "åbent mærke: kvartalet er ikke slut · " if open_end else ""
    last = [row for row in answer.rows if row["period_start"] == starts[-1]]
    told = [f"{names[row['kind']]} {percent(row['share_kept'], 0)}" for row in last if row["due"]]
    summary = f"Andel overholdt i {_flat(labels[-1])}: {listed(told)}."
    if len(names) == 1:
        kept, breached, shares = (
            [row[column] for row in answer.rows] for column in ("kept", "breached", "share_kept")
        )
        figure = kept_columns(labels, kept, breached, shares, view.palette, narrow=view.narrow)
        return Drawing(figure, summary, "øverst i søjlen: overskredet · ")
    lines = [_line(kind, name, answer, labels) for kind, name in names.items()]
    figure = kept_lines(labels, lines, view.palette, open_end=open_end, narrow=view.narrow)
    return Drawing(figure, summary, f"andel overholdt i pct. · {open_note}")


def _line(kind: str, name: str, answer: Answer, labels: list[str]) -> KeptLine:
    rows = [row for row in answer.rows if row["kind"] == kind]
    texts = [
        f"{name}\n{_flat(label)}: {percent(row['share_kept'])} "
        f"({number(row['kept'])} af {number(row['due'])})"
        for label, row in zip(labels, rows, strict=True)
    ]
    return KeptLine(name, tuple(row["share_kept"] for row in rows), tuple(texts))


def _label(start: date, as_of: date) -> str:
    """A quarter on two lines; the one that is not over says to when."""
    if as_of < period_end(start, "quarter"):
        return f"{period_name(start, 'quarter')}\ntil {as_of:%d-%m}"
    quarter, year = period_name(start, "quarter").rsplit(" ", 1)
    return f"{quarter}\n{year}"


def _flat(label: str) -> str:
    return label.replace("\n", " ")


def risk_card(view: View) -> Component:
    days = DAYS.of(view)
    answer = laid_out(ask("deadline_risk", view.filters, days=days), WORST, view.options)
    has_list = may_run("deadline_list")
    most = max((max(row["overdue"], row["due_within"]) for row in answer.rows), default=0)
    rows = [
        Row(
            team_name(row["team"]),
            value_name("kind", row["kind"], view.options),
            (
                Cell(number(row["overdue"]), share_of(row["overdue"], most), strong=True),
                Cell(number(row["due_within"]), share_of(row["due_within"], most)),
            ),
            view.href(**{LISTS.key: LISTED, TEAM_KEY: row["team"], "frist": row["kind"]})
            if has_list
            else None,
        )
        for row in answer.rows[:MOST_AT_RISK]
    ]
    heads = (Head("Overskredet", barred=True), Head("Udløber", f"inden {days} dage", barred=True))
    caption = f"Overskredne frister og frister, der udløber inden for {days} dage"
    nothing = empty(NOTHING_AT_RISK, "Vælg flere dage frem.")
    to_list = link("Se dem alle på en liste", view.href(**{LISTS.key: LISTED, TEAM_KEY: None, "frist": None}))
    all_of_them = html.P([*_left_out(answer), *([to_list] if has_list else [])], className="card-sub below")
    return card(
        "frister-risk",
        risk_title(answer.rows),
        f"Sager, der ikke er afsluttet pr. {date_text(answer.as_of)}, de værste øverst",
        [barred_table("Team og slags", heads, rows, caption), all_of_them] if rows else [nothing],
        answer=answer,
        options=view.options,
        side=DAYS.side_by_side(view),
        chart=False,
    )


def _left_out(answer: Answer) -> list[str]:
    if len(answer.rows) <= MOST_AT_RISK:
        return []
    return [f"De {number(MOST_AT_RISK)} værste af {number(len(answer.rows))} vises. "]


def waits_card(view: View) -> Component:
    """By section; of one section, by owner."""
    by = "owner" if len(view.filters.sections) == 1 else "section"
    answer = laid_out(ask("waiting_time", view.filters, by=by), LONGEST, view.options)
    sections = {row["by_value"]: view.options.section(row["by_value"] or "") for row in answer.rows}
    labels = {
        value: section.label if section else by_name(value, answer.parameters, view.options)
        for value, section in sections.items()
    }
    most = max((row["median_days_to_decision"] or 0 for row in answer.rows), default=0)
    rows = [
        Row(
            labels[row["by_value"]],
            section.name if (section := sections[row["by_value"]]) else "",
            (
                Cell(
                    number(row["median_days_to_decision"]),
                    share_of(row["median_days_to_decision"], most),
                    strong=row["services"] >= FEWEST_DECIDED,
                ),
                Cell(number(row["p90_days_to_decision"])),
                Cell(number(row["median_days_to_start"])),
                Cell(number(row["services"])),
            ),
            view.href(**{FILTER[by]: row["by_value"]}) if section or _is_owner(row, by, view) else None,
        )
        for row in answer.rows
    ]
    what = BY[by].lower()
    fewer = any(row["services"] < FEWEST_DECIDED for row in answer.rows)
    few = f"Længst ventetid øverst; med under {FEWEST_DECIDED} afgjorte nederst · " if fewer else ""
    return card(
        "frister-waits",
        waits_title(answer.rows, labels) if by == "section" else "Ventetid efter ejer",
        f"{few}{services_counted(view.filters, view.options)}, "
        f"{_decided(view)} · opgjort pr. {date_text(answer.as_of)}",
        [
            barred_table(BY[by], WAITS, rows, f"Ventetid efter {what}, i dage")
            if rows
            else empty(NOBODY_WAITED, LONGER)
        ],
        answer=answer,
        options=view.options,
        chart=False,
        class_name="whole",
    )


FILTER = {"section": "paragraf", "owner": "ejer"}
WAITS = (
    Head("Til afgørelse", "halvdelen højst, dage", barred=True),
    Head("Til afgørelse", "ni ud af ti højst, dage"),
    Head("Fra afgørelse til start", "halvdelen højst, dage"),
    Head("Indsatser", "afgjort"),
)


def _is_owner(row: dict[str, Any], by: str, view: View) -> bool:
    """One that can be narrowed to, where that is not done already."""
    return by == "owner" and row["by_value"] in view.options.owners and not view.filters.owners


def _decided(view: View) -> str:
    return f"afgjort {date_text(view.filters.start)} – {date_text(view.filters.end)}"
