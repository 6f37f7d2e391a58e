"""residential_count, age_intervals and full_year_persons, day by day."""

from collections.abc import Iterable, Mapping
from datetime import date
from itertools import pairwise

from tests.keyfigures.plain_flow import stock_flow
from tests.keyfigures.plain_presence import (
    Answer,
    chosen_by_value,
    chosen_services,
    citizens_by_day,
    days,
    days_in_year,
    is_active,
    last_day,
    on,
    stocks,
)
from tests.keyfigures.plain_rows import MISSING, Delivery, Service

BOUGHT_FROM = ("other_municipality", "region", "private")
ADULT_BANDS, CHILD_BANDS = "18,25,35,45,55,67", "0,6,12,18,23"


def _citizens(services: Iterable[Service], day: date) -> int:
    return len({service.citizen.id for service in services if is_active(service, day)})


def _owned_by(services: Iterable[Service], owner: str) -> list[Service]:
    return [service for service in services if service.provider and service.provider.owner == owner]


def residential_count(delivery: Delivery, given: Mapping[str, str]) -> Answer:
    day, year = date.fromisoformat(given["on"]), given["year"]
    mine = {**given, "group": "botilbud", "role": "paying", "by": "none"}
    paid = chosen_services(delivery, mine)
    acted = chosen_services(delivery, {**mine, "role": "acting"})
    own_places = _owned_by(chosen_services(delivery, {**mine, "role": "all"}), "own")
    last = last_day(delivery, {}, int(year)).isoformat()
    flow = stock_flow(delivery, {**mine, "period": "year", "from": f"{year}-01-01", "to": last})[0]
    whole_year = (full_year_persons(delivery, {**mine, "from_year": year, "to_year": year}) or [{}])[0]
    counts: dict[str, object] = {
        "unique_in_year": whole_year.get("citizens", 0),
        "now": _citizens(paid, day),
        "spells_started_in_year": flow["inflow"],
        "spells_ended_in_year": flow["outflow"],
        "acting_now": _citizens(acted, day),
        "paying_now": _citizens(paid, day),
        "own_providers_now": _citizens(own_places, day),
        "sold_now": _citizens([s for s in own_places if s.paying != delivery.municipality], day),
    }
    for owner in BOUGHT_FROM:
        counts[f"bought_{owner}_now"] = _citizens(_owned_by(paid, owner), day)
    for section in delivery.sections.values():
        if section.group == "botilbud":
            here = [service for service in paid if service.section == section]
            counts[f"section_{section.key.replace(' ', '_')}_now"] = _citizens(here, day)
    counts["full_year_persons"] = whole_year.get("full_year_persons", 0.0)
    return [{"definition": name, "value": value} for name, value in counts.items()]


def completed_years(born: date, day: date) -> int:
    """Born on 29 February: a year older on 1 March in years without one."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def band_of(age: int, limits: list[int]) -> str:
    if age < limits[0]:
        return f"under {limits[0]}"
    for low, next_low in pairwise(limits):
        if low <= age < next_low:
            return f"{low}-{next_low - 1}"
    return f"{limits[-1]}+"


def _all_bands(limits: list[int]) -> list[str]:
    bands: list[str] = []
    for age in range(limits[-1] + 1):
        if band_of(age, limits) not in bands:
            bands.append(band_of(age, limits))
    return bands


def age_intervals(delivery: Delivery, given: Mapping[str, str]) -> Answer:
    day = date.fromisoformat(given["on"])
    default = CHILD_BANDS if given.get("area") == "børn og unge" else ADULT_BANDS
    limits = [int(limit) for limit in given.get("bands", default).split(",")]
    births = {service.citizen.id: service.citizen.birth_date for service in delivery.services}
    answer: Answer = []
    found = {value: on(stock, day) for value, stock in stocks(delivery, given).items() if on(stock, day)}
    if not found and given.get("by", "none") == "none":
        found = {None: frozenset()}
    for value in sorted(found, key=str):
        ages = [births[citizen] for citizen in found[value]]
        bands = [band_of(completed_years(born, day), limits) if born else MISSING for born in ages]
        for band in _all_bands(limits) + [MISSING] * (MISSING in bands):
            answer.append({"age_band": band, "by_value": value, "citizens": bands.count(band)})
    return answer


def full_year_persons(delivery: Delivery, given: Mapping[str, str]) -> Answer:
    answer: Answer = []
    chosen = chosen_by_value(delivery, given)
    for year in range(int(given["from_year"]), int(given["to_year"]) + 1):
        last = last_day(delivery, given, year)
        for value in sorted(chosen, key=str):
            stock = citizens_by_day(chosen[value], last)
            present = [on(stock, day) for day in days(date(year, 1, 1), last)]
            service_days = sum(len(citizens) for citizens in present)
            if service_days:
                answer.append(
                    {
                        "year": year,
                        "by_value": value,
                        "citizens": len(frozenset().union(*present)),
                        "service_days": service_days,
                        "full_year_persons": service_days / days_in_year(year),
                    }
                )
    return answer
