"""Chance that falls the same way on every machine and every Python."""

import math
import random
import zlib
from collections.abc import Mapping, Sequence
from typing import TypeVar

T = TypeVar("T")
GOLDEN = (math.sqrt(5) - 1) / 2


class Dice:
    """Draws on `random()` alone: the one draw that Python promises never to change for a seed."""

    def __init__(self, seed: int) -> None:
        self.share = random.Random(seed).random  # noqa: S311 (a demo, no secret)

    def chance(self, probability: float) -> bool:
        return self.share() < probability

    def whole(self, low: int, high: int) -> int:
        """A whole number from low to high, both included."""
        return low + int(self.share() * (high - low + 1))

    def between(self, low: float, high: float) -> float:
        return low + self.share() * (high - low)

    def pick(self, weights: Mapping[T, float]) -> T:
        mark = self.share() * math.fsum(weights.values())
        *others, last = weights
        for value in others:
            mark -= weights[value]
            if mark < 0:
                return value
        return last

    def one(self, values: Sequence[T]) -> T:
        return values[int(self.share() * len(values))]

    def lasting(self, mean: float) -> float:
        """A memoryless length: most are short, a few very long."""
        return -math.log(1 - self.share()) * mean


def dice_of_its_own(seed: int, name: str) -> Dice:
    """Dice for a part that came later: its throws leave those of the parts before it as they were."""
    return Dice((seed << 32) + zlib.crc32(name.encode()))


class Spread:
    """Shares that lie evenly however few are drawn, so that a median hits its mark in every small cohort."""

    def __init__(self, dice: Dice) -> None:
        self._at = dice.share()

    def share(self) -> float:
        self._at = (self._at + GOLDEN) % 1
        return self._at

    def lasting(self, median: float) -> float:
        return math.log2(1 / (1 - self.share())) * median
