"""Who saw what is written down, and nothing that a person has written or that was shown."""

import multiprocessing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from app import server
from cockpit.access import User, asked_by
from cockpit.access.audit import FOLDER, Line, days_written, write_line
from cockpit.pages import indlaes
from cockpit.pages.audited import known_filters
from cockpit.pages.kept_answers import UPDATE
from cockpit.pages.unseen import UNSEEN
from cockpit.settings import Settings, read_settings
from tests.access.written import lines_written

ANNA = User("anna", "leder")
POLITICIAN = User("per", "politiker")
AT_ONCE, EACH = 2, 200


@pytest.fixture(scope="module")
def settings(small: Settings) -> Settings:
    return small


def seen(settings: Settings, user: User, asked: str, body: dict[str, Any] | None = None) -> list[Line]:
    """The lines that one request leaves."""
    before = _lines(settings)
    client = server.test_client()
    client.environ_base["cockpit.user"] = user
    with asked_by(user):
        _ = client.post(asked, json=body) if body else client.get(asked)
    return _lines(settings)[len(before) :]


def _lines(settings: Settings) -> list[Line]:
    return list(reversed(lines_written(settings)))


def cards(name: str, search: str = "", path: str | None = None) -> dict[str, Any]:
    state = [{"id": "url", "property": "pathname", "value": path}] if path else []
    screen = [{"id": "view", "property": "data", "value": {"theme": "light"}}] if name != "log" else []
    return {
        "output": f"{name}-cards.children",
        "outputs": {"id": f"{name}-cards", "property": "children"},
        "inputs": [{"id": "url", "property": "search", "value": search}, *screen],
        "changedPropIds": [],
        "state": state,
    }


def test_a_page_is_seen_also_when_its_answer_was_kept(settings: Settings) -> None:
    for _ in range(2):
        [line] = seen(settings, ANNA, UPDATE, cards("udgifter", "?omraade=voksne&fra=2023-01"))
        assert (line.user, line.role, line.what, line.path, line.status) == (
            "anna", "leder", "page", "/udgifter", 200,
        )  # fmt: skip
        assert line.filters == {"omraade": "voksne", "fra": "2023-01"}
        assert datetime.now(UTC) - datetime.fromisoformat(line.at) < timedelta(minutes=5)


def test_figures_lists_and_files(settings: Settings) -> None:
    [line] = seen(settings, ANNA, UPDATE, cards("figure", "?by=section", "/noegletal/cost"))
    assert (line.path, line.filters) == ("/noegletal/cost", {"by": "section"})
    [line] = seen(settings, ANNA, UPDATE, cards("overblik"))
    assert line.path == "/"
    [line] = seen(settings, ANNA, "/hent/cost.csv?from_year=2023&to_year=2024&by=section")
    assert (line.what, line.path, line.status) == ("file", "/hent/cost.csv", 200)
    assert line.filters == {"from_year": "2023", "to_year": "2024", "by": "section"}
    [line] = seen(settings, ANNA, "/hent/sagstal/team.csv?team=Team B")
    assert (line.path, line.filters) == ("/hent/sagstal/team.csv", {"team": "Team B"})


def test_what_is_refused_is_told_of(settings: Settings) -> None:
    [line] = seen(settings, POLITICIAN, "/udgifter")
    assert (line.user, line.what, line.path, line.status) == ("per", "page", "/udgifter", 403)
    [line] = seen(settings, POLITICIAN, UPDATE, cards("udgifter"))
    assert (line.what, line.path, line.status) == ("page", "/udgifter", 403)
    [line] = seen(settings, POLITICIAN, "/hent/expiring.csv?days=30")
    assert (line.what, line.status) == ("file", 403)
    [line] = seen(settings, ANNA, "/data/indlaes/filer/0101701234/Hansen.csv")
    assert (line.what, line.path, line.filters) == ("delivery", "/data/indlaes/filer", {})
    [line] = seen(settings, ANNA, "/data/indlaes/0101701234")
    assert (line.what, line.path, line.filters) == ("delivery", "/data/indlaes", {})


def test_what_is_done_to_a_delivery_is_told_of(settings: Settings) -> None:
    before = _lines(settings)
    with server.test_request_context(), asked_by(User("dorte", "datakonsulent")):
        indlaes.publish(1, "nothing waits")
        indlaes.discard(1)
    told = [(line.user, line.what, line.path, line.status) for line in _lines(settings)[len(before) :]]
    assert told == [
        ("dorte", "delivery", "/data/indlaes/udgiv", 400),
        ("dorte", "delivery", "/data/indlaes/kasser", 200),
    ]


