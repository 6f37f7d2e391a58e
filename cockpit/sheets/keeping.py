"""The sets of fact sheets that a municipality keeps, in one file beside the versions; they are everyone's."""

import hashlib
import secrets
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, replace
from datetime import date
from pathlib import Path
from typing import Any

from cockpit.kept_file import KeptFile
from cockpit.sheets.model import Number, Place, Sheet, SheetSet
from cockpit.wording import PlainError, may_be_cpr, safe_quote

LONGEST_NAME, LONGEST_TITLE, LONGEST_TEXT = 60, 400, 1000
MOST_SETS, MOST_SHEETS = 40, 30
GONE = "Plancherne findes ikke mere. En anden har måske slettet dem."
SHEET_GONE = "Planchen findes ikke mere. En anden har måske fjernet den."
OVERTAKEN = (
    "En anden har ændret planchen imens. Billedet viser den, som den er nu. "
    "Gør det igen, hvis din ændring skal gælde i stedet."
)
Sets = tuple[SheetSet, ...]
Sheets = tuple[Sheet, ...]


def _read(content: Any) -> Sets:
    return tuple(_set(one) for one in content["sets"])


def _set(one: Mapping[str, Any]) -> SheetSet:
    sheets = tuple(_sheet(sheet) for sheet in one["sheets"])
    return SheetSet(str(one["id"]), str(one["name"]), Place(**one["place"]), sheets)


def _sheet(one: Mapping[str, Any]) -> Sheet:
    return Sheet(**{**one, "place": Place(**one["place"]), "numbers": tuple(one["numbers"])})


KEPT = KeptFile[Sets](
    name="theme-meetings.json",
    plural="Plancherne",
    one="Plancherne",
    read=_read,
    written=lambda sets: {"sets": [asdict(one) for one in sets]},
    nothing=(),
)


def kept_sets(data_dir: Path) -> Sets:
    """In the order they were made; PlainError where the file is damaged."""
    return KEPT.content(data_dir)


def kept_set(data_dir: Path, set_id: str) -> SheetSet:
    """PlainError where it has been deleted."""
    return _known(kept_sets(data_dir), set_id)


def make_set(data_dir: Path, name: str, place: Place, sheets: Sequence[Sheet] = ()) -> SheetSet:
    """PlainError where the name cannot be used, or there are too many."""
    fresh = SheetSet(_new_id(), usable_name(name), place, tuple(replace(one, id=_new_id()) for one in sheets))

    def added(sets: Sets) -> Sets:
        if len(sets) >= MOST_SETS:
            raise PlainError(f"Der er allerede {MOST_SETS} sæt plancher. Slet et, før et nyt laves.")
        _check_alone(fresh, sets)
        return (*sets, fresh)

    KEPT.change(data_dir, added)
    return fresh


def copy_set(data_dir: Path, of: SheetSet) -> SheetSet:
    """A kept set with the same sheets, by the same name or the next that is free: `Voksne i botilbud 2`."""
    taken = {one.name.casefold() for one in kept_sets(data_dir)}
    names = (of.name, *(f"{of.name} {number}" for number in range(2, MOST_SETS + 2)))
    free = next(name for name in names if name.casefold() not in taken)
    return make_set(data_dir, free, of.place, of.sheets)


def rename_set(data_dir: Path, set_id: str, name: str) -> None:
    usable = usable_name(name)

    def renamed(sets: Sets) -> Sets:
        fresh = replace(_known(sets, set_id), name=usable)
        _check_alone(fresh, sets)
        return tuple(fresh if one.id == set_id else one for one in sets)

    KEPT.change(data_dir, renamed)


def delete_set(data_dir: Path, set_id: str) -> None:
    KEPT.change(data_dir, lambda sets: tuple(one for one in sets if one is not _known(sets, set_id)))


def add_sheet(data_dir: Path, set_id: str, topic: str, place: Place) -> Sheet:
    """At the end; PlainError where there are too many."""
    fresh = Sheet(_new_id(), topic, place)

    def added(sheets: Sheets) -> Sheets:
        if len(sheets) >= MOST_SHEETS:
            raise PlainError(f"Et sæt kan højst have {MOST_SHEETS} plancher. Lav et nyt sæt til resten.")
        return (*sheets, fresh)

    _change_sheets(data_dir, set_id, added)
    return fresh


def mark_of(sheet: Sheet) -> str:
    """Another one as soon as the sheet says something else."""
    said = repr((sheet.title, sheet.challenges, sheet.tendencies, tuple(sheet.numbers)))
    return hashlib.sha256(said.encode()).hexdigest()[:16]


