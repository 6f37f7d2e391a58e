"""caseload, caseload_trend and load_quality: cases that a reader can count."""

from datetime import date
from pathlib import Path

import pytest

from tests.keyfigures.comparing import differences, table
from tests.keyfigures.deliveries import by_hand
from tests.keyfigures.loading import Loader

AS_OF = date(2024, 6, 30)


def cases(worker: str, count: int, area: str = "voksne", since: str = "01-01-2024", until: str = "") -> str:
    """`count` cases, each of a citizen of its own."""
    return "\n".join(
        f"{worker}-{number}; {worker}-{number}; {worker}; {area}; {since}; {until}; 1"
        for number in range(count)
    )


@pytest.mark.parametrize(
    ("count", "fte", "area", "status"),
    [
        # Adults: 45 to 65 citizens for one full-time caseworker; the limits belong to `within`.
        (9, "0,2", "voksne", "within"),  # 45
        (13, "0,2", "voksne", "within"),  # 65
        (4, "0,1", "voksne", "under"),  # 40
        (7, "0,1", "voksne", "over"),  # 70
        (3, "0,1", "børn og unge", "within"),  # 30, of 20 to 30
        (3, "0", "voksne", "no_fte"),
        (3, "1", "specialundervisning", "no_guideline"),
    ],
)
def test_status_against_the_guideline(loader: Loader, count: int, fte: str, area: str, status: str) -> None:
    loaded = loader(
        by_hand(assignments=cases("R1", count, area), caseworkers=f"R1; Rikke; Team A; 01-01-2020; ; {fte}"),
        AS_OF,
    )
    for by in ("caseworker", "team", "area"):
        (row,) = loaded.run(f"caseload on=2024-06-30 by={by}")
        assert (row["cases"], row["citizens"], row["status"]) == (count, count, status)


@pytest.mark.parametrize(
    ("count", "ftes"),
    [
        (52, ("0,7", "0,1")),  # 52 / 0,8 = 65
        (27, ("0,1", "0,2", "0,3")),  # 27 / 0,6 = 45
    ],
)
def test_shares_that_add_up_to_the_limit_are_within(
    loader: Loader, count: int, ftes: tuple[str, ...]
) -> None:
    """Added as binary fractions, 0,7 + 0,1 falls short of 0,8 and 0,1 + 0,2 + 0,3 exceeds 0,6."""
    workers = "\n".join(f"R{number}; Navn; Team A; 01-01-2020; ; {fte}" for number, fte in enumerate(ftes))
    loaded = loader(by_hand(assignments=cases("R0", count), caseworkers=workers), AS_OF)
    (row,) = loaded.run("caseload on=2024-06-30 by=team")
    assert row["status"] == "within"


WORKERS = """
    R1; Rikke ; Team A; 01-01-2020; 31-12-2023; 1
    R2; Rolf  ; Team A; 01-01-2020;           ; 0,8
    R3; Rie   ; Team B; 01-01-2020; 31-03-2024; 1
    R3; Rie   ; Team A; 01-04-2024;           ; 0,5
    R4; Ruben ; Team B; 01-01-2020;           ; 1
    """
ASSIGNMENTS = """
    C1; B1; R1; voksne            ; 01-01-2022; ; 2
    C2; B2; R2; voksne            ; 01-01-2022; 30-06-2024; 1,5
    C3; B2; R2; voksne            ; 30-06-2024; ;
    C4; B3; R2; voksne            ; 01-01-2022; 29-06-2024; 1
    C5; B4; R3; børn og unge      ; 01-01-2022; ; 1
    C6; B5; R9; specialundervisning; 01-01-2022; ; 1
    """
DELIVERY = by_hand(assignments=ASSIGNMENTS, caseworkers=WORKERS)


def test_caseload_by_caseworker(loader: Loader) -> None:
    # R1's row has ended: the team stays, the full-time share is gone. R2 has two cases of one citizen (C4
    # ended the day before; C3 weighs 1, as nothing is given). R3 has moved to Team A. R4 has no case.
    # R9 is in no file.
    expected = table(
        """
        by_value|team  |cases|citizens|weighted_cases|fte|citizens_per_fte|guideline_low|status
        R1      |Team A|1    |1       |2             |   |                |45           |no_fte
        R2      |Team A|2    |1       |2.5           |0.8|1.25            |45           |under
        R3      |Team A|1    |1       |1             |0.5|2               |20           |under
        R4      |Team B|0    |0       |0             |1  |0               |             |no_guideline
        """
    )
    rows = loader(DELIVERY, AS_OF).run("caseload on=2024-06-30 by=caseworker")
    assert differences(expected, [row for row in rows if row["by_value"] != "R9"]) == []
    (unknown,) = [row for row in rows if row["by_value"] == "R9"]
    assert (unknown["cases"], unknown["fte"], unknown["status"]) == (1, None, "no_fte")


