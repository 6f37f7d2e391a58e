"""Where things stand in a drawing: places along an axis, labels that must not lie upon each other."""

from collections.abc import Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Span:
    """Values from `low` to `high` drawn from the pixel `start` to `end`."""

    low: float
    high: float
    start: float
    end: float

    def at(self, value: float) -> float:
        return self.start + (value - self.low) / (self.high - self.low) * (self.end - self.start)


@dataclass
class Taken:
    """The boxes (left, top, right, bottom) where something already stands."""

    boxes: list[tuple[float, float, float, float]] = field(default_factory=list)

    def take(self, left: float, top: float, right: float, bottom: float) -> bool:
        """False, and nothing taken, where another already stands."""
        clash = any(left < r and right > lf and top < b and bottom > t for lf, t, r, b in self.boxes)
        if not clash:
            self.boxes.append((left, top, right, bottom))
        return not clash


def pushed_apart(wanted: Sequence[float], rooms: Sequence[float], low: float, high: float) -> list[float]:
    """The middles of labels of the heights `rooms`, near where they are wanted but none upon another.

    Between `low` and `high`, if they fit there.
    """
    order = sorted(range(len(wanted)), key=lambda place: wanted[place])
    placed = [0.0] * len(wanted)
    edge = low
    for place in order:
        placed[place] = max(wanted[place], edge + rooms[place] / 2)
        edge = placed[place] + rooms[place] / 2
    edge = high
    for place in reversed(order):
        placed[place] = min(placed[place], edge - rooms[place] / 2)
        edge = placed[place] - rooms[place] / 2
    return placed


def span_of(values: Sequence[float], start: float, end: float, *, from_zero: bool = True) -> Span:
    """Bars begin at zero; a line may begin higher, but never so that a small change looks large."""
    low, high = min(values, default=0.0), max(values, default=0.0)
    if from_zero or low < 0 or low < high / 2:
        low, high = min(low, 0.0), max(high, 0.0)
    else:
        low = max(0.0, low - max(high - low, high / 10))
    return Span(low, high if high > low else low + 1, start, end)
