"""rapid_response: cases that a reader can count."""

from datetime import date

import pytest

from tests.keyfigures.comparing import differences, table
from tests.keyfigures.deliveries import by_hand
from tests.keyfigures.loading import Loader

AS_OF = date(2024, 12, 31)
Q1 = "rapid_response from=2024-01-01 to=2024-03-31"


def counts(loader: Loader, line: str, services: str) -> tuple[int, int, int, int]:
    (row,) = loader(by_hand(services=services), AS_OF).run(line)
    return row["spells"], row["closed_in_time"], row["closed_without_return"], row["too_recent"]


@pytest.mark.parametrize(
    ("ends", "closed"),
    [
        ("24-03-2024", 1),  # from Monday 1 January: 84 days, exactly 12 weeks
        ("25-03-2024", 0),
        ("01-01-2024", 1),
        ("", 0),
    ],
)
def test_closed_within_12_weeks(loader: Loader, ends: str, closed: int) -> None:
    assert counts(loader, Q1, f"A; SEL 85; 01-01-2024; {ends}") == (1, closed, closed, 0)


def test_a_spell_of_several_services_is_counted_whole(loader: Loader) -> None:
    # 43 + 42 days without a day between: 85 days.
    services = """
        A; SEL 85 ; 01-01-2024; 12-02-2024
        A; SEL 103; 13-02-2024; 25-03-2024
        """
    assert counts(loader, Q1, services) == (1, 0, 0, 0)
    assert counts(loader, f"{Q1} weeks=13", services) == (1, 1, 1, 0)


@pytest.mark.parametrize(
    ("later", "without_return"),
    [
        ("SEL 85; 31-07-2024; 31-07-2024", 0),  # 182 days after 31 January, 26 weeks
        ("SEL 85; 01-08-2024;", 1),
        ("SEL 107; 02-02-2024;", 0),  # another group of the same area
        ("BL 46; 02-02-2024;", 1),  # another area
        ("SEL 103; 01-02-2024;", 0),
        ("SEL 103; 31-01-2024;", 1),  # began on the last day: not after it
        ("SEL 103; 01-06-2020;", 1),  # ran already
    ],
)
def test_no_new_service_of_the_area_within_26_weeks_after(
    loader: Loader, later: str, without_return: int
) -> None:
    services = f"""
        A; SEL 85; 01-01-2024; 31-01-2024
        A; {later}
        """
    assert counts(loader, f"{Q1} group=støtte i eget hjem", services) == (1, 1, without_return, 0)


def test_the_area_is_that_of_the_spells_services(loader: Loader) -> None:
    # Undivided A's two services are one spell, of both areas; the return is to the adults'.
    services = """
        A; BL 32 ; 01-01-2024; 31-01-2024
        A; SEL 85; 15-01-2024; 15-02-2024
        A; SEL 85; 01-04-2024;
        """
    assert counts(loader, Q1, services) == (1, 1, 0, 0)
    assert counts(loader, f"{Q1} area=børn og unge", services) == (1, 1, 1, 0)


def test_the_role_applies_to_the_return(loader: Loader) -> None:
    services = """
        A; SEL 85; 01-01-2024; 31-01-2024; own
        A; SEL 85; 01-03-2024;           ; own; ; 316
        """
    assert counts(loader, Q1, services) == (1, 1, 1, 0)
    assert counts(loader, f"{Q1} role=acting", services) == (2, 1, 0, 0)


def test_too_recent_to_judge(loader: Loader) -> None:
    # A's 12 weeks end with 2 July, and 26 weeks after that is 31 December.
    services = """
        A; SEL 85; 10-04-2024; 30-04-2024
        B; SEL 85; 11-04-2024; 30-04-2024
        C; SEL 85; 11-04-2024;
        """
    assert counts(loader, "rapid_response from=2024-04-01 to=2024-04-01", services) == (1, 1, 1, 2)
    assert counts(loader, "rapid_response from=2024-04-01 to=2024-04-01 weeks=11", services) == (3, 2, 2, 0)


def test_a_planned_return_is_not_counted(loader: Loader) -> None:
    services = """
        A; SEL 85; 10-04-2024; 02-07-2024
        A; SEL 85; 01-01-2025;
        """
    assert counts(loader, "rapid_response from=2024-04-01 to=2024-04-01", services) == (1, 1, 1, 0)


def test_periods_whole_and_empty_ones_too(loader: Loader) -> None:
    services = """
        A; SEL 85; 01-01-2024; 31-01-2024
        B; SEL 85; 31-03-2024;
        C; SEL 85; 01-10-2024; 31-10-2024
        """
    loaded = loader(by_hand(services=services), AS_OF)
    quarters = table(
        """
        period_start | spells | closed_in_time | closed_without_return | share | too_recent
        2024-01-01   | 2      | 1              | 1                     | 0.5   | 0
        2024-04-01   | 0      | 0              | 0                     |       | 0
        2024-07-01   | 0      | 0              | 0                     |       | 0
        2024-10-01   | 0      | 0              | 0                     |       | 1
        """
    )
    year = table(
        """
        period_start | spells | closed_in_time | closed_without_return | share | too_recent
        2024-01-01   | 2      | 1              | 1                     | 0.5   | 1
        """
    )
    line = "rapid_response from=2024-02-15 to=2024-12-31"
    assert differences(quarters, loaded.run(line)) == []
    assert differences(year, loaded.run(f"{line} period=year")) == []
    assert [row["spells"] for row in loaded.run(f"{line} period=month")] == [0, 1, *[0] * 9]