def remove_sheet(data_dir: Path, set_id: str, sheet_id: str, mark: str) -> None:
    """PlainError where it says something else than when it had that mark."""

    def without(sheets: Sheets) -> Sheets:
        _check_seen(sheets, sheet_id, mark)
        return tuple(one for one in sheets if one.id != sheet_id)

    _change_sheets(data_dir, set_id, without)


def move_sheet(data_dir: Path, set_id: str, sheet_id: str, order: Sequence[str]) -> int:
    """Its new number. It alone is moved: `order` says after which others, so what others move stands too.

    PlainError where it has been removed.
    """

    def moved(sheets: Sheets) -> Sheets:
        sheet = _known_sheet(sheets, sheet_id)
        others = [one for one in sheets if one is not sheet]
        ids, before = [one.id for one in others], order[: order.index(sheet_id)]
        nearest = next((one for one in reversed(before) if one in ids), None)
        others.insert(ids.index(nearest) + 1 if nearest else 0, sheet)
        return tuple(others)

    after = _change_sheets(data_dir, set_id, moved)
    return [one.id for one in after].index(sheet_id) + 1


def write_sheet(
    data_dir: Path,
    set_id: str,
    sheet_id: str,
    *,
    title: str,
    challenges: str,
    tendencies: str,
    numbers: Sequence[str],
    now: Mapping[str, Number],
    as_of: date,
    mark: str,
) -> None:
    """Keep the texts, with what the numbers are `now`; an empty title is the suggested one.

    PlainError where the sheet has been removed, or says something else than when it had that mark.
    """
    title = _usable("Budskabet", " ".join(title.split()), LONGEST_TITLE)
    challenges = _usable("Udfordringer", challenges.strip(), LONGEST_TEXT)
    tendencies = _usable("Tendenser", tendencies.strip(), LONGEST_TEXT)

    def fresh(sheet: Sheet) -> Sheet:
        texts = replace(sheet, title=title, challenges=challenges, tendencies=tendencies)
        return as_written(replace(texts, numbers=tuple(numbers)), now, as_of)

    def written(sheets: Sheets) -> Sheets:
        _known_sheet(sheets, sheet_id)
        _check_seen(sheets, sheet_id, mark)
        return tuple(fresh(one) if one.id == sheet_id else one for one in sheets)

    _change_sheets(data_dir, set_id, written)


def as_written(sheet: Sheet, now: Mapping[str, Number], as_of: date) -> Sheet:
    """With what each number is `now`, and is called: what moves later, or is gone, is then told."""
    return replace(
        sheet,
        written={key: found.value for key, found in now.items()},
        names={key: found.name for key, found in now.items()},
        written_on=as_of.isoformat(),
    )


def _change_sheets(data_dir: Path, set_id: str, change: Callable[[Sheets], Sheets]) -> Sheets:
    """The sheets as they are then."""
    after: list[Sheets] = []

    def changed(sets: Sets) -> Sets:
        known = _known(sets, set_id)
        after.append(change(known.sheets))
        return tuple(replace(known, sheets=after[-1]) if one is known else one for one in sets)

    KEPT.change(data_dir, changed)
    return after[-1]


def _known_sheet(sheets: Sheets, sheet_id: str) -> Sheet:
    known = next((one for one in sheets if one.id == sheet_id), None)
    if known is None:
        raise PlainError(SHEET_GONE)
    return known


def _check_seen(sheets: Sheets, sheet_id: str, mark: str) -> None:
    """What another has written is not lost unsaid."""
    if any(one.id == sheet_id and mark_of(one) != mark for one in sheets):
        raise PlainError(OVERTAKEN)


def usable_name(name: str) -> str:
    usable = _usable("Navnet", " ".join(name.split()), LONGEST_NAME)
    if not usable:
        raise PlainError("Skriv et navn til plancherne.")
    return usable


def _usable(called: str, text: str, longest: int) -> str:
    """Without unseen signs; PlainError where it is too long, or holds what may be a CPR number."""
    usable = "".join(letter for letter in text if letter.isprintable() or letter == "\n")
    if len(usable) > longest:
        raise PlainError(f"{called} er for langt. Det kan højst være på {longest} tegn.")
    if may_be_cpr(usable):
        raise PlainError(f"{called} ligner et CPR-nummer. Skriv det uden personnumre.")
    return usable


def _check_alone(fresh: SheetSet, sets: Sets) -> None:
    if any(one.name.casefold() == fresh.name.casefold() for one in sets if one.id != fresh.id):
        raise PlainError(
            f"Der er allerede et sæt plancher, der hedder {safe_quote(fresh.name)}. Giv det et andet navn."
        )


def _known(sets: Sets, set_id: str) -> SheetSet:
    known = next((one for one in sets if one.id == set_id), None)
    if known is None:
        raise PlainError(GONE)
    return known


def _new_id() -> str:
    return secrets.token_hex(8)
