"""From every page of the navigation one level down and up again, by all the ways that the pages show."""

import json
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any

import pytest

from cockpit.components.address import query_of
from cockpit.components.drill import CHART
from cockpit.components.shown_on import ELSEWHERE, PAGES
from cockpit.keyfigures import catalogue
from cockpit.pages import MODULES, indlaes, is_page, log, noegletal, noegletal_et

pytestmark = pytest.mark.usefixtures("demo")
WIDE = {"theme": "light", "narrow": False}
# Charts along whose axis each place is a level of its own.
BY_PERIOD = {
    *("overblik-flow", "til-og-afgang-flow", "til-og-afgang-stays", "pladser-occupancy", "pladser-market"),
    *("udgifter-bars", "udgifter-supplements", "udgifter-price", "til-og-afgang-rapid"),
}
# The catalogue, the log and the page that takes files in count nothing.
STEERING = [module for module in MODULES if module not in (noegletal, indlaes, log)]


def cards_of(address: str) -> Any:
    """What the page at the address shows, as the browser gets it."""
    path, _, search = address.partition("?")
    module = next((module for module in MODULES if module.PAGE.path == path), None)
    shown = module.show(f"?{search}", WIDE) if module else noegletal_et.show(f"?{search}", WIDE, path)
    return json.loads(json.dumps(shown, default=lambda component: component.to_plotly_json()))


