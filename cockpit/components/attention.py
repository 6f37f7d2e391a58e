"""Kræver opmærksomhed: what the figures say someone should look at now, the most pressing first."""

from collections.abc import Sequence
from dataclasses import replace

from dash import html
from dash.development.base_component import Component

from cockpit.components import matters_ahead, matters_now
from cockpit.components.filters import default_period
from cockpit.components.markup import link
from cockpit.components.matter import LEVELS, Matter
from cockpit.components.tile import mark
from cockpit.components.view import View
from cockpit.wording import PlainError, number

MOST = 8
PERIOD = ("fra", "til")
# In the order of urgency within a level.
LOOKS = (
    matters_now.overdue,
    matters_now.teams,
    matters_ahead.budget,
    matters_ahead.soon_due,
    matters_now.teams_without_staff,
    matters_ahead.expiring,
    matters_ahead.turning_18,
    matters_now.without_rate,
    matters_now.rejected,
)


def matters(view: View) -> list[Matter]:
    """Everything found, breaches first; a figure whose extract is not delivered has nothing to say."""
    view = in_newest(view)
    found: list[Matter] = []
    for look in LOOKS:
        try:
            found += look(view)
        except PlainError:
            continue
    return sorted(found, key=lambda matter: matter.level != "breach")


def in_newest(view: View) -> View:
    """The reader's filters without their period: what was wrong then needs nobody now."""
    start, end = default_period(view.options.as_of)
    query = {key: value for key, value in view.query.items() if key not in PERIOD}
    return replace(view, query=query, filters=replace(view.filters, start=start, end=end, period_set=False))


def attention_list(found: Sequence[Matter]) -> Component:
    """At most MOST lines; where there are more, the last one tells how many and where they lie."""
    shown = found if len(found) <= MOST else found[: MOST - 1]
    items = [_item(matter) for matter in shown]
    if rest := found[len(shown) :]:
        items.append(_rest(rest))
    return html.Ul(items, className="attention")


def _item(matter: Matter) -> Component:
    level = html.Span(f"{LEVELS[matter.level]}: ", className="hidden-text")
    return html.Li(
        [
            mark(matter.level),
            html.Span([level, matter.sentence]),
            link(matter.place, matter.href),
            html.Span(matter.behind, className="more"),
        ]
    )


def _rest(rest: Sequence[Matter]) -> Component:
    """The number of those left out, with one link to each page that has some of them."""
    places = {matter.place: matter.href for matter in rest}
    links = [link(place, href) for place, href in places.items()]
    told = f"{number(len(rest))} andre forhold" if len(rest) > 1 else "Ét andet forhold"
    return html.Li([mark("rest"), html.Span(told), html.Span(links, className="places")])
