"""One thing that needs attention: a sentence with its number, what lies behind it, where to look further."""

from collections.abc import Sequence
from dataclasses import dataclass

from cockpit.components.address import address, filters_only
from cockpit.components.view import View

LEVELS = {"breach": "Haster", "watch": "Hold øje"}
MOST_NAMED = 3


@dataclass(frozen=True)
class Matter:
    level: str
    sentence: str
    behind: str
    place: str
    href: str


def at(view: View, path: str, **own: str) -> str:
    """A page with the filters in force and a choice of its own."""
    return address(path, filters_only(view.query) | own)


def largest(named: Sequence[tuple[str, float]], told: Sequence[str]) -> str:
    """`Opfølgning 26 · Børnefaglig undersøgelse 1`: the largest few, the others as a number.

    `told` are the texts of `named`, in the same order.
    """
    ordered = sorted(zip(named, told, strict=True), key=lambda pair: -pair[0][1])
    texts = [text for _, text in ordered[:MOST_NAMED]]
    if left := len(ordered) - len(texts):
        texts.append(f"og {left} til")
    return " · ".join(texts)


def noun(count: float, one: str, several: str) -> str:
    return one if count == 1 else several
