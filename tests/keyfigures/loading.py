"""A delivery loaded the real way (files, intake, version, SQL), and beside it the plain rows."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any, Protocol

from cockpit import keyfigures
from cockpit.intake import load
from cockpit.settings import EVERYONE, PROJECT, Settings
from cockpit.warehouse import Warehouse
from tests.keyfigures import deliveries, plain
from tests.keyfigures.plain_rows import Delivery, read_delivery

MUNICIPALITY = "330"
REFERENCE = PROJECT / "data" / "reference"

NO_FILES: Mapping[str, str] = MappingProxyType({})

Rows = list[dict[str, Any]]


def words(line: str) -> tuple[str, dict[str, str]]:
    """`cost from_year=2023 by=section`, as on the command line, into figure and parameters."""
    figure, *pairs = re.split(r" (?=\w+=)", line)
    return figure, dict(pair.split("=", 1) for pair in pairs)


@dataclass(frozen=True)
class Loaded:
    """One delivery, loaded and ready to be asked."""

    warehouse: Warehouse
    delivery: Delivery | None  # None where rows were rejected

    def run(self, line: str) -> Rows:
        """The rows that the SQL gives."""
        return self.result(line).rows

    def result(self, line: str, role: str | None = "teamleder") -> keyfigures.Result:
        """A team leader may see the caseworkers by name; all else is the same for a manager."""
        figure, given = words(line)
        return keyfigures.run(figure, given, role=role, warehouse=self.warehouse)

    def plain(self, line: str) -> Rows:
        """The rows that plain Python gives."""
        figure, given = words(line)
        assert self.delivery is not None
        return plain.answer(figure, self.delivery, given)


class Loader(Protocol):
    """Loads a delivery, given as a folder or as tables, into a data folder of its own.

    `reference` is the municipality's own reference files, name and text. A delivery that the tests mean to be
    sound fails here when a row is rejected: else the plain computation would count other rows than the SQL.
    """

    def __call__(
        self,
        source: deliveries.Tables | Path,
        as_of: date,
        *,
        reference: Mapping[str, str] = NO_FILES,
        allow_rejected: bool = False,
        comparison_group: str = EVERYONE,
    ) -> Loaded: ...


def load_delivery(
    source: deliveries.Tables | Path,
    as_of: date,
    folder: Path,
    reference: Mapping[str, str],
    allow_rejected: bool,
    comparison_group: str = EVERYONE,
) -> Loaded:
    """Load into a data folder with a key of its own, both under `folder`; see Loader."""
    files = source if isinstance(source, Path) else deliveries.write(source, folder / "delivery")
    for name, text in reference.items():
        (folder / "reference").mkdir(exist_ok=True)
        (folder / "reference" / name).write_text(text, encoding="utf-8")
    settings = Settings(
        data_dir=folder / "data",
        municipality=MUNICIPALITY,
        key_file=folder / "pseudonym.key",
        reference_dir=folder / "reference",
        comparison_group=comparison_group,
    )
    report = load(files, as_of, settings, progress=lambda _: None)
    assert report.refusals == (), report.lines()
    if allow_rejected:
        return Loaded(Warehouse(settings), None)
    assert not report.rejected, report.lines()
    references = (REFERENCE, settings.reference_dir)
    return Loaded(Warehouse(settings), read_delivery(files, references, MUNICIPALITY, as_of))
