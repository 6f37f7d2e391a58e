"""How budget, reconciliation, comparison and initiatives are asked for, named and drawn on their pages."""

import pytest

from cockpit.charts import PALETTES, bar_chart
from cockpit.components.account_names import account_text
from cockpit.components.cells import cell
from cockpit.components.figure_chart import draw, measures
from cockpit.components.figure_form import asked_for, controls
from cockpit.components.figure_titles import subtitle
from cockpit.components.labels import figure_name
from cockpit.components.options import options
from cockpit.components.view import view_of
from cockpit.keyfigures import AccountName, defined, run
from cockpit.wording import kroner
from tests.pages.made_answers import made

pytestmark = pytest.mark.usefixtures("demo")
BUDGET = "account original_budget revised_budget actual forecast variance share_used"
NAMES = {
    "5.28.20": AccountName("Opholdssteder", True),
    "5.28.22": AccountName("Plejefamilier", False),
    "9.9.9": AccountName(None, True),
}


def given(figure: str, search: str) -> dict[str, str]:
    return asked_for(defined(figure), view_of(f"/noegletal/{figure}", search, None))[0]


@pytest.mark.parametrize(
    ("search", "year", "month"),
    [
        ("", "2026", "10"),
        ("?year=2025", "2025", "12"),
        ("?year=2026", "2026", "10"),
        ("?year=2025&month=3", "2025", "3"),
        ("?month=3", "2026", "3"),
        ("?til=2024-06", "2024", "6"),
        ("?year=i fjor", "i fjor", "10"),
    ],
)
def test_the_last_month_there_is_of_a_year(search: str, year: str, month: str) -> None:
    for figure in ("budget", "reconciliation"):
        assert given(figure, search) == {"year": year, "month": month}


@pytest.mark.parametrize(
    ("search", "figure", "year"),
    [
        ("", "cost.unit_cost", "2025"),  # nobody has published anything for the year under way
        ("?til=2024-06", "cost.unit_cost", "2024"),
        ("?til=2019-06&fra=2019-01", "cost.unit_cost", "2025"),
        ("?year=2023", "cost.unit_cost", "2023"),
        ("?figure=full_year_persons.per_1000_adults", "full_year_persons.per_1000_adults", "2025"),
        ("?figure=findes.ikke", "findes.ikke", "2026"),
    ],
)
def test_the_newest_comparison_there_is(search: str, figure: str, year: str) -> None:
    assert given("benchmark", search) == {"figure": figure, "year": year}


def test_accounts_are_named_and_marked_where_nobody_has_verified_them() -> None:
    assert account_text("5.28.20", NAMES) == "5.28.20 Opholdssteder"
    assert account_text("5.28.22", NAMES) == "5.28.22 Plejefamilier (skal bekræftes)"
    together = "5.28.20 + 5.28.22 Opholdssteder, Plejefamilier (skal bekræftes)"
    assert account_text("5.28.20+5.28.22", NAMES) == together
    assert account_text("9.9.9", NAMES) == "9.9.9"
    assert account_text("6.45.51", NAMES) == "6.45.51"
    assert account_text("uoplyst", NAMES) == "Ingen konto på listen"
    assert cell("account", "5.38.50", {}, options()) == (
        "5.38.50 Botilbud for længerevarende ophold (skal bekræftes)"
    )


def test_figures_and_municipalities_by_name() -> None:
    assert figure_name("cost.unit_cost") == "Udgift og pris pr. helårsperson: pris pr. helårsperson (kr.)"
    assert figure_name("stock_flow") == defined("stock_flow").title
    assert figure_name("ventetid") == "ventetid"
    assert cell("municipality", "306", {}, options()) == "Odsherred"
    assert cell("municipality", "999", {}, options()) == "999"


def test_what_each_figure_shows_first() -> None:
    shown = {}
    for figure in ("budget", "reconciliation", "benchmark", "initiatives"):
        result = run(figure, given(figure, ""))
        answer = made(figure, " ".join(result.columns), *(tuple(row.values()) for row in result.rows))
        shown[figure] = measures(answer)
    assert [shown[figure][:1] for figure in shown] == [["variance"], ["difference"], ["value"], []]
    assert "rank" not in shown["benchmark"]


def test_the_line_under_the_title_says_until_when_and_what() -> None:
    view = view_of("/", "", None)
    row = ("5.38.50", 1.0, 2.0, 3.0, "all")
    columns = "account cost_from_services ledger_actual difference species"
    all_rows = subtitle(made("reconciliation", columns, row, year="2026", month="3"), view, "")
    assert all_rows.startswith("Alt bogført er med, for arten mangler · til og med marts 2026 ·")
    purchases = made("reconciliation", columns, (*row[:-1], "purchase"), year="2025", month="12")
    assert subtitle(purchases, view, "").startswith("Til og med december 2025 ·")
    compared = made("benchmark", "municipality value", ("330", 1.0), figure="cost.unit_cost", year="2025")
    assert "pris pr. helårsperson (kr.) · 2025 ·" in subtitle(compared, view, "")


def test_an_overspend_and_what_is_left_on_either_side_of_nothing() -> None:
    rows = [("5.38.50", 1e8, 1e8, 9e7, 9.5e7, -5e6, 0.9), ("5.38.52", 1e8, 1e8, 9e7, None, None, 0.9)]
    drawing = draw(made("budget", BUDGET, *rows, year="2026", month="10"), "variance", view_of("/", "", None))
    assert drawing is not None
    assert drawing.figure["data"][0]["x"] == [-5e6, 0]
    assert drawing.figure["data"][0]["text"][1] == "–"


@pytest.mark.parametrize("values", [[-10.6e6, 4e5], [5.8e6, -6e5], [-3e6, -1.0], [2e6, 1e6]])
def test_numbers_have_room_beside_their_bars(values: list[float]) -> None:
    figure = bar_chart(["En konto med et langt navn", "B"], values, PALETTES["light"], written=kroner)
    low, high = figure["layout"]["xaxis"]["range"]
    wide = 550 - figure["layout"]["margin"]["l"]
    for value in values:
        room = (value - low if value < 0 else high - value) * wide / (high - low)
        assert room >= len(kroner(value)) * 6, (value, room)


def test_which_comparison_is_chosen_from_what_is_delivered() -> None:
    view = view_of("/noegletal/benchmark", "", None)
    shown = {"figure": "cost.unit_cost", "year": "2025"}
    found = str(controls(defined("benchmark"), shown, view, []))
    assert "Udgift og pris pr. helårsperson: pris pr. helårsperson (kr.)" in found
    assert "pr. 1.000 voksne indbyggere" in found
