"""The extracts as files: `;`, UTF-8, Danish numbers and dates."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import date, datetime
from functools import cache
from pathlib import Path
from types import NoneType
from typing import Any, TextIO

from cockpit.wording import PlainError, date_text, listed

Value = str | int | float | date | None
Row = tuple[Value, ...]
Files = dict[str, TextIO]  # by extract

COLUMNS = {
    "citizens": "citizen_id birth_date sex target_group psychiatric_diagnosis died_on",
    "services": "service_id citizen_id law section provider_id start_date end_date acting_municipality"
    " paying_municipality applied_on decided_on end_reason hours_per_week support_level",
    "rates": "service_id from_date to_date amount unit kind",
    "providers": "provider_id name owner municipality provider_type",
    "capacity": "provider_id from_date to_date places",
    "case_assignments": "case_id citizen_id caseworker_id area from_date to_date weight case_type",
    "caseworkers": "caseworker_id name team from_date to_date fte",
    "population": "municipality year age persons",
    "deadlines": "deadline_id case_id citizen_id kind started_at due_at completed_at team",
    "reviews": "service_id reviewed_on kind daily_rate_before daily_rate_after",
    "ledger": "month account kind amount art",
    "price_index": "year index",
    "benchmarks": "municipality year figure value source published_on",
    "initiatives": "initiative_id title theme committee owner purpose figure status starts_on ends_on year"
    " investment expected_gain realised_gain difficulty",
}


@contextmanager
def opened(out: Path) -> Iterator[Files]:
    """Every extract's file in the folder `out`, with its headings; PlainError as `write_demo` says."""
    _prepare(out)
    with ExitStack() as open_files:
        files: Files = {}
        for name, columns in COLUMNS.items():
            path = out / f"{name}.csv"
            files[name] = open_files.enter_context(path.open("w", encoding="utf-8", newline="\n"))
            files[name].write(columns.replace(" ", ";") + "\n")
        yield files


def write_rows(file: TextIO, rows: Iterable[Row]) -> None:
    """Danish writing; the generator makes no text that would need quoting."""
    file.writelines(";".join([TEXT[type(value)](value) for value in row]) + "\n" for row in rows)


def write_planted(files: Files, faults: dict[str, dict[str, Any]]) -> None:
    """The rows of faults.toml, as they stand there."""
    for fault in faults.values():
        for name, planted in fault["rows"].items():
            write_rows(files[name], (tuple(map(row.get, COLUMNS[name].split())) for row in planted))


def _prepare(out: Path) -> None:
    if out.exists() and not out.is_dir():
        raise PlainError(f"{out} er ikke en mappe. Vælg en mappe til demodata.")
    try:
        out.mkdir(parents=True, exist_ok=True)
        own = {f"{name}.csv" for name in COLUMNS}
        foreign = sorted(path.name for path in out.iterdir() if path.name not in own and path.name[0] != ".")
    except OSError as error:
        raise PlainError(f"Mappen {out} kan ikke bruges til demodata: {error.strerror}.") from error
    if foreign:
        shown = listed(foreign[:3]) + (" med flere" if len(foreign) > 3 else "")
        raise PlainError(f"Mappen {out} rummer andet end demodata ({shown}). Vælg en tom mappe.")


# The demo knows some ten thousand days and writes them a million times, so each is turned into text once.
TEXT: dict[type, Callable[[Any], str]] = {
    str: str,
    int: str,
    float: lambda value: f"{value:g}".replace(".", ","),
    date: cache(date_text),
    datetime: lambda moment: f"{moment:%d-%m-%Y %H:%M}",
    NoneType: lambda _: "",
}
