"""One version against another: the rows that differ and the key figures that move."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from cockpit.components.version_figures import FigureChange, earlier_changes, figure_changes
from cockpit.intake import contracts
from cockpit.printing import print_lines
from cockpit.warehouse import (
    RowChanges,
    Version,
    Warehouse,
    current_version,
    incomparable,
    list_versions,
    row_changes,
    version_before,
)
from cockpit.wording import PlainError, date_text, listed, number, safe_quote

ONLY_ONE = "Der er ingen tidligere version at sammenligne med."
ROW_HEADINGS = ("Udtræk", "Rækker før", "Rækker nu", "Nye", "Ændrede", "Væk")
FIGURE_HEADINGS = ("Nøgletal", "Før", "Nu", "Ændring")


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
    kept = {version.id: version for version in list_versions(data_dir)}
    if unknown := [name for name in names if name not in kept]:
        there_are = f"Vælg blandt {listed(list(kept), 'eller')}." if kept else "Der er ingen versioner."
        raise PlainError(f"Versionen {safe_quote(unknown[0])} findes ikke. {there_are}")
    if len(names) == 2:
        return kept[names[0]], kept[names[1]]
    now = current_version(data_dir)
    before = kept[names[0]] if names else version_before(data_dir, now) if now else None
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
