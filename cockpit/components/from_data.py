"""What a figure's own page asks for where only the data can tell what there is to see."""

from collections.abc import Mapping

from cockpit.components.view import View
from cockpit.keyfigures import Definition, compared_years

WHOLE_YEAR = "12"


def from_data(definition: Definition, view: View, own: Mapping[str, str]) -> dict[str, str]:
    """Parameters for a page that is not told them; `own` are those that the address gives."""
    if definition.id == "benchmark":
        return _newest_comparison(view, own)
    year = own.get("year", "")
    if definition.parameter("month") and year.isdecimal() and int(year) < view.filters.end.year:
        return {"month": WHOLE_YEAR}
    return {}


def _newest_comparison(view: View, own: Mapping[str, str]) -> dict[str, str]:
    """The figure asked for, or the first there is, in its newest year within the period."""
    reader = view.options.reader
    years = compared_years(reader) if reader else {}
    figure = own.get("figure") or next(iter(years), "")
    known = years.get(figure, [])
    within = [year for year in known if year <= view.filters.end.year] or known
    newest = {"year": str(within[-1])} if within else {}
    return ({"figure": figure} if figure else {}) | newest
