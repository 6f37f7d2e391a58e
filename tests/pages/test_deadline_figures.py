"""How deadlines and reviews are asked for, named and drawn on their own pages."""

from datetime import date

import pytest

from cockpit.components.cells import cell
from cockpit.components.figure_chart import draw, measures
from cockpit.components.figure_form import asked_for
from cockpit.components.figure_titles import subtitle
from cockpit.components.options import options
from cockpit.components.view import view_of
from cockpit.keyfigures import defined
from tests.pages.made_answers import made

pytestmark = pytest.mark.usefixtures("demo")


def test_what_is_asked_when_nothing_is_chosen() -> None:
    def given(figure: str, search: str = "") -> dict[str, str]:
        return asked_for(defined(figure), view_of(f"/noegletal/{figure}", search, None))[0]

    assert given("deadline_risk") == {"days": "30"}
    assert given("deadline_risk", "?days=7") == {"days": "7"}
    assert given("deadlines_kept")["period"] == "quarter"
    assert "months" not in given("review_due")


def test_kinds_have_the_municipalitys_names() -> None:
    def shown(kind: str) -> str:
        return cell("kind", kind, {}, options())

    assert shown("notification_24h") == "Vurdering af underretning"
    assert shown("rate_negotiation") == "Takstforhandling"
    assert cell("team", "uoplyst", {}, options()) == "Uoplyst"


def test_risk_by_team_and_kind() -> None:
    rows = (("child_assessment", "Børn", 1, 2), ("follow_up", "Børn", 3, 0), ("follow_up", "Voksen", 0, 4))
    answer, view = (
        made("deadline_risk", "kind team overdue due_within", *rows, days="30"),
        view_of("/", "", None),
    )
    assert measures(answer) == ["overdue", "due_within"]
    drawing = draw(answer, "due_within", view)
    assert drawing is not None
    layers = {trace["name"]: trace["x"] for trace in drawing.figure["data"] if trace.get("name")}
    assert layers == {"Børnefaglig undersøgelse": [2, 0], "Opfølgning": [0, 4]}
    assert drawing.summary.startswith("Udløber snart. Voksen:")
    assert "snart er inden for 30 dage" in subtitle(answer, view, drawing.note)


def test_the_share_kept_is_a_line_for_each_kind() -> None:
    columns = "period_start kind due kept breached share_kept median_days"
    rows = [
        (date(2026, month, 1), kind, 4, kept, 4 - kept, kept / 4, 30.0)
        for month in (1, 4)
        for kind, kept in (("follow_up", 3), ("child_assessment", 4))
    ]
    answer = made("deadlines_kept", columns, *rows, period="quarter")
    assert measures(answer)[0] == "share_kept"
    drawing = draw(answer, "share_kept", view_of("/", "", None))
    assert drawing is not None
    assert "Opfølgning: 75,0 pct. i 1. kvt. 2026, 75,0 pct. i 2. kvt. 2026." in drawing.summary
