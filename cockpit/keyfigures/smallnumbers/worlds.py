"""Other worlds than the real one, found by linear and, where that leaves fractions, integer programming."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cockpit.keyfigures.smallnumbers.hiding import Secret, Secrets, Signs

FURTHEST = 1_000
UNLIKELY = 10_000.0
# What is hidden already costs next to nothing, but a world that is like ours is easier to believe in.
HIDDEN_PRICE = 0.01
WHOLE = 1e-6


class Worlds:
    """One model: how much each count that is not known may be larger or smaller than it is."""

    def __init__(self, secrets: "Secrets", prices: Mapping["Secret", float]) -> None:
        import highspy  # only a load needs it: a server that shows figures does without its memory

        self._highspy = highspy
        self._solver = highspy.Highs()  # type: ignore[no-untyped-call]
        for option, value in (("output_flag", False), ("threads", 1), ("random_seed", 1)):
            self._solver.setOptionValue(option, value)
        self._columns: dict[Secret, int] = {}
        for secret in sorted(secrets.showable | secrets.hidden | set(secrets.small)):
            if secret[1] > 0 and secret not in secrets.known:
                self._columns[secret] = self._solver.getNumCol()
                price = prices.get(secret, UNLIKELY)
                self._add_column(price, FURTHEST)
                # What is hidden is at least one.
                self._add_column(price, secret[1] - 1)
        for signs in secrets.equal:
            self._add_row(signs, 0, 0)
        for signs, room in secrets.at_most.items():
            self._add_row(signs, -self._highspy.kHighsInf, room)
        for signs, fall in secrets.loose.items():
            self._add_loose(signs, fall)

    def make_free(self, secret: "Secret") -> None:
        """It is hidden: other worlds may have any other number there."""
        if secret in self._columns:
            for column in self._pair(secret):
                self._solver.changeColCost(column, HIDDEN_PRICE)

    def raised(self, secret: "Secret", rise: int) -> dict["Secret", int] | None:
        """The changes of a world in which the count is larger by so much or more, the cheapest there is.

        None where there is no such world.
        """
        if secret not in self._columns:
            return None
        return self._with_bounds(secret, (rise, FURTHEST), (0, 0))

    def lowered(self, secret: "Secret") -> dict["Secret", int] | None:
        """The changes of a world in which the count is smaller, None where there is no such world."""
        if secret not in self._columns or secret[1] < 2:
            return None
        return self._with_bounds(secret, (0, 0), (1, secret[1] - 1))

    def _with_bounds(
        self, secret: "Secret", rise: tuple[int, int], fall: tuple[int, int]
    ) -> dict["Secret", int] | None:
        up, down = self._pair(secret)
        self._solver.changeColBounds(up, *rise)
        self._solver.changeColBounds(down, *fall)
        try:
            return self._solved()
        finally:
            self._solver.changeColBounds(up, 0, FURTHEST)
            self._solver.changeColBounds(down, 0, secret[1] - 1)

    def _solved(self) -> dict["Secret", int] | None:
        found = self._run()
        if found is None or all(abs(value - round(value)) < WHOLE for value in found):
            return None if found is None else self._changes(found)
        columns = range(self._solver.getNumCol())
        for kind in (self._highspy.HighsVarType.kInteger, self._highspy.HighsVarType.kContinuous):
            for column in columns:
                self._solver.changeColIntegrality(column, kind)
            if kind == self._highspy.HighsVarType.kInteger:
                found = self._run()
        return None if found is None else self._changes(found)

    def _run(self) -> list[float] | None:
        self._solver.run()
        if self._solver.getModelStatus() != self._highspy.HighsModelStatus.kOptimal:
            return None
        return list(self._solver.getSolution().col_value)

    def _changes(self, found: list[float]) -> dict["Secret", int]:
        changes = {
            secret: round(found[column]) - round(found[column + 1])
            for secret, column in self._columns.items()
        }
        return {secret: change for secret, change in changes.items() if change}

    def _pair(self, secret: "Secret") -> tuple[int, int]:
        column = self._columns[secret]
        return column, column + 1

    def _add_column(self, price: float, furthest: int) -> int:
        self._solver.addCol(price, 0, furthest, 0, [], [])
        return int(self._solver.getNumCol()) - 1

    def _add_row(self, signs: "Signs", lower: float, upper: float, slack: tuple[int, ...] = ()) -> None:
        entries = [
            (column, sign * direction)
            for secret, sign in signs
            if secret in self._columns
            for column, direction in zip(self._pair(secret), (1, -1), strict=True)
        ]
        entries = sorted(entries) + list(zip(slack, (1, -1), strict=False))
        columns, numbers = [column for column, _ in entries], [float(number) for _, number in entries]
        if entries:
            self._solver.addRow(lower, upper, len(entries), columns, numbers)

    def _add_loose(self, signs: "Signs", fall: int) -> None:
        """The parts may come to more, or to less by as much as they overlap, where nothing else is found."""
        slack = self._add_column(UNLIKELY, fall), self._add_column(UNLIKELY, FURTHEST)
        self._add_row(signs, 0, 0, slack)
