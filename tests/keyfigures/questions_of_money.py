"""Many questions to the figures of cost and of what is on its way."""

from collections.abc import Iterator
from datetime import date
from itertools import cycle, product

from tests.keyfigures.services_asked import BY, FILTERS, TEAMS, spread


def _years_and_basis(as_of: date) -> list[str]:
    year = as_of.year
    return [
        f"from_year={year - 2} to_year={year}",
        f"from_year={year} to_year={year} basis=to_date",
        f"from_year={year - 1} to_year={year + 1} basis=committed",
        f"from_year={year} to_year={year + 4} basis=committed",
    ]


def cost(as_of: date) -> Iterator[str]:
    for rest, years in zip(spread(BY, FILTERS), cycle(_years_and_basis(as_of)), strict=False):
        yield f"cost {years}{rest}"


def cost_intervals(as_of: date) -> Iterator[str]:
    fine = ",".join(str(limit) for limit in range(100_000, 2_100_000, 100_000))
    measures = (
        "",
        f" measure=annualised limits={fine}",
        " measure=in_year",
        f" measure=in_year limits={fine}",
    )
    asked = cycle(product(_years_and_basis(as_of), measures))
    for rest, (years, measure) in zip(spread(BY, FILTERS), asked, strict=False):
        yield f"cost_intervals {years}{rest}{measure}"
    yield f"cost_intervals from_year={as_of.year} to_year={as_of.year} limits=1"


def supplements(as_of: date) -> Iterator[str]:
    for rest, years in zip(spread(BY, FILTERS), cycle(_years_and_basis(as_of)), strict=False):
        yield f"supplements {years}{rest}"


def cost_bridge(as_of: date) -> Iterator[str]:
    """Two years in a row and further apart; five years back there was nobody, so that all is new."""
    year = as_of.year
    asked = (
        f"year_a={year - 1} year_b={year}",
        f"year_a={year - 2} year_b={year - 1}",
        f"year_a={year - 1} year_b={year} basis=committed",
        f"year_a={year - 3} year_b={year}",
        f"year_a={year} year_b={year + 2} basis=committed",
        f"year_a={year - 2} year_b={year + 4} basis=committed",
        f"year_a={year - 5} year_b={year - 1}",
    )
    for rest, years in zip(spread(BY, FILTERS), cycle(asked), strict=False):
        yield f"cost_bridge {years}{rest}"
    for by, years in product(("section", "owner", "none"), asked):
        yield f"cost_bridge {years} by={by} role=all"


def state_refund(as_of: date) -> Iterator[str]:
    year = as_of.year
    asked = (
        f"year={year}",
        f"year={year - 1}",
        f"year={year + 1} basis=committed",
        f"year={year} basis=committed",
    )
    for filters, which in zip(("", " role=all", *FILTERS), cycle(asked), strict=False):
        yield f"state_refund {which}{filters}"
    yield "state_refund year=2019"


def turning_18(as_of: date) -> Iterator[str]:
    for filters, months in zip(("", " role=all", *FILTERS), cycle((1, 12, 24, 60)), strict=False):
        yield f"turning_18 months={months}{filters}"
    yield "turning_18 months=12 area=børn og unge"


def expiring(as_of: date) -> Iterator[str]:
    for filters, days in zip(("", " role=all", *FILTERS), cycle((1, 30, 90, 365)), strict=False):
        yield f"expiring days={days}{filters}"


def expiring_list(as_of: date) -> Iterator[str]:
    for filters, days in zip(("", " role=all", *FILTERS), cycle((365, 90, 1, 30)), strict=False):
        yield f"expiring_list days={days}{filters}"
    for teams in TEAMS:
        yield f"expiring_list days=365 team={teams}"


def at_fixed_prices(as_of: date) -> Iterator[str]:
    """Only where a price index is delivered."""
    for rest, years in zip(spread(BY, FILTERS), cycle(_years_and_basis(as_of)), strict=False):
        yield f"cost {years} prices=fixed{rest}"
        yield f"cost_intervals {years} prices=fixed{rest}"
        yield f"cost {years} prices=fixed{rest} role=all"
