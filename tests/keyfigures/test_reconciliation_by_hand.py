"""reconciliation: cases that a reader can count."""

from datetime import date

import pytest

from tests.keyfigures.comparing import differences, table
from tests.keyfigures.deliveries import by_hand
from tests.keyfigures.loading import Loaded, Loader

AS_OF = date(2024, 6, 15)

# Bought at 100 kr. a day unless another rate is told. 31 days in January, 29 in February, 31 in March.
SERVICES = """
    A; SEL 107; 01-01-2024; 10-01-2024; private
    B; SEL 108; 01-01-2024;           ; own
    C; SEL 108; 01-01-2024;           ;
    D; SEL 108; 01-01-2024;           ; private; ; 316
    E; SEL 107; 01-12-2023; 02-01-2024; region; 316;
    F; BL 46  ; 22-02-2024; 02-03-2024; other_municipality
    G; SEL 83 ; 01-03-2024; 05-03-2024; region
    H; SEL 104; 01-01-2024;           ; private
    I; SEL 109; 01-04-2024;           ; private
    """
RATES = """
    S1; 01-01-2024; ; 100; day; base
    S1; 05-01-2024; 06-01-2024; 10; day; supplement
    S2; 01-01-2024; ; 100; day; base
    S3; 01-01-2024; ; 100; day; base
    S4; 01-01-2024; ; 100; day; base
    S5; 01-12-2023; ; 100; day; base
    S6; 22-02-2024; ; 3100; month; base
    S6; 01-03-2024; ; 50; once; supplement
    S6; 03-03-2024; ; 70; once; supplement
    S7; 01-03-2024; ; 36600; year; base
    S9; 01-04-2024; ; 100; day; base
    S9; 31-03-2024; ; 90; once; supplement
    S9; 10-04-2024; ; 7; once; supplement
    """
LEDGER = """
    2024-01; 5.38.52; actual; 1000,00; 4.7
    2024-02; 5.38.52; actual;  -20,00; 4.0
    2024-01; 5.38.52; actual; 8000,00; 1
    2024-01; 5.38.52; actual; 7000,00; 7.7
    2024-01; 5.38.52; actual; 6000,00; 14.4
    2024-01; 5.38.52; actual; 5000,00;
    2024-01; 5.38.52; forecast; 4000,00; 4.7
    2024   ; 5.38.52; revised_budget; 4000,00; 4.7
    2023-12; 5.38.52; actual; 3000,00; 4.7
    2024-03; 5.28.20; actual;  500,00; 4.7
    2024-03; 5.28.22; actual;  600,00; 47
    2024-03; 5.46.61; actual;   30,00; 4
    2024-04; 5.38.42; actual;  900,00; 4.7
    2024-01; 5.38.50; actual;  800,00; 1
    """


@pytest.fixture(scope="module")
def loaded(loader: Loader) -> Loaded:
    return loader(by_hand(services=SERVICES, rates=RATES, ledger=LEDGER), AS_OF)


def test_what_is_bought_against_what_is_booked(loaded: Loaded) -> None:
    # 5.38.52: A 10 days and 2 supplements, 1.020, E 2 days of the year, 200. H has no rate.
    # F: 8 days of February's 29 and 2 of March's 31, 3100 * 8 / 29 + 200, and the supplement of 1 March;
    # its accounts share its section. G: 5 days of the year's 366, 500; no account has its section.
    fostered = round(3100 * 8 / 29 + 200 + 50, 2)
    expected = table(
        f"""
        account                 | cost_from_services | ledger_actual | difference        | share    | species
        5.28.20+5.28.22+5.28.23 | {fostered}         | 1100          | {1100 - fostered} | 1.004702 | purchase
        5.38.52                 | 1220               | 980           | -240              | 1.244898 | purchase
        5.38.59                 | 0                  | 0             | 0                 |          | purchase
        5.46.61                 | 0                  | 30            | 30                | 0        | purchase
        uoplyst                 | 500                | 0             | -500              |          | purchase
        """
    )
    rows = loaded.run("reconciliation year=2024 month=3")
    assert [row["account"] for row in rows] == [row["account"] for row in expected]
    assert differences(expected, rows) == []


def test_up_to_and_including_the_month(loaded: Loaded) -> None:
    found = {
        (row["account"], month): (row["cost_from_services"], row["ledger_actual"])
        for month in range(1, 7)
        for row in loaded.run(f"reconciliation year=2024 month={month}")
    }
    assert found["5.38.52", 1] == (1220, 1000)
    assert ("5.38.42", 3) not in found
    # An amount that falls once counts once; what falls on the day before the service begins is not ours.
    assert found["5.38.42", 4] == (3007, 900)
    assert found["5.38.42", 5] == (6107, 900)
    # June is counted to the as-of date.
    assert found["5.38.42", 6] == (7607, 900)


def test_the_year_before_counts_its_own_days(loaded: Loaded) -> None:
    (row,) = loaded.run("reconciliation year=2023 month=12")
    assert (row["account"], row["cost_from_services"], row["ledger_actual"]) == ("5.38.52", 3100, 3000)
    assert loaded.run("reconciliation year=2023 month=11") == []


def test_without_species_everything_is_compared_and_the_result_says_so(loader: Loader) -> None:
    ledger = """
        2024-01; 5.38.52; actual; 1000,00;
        2024-01; 5.38.52; actual; -100,00;
        2024-01; 5.38.50; actual;  800,00;
        2024-01; 5.38.50; forecast; 800,00; 4.7
        2024-02; 5.38.50; actual;  200,00; 4.7
        """
    loaded = loader(by_hand(services=SERVICES, rates=RATES, ledger=ledger), AS_OF)
    january = {row["account"]: row for row in loaded.run("reconciliation year=2024 month=1")}
    assert january["5.38.52"]["ledger_actual"] == 900
    assert (january["5.38.50"]["cost_from_services"], january["5.38.50"]["ledger_actual"]) == (0, 800)
    assert {row["species"] for row in january.values()} == {"all"}
    february = {row["account"]: row for row in loaded.run("reconciliation year=2024 month=2")}
    assert (february["5.38.50"]["ledger_actual"], february["5.38.50"]["species"]) == (200, "purchase")


def test_the_municipalitys_own_list_wins(loader: Loader) -> None:
    # 107 is moved to an account of our own; 83 gets one; both share theirs with what 5.38.52 lost.
    own = "account;name_da;sections;source\n5.38.52;;;own\n5.99.01;Vores;SEL 107|SEL 83;own\n"
    tables = by_hand(services=SERVICES, rates=RATES, ledger=LEDGER)
    rows = loader(tables, AS_OF, reference={"accounts.csv": own}).run("reconciliation year=2024 month=3")
    costs = {row["account"]: row["cost_from_services"] for row in rows}
    assert (costs["5.38.52"], costs["5.99.01"]) == (0, 1720)
    assert "uoplyst" not in costs
