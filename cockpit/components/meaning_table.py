"""Every meaning side by side: what is counted, its sentence, the number and a thin bar."""

from collections.abc import Mapping, Sequence

from dash import html
from dash.development.base_component import Component

from cockpit.components.markup import dates_whole
from cockpit.components.residential import Meaning, MeaningGroup
from cockpit.components.thin_bar import bar_cell, row_name, scrolling
from cockpit.components.tile import mark
from cockpit.wording import number

IN_USE = "Bruges på Overblik"
CAPTION = "Borgere i botilbud, talt på hver sin måde"


def meaning_table(groups: Sequence[MeaningGroup], hrefs: Mapping[str, str]) -> Component:
    """`hrefs` maps a definition to the page one level down, where there is one."""
    head = html.Tr(
        [html.Th(text, scope="col") for text in ("Hvad er talt", "Antal")] + [html.Td()],
        className="hidden-text",
    )
    bodies = [_group(group, hrefs) for group in groups]
    caption = html.Caption(CAPTION, className="hidden-text")
    grid = html.Table([caption, html.Thead(head), *bodies], className="figures meanings")
    return scrolling(grid, CAPTION)


def _group(group: MeaningGroup, hrefs: Mapping[str, str]) -> Component:
    title = html.Tr(html.Th(group.title, scope="rowgroup", colSpan=3), className="group-title")
    return html.Tbody([title, *(_row(one, hrefs.get(one.definition)) for one in group.meanings)])


def _row(one: Meaning, href: str | None) -> Component:
    used = html.Span([mark("ok"), IN_USE], className="status ok in-use")
    sentence = html.Span(dates_whole(one.sentence), className="sentence")
    more = [used, sentence] if one.in_use else [sentence]
    # A count is whole; full-year persons and rates have a decimal that means something.
    decimals = 0 if float(one.value).is_integer() and one.share is not None else 1
    value = html.Td(number(one.value, decimals), className="n")
    cells = [row_name(one.name, href, *more), value, bar_cell(one.share, strong=one.in_use)]
    return html.Tr(cells, className="used" if one.in_use else "")
