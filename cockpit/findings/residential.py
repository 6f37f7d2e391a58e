"""Where the young and the old live."""

from collections.abc import Sequence

from cockpit.findings.rows import Row, alone_most

YOUNG_UNTIL, OLD_FROM = 35, 55
FEWEST_OF_AN_AGE = 10
TEMPORARY, LASTING = "SEL 107", "SEL 108"


def age_title(rows: Sequence[Row], plain: str = "Borgere efter alder") -> str:
    """age_intervals by section: whether most of the young live temporarily and most of the old lastingly."""
    young = _by_section(rows, 0, YOUNG_UNTIL)
    old = _by_section(rows, OLD_FROM, None)
    if min(sum(young.values()), sum(old.values())) < FEWEST_OF_AN_AGE:
        return plain
    if alone_most(young) == TEMPORARY and alone_most(old) == LASTING:
        return "De unge bor oftest midlertidigt, de ældre længerevarende"
    return plain


def _by_section(rows: Sequence[Row], first: int, before: int | None) -> dict[str, int]:
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
