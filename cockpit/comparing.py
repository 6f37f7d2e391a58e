"""One version against another: the rows that differ and the key figures that move."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from cockpit.components.version_figures import (
    FIGURE_HEADINGS,
    FigureChange,
    earlier_changes,
    figure_changes,
)
from cockpit.intake import contracts
from cockpit.printing import print_lines
from cockpit.warehouse import (
    RowChanges,
    Version,
    Warehouse,
    current_version,
    incomparable,
    kept_version,
    row_changes,
    version_before,
)
from cockpit.wording import PlainError, date_text, number

ONLY_ONE = "Der er ingen tidligere version at sammenligne med."
ROW_HEADINGS = ("Udtræk", "Rækker før", "Rækker nu", "Nye", "Ændrede", "Væk")


@dataclass(frozen=True)
class Comparison:
    """`told` says why there is nothing to compare; else rows by extract, and the figures that move first.

    `earlier` tells of numbers that change for periods that both versions cover.
    """

    before: str
    now: str
    told: str
    rows: tuple[RowChanges, ...] = ()
    figures: tuple[FigureChange, ...] = ()
    earlier: tuple[str, ...] = ()


def compared(before: Version | None, now: Version, warehouse: Warehouse) -> Comparison:
    """What `now` would change, or has changed, where `before` is in use. No figure asks for a choice."""
    if before is None:
        return Comparison("", _name(now), ONLY_ONE)
    names = (_name(before), _name(now))
    if told := incomparable(before, now):
        return Comparison(*names, told)
    rows = row_changes(before, now, {contract.name: contract.key for contract in contracts().values()})
    readers = warehouse.opened(before), warehouse.opened(now)
    figures = figure_changes(warehouse, *readers)
    return Comparison(*names, "", rows, tuple(figures), tuple(earlier_changes(warehouse, *readers)))


def chosen(names: Sequence[str], data_dir: Path) -> tuple[Version, Version]:
    """Of no names the version before and the one in use, of one that and the one in use, of two those.

    PlainError when there are none such.
    """
    if len(names) > 2:
        raise PlainError("Forkert brug af cockpit compare: angiv højst to versioner. Se cockpit versions.")
    named = [kept_version(data_dir, name) for name in names]
    if len(named) == 2:
        return named[0], named[1]
    now = current_version(data_dir)
    before = named[0] if named else version_before(data_dir, now) if now else None
    if now is None or before is None:
        raise PlainError(ONLY_ONE)
    return before, now


def print_comparison(found: Comparison) -> None:
    print(f"Fra {found.before} til {found.now}")
    if found.told:
        print(found.told)
        return
    counts = [(one.before, one.now, one.new, one.changed, one.gone) for one in found.rows]
    lines = [
        (one.extract, *(number(count) for count in row)) for one, row in zip(found.rows, counts, strict=True)
    ]
    print()
    print_lines([ROW_HEADINGS, *lines])
    print()
    print_lines([FIGURE_HEADINGS, *((one.name, one.before, one.now, one.change) for one in found.figures)])
    if found.earlier:
        print("\nTal for tidligere perioder, der er ændret:")
        print("\n".join(found.earlier))


def _name(version: Version) -> str:
    return f"{version.id}, opgjort pr. {date_text(version.as_of)}"
