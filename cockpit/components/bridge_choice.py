"""Which two years the bridge joins, and what its mix is told by: from the address, chosen on the card."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dash import html
from dash.development.base_component import Component

from cockpit.components.labels import BY
from cockpit.components.pill import Choice, pill, segments
from cockpit.components.view import View
from cockpit.wording import safe_quote

FROM_KEY, TO_KEY, BY_KEY = "brofra", "brotil", "bro"
BYS = {"paragraf": "section", "ejer": "owner", "tilbud": "provider"}
USUAL = "paragraf"


@dataclass(frozen=True)
class Span:
    """The years joined and what the mix is told by, with a notice for each value that could not be used."""

    first: int
    last: int
    by: str
    years: tuple[int, ...]
    notices: tuple[str, ...] = ()


def span_of(view: View) -> Span:
    """From the address; else from the year before to the period's last, or over the period chosen."""
    end = view.filters.end.year
    begin = min(view.filters.start.year, end - 1)
    years = tuple(range(begin, end + 1))
    usual = (begin if view.filters.period_set else end - 1, end)
    told: list[str] = []
    first, last = (
        _year(view.query, key, years, fallback, told)
        for key, fallback in zip((FROM_KEY, TO_KEY), usual, strict=True)
    )
    if first >= last:
        told.append(
            f"Sammenligningen fra {first} til {last} går ikke frem. {usual[0]} til {usual[1]} vises i stedet."
        )
        first, last = usual
    by = view.query.get(BY_KEY, USUAL)
    if by not in BYS:
        told.append(f"{safe_quote(by)} er ikke en fordeling. Paragraf vises i stedet.")
        by = USUAL
    return Span(first, last, by, years, tuple(told))


def _year(query: Mapping[str, str], key: str, years: Sequence[int], usual: int, told: list[str]) -> int:
    asked = query.get(key, "")
    if asked in map(str, years):
        return int(asked)
    if asked:
        told.append(f"{safe_quote(asked)} er ikke et af årene {years[0]}–{years[-1]} og er udeladt.")
    return usual


def choices(view: View, span: Span) -> Component:
    ways = [
        Choice(BY[by], view.href(**{BY_KEY: None if name == USUAL else name}), name == span.by)
        for name, by in BYS.items()
    ]
    before = [
        Choice(str(year), view.href(**{FROM_KEY: str(year)}), year == span.first)
        for year in span.years
        if year < span.last
    ]
    after = [
        Choice(str(year), view.href(**{TO_KEY: str(year)}), year == span.last)
        for year in span.years
        if year > span.first
    ]
    parts = [
        pill("bridge-from", "Fra ", str(span.first), [("", before)], is_set=FROM_KEY in view.query),
        pill("bridge-to", "Til ", str(span.last), [("", after)], is_set=TO_KEY in view.query),
        segments("Sammensætning efter", ways),
    ]
    return html.Div(parts, className="card-choices")
