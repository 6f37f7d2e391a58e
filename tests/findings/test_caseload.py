"""What is said of caseload: the cases on both sides of each rule."""

from datetime import date
from typing import Any

import pytest

from cockpit.findings.caseload import Course, caseload_statuses, caseload_title, cases_title, trend_title
from tests.pages.made_answers import caseload_row as row

MONTHS = [date(2026, month, 28) for month in range(1, 7)]


@pytest.mark.parametrize(
    ("teams", "title"),
    [
        ([], "Sagstal pr. team"),
        ([row("A"), row("B")], "Alle team ligger inden for det vejledende sagstal"),
        ([row("A")], "Team A ligger inden for det vejledende sagstal"),
        ([row("A"), row("Voksen B", 70, "over")], "Team Voksen B ligger over det vejledende sagstal"),
        ([row("Team Nord", 70, "over")], "Team Nord ligger over det vejledende sagstal"),
        ([row("A", 70, "over"), row("B", 71, "over")], "A og B ligger over det vejledende sagstal"),
        (
            [row(name, 70, "over") for name in "ABCD"] + [row("E")],
            "4 af 5 team ligger over det vejledende sagstal",
        ),
        # `under` is not `within`, and a team that is not judged is not `within` either.
        ([row("A"), row("B", 30, "under")], "Ingen team ligger over det vejledende sagstal"),
        ([row("A"), row("B", None, "no_fte")], "Ingen team ligger over det vejledende sagstal"),
        ([row("A", status="no_guideline")], "Sagstal pr. team"),
        ([row("uoplyst", 70, "over")], "Uden team ligger over det vejledende sagstal"),
    ],
)
def test_caseload_title(teams: list[dict[str, Any]], title: str) -> None:
    assert caseload_title(teams) == title


def test_the_judgements_name_the_gravest_first() -> None:
    teams = [row("A", None, "no_fte"), row("B", 70, "over"), row("C")]
    assert [(one.level, one.words) for one in caseload_statuses(teams)] == [
        ("breach", "1 team over det vejledende"),
        ("watch", "1 team med borgere, men ingen årsværk"),
    ]
    assert [one.level for one in caseload_statuses([row("C")])] == ["ok"]
    assert caseload_statuses([row("C", status="no_guideline")]) == []


@pytest.mark.parametrize(
    ("overdue", "title"),
    [
        ([], "Ingen åbne sager"),
        ([None], "1 åben sag"),
        ([None, None], "2 åbne sager"),
        ([0, 7, None], "3 åbne sager, 2 med overskredet frist"),  # due on the day itself is overdue
    ],
)
def test_cases_title(overdue: list[int | None], title: str) -> None:
    assert cases_title([{"days_overdue": days} for days in overdue]) == title


def course(values: tuple[float | None, ...], name: str = "A", limit: float | None = 65) -> Course:
    return Course(name, values, limit)


ALWAYS, LATE = course((70,) * 6), course((50, 50, 50, 50, 50, 70), "B")


@pytest.mark.parametrize(
    ("courses", "title"),
    [
        ([course((60, 60, 60, 60, 66, 70))], "A har ligget over det vejledende siden maj 2026"),
        ([course((70, 60, 70, 70, 66, 70))], "A har ligget over det vejledende siden marts 2026"),
        ([course((70, 70, 70, None, 70, 70))], "A har ligget over det vejledende siden maj 2026"),
        ([ALWAYS, course((99,) * 6, "B", None)], "A har ligget over det vejledende i hele perioden"),
        ([course((70, 70, 70, 70, 70, 65))], "Sagstal over tid"),  # the limit itself is within
        ([ALWAYS, LATE], "A har ligget over det vejledende i hele perioden, B siden juni 2026"),
        ([ALWAYS] * 3, "Sagstal over tid"),  # two are dated, more are not
        ([], "Sagstal over tid"),
    ],
)
def test_trend_title(courses: list[Course], title: str) -> None:
    assert trend_title(courses, MONTHS) == title
