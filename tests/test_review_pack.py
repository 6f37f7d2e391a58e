"""A team's review pack: what stands in it one can count, and nobody else than the team's leader gets it."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdf
import pytest

from cockpit import review_pack as module
from cockpit.access import AT_THIS_MACHINE, User, asked_by
from cockpit.keyfigures import NotAllowedError, running
from cockpit.reports import review_pdf_of
from cockpit.review_pack import Part, ReviewPack, review_pack
from cockpit.warehouse import Warehouse, list_versions
from cockpit.warehouse.versions import write_manifest
from cockpit.wording import PlainError, date_text, kroner, number
from tests.keyfigures.conftest import at_random, loader  # noqa: F401 (fixtures)
from tests.keyfigures.deliveries import by_hand
from tests.keyfigures.loading import Loaded, Loader
from tests.keyfigures.random_deliveries import DELIVERIES
from tests.keyfigures.test_lists_by_hand import (
    AS_OF,
    ASSIGNMENTS,
    DEADLINES,
    NO_REVIEW,
    PRICE,
    RUNNING_OUT,
    WORKERS,
)

LEADER = User("lis", "teamleder", teams=("Team A",))


@pytest.fixture(scope="module")
def warehouse(loader: Loader) -> Warehouse:  # noqa: F811
    tables = by_hand(
        services=RUNNING_OUT, rates=PRICE, assignments=ASSIGNMENTS, caseworkers=WORKERS, reviews=NO_REVIEW,
        deadlines=DEADLINES,
    )  # fmt: skip
    return loader(tables, AS_OF).warehouse


@pytest.fixture(autouse=True)
def served(warehouse: Warehouse, monkeypatch: pytest.MonkeyPatch) -> None:
    for one in (module, running):
        monkeypatch.setattr(one, "served", lambda: warehouse)


def parts(pack: ReviewPack) -> dict[str, Part]:
    return {part.title: part for part in pack.parts}


def test_the_pack_of_a_team_by_hand() -> None:
    with asked_by(LEADER):
        pack = review_pack("Team A")
    assert (pack.team, pack.as_of) == ("Team A", date(2024, 6, 30))
    # C1 and C2 for B1, carried by two caseworkers of a full year's work each.
    assert pack.numbers[1:] == (
        ("2", "sager for 1 borger"),
        ("2", "frister er overskredet"),
        ("1", "frist udløber inden for 30 dage"),
        ("1", "bevilling udløber inden for 90 dage"),
    )
    assert pack.numbers[0][0] == "0,5"
    found = parts(pack)
    assert [row[:4] for row in found["Sagstal pr. rådgiver"].rows] == [
        ("Rikke (R1)", "2", "1", "2,0"), ("Rolf (R2)", "1", "1", "1,0"),
    ]  # fmt: skip
    # F2 and F4 of Team A; F3 was completed on the day, F5 and F6 are of no team.
    assert found["Overskredne opfølgninger"].rows == (("C2", "Opfølgning", "20-06-2024", "10"),)
    (other,) = found["Andre overskredne frister"].rows
    assert (other[0], other[2], other[3]) == ("C2", "10-06-2024", "20")
    assert [row[0] for row in found["Frister, der udløber inden for 30 dage"].rows] == ["C1"]
    ending = found["Bevillinger, der udløber inden for 90 dage"]
    assert ending.rows == (("S1", "§ 85", "Uoplyst", "10-07-2024", "365 kr."),)
    assert ending.note == "1 i alt. Den første øverst."
    assert [row[0] for row in found["Indsatser, ingen har set på i 12 måneder"].rows] == ["S1"]


def test_a_part_without_rows_says_so() -> None:
    with asked_by(User("lis", "teamleder", teams=("Team B",))):
        found = parts(review_pack("Team B"))
    assert found["Overskredne opfølgninger"].rows
    assert found["Andre overskredne frister"].note == "Ingen."


@pytest.mark.parametrize(
    "user",
    [
        AT_THIS_MACHINE,
        User("dan", "datakonsulent"),
        User("eva", "leder"),
        User("per", "politiker"),
        User("lis", "teamleder"),
        User("lis", "teamleder", teams=("Team B",)),
    ],
    ids=lambda user: f"{user.id} {user.role} {user.teams}",
)
def test_nobody_else_gets_it(user: User) -> None:
    with asked_by(user), pytest.raises(NotAllowedError):
        review_pack("Team A")


@pytest.mark.parametrize("team", ["", "Team C", "Team A,Team B"])
def test_a_team_that_there_is_not(team: str) -> None:
    with asked_by(LEADER), pytest.raises(PlainError):
        review_pack(team)


def lacking(warehouse: Warehouse, folder: Path, *extracts: str) -> Warehouse:
    """The same version, as if the extracts had not been delivered."""
    data_dir = folder / "data"
    shutil.copytree(warehouse.settings.data_dir, data_dir)
    [version] = list_versions(data_dir)
    rows = {name: count for name, count in version.rows.items() if name not in extracts}
    write_manifest(replace(version, rows=rows))
    return Warehouse(replace(warehouse.settings, data_dir=data_dir))


ALL_PARTS = {
    "Sagstal pr. rådgiver", "Overskredne opfølgninger", "Andre overskredne frister",
    "Frister, der udløber inden for 30 dage", "Bevillinger, der udløber inden for 90 dage",
    "Indsatser, ingen har set på i 12 måneder",
}  # fmt: skip
OF_DEADLINES = {title for title in ALL_PARTS if title.startswith(("Overskredne", "Andre", "Frister"))}
OF_SERVICES = {title for title in ALL_PARTS if title.startswith(("Bevillinger", "Indsatser"))}
UNSEEN = {"Indsatser, ingen har set på i 12 måneder"}


@pytest.mark.parametrize(
    ("extracts", "empty", "numbers"),
    [
        (["deadlines"], OF_DEADLINES, ["0,5", "2", "–", "–", "1"]),
        (["reviews"], UNSEEN, ["0,5", "2", "2", "1", "1"]),
        (["rates", "reviews"], OF_SERVICES, ["0,5", "2", "2", "1", "–"]),
        (["case_assignments"], ALL_PARTS - OF_DEADLINES, ["2", "1", "–"]),
    ],
)
def test_each_part_says_what_it_lacks(
    warehouse: Warehouse,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    extracts: list[str],
    empty: set[str],
    numbers: list[str],
) -> None:
    here = lacking(warehouse, tmp_path, *extracts)
    for one in (module, running):
        monkeypatch.setattr(one, "served", lambda: here)
    with asked_by(LEADER):
        pack = review_pack("Team A")
    found = parts(pack)
    assert found.keys() == ALL_PARTS
    told = {title for title, part in found.items() if "som ikke er leveret" in part.note}
    assert told == empty
    assert all(bool(part.rows) != (title in empty) for title, part in found.items())
    assert [shown for shown, _ in pack.numbers] == numbers
    text = pypdf.PdfReader(BytesIO(review_pdf_of(pack))).pages[0].extract_text()
    assert "som ikke er leveret" in text


def test_what_is_not_delivered_opens_no_other_team(
    warehouse: Warehouse, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without a list that is asked first, the load on another team's caseworkers is not told either."""
    here = lacking(warehouse, tmp_path, "deadlines", "services", "reviews")
    for one in (module, running):
        monkeypatch.setattr(one, "served", lambda: here)
    with asked_by(LEADER), pytest.raises(NotAllowedError):
        review_pack("Team B")
    both = lacking(warehouse, tmp_path / "2", "deadlines", "case_assignments")
    for one in (module, running):
        monkeypatch.setattr(one, "served", lambda: both)
    with asked_by(LEADER), pytest.raises(PlainError, match="som ikke er leveret"):
        review_pack("Team A")


