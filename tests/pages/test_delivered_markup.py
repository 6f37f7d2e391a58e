"""A name delivered as markup is shown as it is written, on every page and in every chart."""

from collections.abc import Iterator
from pathlib import Path
from shutil import copy, copytree
from typing import Any

import pytest
from dash import dcc
from dash.development.base_component import Component

from cockpit.charts.markup import BREAK, bold, marked_up
from cockpit.components import options, tile_versions
from cockpit.keyfigures import catalogue, changes, running
from cockpit.pages import MODULES, noegletal, noegletal_et
from cockpit.settings import PROJECT
from cockpit.warehouse import Warehouse
from tests import serving

LINK = "<a href=https://ond.example/{}>{}</a>"
TOLD = (
    "Voksen A", "Botilbudsmyndighed", "Psykiatri", "Bocenter Rugmarken", "Ungehuset Ravnebakken",
    "Ungehus med bostøtte i nærheden", "Fast opfølgning på ophold efter § 107", "Aksel",
    "Autisme", "Vurdering af underretning", "Opholdssteder mv. for børn og unge",
)  # fmt: skip
SCREENS = [{"theme": "light", "narrow": narrow} for narrow in (False, True)]


@pytest.fixture(scope="module")
def hostile(demo_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Warehouse:
    """The demo, where names are links that lead out."""
    home = tmp_path_factory.mktemp("hostile")
    folder = Path(copytree(demo_folder, home / "delivery"))
    own = home / "data" / "reference"
    own.mkdir(parents=True)
    for name in ("accounts.csv", "deadlines.csv"):
        copy(PROJECT / "data" / "reference" / name, own)
    for file in (*folder.glob("*.csv"), *own.iterdir()):
        text = file.read_text("utf-8")
        for place, name in enumerate(TOLD):
            text = text.replace(f";{name};", f";{LINK.format(place, name)};")
            text = text.replace(f";{name}\n", f";{LINK.format(place, name)}\n")
        file.write_text(text, "utf-8")
    return Warehouse(serving.loaded(folder, home))


@pytest.fixture
def asked(hostile: Warehouse, monkeypatch: pytest.MonkeyPatch) -> Warehouse:
    for module in (options, running, changes, tile_versions):
        monkeypatch.setattr(module, "served", lambda: hostile)
    return hostile


def charts(content: Any) -> Iterator[dict[str, Any]]:
    """The figures of all charts in what a page shows."""
    if isinstance(content, dcc.Graph):
        yield content.figure  # type: ignore[attr-defined]
    for part in content if isinstance(content, list | tuple) else [getattr(content, "children", None)]:
        if isinstance(part, Component | list | tuple):
            yield from charts(part)


def texts(figure: Any) -> Iterator[str]:
    if isinstance(figure, str):
        yield figure
    elif isinstance(figure, dict | list | tuple):
        for key, part in figure.items() if isinstance(figure, dict) else enumerate(figure):
            if key not in ("hovertemplate", "meta"):
                yield from texts(part)


def markup(words: Iterator[str]) -> set[str]:
    """What plotly would read as a tag and is not our own."""
    rest = (text.replace("<br>", "").replace("<b>", "").replace("</b>", "") for text in words)
    return {text for text in rest if "<" in text or ">" in text}


@pytest.mark.usefixtures("asked")
@pytest.mark.parametrize("screen", SCREENS, ids=["wide", "narrow"])
def test_no_page_draws_delivered_markup(screen: dict[str, Any]) -> None:
    drawn = {
        module.PAGE.path: list(charts(module.show("", screen)))
        for module in MODULES
        if module is not noegletal and module.PAGE.listed
    }
    assert {path: found for path, of in drawn.items() if (found := markup(texts(of)))} == {}
    for path in ("/til-og-afgang", "/sagstal", "/frister"):
        assert any("&lt;a href=https://ond" in text for text in texts(drawn[path])), path


@pytest.mark.usefixtures("asked")
def test_no_figure_draws_delivered_markup() -> None:
    told = 0
    for figure in catalogue():
        for search in ("", "?by=provider"):
            words = list(texts(list(charts(noegletal_et.show(search, SCREENS[0], f"/noegletal/{figure}")))))
            assert markup(iter(words)) == set(), (figure, search)
            told += any("&lt;a href=https://ond" in text for text in words)
    assert told > 3


def test_a_name_is_shown_as_it_is_written_and_our_own_markup_works() -> None:
    name = '<b>A</b> & "B" &lt; <br>'
    figure = {
        "data": [{"text": [f"{bold('1')}{BREAK}{name}"], "x": [1, None], "hovertemplate": "%{x}<extra>"}]
    }
    assert marked_up(figure) == {
        "data": [
            {
                "text": ['<b>1</b><br>&lt;b&gt;A&lt;/b&gt; &amp; "B" &amp;lt; &lt;br&gt;'],
                "x": [1, None],
                "hovertemplate": "%{x}<extra>",
            }
        ]
    }
