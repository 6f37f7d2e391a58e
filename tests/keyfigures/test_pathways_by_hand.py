"""pathways_in and pathways_out: cases that a reader can count."""

from datetime import date

import pytest

from tests.keyfigures.deliveries import by_hand
from tests.keyfigures.loading import Loader

AS_OF = date(2024, 6, 30)
IN = "pathways_in from=2024-01-01 to=2024-06-30"
OUT = "pathways_out from=2024-01-01 to=2024-06-30"


def pathways(loader: Loader, line: str, services: str, citizens: str = "") -> dict[str, int]:
    """Group to spells, in the order of the answer."""
    rows = loader(by_hand(services=services, citizens=citizens), AS_OF).run(line)
    name = "previous_group" if line.startswith(IN) else "next_group"
    return {row[name]: row["spells"] for row in rows}


@pytest.mark.parametrize(
    ("ends", "group"),
    [
        ("02-12-2023", "støtte i eget hjem"),  # 90 days before 1 March 2024, a leap year
        ("01-12-2023", "ny"),  # 91 days
        ("29-02-2024", "støtte i eget hjem"),
        ("01-03-2024", "støtte i eget hjem"),  # runs at the start
        ("", "støtte i eget hjem"),
    ],
)
def test_what_ended_within_90_days_before_or_runs_at_the_start(loader: Loader, ends: str, group: str) -> None:
    services = f"""
        A; SEL 85; 01-01-2020; {ends}
        A; SEL 107; 01-03-2024;
        """
    assert pathways(loader, f"{IN} group=botilbud", services) == {group: 1}


@pytest.mark.parametrize(
    ("others", "group"),
    [
        # The latest last day, whichever began first; what still runs is later than any day.
        (("SEL 85; 01-01-2023; 31-01-2024", "SEL 103; 01-01-2022; 15-02-2024"), "dagtilbud"),
        (("SEL 85; 01-01-2022;", "SEL 103; 01-01-2023; 30-04-2024"), "støtte i eget hjem"),
        # The same last day: the latest start.
        (("SEL 85; 01-01-2022; 29-02-2024", "SEL 103; 01-01-2023; 29-02-2024"), "dagtilbud"),
        (("SEL 85; 01-01-2022;", "SEL 110; 01-02-2024;"), "herberg og krisecenter"),
        # What ends after the as-of date is still running, whenever that is: again the latest start.
        (("SEL 104; 01-01-2022; 31-12-2027", "SEL 110; 01-02-2024; 31-12-2026"), "herberg og krisecenter"),
        (("SEL 104; 01-01-2022; 30-06-2024", "SEL 110; 01-02-2024; 31-12-2026"), "herberg og krisecenter"),
        # The same last day and start: the first by name.
        (("SEL 85; 01-01-2023;", "SEL 103; 01-01-2023;"), "dagtilbud"),
        # What begins on the day runs at it; what begins the day after does not.
        (("SEL 103; 01-03-2024;",), "dagtilbud"),
        (("SEL 103; 02-03-2024;",), "ny"),
    ],
)
def test_of_several_the_one_that_reaches_furthest(
    loader: Loader, others: tuple[str, ...], group: str
) -> None:
    services = "\n".join(["A; SEL 107; 01-03-2024;", *(f"A; {other}" for other in others)])
    assert pathways(loader, f"{IN} group=botilbud", services) == {group: 1}


def test_a_move_within_the_filter_is_no_way_in(loader: Loader) -> None:
    # One spell of residential care; for section 108 alone the move is a way in, from residential care.
    services = """
        A; SEL 107; 01-01-2020; 29-02-2024
        A; SEL 108; 01-03-2024;
        """
    assert pathways(loader, f"{IN} group=botilbud", services) == {}
    assert pathways(loader, f"{IN} section=SEL 108", services) == {"botilbud": 1}
    assert pathways(loader, f"{IN} section=SEL 107,SEL 108", services) == {}


def test_a_return_after_a_gap_is_new(loader: Loader) -> None:
    # The earlier stay is within the filter and so is not where A comes from.
    services = """
        A; SEL 107; 01-01-2020; 31-01-2024
        A; SEL 107; 01-03-2024;
        """
    assert pathways(loader, f"{IN} group=botilbud", services) == {"ny": 1}


CHILD = """
    A; BL 46; 01-01-2024; 29-02-2024
    A; SEL 107; 01-03-2024;
    """


def test_a_childs_service_counts(loader: Loader) -> None:
    assert pathways(loader, f"{IN} group=botilbud", CHILD) == {"anbringelse": 1}
    assert pathways(loader, f"{IN} group=botilbud area=voksne", CHILD) == {"anbringelse": 1}
    assert pathways(loader, f"{OUT} group=anbringelse", CHILD) == {"botilbud": 1}


def test_a_newer_law_is_no_way_in_with_a_group_filter(loader: Loader) -> None:
    services = """
        A; SEL 52.3.7; 01-10-2020; 31-12-2023
        A; BL 46     ; 01-01-2024;
        """
    assert pathways(loader, f"{IN} group=anbringelse section=BL 46", services) == {}
    assert pathways(loader, f"{IN} section=BL 46", services) == {"anbringelse": 1}


def test_the_role_applies_to_both(loader: Loader) -> None:
    # Another municipality pays for the support before and for C's home.
    services = """
        A; SEL 85 ; 01-01-2023; 29-02-2024; own; ; 316
        A; SEL 107; 01-03-2024;           ; own
        C; SEL 85 ; 01-01-2023; 29-02-2024; own
        C; SEL 107; 01-03-2024;           ; own; ; 316
        """
    assert pathways(loader, f"{IN} group=botilbud", services) == {"ny": 1}
    assert pathways(loader, f"{IN} group=botilbud role=acting", services) == {"støtte i eget hjem": 2}
    assert pathways(loader, f"{IN} group=botilbud role=all", services) == {"støtte i eget hjem": 2}


