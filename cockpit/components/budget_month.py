"""Which month Budget is told to: read from the address, else the newest with actuals in the period."""

from dataclasses import dataclass

from dash import html
from dash.development.base_component import Component

from cockpit.components.pill import Choice, pill
from cockpit.components.view import View
from cockpit.keyfigures import booked_months
from cockpit.wording import MONTHS, safe_quote

YEAR_KEY, MONTH_KEY = "aar", "maaned"


@dataclass(frozen=True)
class BudgetMonth:
    """`booked` are the years and months that there are actuals of, none after the as-of date."""

    year: int
    month: int
    booked: dict[int, list[int]]
    notices: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        return MONTHS[self.month - 1]

    @property
    def span(self) -> str:
        """`januar–oktober 2026`."""
        first = f"{MONTHS[0]}–" if self.month > 1 else ""
        return f"{first}{self.name} {self.year}"


def month_of(view: View) -> BudgetMonth:
    """A year or a month that has no actuals falls back to the newest that has, with a notice."""
    booked = _known(view)
    told: list[str] = []
    within = [year for year in booked if year <= view.filters.end.year] or list(booked)
    year = _asked(view, YEAR_KEY, list(booked), within[-1] if within else view.filters.end.year, told)
    months = booked.get(year, [])
    newest = [month for month in months if (year, month) <= (view.filters.end.year, view.filters.end.month)]
    usual = (newest or months or [view.filters.end.month])[-1]
    return BudgetMonth(year, _asked(view, MONTH_KEY, months, usual, told), booked, tuple(told))


def _known(view: View) -> dict[int, list[int]]:
    """Actuals of months that have begun at the as-of date."""
    as_of = view.options.as_of
    found = booked_months(view.options.reader) if view.options.reader else {}
    begun = {
        year: [month for month in months if (year, month) <= (as_of.year, as_of.month)]
        for year, months in found.items()
    }
    return {year: months for year, months in begun.items() if months}


def _asked(view: View, key: str, there_are: list[int], usual: int, told: list[str]) -> int:
    asked = view.query.get(key, "")
    if asked in map(str, there_are):
        return int(asked)
    if asked:
        what, shown = ("et år", str(usual)) if key == YEAR_KEY else ("en måned", MONTHS[usual - 1])
        told.append(f"{safe_quote(asked)} er ikke {what} med forbrug. {shown.capitalize()} vises i stedet.")
    return usual


def month_choice(view: View, chosen: BudgetMonth) -> list[Component]:
    """Year and month as menus of links; nothing to choose where there is no ledger."""
    if not chosen.booked:
        return []
    years = [
        Choice(str(year), view.href(**{YEAR_KEY: str(year), MONTH_KEY: None}), year == chosen.year)
        for year in reversed(chosen.booked)
    ]
    months = [
        Choice(
            MONTHS[month - 1].capitalize(),
            view.href(**{YEAR_KEY: str(chosen.year), MONTH_KEY: str(month)}),
            month == chosen.month,
        )
        for month in chosen.booked.get(chosen.year, [])
    ]
    pills = [
        pill("budget-year", "Budgetår ", str(chosen.year), [("", years)], is_set=YEAR_KEY in view.query),
        pill("budget-month", "Til og med ", chosen.name, [("", months)], is_set=MONTH_KEY in view.query),
    ]
    return [html.Div(pills, className="page-choices")]
