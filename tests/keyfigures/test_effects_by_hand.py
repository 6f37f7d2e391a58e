"""supplements and state_refund: cases that a reader can count."""

from datetime import date

import pytest

from cockpit.keyfigures import is_verified
from cockpit.wording import PlainError
from tests.keyfigures.comparing import differences, table
from tests.keyfigures.deliveries import by_hand
from tests.keyfigures.loading import Loader

AS_OF = date(2024, 6, 30)
HEADING = "valid_from;threshold_25_pct;threshold_50_pct;threshold_75_pct;source\n"


def test_supplements(loader: Loader) -> None:
    loaded = loader(
        by_hand(
            services="""
            A; SEL 107; 01-01-2023; 31-12-2023; own
            B; SEL 107; 01-01-2023; 31-12-2023; private
            C; SEL 107; 01-01-2023; 10-01-2023; private
            D; SEL 108; 01-01-2023; 31-12-2023; own
            """,
            rates="""
            S1; 01-01-2023; ; 100; day; base
            S2; 01-01-2023; ; 100; day; base
            S2; 01-12-2023; ;  50; day; supplement
            S3; 01-01-2023; ; 100; day; base
            S3; 11-01-2023; ;  50; day; supplement
            S4; 05-05-2023; ; 450; once; supplement
            """,
        ),
        AS_OF,
    )
    # B: 31 days at 50. C's supplement begins the day after C has left. D has but a supplement, 450 kr.
    expected = table(
        f"""
        year | by_value | citizens | citizens_with_supplement | supplement_cost | share_of_cost
        2023 |          | 4        | 2                        | 2000            | {2_000 / 76_000}
        """
    )
    by_owner = table(
        f"""
        year | by_value | citizens | citizens_with_supplement | supplement_cost | share_of_cost
        2023 | own      | 2        | 1                        | 450             | {450 / 36_950}
        2023 | private  | 2        | 1                        | 1550            | {1_550 / 39_050}
        """
    )
    line = "supplements from_year=2022 to_year=2023"
    assert differences(expected, loaded.run(line)) == []
    assert differences(by_owner, loaded.run(f"{line} by=owner")) == []


def test_without_cost_there_is_no_share(loader: Loader) -> None:
    loaded = loader(
        by_hand(
            services="""
            A; SEL 107; 01-01-2023; 31-12-2023
            B; SEL 108; 01-01-2022; 31-12-2022
            """,
            rates="S2; 01-01-2022; ; 100; day; base",
        ),
        AS_OF,
    )
    (row,) = loaded.run("supplements from_year=2023 to_year=2023")
    assert (row["citizens_with_supplement"], row["supplement_cost"], row["share_of_cost"]) == (0, 0, None)


def test_a_supplement_that_is_paid_back_is_a_supplement(loader: Loader) -> None:
    loaded = loader(
        by_hand(
            services="""
            A; SEL 107; 01-01-2023; 31-12-2023
            B; SEL 107; 01-01-2023; 31-12-2023
            """,
            rates="""
            S1; 01-01-2023; ; -500; once; supplement
            S2; 01-01-2023; ;  500; once; supplement
            S2; 01-02-2023; ; -500; once; supplement
            """,
        ),
        AS_OF,
        allow_rejected=False,
    )
    # B's two cancel out: B has no supplement in the year.
    (row,) = loaded.run("supplements from_year=2023 to_year=2023")
    assert (row["citizens_with_supplement"], row["supplement_cost"]) == (1, -500)


@pytest.mark.parametrize(
    ("cost", "refund", "citizens"),
    [
        ("860.000", 0, 0),
        ("860.000,04", 0.01, 1),
        ("1.000.000", 35_000, 1),
        ("1.680.000", 205_000, 1),
        ("2.000.000", 365_000, 1),
        ("2.120.000", 425_000, 1),
        ("3.000.000", 1_085_000, 1),
    ],
)
def test_the_bands_are_marginal(loader: Loader, cost: str, refund: float, citizens: int) -> None:
    loaded = loader(
        by_hand(services="A; SEL 108; 01-01-2022; 31-12-2022", rates=f"S1; 01-01-2022; ; {cost}; year; base"),
        AS_OF,
    )
    (row,) = loaded.run("state_refund year=2022")
    assert row == {"citizens": citizens, "refund": refund, "thresholds_from": date(2022, 1, 1)}


