"""Services gone through anew, and prices negotiated: the day rate before and after."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from cockpit.demo.costs import Priced, days_in
from cockpit.demo.dice import Dice
from cockpit.demo.ledger import kroner
from cockpit.demo.people import World
from cockpit.periods import add_months, month_end

Row = tuple[str, date, str, str, str]
SETTLED = timedelta(days=120)  # nobody goes through a service that has just begun


def review_rows(world: World, priced: list[Priced], dice: Dice) -> Iterator[Row]:
    """service, day, kind, kr. a day before and after; so many in each month since the first."""
    plan: dict[str, Any] = world.recipe.rest["reviews"]
    may_be = [one for one in priced if one.ours and one.rates and one.service.section in plan["sections"]]
    reviewed: dict[str, date] = {}
    month = plan["since"]
    while month <= world.recipe.as_of:
        for _ in range(dice.whole(plan["a_month"] - 2, plan["a_month"] + 2)):
            day = month + timedelta(days=dice.whole(0, month_end(month).day - 1))
            rested = day - timedelta(days=plan["again_after"])
            ready = [
                one
                for one in may_be
                if one.service.start + SETTLED <= day <= one.service.last()
                and reviewed.get(one.number, date.min) < rested
            ]
            one = dice.one(ready)
            reviewed[one.number] = day
            yield _review(one, day, plan, dice)
        month = add_months(month, 1)


def _review(one: Priced, day: date, plan: dict[str, Any], dice: Dice) -> Row:
    bought = one.service.provider is not None and one.service.provider.owner != "own"
    again = dice.chance(plan["reassessment"]) or not bought
    kind = "reassessment" if again else "rate_negotiation"
    low, high = dice.pick({(row[0], row[1]): row[2] for row in plan["effect"][kind]})
    before = day_rate(one, day)
    after = round(before * (1 + dice.between(low, high)) * 2) / 2 if low or high else before
    return one.number, day, kind, kroner(before), kroner(after)


def day_rate(one: Priced, day: date) -> float:
    """Kr. a day of the rates in force, supplements too."""
    a_year = {"day": days_in(day.year), "month": 12, "year": 1, "once": 0}
    in_force = [rate for rate in one.rates if rate.start <= day and (rate.end is None or rate.end >= day)]
    return round(sum(rate.amount * a_year[rate.unit] for rate in in_force) / days_in(day.year), 2)