@pytest.mark.parametrize("seed", [1, 4])
def test_it_holds_what_plain_python_counts(
    at_random: Callable[[int], Loaded],  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
    seed: int,
) -> None:
    loaded = at_random(seed)
    for one in (module, running):
        monkeypatch.setattr(one, "served", lambda: loaded.warehouse)
    day = DELIVERIES[seed]
    loads = loaded.plain(f"caseload on={day} by=caseworker")
    teams = {row["team"] for row in loads} - {None}
    assert len(teams) > 1
    seen = 0
    for team in sorted(teams):
        pack = review_pack(team, role="teamleder")
        late = loaded.plain(f"deadline_list days=30 team={team}")
        ending = loaded.plain(f"expiring_list days=90 team={team}")
        unseen = loaded.plain(f"review_due_list months=12 team={team}")
        over = [row for row in late if row["days_overdue"] is not None]
        follow_ups = [row for row in over if row["kind"] in ("follow_up", "first_follow_up")]
        own = sorted(
            (row for row in loads if row["team"] == team), key=lambda row: -(row["citizens_per_fte"] or 0)
        )
        wanted: list[list[Any]] = [
            [(_named(row), number(row["cases"]), number(row["citizens"])) for row in own],
            [(row["case_id"] or "–", number(row["days_overdue"])) for row in follow_ups],
            [(row["case_id"] or "–", number(row["days_overdue"])) for row in over if row not in follow_ups],
            [(row["case_id"] or "–", date_text(row["due_on"])) for row in late if row not in over],
            [(row["service_id"], date_text(row["ends_on"]), kroner(row["annual_cost"])) for row in ending],
            [(row["service_id"], date_text(row["last_seen"]), kroner(row["annual_cost"])) for row in unseen],
        ]
        columns = [(0, 1, 2), (0, 3), (0, 3), (0, 2), (0, 3, 4), (0, 3, 4)]
        for part, rows, taken in zip(pack.parts, wanted, columns, strict=True):
            assert [tuple(row[at] for at in taken) for row in part.rows] == rows, part.title
        assert [shown for shown, _ in pack.numbers[2:]] == [
            number(len(over)), number(len(late) - len(over)), number(len(ending))
        ]  # fmt: skip
        seen += sum(map(len, wanted))
    assert seen > 50


