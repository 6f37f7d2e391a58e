"""What politicians are shown where they choose nothing: numbers of the public tables, and no excuses."""

from collections.abc import Iterator

import pytest
from flask import Flask
from werkzeug.exceptions import Forbidden

from cockpit.access import User, asked_by
from cockpit.components.answers import answer
from cockpit.components.figure_chart import draw, measures
from cockpit.components.figure_form import asked_for, figure_in
from cockpit.components.figure_titles import title
from cockpit.components.public_overview import other_filters, public_overview
from cockpit.components.shown_on import way_home
from cockpit.components.states import empty
from cockpit.components.view import view_of
from cockpit.keyfigures import defined
from cockpit.keyfigures.smallnumbers import HIDDEN, TABLES
from cockpit.pages import budget, noegletal_et
from cockpit.warehouse import Warehouse
from cockpit.wording import number

FIGURES = list(dict.fromkeys(table.figure for table in TABLES))


@pytest.fixture(autouse=True)
def politician(demo: Warehouse) -> Iterator[Warehouse]:
    with asked_by(User("p", "politiker")):
        yield demo


def shown(search: str = "") -> str:
    return str(public_overview(view_of("/", search, None), lambda: empty("Intet", "")))


def test_each_tile_and_each_card_has_numbers() -> None:
    text = shown()
    assert "vises ikke" not in text
    assert "tile-note" not in text
    [row] = answer(
        "stock_flow", {"period": "year", "group": "botilbud", "from": "2026-01-01", "to": "2026-10-31"}
    ).rows
    assert f"'{number(row['closing'])}'" in text


def test_the_period_is_followed_and_the_rest_is_told() -> None:
    assert shown("?fra=2023-01&til=2024-12") != shown("?ejer=private") == shown()
    assert [other_filters(query) for query in ({"fra": "2023-01"}, {"ejer": "own"})] == [False, True]


@pytest.mark.parametrize("figure", FIGURES)
def test_the_page_of_each_public_figure_begins_with_what_is_public(figure: str) -> None:
    view = view_of(f"/noegletal/{figure}", "", None)
    definition = figure_in(figure, view)
    found = answer(figure, asked_for(definition, view)[0])
    assert found.rows
    for measure in measures(found):
        drawing = draw(found, measure, view)
        if any(row[HIDDEN] for row in found.rows):
            assert drawing is None
            assert title(found, measure) == definition.title


def test_the_budget_has_no_cards_of_what_is_never_shown() -> None:
    text = str(budget._cards(view_of("/budget", "", None)))
    assert "Botilbud til midlertidigt ophold" in text
    assert "vises ikke" not in text


@pytest.mark.parametrize("figure", ["expiring_list", "residential_count"])
def test_a_callback_answers_403_for_a_figure_that_the_page_refuses(figure: str) -> None:
    with Flask("asked").test_request_context(), pytest.raises(Forbidden):
        noegletal_et.show("", {}, f"/noegletal/{figure}")


def test_no_way_up_leads_to_a_page_that_is_refused() -> None:
    ways = {
        figure: way_home(defined(figure), view_of(f"/noegletal/{figure}", "", None)) for figure in FIGURES
    }
    assert {figure for figure, way in ways.items() if way} == {"budget"}
    with asked_by(User("l", "leder")):
        assert way_home(defined("stock_flow"), view_of("/noegletal/stock_flow", "", None))
