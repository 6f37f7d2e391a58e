"""The ledger: what the services cost as the accounts hold it, with budgets and a forecast around it."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from typing import Any

from cockpit.demo.costs import Priced, costs_by_month
from cockpit.demo.dice import Dice
from cockpit.demo.people import Service, World
from cockpit.demo.recipe import REFERENCE, csv_rows
from cockpit.periods import add_months

Row = tuple[str, str, str, str, str]  # month or year, account, kind, kr., species
Booked = dict[tuple[str, date, str], float]  # kr. by account, month and species
MONTHS = 12


def ledger_rows(world: World, priced: list[Priced], dice: Dice) -> Iterator[Row]:
    """Postings of each month up to the as-of date; a forecast and two budgets for each year."""
    plan: dict[str, Any] = world.recipe.rest["ledger"]
    first, as_of = date(plan["first_year"], 1, 1), world.recipe.as_of
    totals: dict[str, dict[date, float]] = defaultdict(lambda: defaultdict(float))
    booked = _booked(world, priced, plan, first)
    years = sorted({(account, month.year) for account, month, _ in booked})
    level = {year: 1 + dice.between(-plan["apart"], plan["apart"]) for year in years}
    for (account, month, species), amount in sorted(booked.items()):
        strayed = 1 + dice.between(-plan["noise"], plan["noise"])
        posted = round(amount * level[account, month.year] * strayed, 2)
        totals[account][month] += posted
        yield f"{month:%Y-%m}", account, "actual", kroner(posted), species
    for account, months in totals.items():
        _expect_the_rest(months, as_of)
        for year in range(first.year, as_of.year + 1):
            expected = {month: amount for month, amount in months.items() if month.year == year}
            for month, amount in expected.items():
                yield f"{month:%Y-%m}", account, "forecast", kroner(round(amount, -2)), ""
            yield from _budgets(
                account, year, sum(expected.values()), plan, dice, this_year=year == as_of.year
            )


def kroner(amount: float) -> str:
    return f"{amount:.2f}".replace(".", ",")


def _booked(world: World, priced: list[Priced], plan: dict[str, Any], since: date) -> Booked:
    """Bought places by owner; our own homes by what they spend, and what others pay us for places there."""
    accounts = _accounts()
    booked: Booked = defaultdict(float)
    for one in priced:
        account = _account(one.service, accounts, plan)
        shares = _species(one, plan) if account else {}
        for month, cost in costs_by_month(one, since, world.recipe.as_of) if shares else ():
            for species, share in shares.items():
                booked[account, month, species] += cost * share
    return booked


def _accounts() -> dict[str, list[str]]:
    """Accounts by section."""
    found: dict[str, list[str]] = defaultdict(list)
    for row in csv_rows(REFERENCE / "accounts.csv"):
        for section in row["sections"].split("|"):
            found[section].append(row["account"])
    return found


def _account(service: Service, accounts: dict[str, list[str]], plan: dict[str, Any]) -> str:
    """The service's account, empty where the list has none for its section."""
    listed = accounts.get(service.section, [""])
    named: str = plan["by_provider_type"].get(service.provider.type if service.provider else "", listed[0])
    return named if named in listed else listed[0]


def _species(one: Priced, plan: dict[str, Any]) -> dict[str, float]:
    """Shares of the cost by species; nothing where another municipality pays another's home.

    A service whose provider the system lacks is our own: the bill of a bought one would have named it.
    """
    owner = one.service.provider.owner if one.service.provider else "own"
    if owner == "own":
        sold = {} if one.ours else {plan["species"]["sold"]: -1.0}
        return {**plan["own_species"], **sold}
    return {plan["species"][owner]: 1.0} if one.ours else {}


def _expect_the_rest(months: dict[date, float], as_of: date) -> None:
    """The months that are left of the year come to what the last three did on average."""
    ended = add_months(as_of, 0)
    mean = sum(months[add_months(ended, -back)] for back in range(3)) / 3
    for ahead in range(1, MONTHS - as_of.month + 1):
        months[add_months(ended, ahead)] = mean


def _budgets(
    account: str, year: int, expected: float, plan: dict[str, Any], dice: Dice, *, this_year: bool
) -> Iterator[Row]:
    """The original budget for the whole year; the revised one too, but by month in the year that runs."""
    original = expected * (1 + dice.between(*plan["original"]))
    revised = expected * (1 + dice.between(*plan["revised_this_year" if this_year else "revised"]))
    if this_year and account == plan["over"]["account"]:
        revised = expected / (1 + plan["over"]["share"])
        original = min(original, revised)
    yield str(year), account, "original_budget", kroner(round(original, -3)), ""
    if not this_year:
        yield str(year), account, "revised_budget", kroner(round(revised, -3)), ""
        return
    for month in range(1, MONTHS + 1):
        yield f"{year}-{month:02d}", account, "revised_budget", kroner(round(revised / MONTHS, -2)), ""
