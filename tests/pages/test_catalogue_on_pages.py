"""Every figure of the catalogue stands on a page that the navigation leads to, or on a part of one.

It stands there as a card of its own: that another card asks for it in passing shows it to nobody.
"""

import json
import re
from collections.abc import Iterator
from html import unescape
from typing import Any

import pytest
from dash import html

from cockpit.components.address import FILTER_KEYS, query_of
from cockpit.keyfigures import catalogue
from cockpit.keyfigures.changes import COMPARING
from cockpit.pages import MODULES, noegletal, overblik, paa_vej, tiltag

pytestmark = pytest.mark.usefixtures("demo")

LINK = re.compile(r'"(/[^"?]*)(\?[^"]+)"')
FILE = re.compile(r'"/hent/(\w+)\.csv')
PANEL = re.compile(r'"Hvad tæller vi\? ([^"]+)"')
# Its card tells of the changes found, each with a link to it; two versions alike have none to tell.
SINCE = '"overblik-since-title"'


def shown(module: Any, search: str) -> str:
    """The cards of a page as the browser gets them."""
    cards = module.show(search, {"theme": "light", "narrow": False})
    text = json.dumps(cards, default=lambda component: component.to_plotly_json(), ensure_ascii=False)
    return unescape(text.replace('\\"', '"'))


def parts(module: Any, page: str) -> Iterator[str]:
    """The addresses below a page that its own cards lead to: what is not merely another filter."""
    searches = dict.fromkeys(search for path, search in LINK.findall(page) if path == module.PAGE.path)
    seen = set()
    for search in searches:
        own = tuple(sorted({*query_of(search)} - {*FILTER_KEYS}))
        values = tuple(query_of(search)[key] for key in own)
        if own and (own, values) not in seen:
            seen.add((own, values))
            yield search


def figures_of(text: str) -> set[str]:
    """Those whose rows a card offers as a file, or whose definition it opens."""
    by_title = {definition.title: name for name, definition in catalogue().items()}
    found = {*FILE.findall(text), *(by_title[title] for title in PANEL.findall(text))}
    return found | ({COMPARING} if SINCE in text else set())


def figures_on(module: Any) -> set[str]:
    page = shown(module, "")
    return figures_of(page).union(*(figures_of(shown(module, search)) for search in parts(module, page)))


def test_every_figure_has_its_page() -> None:
    modules = [module for module in MODULES if module is not noegletal and module.PAGE.listed]
    assert set(catalogue()) - set().union(*(figures_on(module) for module in modules)) == set()


@pytest.mark.parametrize(
    ("module", "cards", "figure"),
    [
        (paa_vej, ("turning_card",), "turning_18"),
        (tiltag, ("gains_card", "status_card"), "initiatives"),
        (overblik, ("since_card",), COMPARING),
    ],
)
def test_a_card_that_is_gone_is_missed(
    module: Any, cards: tuple[str, ...], figure: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert figure in figures_on(module)
    for name in cards:
        monkeypatch.setattr(module, name, lambda _view: html.Div())
    assert figure not in figures_on(module)
