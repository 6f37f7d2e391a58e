"""`cockpit report`: fact sheets and review packs as files, also for a job that runs by itself."""

import os
import re
import secrets
from argparse import Namespace
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from cockpit.reports import pdf_of, powerpoint_of, review_pdf_of
from cockpit.review_pack import TEAM_LEADER, review_pack
from cockpit.settings import Settings
from cockpit.sheets.filling import filled_set
from cockpit.sheets.keeping import kept_sets
from cockpit.sheets.model import FilledSet, SheetSet
from cockpit.sheets.ready import ready_sets
from cockpit.warehouse import served
from cockpit.warehouse.backup import NO_ROOM
from cockpit.wording import PlainError, listed, safe_quote

KINDS = (".pptx", ".pdf")
Made = Mapping[str, Callable[[FilledSet], bytes]]


@dataclass(frozen=True)
class HandedOut:
    """`lines` tell what was written, `problem` why one's own sets are not among it, where they are not."""

    lines: tuple[str, ...]
    problem: str = ""


def reported(asked: Namespace, settings: Settings) -> HandedOut:
    """Write what is asked for, all of it from one version. PlainError for wrong use."""
    with served().held():
        return _reported(asked, settings)


def _reported(asked: Namespace, settings: Settings) -> HandedOut:
    # An empty name is a job's variable that was never set: nothing written must not be told as done.
    chosen = [asked.set is not None, asked.team is not None, asked.all]
    if sum(chosen) > 1 or (asked.out is not None and not any(chosen)):
        raise PlainError("Vælg enten PLANCHER, --team eller --all. Se cockpit report --help.")
    if not any(chosen):
        sets, problem = _sets(settings)
        return HandedOut(tuple(one.name for one in sets), problem)
    if asked.out is None:
        raise PlainError("Forkert brug af cockpit report: --out mangler. Se cockpit report --help.")
    if asked.template is not None and not asked.all and asked.out.suffix.lower() == ".pdf":
        raise PlainError("--template er kun til PowerPoint. Skriv en .pptx, eller udelad --template.")
    if asked.team is not None:
        return write_review(asked.team, asked.out)
    made = _made(settings, asked.paper, asked.template)
    return (
        write_all(settings, asked.out, made) if asked.all else write_set(settings, asked.set, asked.out, made)
    )


def write_set(settings: Settings, name: str, file: Path, made: Made) -> HandedOut:
    """The set of that name, or id, as the file's ending says. PlainError names the sets there are."""
    if file.suffix.lower() not in KINDS:
        raise PlainError(f"Filen skal ende på {listed(list(KINDS), 'eller')}: {file.name}")
    sets, problem = _sets(settings)
    found = next((one for one in sets if name in (one.id, one.name)), None)
    if found is None:
        there_are = listed([safe_quote(one.name) for one in sets], "eller")
        told = f"Der er ingen plancher, der hedder {safe_quote(name)}. Vælg blandt: {there_are}."
        raise PlainError(problem, exit_status=1) if problem else PlainError(told)
    _write(file, made[file.suffix.lower()](filled_set(found)))
    return HandedOut((_written(file),), problem)


def write_all(settings: Settings, folder: Path, made: Made) -> HandedOut:
    """Every set of one's own that has sheets, as PowerPoint and PDF; the ready ones where there is none."""
    own, problem = _own_sets(settings)
    files: list[Path] = []
    for one in [kept for kept in own if kept.sheets] or ready_sets():
        filled = filled_set(one)
        for kind in KINDS:
            name = f"{file_name(one.name)} {served().version.as_of.isoformat()}"
            files.append(_unused(folder, name, kind, files))
            _write(files[-1], made[kind](filled))
    return HandedOut(tuple(map(_written, files)), problem)


def _unused(folder: Path, name: str, kind: str, used: list[Path]) -> Path:
    """Two names may be the same once they are without what a file's name cannot have."""
    taken = {file.name.casefold() for file in used}
    names = (f"{name}{number}{kind}" for number in ("", *(f" ({at})" for at in range(2, len(used) + 3))))
    return folder / next(one for one in names if one.casefold() not in taken)


def write_review(team: str, file: Path) -> HandedOut:
    """The team's review pack; who runs commands on the server can read the database anyway."""
    if file.suffix.lower() != ".pdf":
        raise PlainError(f"Filen skal ende på .pdf: {file.name}")
    _write(file, review_pdf_of(review_pack(team, role=TEAM_LEADER)))
    return HandedOut((_written(file),))


def own_template(settings: Settings) -> Path | None:
    """The municipality's own, where it has laid one among its lists."""
    own = settings.reference_dir / "planche.pptx"
    return own if own.is_file() else None


def file_name(name: str) -> str:
    """Without what a file's name cannot have on any system."""
    return " ".join(re.sub(r'[\\/:*?"<>|]', " ", name).split()).strip(".") or "plancher"


def _sets(settings: Settings) -> tuple[tuple[SheetSet, ...], str]:
    """The ready ones first, of which one gives way to one's own of the same name; and as `_own_sets`."""
    own, problem = _own_sets(settings)
    names = {one.name.casefold() for one in own}
    return (*(one for one in ready_sets() if one.name.casefold() not in names), *own), problem


def _own_sets(settings: Settings) -> tuple[tuple[SheetSet, ...], str]:
    """And why they cannot be read, where they cannot: the ready ones are handed out all the same."""
    try:
        return kept_sets(settings.data_dir), ""
    except PlainError as problem:
        return (), str(problem)


def _made(settings: Settings, paper: str, template: Path | None) -> Made:
    used = template or own_template(settings)
    return {
        ".pptx": lambda filled: powerpoint_of(filled, used),
        ".pdf": lambda filled: pdf_of(filled, paper),
    }


def _written(file: Path) -> str:
    return f"Skrevet: {file}"


def _write(file: Path, content: bytes) -> None:
    """Whole or not at all: a job that mails the folder never takes half a file."""
    # A name of its own: of two jobs at once neither may send what the other is writing.
    fresh = file.with_name(f".{file.name}.{secrets.token_hex(4)}.new")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        try:
            with fresh.open("wb") as opened:
                opened.write(content)
                opened.flush()
                os.fsync(opened.fileno())
            fresh.replace(file)
        finally:
            fresh.unlink(missing_ok=True)
    except OSError as error:
        if error.errno in NO_ROOM:
            raise PlainError(
                f"{file} kan ikke skrives: disken er fuld. Gør plads, og prøv igen.", 1
            ) from None
        raise PlainError(f"{file} kan ikke skrives. Vælg en anden mappe, eller giv adgang til den.") from None