def test_a_command_names_the_role() -> None:
    assert review_pack("Team B", role="teamleder").team == "Team B"


def test_long_lists_say_what_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_ROWS", 1)
    workers = parts(review_pack("Team A", role="teamleder"))["Sagstal pr. rådgiver"]
    assert len(workers.rows) == 1
    assert (
        workers.note == "2 i alt. Den mest belastede øverst. De første 1 står her; resten står i cockpittet."
    )


def test_the_file_holds_every_row_and_is_tagged() -> None:
    pack = review_pack("Team A", role="teamleder")
    read = pypdf.PdfReader(BytesIO(review_pdf_of(pack)))
    assert str(read.root_object["/Lang"]) == "da"
    assert "/StructTreeRoot" in read.root_object
    text = " ".join(page.extract_text() for page in read.pages)
    assert "Team A, 30-06-2024" in text
    for part in pack.parts:
        assert part.title in text
        assert all(cell in text for row in part.rows for cell in row)


def hostile(pack: ReviewPack) -> ReviewPack:
    texts = ("#panic()", "*fed*", "$x$", "\u202e\x00", "@ref", "x" * 400)
    rows = tuple((text, text) for text in texts)
    part = Part("#let x = 1", "note", ("A", "#B"), (False, True), rows)
    return ReviewPack("[#team]", pack.as_of, pack.numbers, (part,) * 3)


def test_texts_of_the_data_are_never_read_as_markup() -> None:
    written = review_pdf_of(hostile(review_pack("Team A", role="teamleder")))
    text = pypdf.PdfReader(BytesIO(written)).pages[0].extract_text()
    assert "#panic()" in text
    assert "*fed*" in text


def test_many_rows_go_on_over_pages_with_their_headings() -> None:
    row: Callable[[int], tuple[str, ...]] = lambda at: (f"S{at:05}", "Opfølgning")  # noqa: E731
    part = Part("Frister", "300 i alt.", ("Sag", "Frist"), (False, False), tuple(map(row, range(300))))
    pack = ReviewPack("Team A", AS_OF, (("1", "sag"),), (part,))
    pages = [page.extract_text() for page in pypdf.PdfReader(BytesIO(review_pdf_of(pack))).pages]
    assert len(pages) > 4
    assert all("Sag" in page and "Frist" in page for page in pages)
    assert all(any(f"S{at:05}" in page for page in pages) for at in range(300))


def _named(row: dict[str, Any]) -> str:
    """As the generated deliveries name them: R5 is Rådgiver 5."""
    return f"Rådgiver {row['by_value'].removeprefix('R')} ({row['by_value']})"
