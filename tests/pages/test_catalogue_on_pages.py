"""Every figure of the catalogue stands on a page that the navigation leads to, or on a part of one."""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from html import unescape
from typing import Any

import pytest

from cockpit.components import answers
from cockpit.components.address import FILTER_KEYS, query_of
from cockpit.keyfigures import Definition, catalogue, changes, run
from cockpit.keyfigures.history import compared
from cockpit.pages import MODULES, noegletal
from cockpit.warehouse import Warehouse

LINK = re.compile(r'"(/[^"?]*)(\?[^"]+)"')


@pytest.fixture
def asked(demo: Warehouse, monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """Fills with every figure that is run, by its id."""
    figures: set[str] = set()

    def noted(figure: str, given: Mapping[str, str]) -> Any:
        figures.add(figure)
        return run(figure, given)

    def noted_comparing(definition: Definition, *given: Any) -> Any:
        figures.add(definition.id)
        return compared(definition, *given)

    def anew(key: Any, compute: Callable[[], Any]) -> Any:
        return compute() if key[0] == "changes" else remembered(key, compute)

    remembered = demo.reader().remembered
    monkeypatch.setattr(answers, "run", noted)
    monkeypatch.setattr(changes, "compared", noted_comparing)
    # There is one version of the demo: it is compared with itself, and not by what another test has found.
    monkeypatch.setattr(demo, "before", lambda reader: reader)
    monkeypatch.setattr(demo.reader(), "remembered", anew)
    return figures


def shown(module: Any, search: str) -> str:
    """The cards of a page as the browser gets them."""
    cards = module.show(search, {"theme": "light", "narrow": False})
    text = json.dumps(cards, default=lambda component: component.to_plotly_json())
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


def test_every_figure_has_its_page(asked: set[str]) -> None:
    for module in MODULES:
        if module is noegletal:
            continue
        page = shown(module, "")
        for search in parts(module, page):
            shown(module, search)
    assert set(catalogue()) - asked == set()
