"""A made-up town as a delivery, and everything that a politician can fetch of it over HTTP."""

import csv
import hashlib
import json
import shutil
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import duckdb
from python_calamine import CalamineWorkbook

from app import server
from cockpit.access import User, asked_by
from cockpit.keyfigures import run
from cockpit.keyfigures.smallnumbers import TABLES, Table
from cockpit.keyfigures.smallnumbers.tables import asked_at
from cockpit.sheets.filling import filled, filled_set
from cockpit.sheets.model import Place, Sheet
from cockpit.sheets.ready import ready_sets
from cockpit.sheets.topics import TOPICS
from tests.keyfigures.deliveries import Tables, by_hand, danish
from tests.keyfigures.smallnumbers.attacker import Sheet as Shown
from tests.keyfigures.smallnumbers.town import FOREVER, PLACES, Stay, Town
from tests.pages.told_apart import answers

POLITICIAN = User("p", "politiker")
# What a version keeps of no citizen; all else is emptied to see whether an answer hangs on it.
OF_NOBODY = (
    "public_row", "version", "reference_", "calendar_", "extract_ledger", "extract_providers",
    "extract_benchmarks", "extract_initiatives",
)  # fmt: skip
OTHERS = "101"
BY_YEARS = ("cost", "cost_intervals")
Row = dict[str, Any]


def delivered(town: Town) -> Tables:
    """What the town's systems deliver."""
    stays = list(enumerate(town.stays, start=1))
    return by_hand(
        services="\n".join(_service(stay) for _, stay in stays),
        rates="\n".join(
            f"S{number}; {danish(stay.start)};; {stay.yearly / 365:.2f}; day; base".replace(".", ",")
            for number, stay in stays
        ),
        citizens="\n".join(f"B{citizen};{danish(born)}" for citizen, born in town.births.items()),
        caseworkers="R1; Rikke; Team A; 01-01-2019; ; 1",
        assignments="\n".join(
            f"C{number}; B{stay.citizen}; R1; {stay.area}; {danish(stay.start)}; {_end(stay)}; 1"
            for number, stay in stays
        ),
        capacity="own; 01-01-2015; ; 500",
        deadlines="\n".join(_deadline(number, *due) for number, due in enumerate(town.due)),
        ledger="\n".join(
            f"{year}-{month:02}; {account}; {kind}; {1000 * month},00; 4.0"
            for account in ("5.38.50", "5.38.52", "5.28.20", "5.38.59")
            for year in (2024, 2025)
            for month in range(1, 13)
            for kind in ("revised_budget", "actual", "forecast")
        ),
    )


def _service(stay: Stay) -> str:
    provider, payer = stay.owner.replace("uoplyst", ""), "" if stay.is_paid_by_us else OTHERS
    return f"B{stay.citizen}; {stay.section}; {danish(stay.start)}; {_end(stay)}; {provider};; {payer}"


def _end(stay: Stay) -> str:
    return "" if stay.end == FOREVER else danish(stay.end)


def _deadline(number: int, kind: str, year: int, kept: bool) -> str:
    due = date(year, 1, 15)
    done = due - timedelta(days=3) if kept else due + timedelta(days=9)
    kind = {"assessment": "child_assessment", "notification": "notification_24h"}.get(kind, kind)
    return f"F{number}; B0; {kind}; {danish(due - timedelta(days=60))}; {danish(due)}; {danish(done)}; Team A"


def everything(files: Iterable[str]) -> dict[str, str]:
    """Each page, callback, file and fact sheet, by what was asked; what else is made of figures goes here."""
    client = _client()
    fetched = {asked: client.get(asked) for asked in files}
    told = {asked: f"{one.status_code} {one.get_data(as_text=True)}" for asked, one in fetched.items()}
    return answers(POLITICIAN) | told | dict(_fact_sheets())