def test_who_looks_at_the_log_is_in_it(settings: Settings) -> None:
    keeper, chosen = (
        User("dorte", "datakonsulent"),
        "?hvad=/sagstal&svar=afvist&fra_dag=2026-01-31&bruger=anna",
    )
    [line] = seen(settings, keeper, UPDATE, cards("log", chosen))
    # Whose lines were looked for is what a person has written.
    known = {"hvad": "/sagstal", "svar": "afvist", "fra_dag": "2026-01-31"}
    assert (line.user, line.what, line.path, line.filters) == ("dorte", "page", "/data/log", known)
    [line] = seen(settings, keeper, f"/hent/data/log.csv{chosen}")
    assert (line.what, line.path, line.status, line.filters) == ("file", "/hent/data/log.csv", 200, known)
    [line] = seen(settings, ANNA, "/hent/data/log.csv")
    assert (line.what, line.status) == ("file", 403)


def test_what_is_nobody_s_seeing_leaves_nothing(settings: Settings) -> None:
    for asked in ("/", "/_dash-layout", "/_dash-dependencies", "/health", "/assets/logo.svg", "/findes-ikke"):
        assert seen(settings, ANNA, asked) == []
    before = _lines(settings)
    client = server.test_client()
    client.environ_base[UNSEEN] = "yes"
    client.post(UPDATE, json=cards("overblik"))
    assert _lines(settings) == before


@pytest.mark.parametrize(
    "query",
    [
        {"omraade": "Hans Hansen", "soeg": "010170-1234", "010170-1234": "voksne", "team": "0101701234"},
        {"fra": "010170", "limits": "010170,12345", "vis": "hansen", "figure": "hansen", "navn": "voksne"},
    ],
)
@pytest.mark.usefixtures("settings")
def test_words_that_somebody_has_written_are_left_out(query: dict[str, str]) -> None:
    assert known_filters(query) == {}
    assert known_filters(query | {"omraade": "voksne,Hansen"})["omraade"] == "voksne"


def test_no_value_and_no_unknown_word_is_in_the_file(settings: Settings) -> None:
    seen(settings, User("t", "teamleder", teams=("Team A",)), "/hent/sagstal/sager.csv?team=Team A")
    seen(settings, ANNA, "/hent/Hans-010170-1234.csv?navn=Hansen")
    seen(settings, ANNA, UPDATE, cards("Hansen-0101701234", "?soeg=Hansen", "/Hansen"))
    [file] = (settings.data_dir / FOLDER).glob("*.jsonl")
    text = file.read_text(encoding="utf-8")
    assert "Hans" not in text
    assert "1234" not in text
    assert "CF1" not in text
    assert oct(file.stat().st_mode)[-3:] == "600"


def _write_many(settings: Settings) -> None:
    for number in range(EACH):
        write_line(settings, ANNA, "page", f"/{number}", 200, {"team": "x" * 500})


def test_processes_at_once_mix_no_lines(tmp_path: Path) -> None:
    one = read_settings({"COCKPIT_DATA_DIR": str(tmp_path)})
    context = multiprocessing.get_context("spawn")
    processes = [context.Process(target=_write_many, args=(one,)) for _ in range(AT_ONCE)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    assert len(_lines(one)) == AT_ONCE * EACH


def test_old_days_are_deleted_and_a_cut_line_is_left_out(tmp_path: Path) -> None:
    one = read_settings({"COCKPIT_DATA_DIR": str(tmp_path), "COCKPIT_AUDIT_MONTHS": "2"})
    folder = tmp_path / FOLDER
    folder.mkdir()
    today = datetime.now(UTC).date()
    old, kept = today - timedelta(days=110), today - timedelta(days=40)
    for day in (old, kept):
        (folder / f"{day}.jsonl").write_text('{"at": "', encoding="utf-8")
    write_line(one, ANNA, "page", "/", 200, {})
    assert days_written(one) == (today, kept)
    assert [line.user for line in _lines(one)] == ["anna"]


def test_a_full_disk_stops_nobody(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / FOLDER).write_text("", encoding="utf-8")
    write_line(read_settings({"COCKPIT_DATA_DIR": str(tmp_path)}), ANNA, "page", "/", 200, {})
    assert "audit line lost" in caplog.text
