"""How much a figure has changed, and whether that is worth a title."""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from cockpit.findings.rows import alone_most
from cockpit.wording import rounded, signed, signed_percent

# Few citizens move a small number much: as many more, and by as large a share, before it is a title.
FEWEST_MORE = 3
NOTABLE_SHARE = 0.10


class Change(NamedTuple):
    """What stands at `key` in the first and in the last of the years compared."""

    key: str
    first: float
    last: float


def is_notable(first: float, last: float) -> bool:
    """The change is more than a handful, and more than a small share."""
    return abs(last - first) >= max(FEWEST_MORE, NOTABLE_SHARE * first)


def share_change(now: float | None, before: float | None) -> float | None:
    """How much more now than before; None where nothing can be said."""
    return None if now is None or not before else now / before - 1


def change_words(now: float | None, before: float | None, since: str, decimals: int = 0) -> str:
    """`+11 siden okt. 2025 (+5,4 pct.)`; plain words when nothing changed or nothing is known."""
    if now is None or before is None:
        return f"Intet tal fra {since} at sammenligne med"
    difference = rounded(now - before, decimals)
    if difference == 0:
        return f"Uændret siden {since}"
    share = share_change(now, before)
    tail = f" ({signed_percent(share)})" if share is not None else ""
    return f"{signed(difference, decimals)} siden {since}{tail}"


def rises_title(values: Sequence[float | None], name: str, plain: str) -> str:
    """Year by year the same way, over at least three years, is worth a title."""
    known = [value for value in values if value is not None]
    if len(known) < 3 or len(known) != len(values):
        return plain
    steps = [later - earlier for earlier, later in pairwise(known)]
    if all(step > 0 for step in steps):
        return f"{name} stiger hvert år"
    return f"{name} falder hvert år" if all(step < 0 for step in steps) else plain


def growth_title(changes: Sequence[Change], places: Mapping[str, str], plain: str) -> str:
    """Where the stock has grown the most, when one place has; `places` says where in words."""
    known = [change for change in changes if change.key in places]
    most = alone_most({change.key: change.last - change.first for change in known})
    grown = next((change for change in known if change.key == most), None)
    if len(known) < 2 or not grown or grown.last <= grown.first or not is_notable(grown.first, grown.last):
        return plain
    return f"Stigningen er størst {places[grown.key]}"
