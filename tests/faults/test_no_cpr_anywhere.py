"""CPR numbers, planted wherever a delivery has room for them, are found nowhere afterwards."""

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import ZipFile

import openpyxl
import pytest

from cockpit.keyfigures import catalogue
from cockpit.pages import PAGES
from cockpit.settings import Settings
from cockpit.warehouse import Warehouse
from tests.cli.commands import cockpit
from tests.faults.deliveries import NEW, cpr, delivery
from tests.faults.room import CPR
from tests.intake.deliveries import GOOD, settings_in, write
from tests.serving import served

if TYPE_CHECKING:
    from playwright.sync_api import Page, Response

FORMS = [form.encode() for form in CPR] + [form.encode("utf-16-le") for form in CPR]
LOOK_EVERY = 0.02  # seconds between looks at what lies on the disk while a delivery is loaded


def found_in(content: bytes) -> bool:
    return any(form in content for form in FORMS)


def in_files(folder: Path) -> list[str]:
    """Names of files below `folder` that hold a number; one that is gone meanwhile holds none."""
    names = []
    for path in folder.rglob("*"):
        try:
            if path.is_file() and (found_in(path.read_bytes()) or found_in(path.name.encode())):
                names.append(path.name)
        except OSError:
            continue
    return names


@contextmanager
def watched(*folders: Path) -> Iterator[list[str]]:
    """The files in which a number was seen at any moment of the block."""
    seen: list[str] = []
    stop = threading.Event()

    def look() -> None:
        while not stop.wait(LOOK_EVERY):
            seen.extend(name for folder in folders for name in in_files(folder))

    thread = threading.Thread(target=look)
    thread.start()
    try:
        yield seen
    finally:
        stop.set()
        thread.join()


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("planted")


@pytest.fixture(scope="module")
def settings(home: Path) -> Settings:
    return settings_in(home, COCKPIT_RHYTHM_DAYS="100000")


@pytest.fixture(scope="module")
def told(home: Path, settings: Settings) -> str:
    """Everything that was said while sound, spoilt and refused deliveries were checked and loaded."""
    passing = home / "passing"
    passing.mkdir()
    with pytest.MonkeyPatch.context() as patched, watched(passing, settings.data_dir) as seen:
        patched.setitem(os.environ, "TMPDIR", str(passing))
        answers = [
            cockpit(settings, command, str(folder), *options)
            for folder in deliveries(home)
            for command, *options in (("check",), ("load", "--as-of", "2026-10-31"))
        ]
    assert not seen
    assert [answer.status for answer in answers] == [0, 0, 0, 0, 1, 1]
    return "".join(answer.out + answer.told for answer in answers)


def deliveries(home: Path) -> list[Path]:
    """A sound one, one with numbers in every text, and one refused for those in names and headings."""
    texts = GOOD | delivery(NEW)
    texts |= {name: texts[name].replace("B3", cpr(3)) for name in ("deadlines",)}
    sound = write(home / "sound", {name: text for name, text in texts.items() if name != "citizens"})
    as_workbook(texts["citizens"], sound / "citizens.xlsx")
    planted = {name: text + planted_rows(text) for name, text in texts.items()}
    headed = {name: text.replace("\n", f";{cpr(7)}\n", 1) for name, text in texts.items()}
    folder = write(home / f"refused {cpr(8)}", headed | {f"rates_{cpr(9)}.csv": "service_id;amount\n"})
    return [sound, write(home / "planted", planted), folder]


def planted_rows(text: str) -> str:
    """For each column two rows that hold a number there, under keys that no other row has."""
    first = text.splitlines()[1].split(";")
    rows = []
    for place in range(len(first)):
        for mark, planted in (("a", f"se {cpr(place)}"), ("b", cpr(place).replace("-", ""))):
            row = [f"{first[0]}{mark}{place}", *first[1:]]
            row[place] = planted
            rows.append(";".join(row) + "\n")
    return "".join(rows)


def as_workbook(text: str, path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for line in text.splitlines():
        sheet.append(line.split(";"))
    book.save(path)


def test_not_in_what_is_said(told: str) -> None:
    assert "CPR-nummer" in told
    assert not found_in(told.encode())


def test_not_in_what_is_kept(told: str, home: Path, settings: Settings) -> None:
    assert in_files(home / "passing") == in_files(settings.data_dir) == in_files(home / "key") == []
    assert {"versions", "rejects", "refused", "log"} <= {path.name for path in settings.data_dir.iterdir()}


def test_not_in_the_database(told: str, settings: Settings) -> None:
    """Value by value: the file itself is compressed."""
    reader = Warehouse(settings).reader()
    columns = reader.rows("select table_name, column_name from information_schema.columns")
    values = [
        str(row["value"])
        for table, column in (column.values() for column in columns)
        for row in reader.rows(f'select distinct cast("{column}" as varchar) as value from "{table}"')
    ]
    assert len(values) > 1000
    assert not [value for value in values if found_in(value.encode())]


def test_not_in_what_is_served(told: str, settings: Settings, page: "Page") -> None:
    """Every page with every answer it asks for, every export, and the server's own lines."""
    bodies: list[bytes] = []

    def keep(response: "Response") -> None:
        bodies.append(response.url.encode())
        if response.ok and "/assets/" not in response.url and "component-suites" not in response.url:
            bodies.append(response.body())

    page.on("response", keep)
    with served(settings) as url:
        for one in PAGES:
            page.goto(url + one.path)
            page.wait_for_load_state("networkidle")
        for figure in catalogue():
            bodies += parts(page.request.get(f"{url}/hent/{figure}.xlsx").body())
        bodies.append(page.request.get(f"{url}/health").body())
    assert len(bodies) > 100
    assert not [body[:80] for body in bodies if found_in(body)]
    assert in_files(settings.data_dir) == []


def parts(workbook: bytes) -> list[bytes]:
    if not workbook.startswith(b"PK"):
        return [workbook]
    with ZipFile(BytesIO(workbook)) as archive:
        return [archive.read(name) for name in archive.namelist()]


def test_the_search_can_find(tmp_path: Path) -> None:
    (tmp_path / "file").write_text(f"x{cpr(3)}", encoding="utf-8")
    assert in_files(tmp_path) == ["file"]
