"""A politician who collects everything, and reckons: what can every hidden number be?

Nothing here knows how the hiding works; what adds up to what is written down a second time. The attacker is
given more than any politician has: for every number whether it has changed from one version to the next and,
as an insider, how many citizens stand in several groups at once.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

import highspy

Row = Mapping[str, Any]
Name = tuple[str, ...]
MOST = 5_000


@dataclass(frozen=True)
class Sheet:
    """One table as it is shown, and as it is; `on` is the day where it has one."""

    figure: str
    by: str
    on: str
    shown: list[Row]
    true: list[Row]


@dataclass
class Knowledge:
    """Each number by name, the true one; which of them are shown; what is known to hold."""

    true: dict[Name, int] = field(default_factory=dict)
    shown: set[Name] = field(default_factory=set)
    equal: list[dict[Name, int]] = field(default_factory=list)
    at_least: list[dict[Name, int]] = field(default_factory=list)


def read(sheets: Iterable[Sheet], as_of: date) -> Knowledge:
    known = Knowledge()
    for sheet in sheets:
        for shown, true in zip(sheet.shown, sheet.true, strict=True):
            for column, name in _names(sheet, true, as_of).items():
                known.true[name] = true[column]
                if shown[column] is not None:
                    known.shown.add(name)
                    assert shown[column] == true[column], name
    return known


def _names(sheet: Sheet, row: Row, as_of: date) -> dict[str, Name]:
    by, value = sheet.by, row.get("by_value") or ""
    if sheet.figure == "stock_flow":
        start, last = row["period_start"], min(row["period_end"], as_of)
        stock = {"opening": start - timedelta(days=1), "closing": last}
        names: dict[str, Name] = {name: ("stock", by, value, f"{day}") for name, day in stock.items()}
        if by == "section":
            return names
        return names | {name: (name, by, value, f"{start.year}", f"{last}") for name in ("inflow", "outflow")}
    if sheet.figure == "age_intervals":
        return {"citizens": ("age", by, value, sheet.on, row["age_band"])}
    if sheet.figure == "cost_intervals":
        return {"citizens": ("interval", by, value, f"{row['year']}", row["interval"])}
    if sheet.figure == "cost":
        return {"citizens": ("year", by, value, f"{row['year']}")}
    if sheet.figure == "deadlines_kept":
        year = f"{row['period_start'].year}"
        return {name: (name, "kind", row["kind"], year) for name in ("due", "kept", "breached")}
    if sheet.figure == "caseload":
        return {name: (f"{name} with a worker", by, value, sheet.on) for name in ("cases", "citizens")}
    if sheet.figure == "market":
        return {"citizens": (row["direction"], "group", row["group"], sheet.on, row["owner"])}
    return {name: (f"places {name}", "", "", sheet.on) for name in ("places", "own_citizens", "sold", "free")}


def reckon(known: Knowledge, places: Iterable[tuple[str, str, str]], *, insider: bool) -> None:
    """Everything that holds between the numbers of one version."""
    true = known.true
    for name in list(true):
        kind, by, value, time = name[:4]
        if kind == "inflow":
            opening = ("stock", by, value, f"{int(time) - 1}-12-31")
            outflow, closing = ("outflow", *name[1:]), ("stock", by, value, name[4])
            known.equal.append({opening: 1, name: 1, outflow: -1, closing: -1})
            _add_least(known, {opening: 1, name: 1, ("year", by, value, time): -1})
            _add_least(known, {("year", by, value, time): 1, closing: -1})
        if kind == "due":
            known.equal.append({name: -1, ("kept", *name[1:]): 1, ("breached", *name[1:]): 1})
        if kind == "places places":
            uses = ("own_citizens", "sold", "free")
            known.equal.append({name: -1} | {(f"places {use}", "", "", time): 1 for use in uses})
        if kind == "citizens with a worker":
            _add_least(known, {("cases with a worker", *name[1:]): 1, name: -1})
    for kind, whole in (("age", "stock"), ("interval", "year")):
        for total, parts in _families(true, kind, whole):
            known.equal.append({total: -1} | dict.fromkeys(parts, 1))
    for total, parts in _families(true, "own", "stock"):
        _add_cover(known, total, parts, insider=insider)
    for child, parent in (("group", "area"), ("section", "group"), ("area", ""), ("group", "")):
        for total, parts in _levels(true, child, parent, list(places)):
            _add_cover(known, total, parts, insider=insider)


def reckon_between(then: Knowledge, now: Knowledge) -> Knowledge:
    """What an earlier version told within a year that is over now: as many came as the stock grew by."""
    across = Knowledge(true={**then.true, **now.true})
    for name in now.true:
        if name[0] == "inflow" and name[4].endswith("-12-31"):
            first = ("stock", name[1], name[2], f"{int(name[3]) - 1}-12-31")
            last = (*first[:3], name[4])
            for middle in then.true:
                if middle[:3] == first[:3] and first[3] < middle[3] < last[3]:
                    for signs in ({name: 1, first: 1, middle: -1}, {name: 1, middle: 1, last: -1}):
                        # What was entered afterwards makes nonsense of it.
                        if sum(sign * across.true.get(one, 0) for one, sign in signs.items()) >= 0:
                            _add_least(across, signs)
    return across


def _families(true: Mapping[Name, int], kind: str, whole: str) -> Iterator[tuple[Name, list[Name]]]:
    parts: dict[Name, list[Name]] = defaultdict(list)
    kinds = (kind, "bought") if kind == "own" else (kind,)
    for name in true:
        if name[0] in kinds:
            parts[whole, *name[1:4]].append(name)
    yield from ((total, names) for total, names in parts.items() if total in true)


def _levels(
    true: Mapping[Name, int], child: str, parent: str, places: list[tuple[str, str, str]]
) -> Iterator[tuple[Name, list[Name]]]:
    order = ("section", "group", "area")
    parts: dict[Name, set[Name]] = defaultdict(set)
    for name in true:
        if name[1] == child and name[0] in ("stock", "age", "year", "inflow", "outflow", "interval"):
            for place in places:
                if place[order.index(child)] == name[2]:
                    above = place[order.index(parent)] if parent else ""
                    parts[name[0], parent or "none", above, *name[3:]].add(name)
    yield from ((total, sorted(names)) for total, names in parts.items() if total in true)


def _add_cover(known: Knowledge, total: Name, parts: list[Name], *, insider: bool) -> None:
    """Everybody in the whole is in a part; nobody is in a part and not in the whole."""
    if insider:
        known.equal.append({total: -1} | dict.fromkeys(parts, 1))
    if total[0] == "interval":
        return  # a citizen's cost in a part may be in another interval
    known.at_least.append({total: -1} | dict.fromkeys(parts, 1))
    if total[0] not in ("inflow", "outflow"):
        known.at_least += [{total: 1, part: -1} for part in parts]


def _add_least(known: Knowledge, signs: dict[Name, int]) -> None:
    if all(name in known.true for name in signs):
        known.at_least.append(signs)


def _is_withdrawn(name: Name, known: Knowledge) -> bool:
    """Zeros are shown, so what is hidden is not one; but of a table with nothing shown nothing is known."""
    return not any(other[:2] == name[:2] and other[3] == name[3] for other in known.shown)


class Attack:
    """One integer program over the numbers of all versions; equal numbers of two versions are one."""

    def __init__(self, versions: Iterable[Knowledge]) -> None:
        self.solver = highspy.Highs()  # type: ignore[no-untyped-call]
        self.solver.setOptionValue("output_flag", False)
        self.solver.setOptionValue("threads", 1)
        versions = list(versions)
        shown = {(name, known.true[name]) for known in versions for name in known.shown}
        self.columns: dict[tuple[Name, int], int] = {}
        self._bounds: dict[int, tuple[int, int]] = {}
        for known in versions:
            for name, value in known.true.items():
                if (name, value) not in shown and (name, value) not in self.columns:
                    self._add_number(name, value, 0 if _is_withdrawn(name, known) else 1)
        for known in versions:
            for signs in known.equal:
                self._add(known, signs, exactly=True)
            for signs in known.at_least:
                self._add(known, signs, exactly=False)

    def found(self, threshold: int = 5) -> list[tuple[Name, int]]:
        """The small numbers that can be nothing but what they are; places that are free are nobody."""
        left = {
            number: column
            for number, column in self.columns.items()
            if 0 < number[1] < threshold and number[0][0] != "places free"
        }
        pinned = []
        while left:
            (name, value), column = left.popitem()
            low, high = self._bounds[column]
            worlds = [self._world(column, value + 1, high), self._world(column, low, value - 1)]
            self.solver.changeColBounds(column, low, high)
            if not any(worlds):
                pinned.append((name, value))
            for world in filter(None, worlds):
                left = {one: place for one, place in left.items() if round(world[place]) == one[1]}
        return pinned

    def _world(self, column: int, low: int, high: int) -> list[float] | None:
        if low > high:
            return None
        self.solver.changeColBounds(column, low, high)
        self.solver.run()
        if self.solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
            return None
        return list(self.solver.getSolution().col_value)

    def _add_number(self, name: Name, value: int, low: int) -> None:
        column = self.solver.getNumCol()
        self.solver.addCol(0, low, MOST, 0, [], [])
        self.solver.changeColIntegrality(column, highspy.HighsVarType.kInteger)
        self.columns[name, value], self._bounds[column] = column, (low, MOST)

    def _add(self, known: Knowledge, signs: Mapping[Name, int], *, exactly: bool) -> None:
        total, row = 0, dict[int, int]()
        over = sum(sign * known.true[name] for name, sign in signs.items()) if exactly else 0
        for name, sign in signs.items():
            number = (name, known.true[name])
            if number in self.columns:
                row[self.columns[number]] = sign
            else:
                total += sign * number[1]
        if row:
            upper = over - total if exactly else highspy.kHighsInf
            numbers = [float(sign) for sign in row.values()]
            self.solver.addRow(over - total, upper, len(row), list(row), numbers)
