"""Keeps a group at its planned stock: as many arrive in a month as are missing at its end."""

from collections import Counter
from collections.abc import Callable, Mapping
from datetime import date, timedelta

from cockpit.demo.people import World
from cockpit.demo.recipe import FlowPlan, on_line
from cockpit.periods import ONE_DAY, add_months, month_end

# admit(start, running_on) adds one arrival and returns the last day. running_on is the day on which it
# certainly runs: the start itself, or the first day of the history for those who were there already.
Admit = Callable[[date, date], date]


class Flow:
    def __init__(self, plan: FlowPlan, world: World) -> None:
        self.plan, self.world = plan, world
        self.leaving: Counter[date] = Counter()  # by the month of the first day without

    def run(self, admit: Admit, due: Mapping[date, int] | None = None) -> None:
        """Fill the group month by month; `due` says how many must be taken in a month (its first day)."""
        first = self.world.recipe.first_day
        present = round(self.plan.stock[0][1])
        for _ in range(present):
            years_before = self.world.dice.lasting(self.plan.months * 30.44)
            self._note(admit(first - timedelta(days=1 + round(years_before)), first))
        month = first
        while month <= self.world.horizon:
            present -= self.leaving[month]
            arrivals = max(self._missing(month, present), (due or {}).get(month, 0))
            for _ in range(arrivals):
                start = self._start(month)
                self._note(admit(start, start))
            present += arrivals
            month = add_months(month, 1)

    def settle(self, last: date, not_before: date) -> date:
        """Move a last day to the quietest of its own and the two months beside it, often to the month's end.

        People do not leave in step, but a small group whose exits bunch by pure chance looks like an event.
        """
        if self.world.dice.chance(0.5):
            last = month_end(last)
        if self.leaving[_month_left(last)] < self.plan.crowd and self.world.dice.chance(0.65):
            return last
        months = [last, month_end(add_months(last, -1)), month_end(add_months(last, 1))]
        later = [day for day in months if day >= not_before]
        return min(later or [last], key=lambda day: (self.leaving[_month_left(day)], day != last))

    def _note(self, last: date) -> None:
        self.leaving[_month_left(last)] += 1

    def _missing(self, month: date, present: int) -> int:
        low, high = self.plan.monthly
        end = month_end(month)
        wanted = round(on_line(self.plan.stock, end))
        if self.plan.wiggle and end not in {day for day, _ in self.plan.stock}:
            wanted += self.world.dice.whole(-self.plan.wiggle, self.plan.wiggle)
        return min(high, max(low, wanted - present))

    def _start(self, month: date) -> date:
        """Half begin on the first of the month, as grants do."""
        if self.world.dice.chance(0.5):
            return month
        return month + timedelta(days=self.world.dice.whole(0, month_end(month).day - 1))


def _month_left(last: date) -> date:
    return (last + ONE_DAY).replace(day=1)
