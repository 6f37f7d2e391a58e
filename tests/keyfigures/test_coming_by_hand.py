"""turning_18, expiring and its list: cases that a reader can count."""

from datetime import date

import pytest

from tests.keyfigures.comparing import table
from tests.keyfigures.deliveries import by_hand
from tests.keyfigures.loading import Loaded, Loader

AS_OF = date(2026, 10, 31)


def test_turning_18_by_month(loader: Loader) -> None:
    loaded = loader(
        by_hand(
            citizens="""
            A; 31-10-2008
            B; 01-11-2008
            C; 30-11-2008
            D; 31-01-2009
            E; 01-02-2009
            F; 15-12-2008
            G; 15-12-2008
            H; 15-12-2008
            """,
            services="""
            A; BL 46;   01-01-2024;
            B; BL 46;   01-01-2024;
            C; BL 32;   01-01-2024;
            C; BL 46;   01-01-2024; 31-10-2026
            D; BL 114;  01-01-2024;
            E; BL 46;   01-01-2024;
            F; SEL 85;  01-01-2024;
            G; BL 46;   01-01-2024; 30-10-2026
            H; BL 46;   01-11-2026;
            """,
            rates="""
            S2; 01-01-2024;           ; 2.000; day; base
            S3; 01-01-2024;           ; 1.000; month; base
            S3; 01-01-2024; 31-10-2026; 3.000; year; supplement
            S3; 31-10-2026;           ; 9.999; once; supplement
            S3; 01-01-2024; 30-10-2026; 9.999; day; supplement
            S3; 01-11-2026;           ; 9.999; day; supplement
            S4; 01-01-2024;           ;   100; day; base
            """,
        ),
        AS_OF,
    )
    # A is 18 already. C's two services are one citizen: 12 × 1.000 + 3.000 and 365 × 100. E is a day late, F
    # has an adult's service, G's has ended, H's has not begun.
    expected = table(
        """
        month      | citizens | annual_cost
        2026-11-30 | 2        | 781500
        2026-12-31 | 0        | 0
        2027-01-31 | 1        | 0
        """
    )
    assert loaded.run("turning_18 months=3") == expected
    assert loaded.run("turning_18 months=4")[-1]["citizens"] == 1
    assert [row["citizens"] for row in loaded.run("turning_18 months=3 section=BL 32")] == [1, 0, 0]


@pytest.mark.parametrize(
    ("as_of", "months"),
    [
        # Within a month its rest is the first of the months.
        (date(2026, 2, 10), ["2026-02-28", "2026-03-31"]),
        (date(2026, 2, 27), ["2026-02-28", "2026-03-31"]),
        (date(2026, 2, 28), ["2026-03-31", "2026-04-30"]),
        (date(2025, 12, 31), ["2026-01-31", "2026-02-28"]),
    ],
)
def test_the_months_begin_after_as_of(loader: Loader, as_of: date, months: list[str]) -> None:
    loaded = loader(
        by_hand(
            citizens="A; 29-02-2008",
            services="A; BL 46; 01-01-2024;",
            rates="S1; 01-01-2024; ; 1; day; base",
        ),
        as_of,
    )
    rows = loaded.run("turning_18 months=2")
    assert [f"{row['month']}" for row in rows] == months
    # Born on 29 February: 18 on 1 March.
    assert [row["citizens"] for row in rows] == [int(month == "2026-03-31") for month in months]


def test_who_turns_18_on_the_day_itself_has_done_so(loader: Loader) -> None:
    loaded = loader(
        by_hand(
            citizens="A; 10-02-2008\nB; 11-02-2008",
            services="A; BL 46; 01-01-2024;\nB; BL 46; 01-01-2024;",
            rates="S1; 01-01-2024; ; 1; day; base",
        ),
        date(2026, 2, 10),
    )
    assert loaded.run("turning_18 months=1") == [
        {"month": date(2026, 2, 28), "citizens": 1, "annual_cost": 0}
    ]


