"""`cockpit report`: fact sheets and review packs as files, also for a job that runs by itself."""

import os
import re
from argparse import Namespace
from collections.abc import Callable, Mapping
from pathlib import Path

from cockpit.reports import pdf_of, powerpoint_of, review_pdf_of
from cockpit.review_pack import TEAM_LEADER, review_pack
from cockpit.settings import Settings
from cockpit.sheets.filling import filled_set
from cockpit.sheets.keeping import kept_sets
from cockpit.sheets.model import FilledSet, SheetSet
from cockpit.sheets.ready import ready_sets
from cockpit.warehouse import served
from cockpit.warehouse.versions import sync_folder
from cockpit.wording import PlainError, listed, safe_quote

KINDS = (".pptx", ".pdf")


def reported(asked: Namespace, settings: Settings) -> str:
    """Write what is asked for; returns what is told of it. PlainError for wrong use."""
    chosen = [bool(asked.set), bool(asked.team), asked.all]
    if sum(chosen) > 1:
        raise PlainError("Vælg enten PLANCHER, --team eller --all. Se cockpit report --help.")
    if not any(chosen):
        return "\n".join(set_names(settings))
    if asked.out is None:
        raise PlainError("Forkert brug af cockpit report: --out mangler. Se cockpit report --help.")
    if asked.all:
        files = write_all(settings, asked.out, asked.paper, asked.template)
        return "\n".join(f"Skrevet: {file}" for file in files)
    if asked.team:
        write_review(asked.team, asked.out)
    else:
        write_set(settings, str(asked.set), asked.out, asked.paper, asked.template)
    return f"Skrevet: {asked.out}"


def set_names(settings: Settings) -> list[str]:
    """Of every set, the ready ones first; a ready one gives way to one's own of the same name."""
    return [one.name for one in _sets(settings)]


def write_set(settings: Settings, name: str, file: Path, paper: str, template: Path | None) -> None:
    """The set of that name, or id, as the file's ending says. PlainError names the sets there are."""
    found = next((one for one in _sets(settings) if name in (one.id, one.name)), None)
    if found is None:
        there_are = listed([safe_quote(one) for one in set_names(settings)], "eller")
        raise PlainError(f"Der er ingen plancher, der hedder {safe_quote(name)}. Vælg blandt: {there_are}.")
    if file.suffix.lower() not in KINDS:
        raise PlainError(f"Filen skal ende på {listed(list(KINDS), 'eller')}: {file.name}")
    _write(file, _made(settings, paper, template)[file.suffix.lower()](filled_set(found)))


def write_all(settings: Settings, folder: Path, paper: str, template: Path | None) -> list[Path]:
    """Every set that has sheets, as PowerPoint and as PDF; the ready ones where there is none."""
    as_of, made = served().version.as_of, _made(settings, paper, template)
    sets = [one for one in kept_sets(settings.data_dir) if one.sheets] or ready_sets()
    files: list[Path] = []
    for one in sets:
        filled = filled_set(one)
        for kind in KINDS:
            files.append(_unused(folder, f"{file_name(one.name)} {as_of.isoformat()}", kind, files))
            _write(files[-1], made[kind](filled))
    return files


def _unused(folder: Path, name: str, kind: str, used: list[Path]) -> Path:
    """Two names may be the same once they are without what a file's name cannot have."""
    taken = {file.name.casefold() for file in used}
    names = (f"{name}{number}{kind}" for number in ("", *(f" ({at})" for at in range(2, len(used) + 3))))
    return folder / next(one for one in names if one.casefold() not in taken)


def write_review(team: str, file: Path) -> None:
    """The team's review pack; who runs commands on the server can read the database anyway."""
    if file.suffix.lower() != ".pdf":
        raise PlainError(f"Filen skal ende på .pdf: {file.name}")
    _write(file, review_pdf_of(review_pack(team, role=TEAM_LEADER)))


def own_template(settings: Settings) -> Path | None:
    """The municipality's own, where it has laid one among its lists."""
    own = settings.reference_dir / "planche.pptx"
    return own if own.is_file() else None


def file_name(name: str) -> str:
    """Without what a file's name cannot have on any system."""
    return " ".join(re.sub(r'[\\/:*?"<>|]', " ", name).split()).strip(".") or "plancher"


def _sets(settings: Settings) -> tuple[SheetSet, ...]:
    own = kept_sets(settings.data_dir)
    names = {one.name.casefold() for one in own}
    return (*(one for one in ready_sets() if one.name.casefold() not in names), *own)


def _made(
    settings: Settings, paper: str, template: Path | None
) -> Mapping[str, Callable[[FilledSet], bytes]]:
    used = template or own_template(settings)
    return {
        ".pptx": lambda filled: powerpoint_of(filled, used),
        ".pdf": lambda filled: pdf_of(filled, paper),
    }


def _write(file: Path, content: bytes) -> None:
    """Whole or not at all: a job that mails the folder never takes half a file."""
    fresh = file.with_name(f".{file.name}.new")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with fresh.open("wb") as opened:
            opened.write(content)
            opened.flush()
            os.fsync(opened.fileno())
        fresh.replace(file)
        sync_folder(file.parent)
    except OSError:
        raise PlainError(f"{file} kan ikke skrives. Vælg en anden mappe, eller giv adgang til den.") from None
