"""A made-up town, counted in plain Python, that answers the questions of the finite set by itself."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random
from typing import Any

Row = dict[str, Any]
ONE_DAY = timedelta(days=1)
FOREVER = date(9998, 12, 31)
PLACES = (
    ("SEL 107", "botilbud", "voksne"),
    ("SEL 108", "botilbud", "voksne"),
    ("SEL 85-bl", "botilbud", "voksne"),
    ("SEL 85", "støtte i eget hjem", "voksne"),
    ("SEL 102", "behandling", "voksne"),
    ("SEL 103", "dagtilbud", "voksne"),
    ("SEL 104", "dagtilbud", "voksne"),
    ("BL 46", "anbringelse", "børn og unge"),
    ("BL 47", "anbringelse", "børn og unge"),
    ("BL 114", "ungestøtte", "børn og unge"),
)
OWNERS = ("own", "own", "other_municipality", "region", "private", "uoplyst")
KINDS = ("assessment", "follow_up", "notification")


@dataclass(frozen=True)
class Stay:
    citizen: int
    section: str
    group: str
    area: str
    owner: str
    is_paid_by_us: bool
    start: date
    end: date
    yearly: int

    def value(self, by: str) -> str:
        return {"none": "", "area": self.area, "group": self.group, "section": self.section}[by]

    def covers(self, day: date) -> bool:
        return self.start <= day <= self.end


@dataclass(frozen=True)
class Town:
    """Everybody's stays, and what was due: (kind, year, kept)."""

    births: Mapping[int, date]
    stays: tuple[Stay, ...]
    due: tuple[tuple[str, int, bool], ...]
    as_of: date

    def ask(self, figure: str, given: Mapping[str, str]) -> list[Row]:
        answer: list[Row] = getattr(self, f"_{figure}")(given)
        return answer

    def _ours(self) -> list[Stay]:
        return [stay for stay in self.stays if stay.is_paid_by_us and stay.start <= self.as_of]

    def _values(self, by: str) -> list[str]:
        return sorted({stay.value(by) for stay in self._ours()} | ({""} if by == "none" else set()))

    def _present(self, by: str, value: str, first: date, last: date) -> set[int]:
        return {
            stay.citizen
            for stay in self._ours()
            if stay.value(by) == value and stay.start <= last and stay.end >= first
        }

    def _stock_flow(self, given: Mapping[str, str]) -> list[Row]:
        by, first = given["by"], date.fromisoformat(given["from"]).year
        return [
            self._year(year, by, value)
            for year in range(first, date.fromisoformat(given["to"]).year + 1)
            for value in self._values(by)
        ]

    def _year(self, year: int, by: str, value: str) -> Row:
        start, end = date(year, 1, 1), date(year, 12, 31)
        last = min(end, self.as_of)
        spells = list(self._spells(by, value))
        return {
            "period_start": start, "period_end": end, "by_value": value or None,
            "opening": len(self._present(by, value, start - ONE_DAY, start - ONE_DAY)),
            "inflow": sum(start <= first <= last for first, _ in spells),
            "outflow": sum(start <= gone <= last for _, gone in spells),
            "closing": len(self._present(by, value, last, last)),
            "complete": end <= self.as_of,
        }  # fmt: skip

    def _spells(self, by: str, value: str) -> Iterator[tuple[date, date]]:
        """First day, and first day without."""
        stays = [stay for stay in self._ours() if stay.value(by) == value]
        for citizen in {stay.citizen for stay in stays}:
            own = sorted((one for one in stays if one.citizen == citizen), key=lambda one: one.start)
            first, reached = own[0].start, own[0].end
            for stay in own[1:]:
                if stay.start > reached + ONE_DAY:
                    yield first, reached + ONE_DAY
                    first = stay.start
                reached = max(reached, stay.end)
            yield first, reached + ONE_DAY

    def _age_intervals(self, given: Mapping[str, str]) -> list[Row]:
        on, by = date.fromisoformat(given["on"]), given["by"]
        rows = []
        for value in self._values(by):
            ages = [self._age(citizen, on) for citizen in self._present(by, value, on, on)]
            for band, low, high in (("under 25", 0, 25), ("25-66", 25, 67), ("67+", 67, 200)):
                number = sum(low <= age < high for age in ages)
                rows.append({"age_band": band, "by_value": value or None, "citizens": number})
        return rows

    def _age(self, citizen: int, on: date) -> int:
        born = self.births[citizen]
        return on.year - born.year - ((on.month, on.day) < (born.month, born.day))

    def _costs(self, by: str, value: str, year: int) -> list[int]:
        here = self._present(by, value, date(year, 1, 1), min(date(year, 12, 31), self.as_of))
        return [
            max(stay.yearly for stay in self._ours() if stay.citizen == one and stay.value(by) == value)
            for one in here
        ]

    def _cost_intervals(self, given: Mapping[str, str]) -> list[Row]:
        rows, by = [], given["by"]
        for year in range(int(given["from_year"]), int(given["to_year"]) + 1):
            for value in self._values(by):
                costs = self._costs(by, value, year)
                for label, low, high in (("0-1000000", 0, 1), ("1000000-2000000", 1, 2), ("2000000+", 2, 99)):
                    number = sum(low * 1_000_000 <= cost < high * 1_000_000 for cost in costs)
                    rows.append(
                        {"year": year, "by_value": value or None, "interval": label, "citizens": number}
                    )
        return rows

    def _cost(self, given: Mapping[str, str]) -> list[Row]:
        years = range(int(given["from_year"]), int(given["to_year"]) + 1)
        return [
            {"year": year, "by_value": value, "citizens": len(costs), "unit_cost": 1.0 * sum(costs)}
            for year in years
            for value in self._values(given["by"])
            if (costs := self._costs(given["by"], value, year))
        ]

    def _deadlines_kept(self, given: Mapping[str, str]) -> list[Row]:
        rows = []
        for year in range(date.fromisoformat(given["from"]).year, date.fromisoformat(given["to"]).year + 1):
            for kind in KINDS:
                outcomes = [kept for of, when, kept in self.due if (of, when) == (kind, year)]
                kept = sum(outcomes)
                counts = {"due": len(outcomes), "kept": kept, "breached": len(outcomes) - kept}
                follows = {"share_kept": kept / len(outcomes) if outcomes else None, "median_days": 3.0}
                rows.append({"period_start": date(year, 1, 1), "kind": kind, **counts, **follows})
        return rows

    def _caseload(self, given: Mapping[str, str]) -> list[Row]:
        on, rows = date.fromisoformat(given["on"]), []
        follows = dict.fromkeys(
            ("weighted_cases", "fte", "citizens_per_fte", "guideline_low", "guideline_high", "status")
        )
        for area in self._values("area"):
            citizens = len(self._present("area", area, on, on))
            counts = {"cases": citizens + citizens // 3, "citizens": citizens}
            rows.append({"by_value": area, **counts, **follows})
        return rows

    def _market(self, given: Mapping[str, str]) -> list[Row]:
        on, found = date.fromisoformat(given["on"]), dict[tuple[str, str, str], set[int]]()
        for stay in self.stays:
            if stay.covers(on) and (stay.is_paid_by_us or stay.owner == "own"):
                direction = "own" if stay.owner == "own" else "bought"
                key = (direction if stay.is_paid_by_us else "sold", stay.owner, stay.group)
                found.setdefault(key, set()).add(stay.citizen)
        return [
            {"direction": direction, "owner": owner, "group": group, "citizens": len(citizens)}
            for (direction, owner, group), citizens in sorted(found.items())
        ]

    def _places(self, given: Mapping[str, str]) -> list[Row]:
        on = date.fromisoformat(given["on"])
        here = [stay for stay in self.stays if stay.covers(on) and stay.owner == "own"]
        own = len({stay.citizen for stay in here if stay.is_paid_by_us})
        sold = len({stay.citizen for stay in here} - {stay.citizen for stay in here if stay.is_paid_by_us})
        counts = {"places": own + sold + 3, "own_citizens": own, "sold": sold, "free": 3}
        return [{"owner": "own", **counts, "occupancy_rate": 0.9}]


def made_up(seed: int) -> Town:
    """From a hamlet to a market town; some groups are large, and some have a handful."""
    random = Random(seed)
    as_of = date(2026, random.choice((1, 6, 10, 12)), 28) if seed % 4 else date(2025, 12, 31)
    weights = [random.choice((1, 2, 6, 20)) for _ in PLACES]
    citizens = range(random.choice((25, 60, 120, 220)))
    stays = tuple(stay for citizen in citizens for stay in _life(random, citizen, weights))
    births = {citizen: date(random.randrange(1935, 2012), random.randrange(1, 13), 1) for citizen in citizens}
    due = tuple(
        (kind, random.randrange(2021, 2027), random.random() < share)
        for kind, share in zip(KINDS, (0.9, 0.97, 0.5), strict=True)
        for _ in range(random.randrange(10, 120))
    )
    return Town(births, stays, due, as_of)


def _life(random: Random, citizen: int, weights: list[int]) -> Iterator[Stay]:
    start = date(2019, 1, 1) + timedelta(days=random.randrange(2700))
    for _ in range(random.choice((1, 1, 1, 2, 3))):
        section, group, area = random.choices(PLACES, weights)[0]
        days = random.choice((20, 200, 700, 0))
        end = start + timedelta(days=days) if days else FOREVER
        yearly = random.choice((300, 800, 1200, 1700, 2600)) * 1000
        paid = random.random() < 0.9
        owner = random.choice(OWNERS) if paid else "own"
        yield Stay(citizen, section, group, area, owner, paid, start, end, yearly)
        start = min(end, start + timedelta(days=random.randrange(900))) + ONE_DAY * random.choice((0, 1, 60))


def some_months_later(town: Town, seed: int) -> Town:
    """The next version: time has gone, some have ended, a few come late and a few have changed."""
    random = Random(f"later {seed}")
    as_of = town.as_of + timedelta(days=random.choice((0, 30, 30, 95, 200)))
    newest = len(town.births)
    stays = [
        replace(stay, end=town.as_of + ONE_DAY * random.randrange(1, 90))
        if stay.end == FOREVER and random.random() < 0.05
        else stay
        for stay in town.stays
        if random.random() > 0.01
    ]
    late = range(newest, newest + random.randrange(4))
    stays += [stay for citizen in late for stay in _life(random, citizen, [1] * len(PLACES))]
    births = {**town.births, **{citizen: date(1990, 1, 1) for citizen in late}}
    changed = random.randrange(len(town.due))
    due = tuple(
        (kind, year, not kept if place == changed else kept)
        for place, (kind, year, kept) in enumerate(town.due)
    )
    return Town(births, tuple(stays), due, as_of)
