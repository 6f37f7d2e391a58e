"""Which column a heading is most likely to be, and which extract a file: by words, never by what it holds."""

import csv
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from cockpit.intake.contract import contracts
from cockpit.intake.profile import Texts, plain_name
from cockpit.settings import PROJECT

LIKELY = 0.8  # of 1: less is no likeness
NAMED = 1.5  # what a file name that says so is worth, in columns


@dataclass(frozen=True)
class Guess:
    heading: str
    sure: bool


@lru_cache(maxsize=1)
def _words() -> dict[tuple[str, str], Texts]:
    """The words that people use of each extract (column "") and column, as `_bare` writes them."""
    path = PROJECT / "data" / "sources" / "headings.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    return {(row["extract"], row["column"]): tuple(row["words"].split("|")) for row in rows}


def _bare(text: str) -> str:
    return re.sub(r"[\W_]", "", plain_name(text))


def guesses(extract: str, headings: Sequence[str]) -> dict[str, Guess]:
    """Column to heading, the surest first; no heading is two columns."""
    scored = sorted(
        (
            (_likeness(heading, extract, column), -place, column)
            for column in sorted(contracts()[extract].delivered)
            for place, heading in enumerate(headings)
        ),
        reverse=True,
    )
    found: dict[str, Guess] = {}
    taken: set[int] = set()
    for score, place, column in scored:
        if score >= LIKELY and column not in found and place not in taken:
            found[column] = Guess(headings[-place], sure=score == 1)
            taken.add(place)
    return found


def _likeness(heading: str, extract: str, column: str) -> float:
    bare = _bare(heading)
    words = (column.replace("_", ""), *_words().get((extract, column), ()))
    if bare in words:
        return 1.0
    return max(SequenceMatcher(None, bare, word).ratio() for word in words) * 0.99


def likely_extract(name: str, headings: Sequence[str]) -> str | None:
    """The extract of which the file has most, given its name; None where it has too little of every one."""
    worth = {extract: _worth(extract, name, headings) for extract in contracts()}
    best = max(worth, key=lambda extract: worth[extract])
    return best if worth[best] >= 1 else None


def _worth(extract: str, name: str, headings: Sequence[str]) -> float:
    """How large a part of the required columns there are; the others break ties."""
    found = guesses(extract, headings)
    required = [column.name for column in contracts()[extract].columns if column.required]
    has = sum(_weight(found, column) for column in required)
    named = NAMED if _bare(name) in (extract, *_words().get((extract, ""), ())) else 0
    if not has or has + named < len(required) / 3:
        return 0
    # One more than there are: the one column that citizens require is in most files of other extracts, too.
    return 1 + (has + named) / (len(required) + 1) + sum(_weight(found, column) for column in found) / 100


def _weight(found: Mapping[str, Guess], column: str) -> float:
    guess = found.get(column)
    return 0 if guess is None else 1 if guess.sure else 0.5
