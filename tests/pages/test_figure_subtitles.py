"""The line under a figure's title tells the period as that figure counts it."""

from datetime import date

import pytest

from cockpit.components.figure_chart import draw
from cockpit.components.figure_form import asked_for
from cockpit.components.figure_titles import subtitle
from cockpit.components.view import view_of
from cockpit.keyfigures import defined
from tests.pages.made_answers import made

pytestmark = pytest.mark.usefixtures("demo")
AS_OF = date(2026, 10, 31)
BRIDGE = ("effect amount", ("volume", -2e6), ("price", 1e6))


def under(
    figure: str, columns: str, *rows: tuple[object, ...], as_of: date = AS_OF, **parameters: str
) -> str:
    return subtitle(made(figure, columns, *rows, as_of=as_of, **parameters), view_of("/", "", None), "")


@pytest.mark.parametrize(
    ("as_of", "year_b", "basis", "told"),
    [
        (AS_OF, "2026", "to_date", "2024 til 2026, begge til 31. oktober ·"),
        (AS_OF, "2026", "committed", "2024 til 2026 ·"),
        (AS_OF, "2025", "to_date", "2024 til 2025 ·"),
        (date(2026, 12, 31), "2026", "to_date", "2024 til 2026 ·"),
    ],
)
def test_two_years_to_the_same_day(as_of: date, year_b: str, basis: str, told: str) -> None:
    assert told in under("cost_bridge", *BRIDGE, as_of=as_of, year_a="2024", year_b=year_b, basis=basis)


def test_how_far_ahead() -> None:
    assert "De næste 12 måneder ·" in under("turning_18", "month citizens", (AS_OF, 1), months="12")
    assert "De næste 90 dage ·" in under("expiring", "section citizens", ("SEL 107", 1), days="90")
    assert "Ikke gået igennem i 12 måneder ·" in under(
        "review_due", "section services", ("SEL 107", 1), months="12"
    )
    assert "· 2026 ·" in under("state_refund", "citizens refund", (1, 1.0), year="2026", basis="to_date")


@pytest.mark.parametrize(
    ("period", "year_a", "year_b"),
    [
        ("", "2025", "2026"),
        ("?fra=2022-01&til=2025-12", "2022", "2025"),
        ("?fra=2026-03&til=2026-06", "2025", "2026"),
        ("?year_a=2019", "2019", "2026"),
    ],
)
def test_the_bridge_follows_the_period(period: str, year_a: str, year_b: str) -> None:
    given, _ = asked_for(defined("cost_bridge"), view_of("/noegletal/cost_bridge", period, None))
    assert (given["year_a"], given["year_b"]) == (year_a, year_b)


def test_what_happens_in_a_month_is_a_bar() -> None:
    rows = [(date(2026, 11, 30), 2, 500_000.0), (date(2026, 12, 31), 0, 0.0)]
    answer = made("turning_18", "month citizens annual_cost", *rows, months="2")
    drawing = draw(answer, "citizens", view_of("/", "", None))
    assert drawing is not None
    (bars,) = drawing.figure["data"]
    assert (bars["type"], bars["x"], bars["text"]) == ("bar", [2, 0], ["2", "0"])


def test_an_effect_below_zero_has_room_on_its_side() -> None:
    drawing = draw(made("cost_bridge", *BRIDGE), "amount", view_of("/", "", None))
    assert drawing is not None
    low, high = drawing.figure["layout"]["xaxis"]["range"]
    assert low < -2e6
    assert high > 1e6
    assert "Antal borgere: −2,00 mio. kr." in drawing.figure["data"][0]["customdata"]
