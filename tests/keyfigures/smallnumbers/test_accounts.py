"""An account's spending is shown only where nobody, nor one or two, can be told from it."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from cockpit.wording import PlainError
from tests.keyfigures.deliveries import by_hand, write
from tests.keyfigures.loading import NO_FILES, Loaded, load_delivery

AS_OF = date(2025, 12, 31)
# 5.38.52 is SEL 107, 5.38.50 is SEL 108, 5.38.59 is SEL 104; 5.22.07 is not on the list, 5.38.45 has nobody.
ACCOUNTS = ("5.38.52", "5.38.50", "5.38.59", "5.38.45", "5.22.07")
COSTS = ("actual", "forecast", "variance", "share_used")
MANY = [f"B{number}; SEL 107; 01-01-2025;; private" for number in range(6)]
FEW = [f"C{number}; SEL 108; 01-01-2025;; private" for number in range(4)]
LEDGER = "\n".join(
    f"2025-{month:02}; {account}; {kind}; 1000,00; 4.0"
    for account in ACCOUNTS
    for month in range(1, 13)
    for kind in ("revised_budget", "actual", "forecast")
)


def told(folder: Path, services: list[str], rates: str = "") -> dict[str, list[str]]:
    """By account what is hidden of it."""
    return {row["account"]: row["hidden"] for row in rows(loaded(folder, services, rates), "month=12")}


def loaded(
    folder: Path, services: list[str], rates: str = "", reference: Mapping[str, str] = NO_FILES
) -> Loaded:
    tables = by_hand("\n".join(services), rates=rates, ledger=LEDGER)
    return load_delivery(write(tables, folder / "delivery"), AS_OF, folder, reference, True)


def rows(loaded: Loaded, asked: str) -> list[dict[str, Any]]:
    year = "" if "year" in asked else "year=2025 "
    return loaded.result(f"budget {year}{asked}", role="politiker").rows


def test_what_a_few_have_cost_is_hidden_and_what_was_granted_is_not(tmp_path: Path) -> None:
    found = {row["account"]: row for row in rows(loaded(tmp_path, [*MANY, *FEW]), "month=12")}
    hidden = {account: tuple(row["hidden"]) for account, row in found.items()}
    assert hidden == dict.fromkeys(ACCOUNTS, COSTS) | {"5.38.52": ()}
    assert {row["revised_budget"] for row in found.values()} == {12000.0}
    assert found["5.38.52"]["actual"] == 12000.0
    assert [found["5.38.50"][column] for column in COSTS] == [None] * 4


def test_a_single_month_with_a_few_hides_the_year(tmp_path: Path) -> None:
    left = [*MANY[:4], *(f"{line.replace(';; ', '; 30-11-2025; ')}" for line in MANY[4:])]
    assert told(tmp_path, left)["5.38.52"] == list(COSTS)


def test_an_account_that_one_citizen_dominates_in_a_month_is_hidden(tmp_path: Path) -> None:
    rates = [f"S{number}; 01-01-2025;; 1000; day; base" for number in range(1, 7)]
    assert told(tmp_path / "a", MANY, "\n".join(rates))["5.38.52"] == []
    once = "S1; 15-03-2025;; 900000; once; supplement"
    assert told(tmp_path / "b", MANY, "\n".join([*rates, once]))["5.38.52"] == list(COSTS)


def test_an_account_that_is_listed_without_sections_is_nobodys(tmp_path: Path) -> None:
    listed = "account;name_da;sections;source\n5.22.07;Refusion;;sourced\n5.38.50;Botilbud;SEL 108;sourced\n"
    found = loaded(tmp_path, FEW, reference={"accounts.csv": listed})
    assert {row["account"]: row["hidden"] == [] for row in rows(found, "month=12")} == dict.fromkeys(
        ACCOUNTS, False
    ) | {"5.22.07": True}


def test_months_that_are_booked_are_there_and_others_are_refused(tmp_path: Path) -> None:
    found = loaded(tmp_path, MANY)
    assert [row["actual"] for row in rows(found, "month=2025-03") if row["account"] == "5.38.52"] == [3000.0]
    with pytest.raises(PlainError, match="Politikere ser måneder, der er bogført"):
        rows(found, "month=12 year=2024")