def test_the_refund_is_of_each_citizen_under_67(loader: Loader) -> None:
    loaded = loader(
        by_hand(
            citizens="""
            A; 31-12-1956
            B; 01-01-1957
            C;
            D; 01-01-1990
            """,
            services="""
            A; SEL 108; 01-01-2023; 31-12-2023; own
            B; SEL 108; 01-01-2023; 31-12-2023; own
            C; SEL 108; 01-01-2023; 31-12-2023; own
            D; SEL 107; 01-01-2023; 31-12-2023; own
            D; SEL 104; 01-01-2023; 31-12-2023; private
            """,
            rates="""
            S1; 01-01-2023; ; 3.000.000; year; base
            S2; 01-01-2023; ; 1.000.000; year; base
            S3; 01-01-2023; ; 3.000.000; year; base
            S4; 01-01-2023; ;   900.000; year; base
            S5; 01-01-2023; ;   100.000; year; supplement
            """,
        ),
        AS_OF,
    )
    # A turns 67 on 31 December, B the day after; nobody knows about C. D's two services are one cost.
    (row,) = loaded.run("state_refund year=2023")
    assert (row["citizens"], row["refund"]) == (2, 70_000)
    (without_activity,) = loaded.run("state_refund year=2023 section=SEL 107,SEL 108")
    assert (without_activity["citizens"], without_activity["refund"]) == (2, 45_000)


def test_a_whole_year_is_committed(loader: Loader) -> None:
    loaded = loader(
        by_hand(services="A; SEL 108; 01-01-2024;", rates="S1; 01-01-2024; ; 1.000.000; year; base"), AS_OF
    )
    assert loaded.run("state_refund year=2024")[0]["refund"] == 0
    assert loaded.run("state_refund year=2024 basis=committed")[0]["refund"] == 35_000


def test_the_newest_thresholds_that_are_not_later(loader: Loader) -> None:
    own = (
        "2022-01-01;500000;600000;700000;egne\n"
        "2024-07-01;900.000;1800000;2200000;to be verified\n"
        "2025-01-01;1;2;3;to be verified\n"
    ).replace("900.000", "900000")
    loaded = loader(
        by_hand(services="A; SEL 108; 01-01-2021;", rates="S1; 01-01-2021; ; 1.000.000; year; base"),
        AS_OF,
        reference={"state_refund_176.csv": HEADING + own},
    )
    # The municipality's own row of 2022 wins; thresholds from within a year hold for all of it.
    found = {
        year: loaded.run(f"state_refund year={year} basis=committed")[0]
        for year in (2021, 2022, 2023, 2024, 2026)
    }
    assert found[2021] == {"citizens": None, "refund": None, "thresholds_from": None}
    assert found[2022] == {"citizens": 1, "refund": 300_000, "thresholds_from": date(2022, 1, 1)}
    assert found[2023] == found[2022]
    assert found[2024] == {"citizens": 1, "refund": 25_000, "thresholds_from": date(2024, 7, 1)}
    assert found[2026]["thresholds_from"] == date(2025, 1, 1)
    reader = loaded.warehouse.reader()
    assert is_verified(reader, date(2022, 1, 1))
    assert not is_verified(reader, date(2024, 7, 1))


@pytest.mark.parametrize(
    "row",
    ["2024;1;2;3;", "2024-01-01;3;2;1;", "2024-01-01;1;2;;", "2024-01-01;1;1;2;", "2024-01-01;1.0.0;2;3;"],
)
def test_a_list_that_cannot_be_read_is_named(loader: Loader, row: str) -> None:
    tables = by_hand(services="A; SEL 108; 01-01-2024;")
    with pytest.raises(PlainError, match=r"state_refund_176\.csv"):
        loader(tables, AS_OF, reference={"state_refund_176.csv": f"{HEADING}{row}\n"})