def _fact_sheets() -> Iterator[tuple[str, str]]:
    """All that can be chosen, with the suggested messages; every file of them is made of these."""
    places = [Place(), *(Place("area", area) for _, _, area in PLACES)]
    places += [Place("group", group) for _, group, _ in PLACES]
    for topic in TOPICS.values():
        for place in places:
            if place.kind in topic.places:
                yield f"sheet {topic.id} {place}", repr(filled(Sheet("1", topic.id, place)))
    yield "ready sheets", repr([filled_set(one) for one in ready_sets()])


def _client() -> Any:
    client = server.test_client()
    client.environ_base["cockpit.user"] = POLITICIAN
    return client


def addresses(as_of: date) -> Iterator[tuple[Table, dict[str, str]]]:
    """Every table that counts people, whole: its file, without the ending, and the parameters."""
    for table in TABLES:
        if not table.counts:
            continue
        by, fixed = {"by": table.by} if table.by else {}, dict(table.fixed)
        takes = {"from_year"} if table.figure in BY_YEARS else set[str]()
        yield from ((table, {**by, **fixed, **times}) for times in asked_at(table.times, takes, as_of))


def file_of(table: Table, given: dict[str, str], kind: str = "csv") -> str:
    return f"/hent/{table.figure}.{kind}?{urlencode(given)}"


def collected(as_of: date) -> list[Shown]:
    """What the files show, and beside it what is so."""
    client, sheets = _client(), []
    for table, given in addresses(as_of):
        with asked_by(POLITICIAN):
            shown = run(table.figure, given).rows
        true = {_keys(table, row): row for row in _true(table, given)}
        lines = _lines(client.get(file_of(table, given)).get_data(as_text=True))
        assert len(lines) == len(shown), (table.name, given)
        assert _filled_xlsx(client, table, given) == sum(bool(text) for line in lines for text in line)
        read: list[Mapping[str, Any]]
        read = [row | _counts(table, line) for row, line in zip(shown, lines, strict=True)]
        so = [true[_keys(table, row)] for row in shown]
        sheets.append(Shown(table.figure, table.by, given.get("on", ""), read, list(so)))
    return sheets


def _keys(table: Table, row: Row) -> tuple[Any, ...]:
    return tuple(row[key] for key in table.keys)


def _true(table: Table, given: dict[str, str]) -> list[Row]:
    rows = run(table.figure, given, role="leder").rows
    if not table.one_row or not rows:
        return rows
    (key,) = table.keys
    return [{key: rows[0][key]} | {name: sum(row[name] for row in rows) for name in table.counts}]


def _lines(text: str) -> list[list[str]]:
    """The rows below the headings, which stand below the first empty line."""
    read = list(csv.reader(StringIO(text), delimiter=";"))
    return read[read.index([]) + 2 :]


def _counts(table: Table, line: list[str]) -> Row:
    """The numbers stand last, whatever stands before them."""
    numbers = dict(zip(reversed(table.columns), reversed(line), strict=False))
    return {name: int(numbers[name]) if numbers[name] else None for name in table.counts}


def _filled_xlsx(client: Any, table: Table, given: dict[str, str]) -> int:
    """How many cells below the headings hold anything, in the workbook."""
    content = client.get(file_of(table, given, "xlsx")).get_data()
    rows = CalamineWorkbook.from_filelike(BytesIO(content)).get_sheet_by_name("Tal").to_python()
    return sum(cell != "" for row in rows[1:] for cell in row)


def emptied(data: Path, out: Path) -> Path:
    """The same data folder, without a single citizen's row in any version."""
    shutil.copytree(data, out)
    for path in (out / "versions").glob("v*.duckdb"):
        with duckdb.connect(str(path)) as connection:
            for (name,) in connection.execute("select table_name from duckdb_tables()").fetchall():
                if not name.startswith(OF_NOBODY):
                    connection.execute(f'delete from "{name}"')
        manifest = path.with_suffix(".json")
        told = json.loads(manifest.read_text())
        manifest.write_text(json.dumps(told | {"sha256": hashlib.sha256(path.read_bytes()).hexdigest()}))
    return out
