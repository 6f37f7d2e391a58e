"""Many questions to each key figure: periods, `by`, filters, roles, bases, dates in odd places."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import cycle, product

from tests.keyfigures.questions_of_deadlines import (
    deadline_list,
    deadline_risk,
    deadlines_kept,
    review_due,
    review_due_list,
    reviews,
)
from tests.keyfigures.questions_of_economy import benchmark, budget, initiatives, reconciliation
from tests.keyfigures.questions_of_money import (
    cost,
    cost_bridge,
    cost_intervals,
    expiring,
    expiring_list,
    state_refund,
    supplements,
    turning_18,
)
from tests.keyfigures.services_asked import BY, FILTERS, PEOPLE_AND_PROVIDERS, spread


def _periods(as_of: date) -> list[str]:
    """Windows as `from=… to=…`: to as-of, within periods, one day only."""
    earlier = as_of - timedelta(days=400)
    return [
        f"from={as_of.year - 3}-01-01 to={as_of}",
        f"from={as_of.year - 2}-03-17 to={earlier}",
        f"from={as_of} to={as_of}",
    ]


def stock_flow(as_of: date) -> Iterator[str]:
    whole, part, day = _periods(as_of)
    for period, by in product(("month", "quarter", "year"), BY):
        yield f"stock_flow period={period} {whole} by={by}"
    for rest, period in zip(spread((), FILTERS), cycle(("month", "quarter", "year")), strict=False):
        yield f"stock_flow period={period} {part}{rest}"
        yield f"stock_flow period={period} {day}{rest}"


def length_of_stay(as_of: date) -> Iterator[str]:
    for rest, window in zip(spread(BY, FILTERS), cycle(_periods(as_of)[:2]), strict=False):
        yield f"length_of_stay {window}{rest}"
    yield f"length_of_stay {_periods(as_of)[2]} role=all"


SOME_GROUP = (
    *(" group=botilbud", " group=dagtilbud", " group=anbringelse", " group=støtte i eget hjem"),
    *(" section=SEL 107", " section=SEL 108", " section=BL 46", " section=SEL 85,SEL 107", " section=BL 114"),
    *(" group=botilbud,dagtilbud", " group=botilbud section=SEL 107", " group=anbringelse section=BL 46"),
)
BESIDE = (
    *("", " role=all", "", " role=acting", " role=all owner=own", " area=voksne", " owner=private,region"),
    *(" role=all sex=k", " role=all provider=T1,T2", " diagnosis=ja", " role=all area=børn og unge"),
)


def _pathways(figure: str, as_of: date) -> Iterator[str]:
    long = f"from={as_of.year - 4}-01-01 to={as_of}"
    for group, beside in product(SOME_GROUP, BESIDE):
        yield f"{figure} {long}{group}{beside}"
    for window, group in product(_periods(as_of), SOME_GROUP):
        yield f"{figure} {window}{group} role=all"


def pathways_in(as_of: date) -> Iterator[str]:
    yield from _pathways("pathways_in", as_of)


def pathways_out(as_of: date) -> Iterator[str]:
    yield from _pathways("pathways_out", as_of)


def rapid_response(as_of: date) -> Iterator[str]:
    asked = product(("", " weeks=4", " weeks=1", " weeks=40"), ("", " period=month", " period=year"))
    for filters, more, window in zip(
        ("", " role=all", *FILTERS, *SOME_GROUP),
        cycle(map("".join, asked)),
        cycle(_periods(as_of)[:2]),
        strict=False,
    ):
        yield f"rapid_response {window}{more}{filters}"
    yield f"rapid_response {_periods(as_of)[2]}"


def full_year_persons(as_of: date) -> Iterator[str]:
    for rest in spread(BY, FILTERS):
        yield f"full_year_persons from_year={as_of.year - 2} to_year={as_of.year}{rest}"


def age_intervals(as_of: date) -> Iterator[str]:
    days = (as_of, date(as_of.year, 1, 1), as_of - timedelta(days=333), date(2023, 2, 28), date(2023, 3, 1))
    for rest, day in zip(spread(BY, FILTERS), cycle(days), strict=False):
        yield f"age_intervals on={day}{rest}"
        yield f"age_intervals on={day}{rest} bands=0,30,45,62"
    yield f"age_intervals on={as_of} bands=40"


def residential_count(as_of: date) -> Iterator[str]:
    year = as_of.year
    days = (as_of, as_of - timedelta(days=1), date(year, 1, 1), date(year - 1, 12, 31))
    chosen = (*PEOPLE_AND_PROVIDERS, " area=voksne", " area=børn og unge")
    for rest, day, asked in zip(chosen, cycle(days), cycle((year, year - 1, year - 2)), strict=False):
        yield f"residential_count on={day} year={asked}{rest}"


WITHOUT_ROLE = tuple(filters for filters in FILTERS if "role=" not in filters)
OF_PROVIDERS = (
    *("", " provider_type=bosted", " provider_type=uoplyst,opholdssted", " provider=T0", " provider=T1,T4"),
    *(" area=voksne", " area=børn og unge", " group=botilbud", " group=anbringelse section=BL 46"),
    *(" section=SEL 107,SEL 108", " section=BL 46", " group=botilbud provider=T4"),
)


def places(as_of: date) -> Iterator[str]:
    for filters, back in product(OF_PROVIDERS, (0, 1, 30, 90, 200, 365, 500, 800)):
        yield f"places on={as_of - timedelta(days=back)}{filters}"


def occupancy(as_of: date) -> Iterator[str]:
    for window, filters in product(_periods(as_of), OF_PROVIDERS):
        yield f"occupancy {window}{filters}"


def market(as_of: date) -> Iterator[str]:
    for back, filters in product((0, 200, 500), WITHOUT_ROLE):
        yield f"market on={as_of - timedelta(days=back)}{filters}"


def caseload(as_of: date) -> Iterator[str]:
    for back, by in product((0, 1, 31, 200, 640), ("caseworker", "team", "area")):
        yield f"caseload on={as_of - timedelta(days=back)} by={by}"


def caseload_list(as_of: date) -> Iterator[str]:
    for question in caseload(as_of):
        yield question.replace("caseload", "caseload_list")
        yield f"{question.replace('caseload', 'caseload_list')} team=uoplyst"


def caseload_trend(as_of: date) -> Iterator[str]:
    for window, by in product(_periods(as_of), ("team", "area")):
        yield f"caseload_trend {window} by={by}"


def waiting_time(as_of: date) -> Iterator[str]:
    for rest, window in zip(spread(BY, FILTERS), cycle(_periods(as_of)[:2]), strict=False):
        yield f"waiting_time {window}{rest}"
    yield f"waiting_time from={as_of - timedelta(days=9)} to={as_of} role=all"


FIGURES = (
    stock_flow,
    length_of_stay,
    pathways_in,
    pathways_out,
    rapid_response,
    full_year_persons,
    cost,
    cost_intervals,
    supplements,
    cost_bridge,
    state_refund,
    turning_18,
    expiring,
    expiring_list,
    age_intervals,
    residential_count,
    places,
    occupancy,
    market,
    caseload,
    caseload_list,
    caseload_trend,
    deadlines_kept,
    deadline_risk,
    deadline_list,
    waiting_time,
    reviews,
    budget,
    reconciliation,
    benchmark,
    initiatives,
    review_due,
    review_due_list,
)
QUESTIONS = {figure.__name__: figure for figure in FIGURES}