def test_a_manager_sees_the_loads_and_not_the_caseworkers(loader: Loader) -> None:
    loaded, line = loader(DELIVERY, AS_OF), "caseload on=2024-06-30 by=caseworker"
    named, unnamed = loaded.result(line).rows, loaded.result(line, role="leder").rows
    assert {row["by_value"] for row in unnamed}.isdisjoint({row["by_value"] for row in named})
    assert sorted(row["cases"] for row in unnamed) == sorted(row["cases"] for row in named)


def test_caseload_by_team_and_area(loader: Loader) -> None:
    loaded = loader(DELIVERY, AS_OF)
    # Team A: R2 and R3 make 1,3; four cases of three citizens, in two areas, so no guideline.
    by_team = table(
        f"""
        by_value | cases | citizens | weighted_cases | fte | citizens_per_fte | guideline_low | status
        Team A   | 4     | 3        | 5.5            | 1.3 | {3 / 1.3}        |               | no_guideline
        Team B   | 0     | 0        | 0              | 1   | 0                |               | no_guideline
        uoplyst  | 1     | 1        | 1              |     |                  |               | no_fte
        """
    )
    # Adults: R1 (no full-time share) and R2.
    by_area = table(
        """
        by_value            | cases | citizens | fte | citizens_per_fte | guideline_low | status
        voksne              | 3     | 2        | 0.8 | 2.5              | 45            | under
        børn og unge        | 1     | 1        | 0.5 | 2                | 20            | under
        specialundervisning | 1     | 1        |     |                  |               | no_fte
        """
    )
    assert differences(by_team, loaded.run("caseload on=2024-06-30 by=team")) == []
    assert differences(by_area, loaded.run("caseload on=2024-06-30 by=area")) == []


def test_a_guideline_of_the_teams_own(loader: Loader) -> None:
    guidelines = {"caseload_guidelines.csv": "area;team;low;high\nvoksne;Team A;10;30\n"}
    tables = by_hand(
        assignments=cases("R1", 3) + "\n" + cases("R2", 3),
        caseworkers="""
        R1; Rikke; Team A; 01-01-2020; ; 0,1
        R2; Rolf ; Team B; 01-01-2020; ; 0,1
        """,
    )
    # 3 / 0,1 = 30: at the upper limit in Team A, under the usual 45 in Team B.
    rows = loader(tables, AS_OF, reference=guidelines).run("caseload on=2024-06-30 by=team")
    assert [(row["by_value"], row["guideline_low"], row["status"]) for row in rows] == [
        ("Team A", 10, "within"),
        ("Team B", 45, "under"),
    ]


def test_trend_shows_the_last_day_of_every_month(loader: Loader) -> None:
    tables = by_hand(
        assignments=cases("R1", 5, until="30-05-2024")
        + "\n"
        + cases("R1", 2, since="15-05-2024").replace("R1-", "X-"),
        caseworkers="R1; Rikke; Team A; 01-01-2020; 31-05-2024; 0,5",
    )
    # 30 April: the five. 31 May: the five ended the day before, the two have come. June: the fte has ended.
    expected = table(
        """
        month      | by_value | cases | citizens | fte | citizens_per_fte
        2024-04-30 | Team A   | 5     | 5        | 0.5 | 10
        2024-05-31 | Team A   | 2     | 2        | 0.5 | 4
        2024-06-30 | Team A   | 2     | 2        |     |
        """
    )
    rows = loader(tables, AS_OF).run("caseload_trend from=2024-04-20 to=2024-06-10 by=team")
    assert differences(expected, rows) == []


def test_load_quality_counts_the_rows_of_every_extract(loader: Loader, tmp_path: Path) -> None:
    # One of twenty-one services is of a citizen that nobody knows.
    known = "\n".join(f"A; SEL 107; 01-01-20{number:02}; 31-01-20{number:02}" for number in range(1, 21))
    tables = by_hand(services=f"{known}\nA; SEL 107; 01-01-2023;")
    tables["services"][-1]["citizen_id"] = "Ukendt"
    loaded = loader(tables, AS_OF, allow_rejected=True)
    rows = {row["extract"]: row for row in loaded.run("load_quality")}
    services = rows["services"]
    assert (services["rows_read"], services["rows_loaded"], services["rows_rejected"]) == (21, 20, 1)
    assert (services["source"], services["as_of"]) == ("canonical", AS_OF)
    assert (rows["citizens"]["rows_read"], rows["citizens"]["rows_rejected"]) == (1, 0)
