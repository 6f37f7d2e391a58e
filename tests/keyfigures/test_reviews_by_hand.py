"""reviews and review_due: cases that a reader can count."""

from datetime import date

import pytest

from tests.keyfigures.comparing import differences, table
from tests.keyfigures.deliveries import by_hand
from tests.keyfigures.loading import Loaded, Loader

AS_OF = date(2024, 6, 30)
LINE = "reviews from=2024-01-01 to=2024-06-30"


def due(loader: Loader, service: str, reviewed: str = "", as_of: date = AS_OF, months: int = 12) -> bool:
    """Whether one service of § 107 is due; S2 has been gone through, so that the extract is not empty."""
    lines = [f"S1;{reviewed};rate_negotiation;1000;1000"] if reviewed else []
    tables = by_hand(
        services=f"A; SEL 107; {service}; own\nB; SEL 108; 01-01-2000; 31-12-2000; own",
        rates="S1; 01-01-2000; ; 1000; day; base",
        reviews="\n".join([*lines, "S2;01-06-2000;reassessment;1;1"]),
    )
    rows = loader(tables, as_of).run(f"review_due months={months}")
    assert rows in ([], [{"section": "SEL 107", "owner": "own", "services": 1, "annual_cost": 365_000}])
    return bool(rows)


@pytest.mark.parametrize(
    ("service", "reviewed", "expected"),
    [
        # Twelve months have passed since 30 June 2023, not since 1 July.
        ("30-06-2023;", "", True),
        ("01-07-2023;", "", False),
        ("01-01-2020;", "30-06-2023", True),
        ("01-01-2020;", "01-07-2023", False),
        ("01-01-2020;", "30-06-2024", False),
        # What is to come has not happened; a review before the start does not make the service older.
        ("01-01-2020;", "01-07-2024", True),
        ("01-07-2023;", "01-06-2023", False),
        ("30-06-2023;", "01-01-2022", True),
        # Running on the as-of date, its last day too; ended the day before it is over.
        ("01-01-2020; 30-06-2024", "", True),
        ("01-01-2020; 29-06-2024", "", False),
        ("01-01-2020; 01-07-2024", "", True),
    ],
)
def test_neither_begun_nor_gone_through_within_a_year(
    loader: Loader, service: str, reviewed: str, expected: bool
) -> None:
    assert due(loader, service, reviewed) is expected


@pytest.mark.parametrize(
    ("start", "as_of", "months", "expected"),
    [
        # A month from 31 January has passed on the last day of February, from 31 March on 30 April.
        ("31-01-2024", date(2024, 2, 29), 1, True),
        ("31-01-2024", date(2024, 2, 28), 1, False),
        ("29-01-2024", date(2024, 2, 28), 1, False),
        ("31-03-2024", date(2024, 4, 30), 1, True),
        ("28-02-2023", date(2024, 2, 28), 12, True),
        ("29-02-2024", date(2025, 2, 28), 12, True),
        ("29-02-2024", date(2025, 2, 27), 12, False),
        ("30-12-2023", date(2024, 6, 30), 6, True),
        ("31-12-2023", date(2024, 6, 30), 6, True),
        ("31-12-2023", date(2024, 6, 29), 6, False),
        ("01-01-2024", date(2024, 6, 30), 6, False),
    ],
)
def test_whole_months(loader: Loader, start: str, as_of: date, months: int, expected: bool) -> None:
    assert due(loader, f"{start};", as_of=as_of, months=months) is expected


@pytest.fixture(scope="module")
def unseen(loader: Loader) -> Loaded:
    """A: 1.000 a day and 100 a month more: 365.000 + 1.200. B: 2.000 a day, twice. C has no rate. D is ours
    to act for only. E's rate ended. F is planned.
    """
    tables = by_hand(
        services="""
            A; SEL 107; 01-01-2023; ; own
            B; SEL 108; 01-01-2023; ; private
            B; SEL 108; 01-01-2022; ; private
            C; SEL 107; 01-01-2023; ;
            D; SEL 107; 01-01-2023; ; own; 330; 316
            E; SEL 107; 01-01-2023; ; own
            F; SEL 107; 01-07-2024; ; own
            """,
        rates="""
            S1; 01-01-2023; ; 1000; day; base
            S1; 01-01-2024; ; 100; month; supplement
            S2; 01-01-2023; ; 2000; day; base
            S3; 01-01-2023; ; 2000; day; base
            S6; 01-01-2023; 29-06-2024; 500; day; base
            """,
        reviews="S7;01-06-2024;reassessment;1;1",
    )
    return loader(tables, AS_OF)


def test_due_by_section_and_owner_dearest_first(unseen: Loaded) -> None:
    expected = table(
        """
        section | owner   | services | annual_cost
        SEL 108 | private | 2        | 1460000
        SEL 107 | own     | 2        | 366200
        SEL 107 | uoplyst | 1        | 0
        """
    )
    assert unseen.run("review_due") == expected
    assert unseen.run("review_due months=12 owner=private") == expected[:1]
    assert [row["services"] for row in unseen.run("review_due role=acting section=SEL 107")] == [3, 1]
    assert unseen.run("review_due months=19 section=SEL 107") == []


def test_due_one_by_one_dearest_first(unseen: Loaded) -> None:
    listed = unseen.run("review_due_list")
    assert [(row["service_id"], row["annual_cost"]) for row in listed] == [
        ("S2", 730000), ("S3", 730000), ("S1", 366200), ("S4", 0), ("S6", 0),
    ]  # fmt: skip
    assert {row["last_seen"] for row in listed} == {date(2023, 1, 1), date(2022, 1, 1)}
    assert unseen.run("review_due_list months=19 section=SEL 107") == []


@pytest.fixture(scope="module")
def reviewed(loader: Loader) -> Loaded:
    services = """
        A; SEL 107; 30-06-2024; ; own
        B; SEL 108; 01-01-2020; 31-03-2024; private
        C; SEL 85; 01-01-2020; ; own; 330; 316
        D; SEL 107; 01-07-2024; ; own
        """
    reviews = """
        S1; 30-06-2024; reassessment; 1000; 900,50
        S1; 01-01-2024; reassessment; 1100; 1000
        S1; 31-12-2023; reassessment; 5000; 1000
        S2; 01-05-2024; rate_negotiation; 2000; 2000
        S2; 02-05-2024; rate_negotiation; 2000; 2100,25
        S3; 02-05-2024; rate_negotiation; 2000; 1000
        S4; 30-06-2024; reassessment; 700; 600
        S2; 01-07-2024; rate_negotiation; 2100; 100
        """
    return loader(by_hand(services=services, reviews=reviews), AS_OF)


def test_a_saving_is_negative(reviewed: Loaded) -> None:
    # A: (900,50 − 1.000 + 1.000 − 1.100) · 365 = −72.817,50. B: 100,25 · 365, though it has ended. C is paid
    # by another municipality, D has not begun; what lies on either side of the window is left out.
    expected = table(
        """
        kind             | services | annual_effect
        rate_negotiation | 1        | 36591.25
        reassessment     | 1        | -72817.5
        """
    )
    assert reviewed.run(LINE) == expected


def test_who_pays_and_what_for(reviewed: Loaded) -> None:
    assert reviewed.run(f"{LINE} section=SEL 107")[0]["kind"] == "reassessment"
    assert reviewed.run(f"{LINE} owner=region") == []
    expected = table(
        """
        kind             | services | annual_effect
        rate_negotiation | 2        | -328408.75
        reassessment     | 1        | -72817.5
        """
    )
    assert differences(expected, reviewed.run(f"{LINE} role=all")) == []
