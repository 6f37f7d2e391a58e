"""A cockpit with one version in use, made anew for each try, and what must hold after a fault."""

import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

from cockpit import keyfigures
from cockpit.intake import LoadReport, load
from cockpit.settings import Settings
from cockpit.warehouse import Warehouse
from cockpit.wording import PlainError
from tests.faults.deliveries import NEW, OLD, cpr, delivery
from tests.intake.deliveries import settings_in, write

AS_OF = date(2026, 10, 31)
ASKED = (
    ("stock_flow", {"period": "year", "from": "2023-01-01", "to": "2026-10-31"}),
    ("cost", {"from_year": "2023", "to_year": "2026", "by": "section"}),
    ("caseload", {"by": "caseworker", "on": "2024-12-31"}),
)
CPR = tuple(form for n in range(NEW) for form in (cpr(n), cpr(n).replace("-", "")))

Answers = tuple[tuple[dict[str, Any], ...], ...]


@dataclass(frozen=True)
class Workshop:
    """Where rooms are made: `old` and `new` are the answers of the two deliveries, `folder` the new one."""

    home: Path
    settings: Settings
    folder: Path
    old: Answers
    new: Answers

    def room(self) -> Settings:
        """The settings of a cockpit where the old delivery is in use; the room before it is gone.

        Never at the same path: DuckDB would go on with the file that was there.
        """
        for left in self.home.glob("room-*"):
            shutil.rmtree(left)
        home = Path(tempfile.mkdtemp(prefix="room-", dir=self.home))
        shutil.copytree(self.settings.data_dir, home / "data")
        return replace(self.settings, data_dir=home / "data")


Fault = Callable[[int, Workshop, Random], list[str]]  # tries → what did not hold, a sentence each


def open_workshop(home: Path) -> Workshop:
    _, new = _loaded(home, "new", NEW)
    settings, old = _loaded(home, "old", OLD)
    assert all(one != other for one, other in zip(new, old, strict=True))
    return Workshop(home, settings, home / "new", old, new)


def _loaded(home: Path, name: str, citizens: int) -> tuple[Settings, Answers]:
    settings = settings_in(home / f"{name}-loaded", COCKPIT_RHYTHM_DAYS="100000")
    report = load(write(home / name, delivery(citizens)), AS_OF, settings, progress=lambda _: None)
    assert report.version, report.refusals
    assert not report.rejected
    return settings, served_answers(settings)


def served_answers(settings: Settings) -> Answers:
    """What a reader who comes now is shown."""
    warehouse = Warehouse(settings)
    return tuple(
        tuple(keyfigures.run(figure, given, role="teamleder", warehouse=warehouse).rows)
        for figure, given in ASKED
    )


def one_of_both(workshop: Workshop, settings: Settings) -> str:
    """What is wrong with the version served, if anything: it must be the old or the new, whole."""
    try:
        answers = served_answers(settings)
    except Exception as problem:
        return f"nothing is served: {problem!r}"
    return "" if answers in (workshop.old, workshop.new) else "the figures are neither the old nor the new"


def told_badly(text: str) -> str:
    """What is wrong with what people are told, if anything."""
    if "Traceback" in text or "Error:" in text:
        return f"a traceback: {text[-600:]}"
    return "a CPR number was told" if any(form in text for form in CPR) else ""


def loaded_here(folder: Path, settings: Settings, **options: Any) -> tuple[LoadReport | None, str]:
    """The report and all that was told; any exception but a plain one goes through."""
    told: list[str] = []
    try:
        report = load(folder, AS_OF, settings, progress=told.append, **options)
    except PlainError as problem:
        return None, "\n".join([*told, str(problem)])
    return report, "\n".join([*told, *report.lines()])