def test_the_other_filters_choose_the_spells_only(loader: Loader) -> None:
    # A comes to a private home from our own support, B from our own home.
    services = """
        A; SEL 85 ; 01-01-2023; 29-02-2024; own
        A; SEL 107; 01-03-2024;           ; private
        B; SEL 107; 01-01-2023; 29-02-2024; own
        B; SEL 107; 01-03-2024;           ; private
        """
    assert pathways(loader, f"{IN} group=botilbud owner=private", services) == {
        "botilbud": 1,
        "støtte i eget hjem": 1,
    }
    assert pathways(loader, f"{OUT} group=botilbud owner=own", services) == {"botilbud": 1}


def test_the_window_and_planned_services(loader: Loader) -> None:
    services = """
        A; SEL 107; 31-12-2023;
        B; SEL 107; 01-01-2024;
        C; SEL 107; 30-06-2024;
        D; SEL 107; 01-07-2024;
        """
    assert pathways(loader, f"{IN} group=botilbud", services) == {"ny": 2}


@pytest.mark.parametrize(
    ("following", "group"),
    [
        ("SEL 85; 30-05-2024;", "støtte i eget hjem"),  # 90 days after 1 March
        ("SEL 85; 31-05-2024;", "afsluttet"),  # 91 days
        ("SEL 85; 02-03-2024; 02-03-2024", "støtte i eget hjem"),
        ("SEL 85; 01-01-2020; 01-03-2024", "afsluttet"),  # ends with the spell
        ("SEL 85; 01-01-2020; 02-03-2024", "støtte i eget hjem"),  # runs past it by a day
        ("SEL 107; 15-03-2024;", "afsluttet"),  # within the filter
    ],
)
def test_what_runs_past_the_end_or_starts_within_90_days_after(
    loader: Loader, following: str, group: str
) -> None:
    services = f"""
        A; SEL 107; 01-01-2021; 01-03-2024
        A; {following}
        """
    assert pathways(loader, f"{OUT} group=botilbud", services) == {group: 1}


@pytest.mark.parametrize(
    ("others", "group"),
    [
        (("SEL 85; 01-04-2024;", "SEL 103; 01-05-2024;"), "støtte i eget hjem"),
        # What ran all along began earlier than what comes after.
        (("SEL 85; 02-03-2024;", "SEL 103; 01-01-2019;"), "dagtilbud"),
        # The same start: the one that lasts longest, then the first by name.
        (("SEL 85; 02-03-2024; 30-06-2024", "SEL 103; 02-03-2024; 30-04-2024"), "støtte i eget hjem"),
        (("SEL 85; 02-03-2024;", "SEL 103; 02-03-2024;"), "dagtilbud"),
    ],
)
def test_of_several_the_earliest(loader: Loader, others: tuple[str, ...], group: str) -> None:
    services = "\n".join(["A; SEL 107; 01-01-2021; 01-03-2024", *(f"A; {other}" for other in others)])
    assert pathways(loader, f"{OUT} group=botilbud", services) == {group: 1}


def test_a_planned_service_is_no_way_out(loader: Loader) -> None:
    services = """
        A; SEL 107; 01-01-2021; 15-06-2024
        A; SEL 85 ; 01-07-2024;
        """
    assert pathways(loader, f"{OUT} group=botilbud", services) == {"afsluttet": 1}


@pytest.mark.parametrize(
    ("died", "group"),
    [
        ("31-03-2024", "død"),  # 30 days after 1 March
        ("01-04-2024", "støtte i eget hjem"),  # 31 days
        ("01-03-2024", "død"),
        ("31-01-2024", "død"),  # 30 days before: the end was written late
        ("30-01-2024", "støtte i eget hjem"),
        ("", "støtte i eget hjem"),
    ],
)
def test_death_within_30_days_of_the_end_comes_first(loader: Loader, died: str, group: str) -> None:
    services = """
        A; SEL 107; 01-01-2021; 01-03-2024
        A; SEL 85 ; 01-01-2020;
        """
    citizens = f"A; 01-01-1950; ; ; ; {died}"
    assert pathways(loader, f"{OUT} group=botilbud", services, citizens) == {group: 1}


def test_ways_out_add_up_to_the_outflow(loader: Loader) -> None:
    # Gone on 1 January 2024, on 30 June and on 1 July; the last one is after the as-of date.
    services = """
        A; SEL 107; 01-01-2021; 31-12-2023
        B; SEL 107; 01-01-2021; 29-06-2024
        C; SEL 107; 01-01-2021; 30-06-2024
        D; SEL 107; 01-01-2021;
        """
    loaded = loader(by_hand(services=services), AS_OF)
    (flow,) = loaded.run("stock_flow period=year from=2024-01-01 to=2024-06-30 group=botilbud")
    (row,) = loaded.run(f"{OUT} group=botilbud")
    assert (row["next_group"], row["spells"], flow["outflow"]) == ("afsluttet", 2, 2)


def test_most_spells_come_first_then_the_name(loader: Loader) -> None:
    services = """
        A; SEL 107; 01-03-2024;
        B; SEL 107; 01-03-2024;
        C; SEL 107; 01-03-2024;
        B; SEL 85; 01-01-2020;
        C; SEL 103; 01-01-2020;
        D; SEL 103; 01-01-2020;
        D; SEL 107; 01-03-2024;
        """
    found = pathways(loader, f"{IN} group=botilbud", services)
    assert list(found.items()) == [("dagtilbud", 2), ("ny", 1), ("støtte i eget hjem", 1)]