def parts(shown: Any, card: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every component below `shown`, with the name of the card that it stands in."""
    if isinstance(shown, list):
        for part in shown:
            yield from parts(part, card)
    elif isinstance(shown, dict) and "props" in shown:
        props = shown["props"]
        named = props.get("aria-labelledby") or (props.get("attributes") or {}).get("aria-labelledby")
        card = named.removesuffix("-title") if named else card
        yield card, shown
        yield from parts(props.get("children"), card)


class Links(HTMLParser):
    """The links inside the cockpit in a piece of finished HTML, each with its card and its class."""

    def __init__(self, card: str) -> None:
        super().__init__()
        self.card = card
        self.found: list[tuple[str, str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if given.get("aria-labelledby"):
            self.card = str(given["aria-labelledby"]).removesuffix("-title")
        if tag == "a" and "data-goes" in given:
            self.found.append((self.card, str(given["href"]), given.get("class") or ""))


def links(shown: Any) -> list[tuple[str, str, str]]:
    found = []
    for card, part in parts(shown):
        props = part["props"]
        if part["type"] == "A" and "data-goes" in props:
            found.append((card, props["href"], props.get("className") or ""))
        if part["type"] == "Ready":
            reader = Links(card)
            attributes = {**props["attributes"], "class": props["attributes"].get("className")}
            reader.handle_starttag(props["tag"], list(attributes.items()))
            reader.feed(props["inside"])
            found += reader.found
    return found


def charts(shown: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    return ((card, part["props"]) for card, part in parts(shown) if part["type"] == "Graph")


def ways_of(chart: dict[str, Any]) -> list[list[str]]:
    ways: list[list[str]] = chart["figure"]["layout"].get("meta", {}).get("hrefs", [])
    return ways


def ways_down(shown: Any) -> dict[str, list[str]]:
    """By card: where its marks and its rows lead."""
    found: dict[str, list[str]] = {}
    for card, chart in charts(shown):
        found.setdefault(card, []).extend(href for of_trace in ways_of(chart) for href in of_trace if href)
    for card, href, class_name in links(shown):
        if class_name in ("down", "tile"):
            found.setdefault(card, []).append(href)
    return {card: list(dict.fromkeys(hrefs)) for card, hrefs in found.items()}


@pytest.mark.parametrize("module", STEERING, ids=lambda module: module.PAGE.path)
def test_every_mark_leads_down(module: Any) -> None:
    shown = cards_of(module.PAGE.path)
    by_keyboard = {href for _, href, _ in links(shown)}
    for card, chart in charts(shown):
        ways, traces = ways_of(chart), chart["figure"]["data"]
        assert any(href for of_trace in ways for href in of_trace), card
        assert chart["id"]["type"] == CHART
        assert [len(of_trace) for of_trace in ways] == [len(trace["x"]) for trace in traces], card
        # What stands at one place of the axis leads to one address, and no two places to the same.
        along_axis = "y" if any(trace.get("orientation") == "h" for trace in traces) else "x"
        if card in BY_PERIOD:
            pairs = {
                (place, href)
                for of_trace, trace in zip(ways, traces, strict=True)
                for place, href in zip(trace[along_axis], of_trace, strict=True)
            }
            assert len(pairs) == len({href for _, href in pairs}) == len({place for place, _ in pairs}), card
        assert {href for of_trace in ways for href in of_trace} - {""} <= by_keyboard, card


# Figures' own pages: along time, lines, bars, layers; with a part of the address of the first level below.
FIGURE_PAGES = {
    "/noegletal/cost": "fra=2022-01&til=2022-12&by=section",
    "/noegletal/cost?by=section": "by=owner&paragraf=",
    "/noegletal/cost?fra=2025-01&til=2025-12&by=owner": "by=provider&ejer=",
    "/noegletal/stock_flow?period=year": "period=quarter&fra=2022-01&til=2022-12",
    "/noegletal/length_of_stay?by=section": "by=owner&paragraf=",
    "/noegletal/age_intervals?by=sex": "by=section&sex=",
    "/noegletal/caseload": "/sagstal?team=",
    "/noegletal/deadlines_kept": "kind=",
    "/noegletal/deadline_risk": "/frister?vis=fristsager&team=",
    "/noegletal/places": "provider=",
    "/noegletal/pathways_in?paragraf=gruppe:botilbud": "paragraf=gruppe:",
}


@pytest.mark.parametrize("address", FIGURE_PAGES)
def test_marks_on_the_page_of_a_figure_lead_one_level_down(address: str) -> None:
    shown = cards_of(address)
    hrefs = ways_down(shown)["figure"]
    assert all(part in hrefs[0] for part in FIGURE_PAGES[address].split("&")), hrefs[0]
    for href in {hrefs[0], hrefs[-1]}:
        there = cards_of(href)
        assert "notice" not in class_names(there), href
        assert '"failed"' not in json.dumps(there), href
        assert "breadcrumb" in class_names(there), href


def test_a_figure_that_is_narrowed_leads_up_to_the_whole() -> None:
    up = [to for _, to, _ in links(cards_of("/noegletal/cost?paragraf=SEL 107&by=owner"))]
    assert "/noegletal/cost" in up


@pytest.mark.parametrize("module", STEERING, ids=lambda module: module.PAGE.path)
def test_each_way_down_arrives_and_leads_up_again(module: Any) -> None:
    """Of each card the first and the last: the others differ by their value only."""
    here = module.PAGE.path
    for card, hrefs in ways_down(cards_of(here)).items():
        for href in {*hrefs[:1], *hrefs[-1:]}:
            path = href.partition("?")[0]
            assert is_page(path), href
            assert href != here, f"{card} leads to itself"
            there = cards_of(href)
            text = json.dumps(there)
            assert "notice" not in class_names(there), (card, href)
            assert '"failed"' not in text, (card, href)
            if path == here:
                assert "breadcrumb" in class_names(there), f"{card}: no way up from {href}"
                up = [to for _, to, _ in links(there) if query_of(to.partition("?")[2]) == {}]
                assert up, f"{card}: {href} does not lead back to {here}"


@pytest.mark.parametrize("figure", catalogue())
def test_a_figure_leads_up_to_a_page_that_shows_it(figure: str) -> None:
    name, path = ELSEWHERE.get(figure) or PAGES[catalogue()[figure].folder]
    assert next(module.PAGE.name for module in MODULES if module.PAGE.path == path) == name


def class_names(shown: Any) -> set[str]:
    names = set()
    for _, part in parts(shown):
        props = part["props"]
        given = props.get("className") or (props.get("attributes") or {}).get("className") or ""
        names |= set(str(given).split())
    return names
