"""The findings of Botilbud and Udgifter: fixed rules, each true of the years that can be compared."""

from collections.abc import Mapping, Sequence
from typing import Any

from cockpit.components.year_table import Line, YearTable

DEAR = 2_000_000
# Few citizens move a small number much: as many more, and by as large a share, before it is a title.
FEWEST_MORE = 3
NOTABLE_SHARE = 0.10
# The weight of the intervals is told as a share of the citizens; points of a hundred.
NOTABLE_POINTS = 0.03
SAME_POINTS = 0.005
YOUNG_UNTIL, OLD_FROM = 35, 55
FEWEST_OF_AN_AGE = 10
OWNER_PLACES = {
    "own": "i egne tilbud",
    "other_municipality": "i andre kommuner",
    "region": "i regionen",
    "private": "hos private",
}
TEMPORARY, LASTING = "SEL 107", "SEL 108"


def dear_title(table: YearTable, measure: str, plain: str = "Borgere efter udgift") -> str:
    """Whether more or fewer citizens cost over 2 mio. kr., between the first and last whole year."""
    dear = [table.between(line) for line in table.lines if _lowest(line) >= DEAR]
    first, last = (sum(pair[place] or 0 for pair in dear) for place in (0, 1))
    if not is_notable(first, last):
        return plain
    how = "kostede over 2 mio. kr. i året" if measure == "in_year" else "koster over 2 mio. kr. om året"
    return f"{'Flere' if last > first else 'Færre'} borgere {how}"


def is_notable(first: float, last: float) -> bool:
    """The change is more than a handful, and more than a small share."""
    return abs(last - first) >= max(FEWEST_MORE, NOTABLE_SHARE * first)


def weight_title(table: YearTable, plain: str = "Borgere efter udgift, år for år") -> str:
    """Dearer only when the share over every limit has not fallen, and over one of them clearly risen."""
    steps = _steps(table)
    for sign, word in ((1, "dyre"), (-1, "billigere")):
        one_way = all(sign * step >= -SAME_POINTS for step in steps)
        if one_way and any(sign * step >= NOTABLE_POINTS for step in steps):
            return f"Tyngden flytter sig mod de {word} intervaller"
    return plain


def _steps(table: YearTable) -> list[float]:
    """For each limit, how much larger the share of citizens over it has become."""
    pairs = [table.between(line) for line in table.lines]
    all_first, all_last = (sum(pair[place] or 0 for pair in pairs) for place in (0, 1))
    if not all_first or not all_last:
        return []
    return [
        sum(pair[1] or 0 for pair in pairs[limit:]) / all_last
        - sum(pair[0] or 0 for pair in pairs[limit:]) / all_first
        for limit in range(1, len(pairs))
    ]


def _lowest(line: Line) -> int:
    return int((line.key or "0").rstrip("+").partition("-")[0])


def growth_title(table: YearTable, places: Mapping[str, str], plain: str) -> str:
    """Where the stock has grown the most, when one place has; `places` says where in words."""
    changes = {line.key: line.change or 0 for line in table.lines if line.key in places}
    if len(changes) < 2:
        return plain
    most = max(changes, key=lambda key: changes[key])
    alone = sum(change == changes[most] for change in changes.values()) == 1
    line = next(line for line in table.lines if line.key == most)
    if not alone or changes[most] <= 0 or not is_notable(*(value or 0 for value in table.between(line))):
        return plain
    return f"Stigningen er størst {places[most or '']}"


def age_title(rows: Sequence[dict[str, Any]], plain: str = "Borgere efter alder") -> str:
    """age_intervals by section: whether most of the young live temporarily and most of the old lastingly."""
    young = _by_section(rows, 0, YOUNG_UNTIL)
    old = _by_section(rows, OLD_FROM, None)
    if min(sum(young.values()), sum(old.values())) < FEWEST_OF_AN_AGE:
        return plain
    if _alone_most(young) == TEMPORARY and _alone_most(old) == LASTING:
        return "De unge bor oftest midlertidigt, de ældre længerevarende"
    return plain


def _by_section(rows: Sequence[dict[str, Any]], first: int, before: int | None) -> dict[str, int]:
    """Citizens by section in the bands that lie wholly from `first` to just `before`."""
    found: dict[str, int] = {}
    for row in rows:
        ends = _ends(row["age_band"])
        if ends and ends[0] >= first and (before is None or (ends[1] or before) < before):
            found[row["by_value"]] = found.get(row["by_value"], 0) + row["citizens"]
    return found


def _ends(band: str) -> tuple[int, int | None] | None:
    """`18-24` is (18, 24), `67+` is (67, None), `under 18` is (0, 17); None for an unknown age."""
    if band.startswith("under "):
        return 0, int(band.removeprefix("under ")) - 1
    low, _, high = band.rstrip("+").partition("-")
    if not low.isdigit():
        return None
    return int(low), int(high) if high else None


def _alone_most(counts: dict[str, int]) -> str | None:
    ordered = sorted(counts, key=lambda key: -counts[key])
    if len(ordered) > 1 and counts[ordered[0]] == counts[ordered[1]]:
        return None
    return ordered[0] if ordered else None
