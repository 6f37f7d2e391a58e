"""caseload_list and deadline_list: cases that a reader can count, as many as the number they are behind."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from tests.keyfigures.comparing import table
from tests.keyfigures.deliveries import by_hand
from tests.keyfigures.loading import Loaded, Loader
from tests.keyfigures.random_deliveries import DELIVERIES

AS_OF = date(2024, 6, 30)
WORKERS = """
    R1; Rikke; Team A; 01-01-2020; ; 1
    R2; Rolf ; Team A; 01-01-2020; ; 1
    R3; Rie  ; Team B; 01-01-2020; ; 1
    """
# C1 has two caseworkers in one team, C2 one in each; C3 is a family, C4 has ended, C5 has begun too late.
ASSIGNMENTS = """
    C1; B1; R1; voksne; 01-03-2023;           ; 1
    C1; B1; R2; voksne; 01-01-2023;           ; 1
    C2; B1; R1; voksne; 01-01-2022; 30-06-2024; 1
    C2; B1; R3; voksne; 30-06-2024;           ; 1
    C3; B2; R3; børn og unge; 01-01-2022;     ; 1
    C3; B3; R3; børn og unge; 01-01-2022;     ; 1
    C4; B4; R3; voksne; 01-01-2022; 29-06-2024; 1
    C5; B4; R3; voksne; 01-07-2024;           ; 1
    """
SERVICES = """
    B1; SEL 85;  01-01-2020;
    B1; SEL 107; 30-06-2024; 30-06-2024
    B1; SEL 85;  01-01-2021;
    B1; SEL 108; 01-01-2020; 29-06-2024
    B2; BL 46;   01-02-2024;
    B3; BL 32;   01-02-2024;
    """
# deadline; citizen; kind; started; due; completed; team; case
DEADLINES = """
    F1; B1; follow_up; 01-01-2024; 10-07-2024;           ; Team A; C1
    F2; B1; follow_up; 01-01-2024; 20-06-2024;           ; Team A; C2
    F3; B1; child_assessment; 01-06-2024; 09-06-2024; 30-06-2024; Team A; C2
    F4; B1; child_assessment; 01-06-2024; 10-06-2024; 01-07-2024; Team A; C2
    F5; B2; follow_up; 01-06-2024; 30-06-2024;           ;       ;
    F6; B3; follow_up; 01-07-2024; 02-07-2024;           ;       ; C1
    F7; B4; follow_up; 01-01-2024; 01-02-2024;           ; Team B; C4
    F8; B2; follow_up; 01-01-2024; 30-07-2024;           ; Team B; C3
    F9; B2; follow_up; 01-01-2024; 31-07-2024;           ; Team B; C3
    """


@pytest.fixture(scope="module")
def loaded(loader: Loader) -> Loaded:
    tables = by_hand(services=SERVICES, assignments=ASSIGNMENTS, caseworkers=WORKERS, deadlines=DEADLINES)
    return loader(tables, AS_OF)


def test_a_line_for_each_case_of_a_team_the_most_overdue_first(loaded: Loaded) -> None:
    # F3 was completed on the day, F4 the day after; F6 has not begun; F5 has no case and is the citizen's.
    # Due on the day itself is overdue by no days. § 108 ended the day before, § 107 runs that day only.
    assert loaded.run("caseload_list on=2024-06-30 by=team") == table(
        """
        by_value | case_id | sections        | since      | next_due   | kind             | days_overdue
        Team A   | C2      | SEL 107, SEL 85 | 2022-01-01 | 2024-06-10 | child_assessment | 20
        Team B   | C2      | SEL 107, SEL 85 | 2024-06-30 | 2024-06-10 | child_assessment | 20
        Team B   | C3      | BL 32, BL 46    | 2022-01-01 | 2024-06-30 | follow_up        | 0
        Team A   | C1      | SEL 107, SEL 85 | 2023-01-01 | 2024-07-10 | follow_up        |
        """
    )


def test_the_cases_of_one_team_with_all_that_is_known_of_them(loaded: Loaded) -> None:
    rows = loaded.run("caseload_list on=2024-06-30 by=team team=Team B")
    assert [(row["by_value"], row["case_id"], row["since"].isoformat()) for row in rows] == [
        ("Team B", "C2", "2024-06-30"),
        ("Team B", "C3", "2022-01-01"),
    ]


def test_the_day_before_knows_what_was_known_then(loaded: Loaded) -> None:
    assert loaded.run("caseload_list on=2024-06-29 by=area") == table(
        """
        by_value     | case_id | sections        | since      | next_due   | kind             | days_overdue
        voksne       | C4      |                 | 2022-01-01 | 2024-02-01 | follow_up        | 149
        voksne       | C2      | SEL 108, SEL 85 | 2022-01-01 | 2024-06-09 | child_assessment | 20
        børn og unge | C3      | BL 32, BL 46    | 2022-01-01 | 2024-06-30 | follow_up        |
        voksne       | C1      | SEL 108, SEL 85 | 2023-01-01 | 2024-07-10 | follow_up        |
        """
    )


def test_caseworkers_have_the_numbers_of_caseload_and_no_more(loaded: Loaded) -> None:
    line = "caseload_list on=2024-06-30 by=caseworker"
    assert [(row["by_value"], row["case_id"]) for row in loaded.run(line)] == [
        ("R1", "C2"), ("R3", "C2"), ("R3", "C3"), ("R1", "C1"), ("R2", "C1"),
    ]  # fmt: skip
    seen = {(row["by_value"], row["case_id"]) for row in loaded.result(line, role=None).rows}
    counted = loaded.result("caseload on=2024-06-30 by=caseworker", role="leder").rows
    assert {name for name, _ in seen} == {row["by_value"] for row in counted}
    for row in counted:
        assert row["cases"] == sum(name == row["by_value"] for name, _ in seen)


def test_without_services_and_deadlines_their_columns_are_empty(loader: Loader) -> None:
    alone = loader(by_hand(assignments=ASSIGNMENTS, caseworkers=WORKERS), AS_OF)
    rows = alone.run("caseload_list on=2024-06-30 by=team")
    assert [row["case_id"] for row in rows] == ["C1", "C2", "C2", "C3"]
    empty = ("sections", "next_due", "kind", "days_overdue")
    assert {row[column] for row in rows for column in empty} == {None}


def test_five_sections_are_named(loader: Loader) -> None:
    keys = ("103", "104", "107", "108", "85", "95")
    services = "\n".join(f"B1; SEL {key}; 01-01-2020;" for key in keys)
    many = loader(by_hand(services=services, assignments=ASSIGNMENTS, caseworkers=WORKERS), AS_OF)
    first = many.run("caseload_list on=2024-06-30 by=team")[0]
    assert first["sections"] == "SEL 103, SEL 104, SEL 107, SEL 108, SEL 85"


def test_deadlines_one_by_one(loaded: Loaded) -> None:
    # F6 begins the day after.
    expected = table(
        """
        deadline_id | case_id | kind             | team    | due_on     | days_overdue
        F7          | C4      | follow_up        | Team B  | 2024-02-01 | 150
        F4          | C2      | child_assessment | Team A  | 2024-06-10 | 20
        F2          | C2      | follow_up        | Team A  | 2024-06-20 | 10
        F5          |         | follow_up        | uoplyst | 2024-06-30 | 0
        F1          | C1      | follow_up        | Team A  | 2024-07-10 |
        F8          | C3      | follow_up        | Team B  | 2024-07-30 |
        """
    )
    assert loaded.run("deadline_list days=30") == expected
    assert [row["deadline_id"] for row in loaded.run("deadline_list days=31")][-1] == "F9"
    of_team = "deadline_list days=30 team=Team B,uoplyst"
    assert (
        loaded.run(of_team) == [row for row in expected if row["team"] != "Team A"] == loaded.plain(of_team)
    )


@pytest.mark.parametrize("by", ["caseworker", "team", "area"])
@pytest.mark.parametrize("seed", DELIVERIES)
def test_as_many_cases_and_citizens_as_the_number(
    at_random: Callable[[int], Loaded], seed: int, by: str
) -> None:
    """The citizens of the cases listed, as the delivery has them, are those that caseload counts."""
    loaded = at_random(seed)
    assert loaded.delivery is not None
    for back in (0, 1, 200):
        day = DELIVERIES[seed] - timedelta(days=back)
        listed = loaded.run(f"caseload_list on={day} by={by}")
        counted = loaded.run(f"caseload on={day} by={by}")
        on_the_day = [
            row
            for row in loaded.delivery.assignments
            if row.from_date <= day and (row.to_date is None or row.to_date >= day)
        ]
        people: dict[str, set[str]] = {}
        for held in on_the_day:
            people.setdefault(held.case, set()).add(held.citizen)
        for row in counted:
            cases = [one["case_id"] for one in listed if one["by_value"] == row["by_value"]]
            assert len(cases) == len(set(cases)) == row["cases"]
            assert len(set().union(*(people[case] for case in cases))) == row["citizens"]
        assert {one["by_value"] for one in listed} <= {row["by_value"] for row in counted}


@pytest.mark.parametrize("seed", DELIVERIES)
def test_as_many_deadlines_as_the_number(at_random: Callable[[int], Loaded], seed: int) -> None:
    for days in (1, 30, 90):
        listed = at_random(seed).run(f"deadline_list days={days}")
        for row in at_random(seed).run(f"deadline_risk days={days}"):
            its = [one for one in listed if (one["kind"], one["team"]) == (row["kind"], row["team"])]
            overdue = sum(one["days_overdue"] is not None for one in its)
            assert (overdue, len(its) - overdue) == (row["overdue"], row["due_within"])


# S1 and S2 are of B1, whom both teams have; S3 is of B2; B4's case has ended, and the next not begun.
RUNNING_OUT = """
    B1; SEL 85; 01-01-2020; 10-07-2024
    B1; SEL 107; 30-06-2024;
    B2; SEL 85; 01-01-2020; 11-07-2024
    B4; SEL 85; 01-01-2020; 12-07-2024
    """
PRICE = "S1; 01-01-2020; ; 1; day; base"
NO_REVIEW = "S2; 30-06-2024; reassessment; 1,00; 1,00"


@pytest.mark.parametrize(
    ("team", "out", "unseen"),
    [
        ("", ["S1", "S3", "S4"], ["S1", "S3", "S4"]),
        (" team=Team A", ["S1"], ["S1"]),
        (" team=Team B", ["S1", "S3"], ["S1", "S3"]),
        (" team=Team B,Team A", ["S1", "S3"], ["S1", "S3"]),
        (" team=uoplyst", [], []),
    ],
)
def test_services_of_the_citizens_whom_a_team_has(
    running_out: Loaded, team: str, out: list[str], unseen: list[str]
) -> None:
    assert [row["service_id"] for row in running_out.run(f"expiring_list days=90{team}")] == out
    assert sorted(row["service_id"] for row in running_out.run(f"review_due_list months=1{team}")) == unseen


@pytest.fixture(scope="module")
def running_out(loader: Loader) -> Loaded:
    tables = by_hand(
        services=RUNNING_OUT, rates=PRICE, assignments=ASSIGNMENTS, caseworkers=WORKERS, reviews=NO_REVIEW
    )
    return loader(tables, AS_OF)
