"""A ledger, comparison figures and initiatives at random, whole years, corrections and gaps among them."""

from datetime import date, timedelta
from decimal import Decimal
from random import Random

from tests.keyfigures.deliveries import Row, danish, danish_number

# Some on the list of accounts, some that share sections, and two that are on no list.
ACCOUNTS = ("5.28.20", "5.28.22", "5.28.23", "5.38.38", "5.38.42", "5.38.50", "5.38.52", "5.46.61", "6.45.51")
SPECIES = ("4.0", "4.7", "4", "47", "1", "2.9", "7.7", "14.4", "")
BUDGETS = ("original_budget", "revised_budget")
KINDS = (*BUDGETS, "actual", "actual", "actual", "forecast", "forecast")
POSTINGS = 500
FIGURES = ("cost.unit_cost", "residential_count.per_1000_adults_now")
MUNICIPALITIES = ("330", "306", "316", "340", "350", "101")
STATUSES = ("idé", "kommissorium", "under opstart", "i gang", "evalueres", "gennemført", "stoppet")


def _kroner(random: Random) -> str:
    return danish_number(Decimal(random.randrange(-3_000_000, 40_000_000)) / 100)


def ledger(random: Random, as_of: date) -> list[Row]:
    """Four years to the one after as-of, one without any budget. One delivery in three has no species at all,
    one in three only from the year before as-of.
    """
    species_from = random.choice((0, as_of.year - 1, 9999))
    bare = random.choice((as_of.year - 2, as_of.year - 1, as_of.year))
    rows: list[Row] = []
    for _ in range(POSTINGS):
        year, kind = as_of.year + random.choice((-2, -1, 0, 0, 1)), random.choice(KINDS)
        account = random.choice(ACCOUNTS)
        # Three accounts of five lack a kind each year: with so many postings chance would leave no gaps.
        lacking = (*BUDGETS, "forecast", "", "")[(ACCOUNTS.index(account) + year) % 5]
        if kind == lacking or (kind in BUDGETS and year == bare):
            continue
        whole = kind in BUDGETS and random.random() < 0.4
        rows.append(
            {
                "month": str(year) if whole else f"{year}-{random.randrange(1, 13):02}",
                "account": account,
                "kind": kind,
                "amount": _kroner(random),
                "art": random.choice(SPECIES) if year >= species_from else "",
            }
        )
    # The same row twice is one.
    return [*rows, *random.sample(rows, 5)]


def benchmarks(random: Random, as_of: date) -> list[Row]:
    """Values that are equal now and then, or published again: later, earlier, on the same day, on no day."""
    rows: list[Row] = []
    for figure in FIGURES:
        for year in range(as_of.year - 3, as_of.year):
            for municipality in random.sample(MUNICIPALITIES, random.randrange(1, len(MUNICIPALITIES) + 1)):
                for _ in range(random.choice((1, 1, 1, 2, 3))):
                    published = as_of - timedelta(days=random.choice((0, 1, 200)))
                    rows.append(
                        {
                            "municipality": municipality,
                            "year": str(year),
                            "figure": figure,
                            "value": danish_number(Decimal(random.randrange(8)) / 4),
                            "source": random.choice(("Nøgletalsnetværket", "Eget regnskab")),
                            "published_on": danish(random.choice((published, published, None))),
                        }
                    )
    return rows


def initiatives(random: Random, as_of: date) -> list[Row]:
    """One to three years each; now and then without theme, committee, year or amounts."""
    rows: list[Row] = []
    for number in range(12):
        theme = random.choice(("Unge", "Sårbarhed", ""))
        years: list[int | None] = [as_of.year + ahead for ahead in range(random.choice((1, 2, 3)))]
        for year in random.choice((years, years, years, [None])):
            amounts = [random.choice((_kroner(random), _kroner(random), "0,00", "")) for _ in range(3)]
            start = random.choice((as_of + timedelta(days=random.randrange(-400, 100)), None))
            rows.append(
                {
                    "initiative_id": f"P{number:02}",
                    "title": f"Tiltag {number}",
                    "theme": theme,
                    "committee": random.choice(("Socialudvalget", "")),
                    "figure": random.choice(("stock_flow", "")),
                    "status": random.choice(STATUSES),
                    "starts_on": danish(start),
                    "year": str(year or ""),
                    "investment": amounts[0],
                    "expected_gain": amounts[1],
                    "realised_gain": amounts[2],
                }
            )
    return rows