@pytest.fixture(scope="module")
def running_out(loader: Loader) -> Loaded:
    """90 days after 31 October is 29 January. A has ended, D ends later, E does not, F has not begun.

    G's § 83 began later and lasts longer than § 85, so only § 83 runs out.
    """
    return loader(
        by_hand(
            services="""
            A; SEL 107; 01-01-2024; 31-10-2026
            B; SEL 107; 01-01-2024; 01-11-2026
            C; SEL 107; 01-01-2024; 29-01-2027
            D; SEL 107; 01-01-2024; 30-01-2027
            E; SEL 107; 01-01-2024;
            F; SEL 107; 01-11-2026; 15-11-2026
            G; SEL 85;  01-01-2024; 15-11-2026
            G; SEL 83;  01-02-2024; 20-11-2026
            B; SEL 104; 01-01-2024; 15-11-2026
            """,
            rates="""
            S2; 01-01-2024; ; 1.000; day; base
            S3; 01-01-2024; ; 1.000; month; base
            S8; 01-01-2024; ; 1.000; year; base
            """,
        ),
        AS_OF,
    )


def test_expiring(running_out: Loaded) -> None:
    expected = table(
        """
        section | citizens | annual_cost
        SEL 104 | 1        | 0
        SEL 107 | 2        | 377000
        SEL 83  | 1        | 1000
        """
    )
    assert running_out.run("expiring days=90") == expected
    assert [row["section"] for row in running_out.run("expiring days=1")] == ["SEL 107"]
    assert running_out.run("expiring days=1 section=SEL 104") == []


def test_expiring_one_by_one(running_out: Loaded) -> None:
    assert running_out.run("expiring_list days=90") == table(
        """
        service_id | section | provider | ends_on    | annual_cost
        S2         | SEL 107 | uoplyst  | 2026-11-01 | 365000
        S9         | SEL 104 | uoplyst  | 2026-11-15 | 0
        S8         | SEL 83  | uoplyst  | 2026-11-20 | 1000
        S3         | SEL 107 | uoplyst  | 2027-01-29 | 12000
        """
    )
    assert running_out.run("expiring_list days=1 section=SEL 104") == []


@pytest.mark.parametrize(
    ("other", "is_followed"),
    [
        ("SEL 108; 16-11-2026;", True),  # adjacent, in another section of the group
        ("SEL 107; 01-01-2027; 01-02-2027", True),  # later, planned
        ("SEL 107; 15-11-2026;", True),  # from the last day
        ("SEL 107; 01-10-2026; 16-11-2026", True),  # begun meanwhile, and a day longer
        ("SEL 107; 01-01-2027; ; private; ; 316", True),  # paid by another municipality
        ("SEL 107; 01-10-2026; 15-11-2026", False),  # ends the same day
        ("SEL 107; 01-01-2024;", False),  # has always run beside it
        ("SEL 104; 16-11-2026;", False),  # another group
    ],
)
def test_what_follows_a_service(loader: Loader, other: str, is_followed: bool) -> None:
    loaded = loader(
        by_hand(
            services=f"""
            A; SEL 107; 01-01-2024; 15-11-2026; own
            A; {other}
            """,
            rates="S1; 01-01-2024; ; 1; day; base",
        ),
        AS_OF,
    )
    rows = loaded.run("expiring days=15 owner=own")
    assert len(rows) == (0 if is_followed else 1)


def test_within_an_area_a_replaced_section_is_its_successor(loader: Loader) -> None:
    loaded = loader(
        by_hand(services="A; SEL 52.3.7; 01-01-2023; 15-11-2026", rates="S1; 01-01-2024; ; 1; day; base"),
        AS_OF,
    )
    assert [row["section"] for row in loaded.run("expiring days=30")] == ["SEL 52.3.7"]
    assert [row["section"] for row in loaded.run("expiring days=30 area=børn og unge")] == ["BL 46"]
