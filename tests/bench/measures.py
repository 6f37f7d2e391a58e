"""A comparison of the two sides, and the table that tells whether its target holds."""

import math
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Measure:
    """`target` is what the ratio ours / plain must keep to: at most, or with `least` at least."""

    name: str
    unit: str
    ours: float
    plain: float
    target: float | None = None
    least: bool = False

    @property
    def ratio(self) -> float:
        return self.ours / self.plain if self.plain else math.inf

    @property
    def held(self) -> bool:
        if self.target is None:
            return True
        return self.ratio >= self.target if self.least else self.ratio <= self.target


def table(measures: Sequence[Measure], sides: tuple[str, str] = ("ours", "plain")) -> str:
    """One line for each; the ratio is the thing, for the rest depends on the machine and its other work."""
    head = f"{'figure':<44}{sides[0]:>12}{sides[1]:>12}{'ratio':>9}{'target':>10}  held"
    return "\n".join([head, "-" * len(head), *map(_line, measures)])


def _line(measure: Measure) -> str:
    target = "" if measure.target is None else f"{'≥' if measure.least else '≤'} {measure.target:g}"
    held = "" if measure.target is None else "yes" if measure.held else "NO"
    numbers = f"{_number(measure.ours):>12}{_number(measure.plain):>12}{measure.ratio:>9.3g}"
    return f"{f'{measure.name}, {measure.unit}':<44}{numbers}{target:>10}  {held}"


def _number(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"


def percentile(values: Sequence[float], share: float) -> float:
    """The smallest value that at least `share` of them do not exceed."""
    ordered = sorted(values)
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)]
