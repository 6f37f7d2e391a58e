"""Whether the figures of a large version are those of the same queries where nothing was prepared.

`python -m tests.bench.unprepared` asks the version that the environment names, of every municipality at once.
"""

import tempfile
from pathlib import Path
from unittest.mock import patch

from cockpit.keyfigures import run
from cockpit.settings import read_settings
from cockpit.warehouse import Warehouse
from tests.keyfigures.unprepared import QUESTIONS, Unprepared, alike

EVERYONE = {"role": "all", "group": "botilbud"}
# Not divided and not along a cut, but from prepared tables all the same.
OTHERS: tuple[tuple[str, dict[str, str]], ...] = (
    ("expiring", {"days": "90", **EVERYONE}),
    ("review_due", {"months": "12", **EVERYONE}),
    ("turning_18", {"months": "12", "role": "all"}),
    *(("caseload", {"on": "2026-10-31", "by": by}) for by in ("caseworker", "team", "area")),
    ("caseload", {"on": "2025-06-30", "by": "area"}),
    ("caseload_trend", {"from": "2026-01-01", "to": "2026-10-31", "by": "area"}),
)
MEMORY = "8GB"


def main() -> None:
    settings = read_settings()
    asked = [(figure, {**given, **EVERYONE, "by": "none"}) for figure, given in QUESTIONS] + list(OTHERS)
    with tempfile.TemporaryDirectory() as folder:
        prepared = Warehouse(settings)
        fast = [run(figure, given, warehouse=prepared).rows for figure, given in asked]
        unprepared = Unprepared(settings, Path(folder) / "copy.duckdb", MEMORY)
        with patch("cockpit.keyfigures.answering.prepared_cut", lambda _values: None):
            for (figure, given), quick in zip(asked, fast, strict=True):
                assert alike(quick, run(figure, given, warehouse=unprepared).rows), (figure, given)
    print(f"{len(asked)} figures are the same from tables that were not prepared.")


if __name__ == "__main__":
    main()
