"""The filters on top of every page, as pills; what they are set to lives in the address."""

from collections.abc import Mapping
from datetime import date

import dash_mantine_components as dmc
from dash import html
from dash.development.base_component import Component

from cockpit.components.address import FILTER_KEYS, GROUP_MARK, address, changed
from cockpit.components.fields import with_fields
from cockpit.components.filters import ROLES, Filters, default_period
from cockpit.components.labels import value_name
from cockpit.components.markup import link
from cockpit.components.options import Options
from cockpit.components.pill import Choice, Menu, choice_list, pill, unfolding
from cockpit.components.scope import group_name
from cockpit.periods import add_months, month_end
from cockpit.wording import month_text

YEARS_BACK = 10


def filter_bar(path: str, query: Mapping[str, str], filters: Filters, options: Options) -> list[Component]:
    """The five pills, and a way back to none when any is set."""
    bar = [
        _areas(path, query, filters, options),
        _paragraphs(path, query, filters, options),
        _owners(path, query, filters, options),
        _period(path, query, filters, options),
        _roles(path, query, filters, options),
    ]
    if filters.count():
        cleared = address(path, changed(query, **dict.fromkeys(FILTER_KEYS)))
        bar.append(link("Nulstil", cleared, "clear-filters"))
    return bar


def _toggled(chosen: tuple[str, ...], value: str) -> str:
    rest = [other for other in chosen if other != value]
    return ",".join(rest if value in chosen else [*rest, value])


def _named(chosen: tuple[str, ...], names: list[str]) -> str:
    if len(chosen) > 1:
        return f"{len(chosen)} valgte"
    return names[0] if names else "Alle"


def _areas(path: str, query: Mapping[str, str], filters: Filters, options: Options) -> Component:
    def to(value: str | None) -> str:
        return address(path, changed(query, omraade=value))

    choices = [
        Choice(value_name("area", area, options), to(_toggled(filters.areas, area)), area in filters.areas)
        for area in options.areas
    ]
    names = [value_name("area", area, options) for area in filters.areas]
    menu: Menu = (("", [Choice("Alle", to(None), not filters.areas)]), ("", choices))
    value = _named(filters.areas, names)
    return pill("filter-area", "Område", value, menu, is_set=bool(filters.areas), several=True)


def _paragraphs(path: str, query: Mapping[str, str], filters: Filters, options: Options) -> Component:
    """Groups and sections in one menu; choosing one kind gives up the other, for both together is neither."""

    def to(value: str | None) -> str:
        return address(path, changed(query, paragraf=value))

    def group_choice(group: str) -> Choice:
        marked = tuple(GROUP_MARK + chosen for chosen in filters.groups)
        return Choice(group_name(group), to(_toggled(marked, GROUP_MARK + group)), group in filters.groups)

    menu: list[tuple[str, list[Choice]]] = [
        ("", [Choice("Alle", to(None), not (filters.groups or filters.sections))]),
        ("Grupper", [group_choice(group) for group in options.groups]),
    ]
    for area in dict.fromkeys(section.area for section in options.sections):
        lines = [
            Choice(
                f"{section.label} {section.name}{' (ophørt)' if section.ended else ''}",
                to(_toggled(filters.sections, section.key)),
                section.key in filters.sections,
            )
            for section in options.sections
            if section.area == area
        ]
        menu.append((value_name("area", area, options), lines))
    names = [group_name(group) for group in filters.groups]
    names += [section.label for section in options.sections if section.key in filters.sections]
    chosen = (*filters.groups, *filters.sections)
    return pill(
        "filter-paragraph", "Paragraf", _named(chosen, names), menu, is_set=bool(chosen), several=True
    )


def _owners(path: str, query: Mapping[str, str], filters: Filters, options: Options) -> Component:
    def to(value: str | None) -> str:
        return address(path, changed(query, ejer=value))

    choices = [
        Choice(
            value_name("owner", owner, options),
            to(_toggled(filters.owners, owner)),
            owner in filters.owners,
        )
        for owner in options.owners
    ]
    names = [value_name("owner", owner, options) for owner in filters.owners]
    menu: Menu = (("", [Choice("Alle", to(None), not filters.owners)]), ("", choices))
    value = _named(filters.owners, names)
    return pill("filter-owner", "Ejer", value, menu, is_set=bool(filters.owners), several=True)


def _roles(path: str, query: Mapping[str, str], filters: Filters, options: Options) -> Component:
    choices = [
        Choice(
            value_name("role", role, options),
            address(path, changed(query, kommune=None if role == "paying" else role)),
            role == filters.role,
        )
        for role in ROLES
    ]
    value = value_name("role", filters.role, options)
    return pill("filter-role", "Kommune", value, (("", choices),), is_set=filters.role != "paying")


def period_text(start: date, end: date, as_of: date) -> str:
    """`2022–2026` where the period is whole years (up to the as-of date), else its months."""
    whole = (start.month, start.day) == (1, 1) and (end == as_of or (end.month, end.day) == (12, 31))
    if whole:
        return f"{start.year}–{end.year}" if start.year != end.year else str(start.year)
    return f"{month_text(start)} – {month_text(end)}"


def _period(path: str, query: Mapping[str, str], filters: Filters, options: Options) -> Component:
    """Ready-made periods as links, and two months of one's own choice."""
    as_of = options.as_of

    def choice(text: str, start: date | None, end: date) -> Choice:
        chosen = filters.period_set and (filters.start, filters.end) == (start, end)
        since, until = (f"{start:%Y-%m}", f"{end:%Y-%m}") if start else (None, None)
        here = chosen if start else not filters.period_set
        return Choice(text, address(path, changed(query, fra=since, til=until)), here)

    first, _ = default_period(as_of)
    ready = [
        choice(f"Seneste fem år ({first.year}–{as_of.year})", None, as_of),
        choice("Seneste to år", add_months(as_of, -23), as_of),
        choice("Seneste 12 måneder", add_months(as_of, -11), as_of),
    ]
    years = [
        choice(str(year), date(year, 1, 1), min(date(year, 12, 31), as_of))
        for year in range(as_of.year, as_of.year - YEARS_BACK, -1)
    ]
    months = [add_months(as_of, -back) for back in range(as_of.month + 12 * YEARS_BACK - 12)]
    text = period_text(filters.start, filters.end, as_of)
    inside = [choice_list(ready), choice_list(years, "years"), _own_period(filters, months)]
    return unfolding("filter-period", "Periode", text, inside, is_set=filters.period_set, stays=False)


def _own_period(filters: Filters, months: list[date]) -> Component:
    data = [{"value": f"{month:%Y-%m}", "label": month_text(month)} for month in months]

    def field(name: str, label: str, day: date) -> Component:
        select: Component = dmc.Select(
            id=name,
            label=label,
            data=data,
            value=f"{day:%Y-%m}",
            searchable=True,
            allowDeselect=False,
            size="xs",
            comboboxProps={"withinPortal": False, "transitionProps": {"duration": 0}},
        )
        return select

    fields = [field("period-from", "Fra", filters.start), field("period-to", "Til", month_end(filters.end))]
    button = html.Button("Vis", id="period-show", type="button", className="button")
    return html.Div([with_fields(fields), button], className="own-period")
