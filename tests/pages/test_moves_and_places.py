"""How the figures of moves and places are asked for, named and drawn on their own pages."""

from datetime import date

import pytest

from cockpit.components.cells import cell
from cockpit.components.figure_chart import draw, measures
from cockpit.components.figure_form import asked_for, lacks_choice
from cockpit.components.figure_titles import subtitle
from cockpit.components.view import View, view_of
from cockpit.keyfigures import defined
from tests.pages.made_answers import OPTIONS, made

pytestmark = pytest.mark.usefixtures("demo")


def view(search: str = "", figure: str = "pathways_in") -> View:
    return view_of(f"/noegletal/{figure}", search, None)


@pytest.mark.parametrize(
    ("search", "group", "section"),
    [
        ("", "botilbud", None),
        ("?ejer=own", "botilbud", None),
        ("?paragraf=gruppe:dagtilbud", "dagtilbud", None),
        ("?paragraf=SEL 107", None, "SEL 107"),
        ("?group=dagtilbud", "dagtilbud", None),
        ("?section=SEL 107", None, "SEL 107"),
        ("?omraade=voksne", None, None),
    ],
)
def test_residential_care_where_nothing_is_chosen(
    search: str, group: str | None, section: str | None
) -> None:
    definition = defined("pathways_out")
    given, _ = asked_for(definition, view(search, "pathways_out"))
    assert (given.get("group"), given.get("section")) == (group, section)
    assert lacks_choice(definition, given) == (group is None and section is None)


def test_the_line_under_the_title_names_what_is_chosen() -> None:
    market = made("market", "direction citizens", ("own", 1), on="2026-10-31", group="", owner="")
    places = made("places", "provider places", ("T1", 1), on="2026-10-31", group="")
    chosen = view("?paragraf=gruppe:botilbud&ejer=own")
    assert subtitle(market, chosen, "").startswith("I botilbud hos egne tilbud · pr. 31-10-2026")
    assert subtitle(places, chosen, "").startswith("I botilbud · pr. 31-10-2026")
    assert subtitle(places, view(), "").startswith("Pr. 31-10-2026")


def test_shares_and_names_are_told_in_danish() -> None:
    told = {
        column: cell(column, value, {}, OPTIONS)
        for column, value in (
            *(("share", 0.853), ("occupancy_rate", 1.05), ("annual_amount", 1234.5), ("free", -2)),
            *(("direction", "sold"), ("owner", "private"), ("provider", "T1"), ("group", "botilbud")),
            *(("previous_group", "ny"), ("next_group", "død")),
        )
    }
    assert list(told.values()) == [
        *("85,3 pct.", "105,0 pct.", "1.235", "−2"),
        *("Solgt", "Private", "Birken", "Botilbud"),
        *("Ny: ingen indsats før", "Død"),
    ]
    assert cell("next_group", "støtte i eget hjem", {}, OPTIONS) == "Støtte i eget hjem"


def test_occupancy_is_a_line_for_each_provider_in_per_cent() -> None:
    rows = [
        (month, provider, days, 300, days / 300)
        for month in (date(2026, 9, 30), date(2026, 10, 31))
        for provider, days in (("T1", 270), ("T2", 330))
    ]
    answer = made("occupancy", "month provider used_days available_days occupancy_rate", *rows)
    assert measures(answer) == ["occupancy_rate", "used_days", "available_days"]
    drawing = draw(answer, "occupancy_rate", view())
    assert drawing is not None
    assert [line["y"] for line in drawing.figure["data"]] == [[1.1, 1.1], [0.9, 0.9]]
    assert drawing.figure["layout"]["yaxis"]["ticktext"][-1] == "120"
    assert drawing.note == "pct."
    assert "90,0 pct. i okt. 2026" in drawing.summary


def test_the_market_has_a_bar_for_each_group_and_a_layer_for_each_dealing() -> None:
    rows = [
        ("bought", "private", "botilbud", 5, 100.0, None),
        ("bought", "uoplyst", "BPA", 1, 0.0, None),
        ("sold", "own", "botilbud", 3, 50.0, 0.3),
        ("own", "own", "botilbud", 7, 70.0, 0.5),
    ]
    answer = made("market", "direction owner group citizens annual_amount share", *rows)
    assert measures(answer) == ["citizens", "annual_amount"]
    drawing = draw(answer, "citizens", view())
    assert drawing is not None
    layers = {layer["name"]: layer["x"] for layer in drawing.figure["data"]}
    assert layers == {
        "I egne tilbud": [7, 0],
        "Købt: private": [5, 0],
        "Købt: uoplyst": [0, 1],
        "Solgt": [3, 0],
    }
