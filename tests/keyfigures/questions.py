"""Many questions to each key figure: periods, `by`, filters, roles, bases, dates in odd places."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import cycle, product

BY = (
    "none",
    "area",
    "group",
    "section",
    "owner",
    "provider_type",
    "provider",
    "target_group",
    "sex",
    "diagnosis",
)
# What residential_count takes too.
PEOPLE_AND_PROVIDERS = (
    "",
    " owner=own",
    " owner=private,region",
    " provider_type=bosted",
    " provider=T3",
    " provider=T1,T2",
    " target_group=Autisme",
    " target_group=Autisme,Sindslidelse; svær",
    " sex=k",
    " sex=k,m",
    " diagnosis=ja",
    " diagnosis=ja,nej",
    " owner=own sex=k",
    " owner=uoplyst",
    " provider=T1,uoplyst",
    " provider_type=uoplyst",
    " target_group=uoplyst,Autisme",
    " sex=uoplyst",
    " diagnosis=nej,uoplyst",
)
FILTERS = (
    *PEOPLE_AND_PROVIDERS,
    " role=acting",
    " role=all",
    " area=voksne",
    " area=børn og unge",
    " area=voksne,børn og unge",
    " group=botilbud",
    " group=botilbud,ungestøtte",
    " group=anbringelse",
    " section=SEL 107",
    " section=SEL 85",
    " section=SEL 107,SEL 108,SEL 85-bl",
    " section=SEL 52.3.7",
    " section=BL 46,SEL 52.3.7",
    " group=anbringelse section=BL 46",
    " group=anbringelse section=SEL 52.3.7",
    " area=børn og unge section=BL 46,BL 32,BL 114",
    " role=acting group=botilbud",
    " role=all area=børn og unge",
    " role=all group=botilbud diagnosis=ja",
)


def _spread(by_values: tuple[str, ...], filters: tuple[str, ...]) -> Iterator[str]:
    """Every `by` without a filter, then every filter with one `by` or the other."""
    for by in by_values:
        yield f" by={by}"
    for chosen, by in zip(
        filters, cycle(("none", "section", "owner", "area", "sex", "provider")), strict=False
    ):
        yield f" by={by}{chosen}"


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
    for rest, period in zip(_spread((), FILTERS), cycle(("month", "quarter", "year")), strict=False):
        yield f"stock_flow period={period} {part}{rest}"
        yield f"stock_flow period={period} {day}{rest}"


def length_of_stay(as_of: date) -> Iterator[str]:
    for rest, window in zip(_spread(BY, FILTERS), cycle(_periods(as_of)[:2]), strict=False):
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
    for group, window in product(SOME_GROUP, _periods(as_of)):
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
    for rest in _spread(BY, FILTERS):
        yield f"full_year_persons from_year={as_of.year - 2} to_year={as_of.year}{rest}"


def _years_and_basis(as_of: date) -> list[str]:
    year = as_of.year
    return [
        f"from_year={year - 2} to_year={year}",
        f"from_year={year} to_year={year} basis=to_date",
        f"from_year={year - 1} to_year={year + 1} basis=committed",
        f"from_year={year} to_year={year + 4} basis=committed",
    ]


def cost(as_of: date) -> Iterator[str]:
    for rest, years in zip(_spread(BY, FILTERS), cycle(_years_and_basis(as_of)), strict=False):
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
    for rest, (years, measure) in zip(_spread(BY, FILTERS), asked, strict=False):
        yield f"cost_intervals {years}{rest}{measure}"
    yield f"cost_intervals from_year={as_of.year} to_year={as_of.year} limits=1"


def age_intervals(as_of: date) -> Iterator[str]:
    days = (as_of, date(as_of.year, 1, 1), as_of - timedelta(days=333), date(2023, 2, 28), date(2023, 3, 1))
    for rest, day in zip(_spread(BY, FILTERS), cycle(days), strict=False):
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
    for filters, window in product(OF_PROVIDERS, _periods(as_of)):
        yield f"occupancy {window}{filters}"


def market(as_of: date) -> Iterator[str]:
    for filters, back in product(WITHOUT_ROLE, (0, 200, 500)):
        yield f"market on={as_of - timedelta(days=back)}{filters}"


def caseload(as_of: date) -> Iterator[str]:
    for back, by in product((0, 1, 31, 200, 640), ("caseworker", "team", "area")):
        yield f"caseload on={as_of - timedelta(days=back)} by={by}"


def caseload_trend(as_of: date) -> Iterator[str]:
    for window, by in product(_periods(as_of), ("team", "area")):
        yield f"caseload_trend {window} by={by}"


def waiting_time(as_of: date) -> Iterator[str]:
    for rest, window in zip(_spread(BY, FILTERS), cycle(_periods(as_of)[:2]), strict=False):
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
    age_intervals,
    residential_count,
    places,
    occupancy,
    market,
    caseload,
    caseload_trend,
    waiting_time,
)
QUESTIONS = {figure.__name__: figure for figure in FIGURES}
