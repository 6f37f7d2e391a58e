"""budget and reconciliation: one posting at a time, and every bought service day by day."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from tests.keyfigures.plain_cost import service_cost
from tests.keyfigures.plain_presence import Answer, days, is_active
from tests.keyfigures.plain_rows import MISSING, Delivery, Service, file_rows


@dataclass(frozen=True)
class Posting:
    year: int
    month: int | None  # none for the whole year
    account: str
    kind: str
    amount: Fraction
    art: str


def _kroner(text: str) -> Fraction:
    return Fraction(text.replace(".", "").replace(",", "."))


def _postings(delivery: Delivery, year: int) -> list[Posting]:
    """Of one year; exact duplicates once."""
    found: dict[tuple[str, ...], Posting] = {}
    for row in file_rows(delivery.folder / "ledger.csv"):
        of, _, month = row["month"].partition("-")
        if int(of) == year:
            found[tuple(row.values())] = Posting(
                year,
                int(month) if month else None,
                row["account"],
                row["kind"],
                _kroner(row["amount"]),
                row.get("art") or "",
            )
    return list(found.values())


def _year_and_month(given: Mapping[str, str]) -> tuple[int, int]:
    return int(given["year"]), int(given["month"].split("-")[-1])


def _kroner_of(amount: Fraction | None) -> float | None:
    return None if amount is None else float(amount)


def budget(delivery: Delivery, given: Mapping[str, str]) -> Answer:
    year, until = _year_and_month(given)
    postings = _postings(delivery, year)
    is_budgeted = any(one.kind.endswith("_budget") for one in postings)
    answer: Answer = []
    for account in sorted({one.account for one in postings}):
        sums: dict[str, Fraction] = {}
        for one in postings:
            spent_later = one.kind == "actual" and one.month is not None and one.month > until
            if one.account == account and not spent_later:
                sums[one.kind] = sums.get(one.kind, Fraction(0)) + one.amount
        unknown = Fraction(0) if is_budgeted else None
        original = sums.get("original_budget", unknown)
        revised = sums.get("revised_budget", original)
        actual, forecast = sums.get("actual", Fraction(0)), sums.get("forecast")
        answer.append(
            {
                "account": account,
                "original_budget": _kroner_of(original),
                "revised_budget": _kroner_of(revised),
                "actual": _kroner_of(actual),
                "forecast": _kroner_of(forecast),
                "variance": None if forecast is None or revised is None else float(forecast - revised),
                "share_used": float(actual / revised) if revised else None,
            }
        )
    return answer


def _together(delivery: Delivery) -> tuple[dict[str, str], dict[str, str]]:
    """What each account, and each section, is reported as; found by walking from one to the next."""
    sections: dict[str, list[str]] = {}
    for folder in delivery.references:
        for row in file_rows(folder / "accounts.csv"):
            sections[row["account"]] = [key for key in row["sections"].split("|") if key]
    names: dict[str, str] = {}
    by_section: dict[str, str] = {}
    for account in sections:
        reached = {account}
        while (
            more := {
                other for other in sections for one in reached if set(sections[other]) & set(sections[one])
            }
            - reached
        ):
            reached |= more
        names[account] = "+".join(sorted(reached))
        by_section |= dict.fromkeys(sections[account], names[account])
    return names, by_section


def _bought(delivery: Delivery) -> Iterator[Service]:
    for service in delivery.services:
        if service.paying == delivery.municipality and service.provider and service.provider.owner != "own":
            yield service


def _month_end(year: int, month: int) -> date:
    return (date(year, month, 28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


def reconciliation(delivery: Delivery, given: Mapping[str, str]) -> Answer:
    year, until = _year_and_month(given)
    first, last = date(year, 1, 1), min(_month_end(year, until), delivery.as_of)
    names, by_section = _together(delivery)
    costs: dict[str, Fraction] = {}
    for service in _bought(delivery):
        if any(is_active(service, day) for day in days(first, last)):
            account = by_section.get(service.section.key, MISSING)
            costs[account] = costs.get(account, Fraction(0)) + sum(service_cost(service, year, last).values())
    spent = [
        one
        for one in _postings(delivery, year)
        if one.kind == "actual" and one.month is not None and one.month <= until
    ]
    has_species = any(one.art for one in spent)
    booked: dict[str, Fraction] = {}
    for one in spent:
        if not has_species or one.art[:1] == "4":
            account = names.get(one.account, one.account)
            booked[account] = booked.get(account, Fraction(0)) + one.amount
    answer: Answer = []
    for account in sorted({*costs, *booked}):
        cost, actual = costs.get(account, Fraction(0)), booked.get(account, Fraction(0))
        answer.append(
            {
                "account": account,
                "cost_from_services": float(cost),
                "ledger_actual": float(actual),
                "difference": float(actual - cost),
                "share": float(cost / actual) if actual else None,
                "species": "purchase" if has_species else "all",
            }
        )
    return answer
