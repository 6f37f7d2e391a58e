"""A proposal for a profile from the headings of some files; nothing but headings is ever written."""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from glob import escape
from pathlib import Path

from cockpit.intake.contract import contracts
from cockpit.intake.delivery import READ_TYPES, DeliveredFile, shown_name
from cockpit.intake.likeness import Guess, guesses, likely_extract
from cockpit.intake.opening import open_source
from cockpit.intake.profile import plain_name
from cockpit.intake.source import UnreadableError
from cockpit.wording import PlainError, listed

HEAD = """\
# Forslag til en profil. Gør hver TODO færdig, og slet den; se data/sources/README.md.
# Gem den som systemets navn med .toml i mappen sources blandt kommunens egne lister (COCKPIT_REFERENCE_DIR).
title = "" # TODO: systemets navn
decimal = "," # TODO: "." hvis filerne skriver 18500.00
"""
NO_EXTRACT = "# {name}: ligner intet udtræk. Er første linje overskrifter? Den kan stadig læses under joins."
TAKEN = (
    "# {name}: ligner {extract}, som står ovenfor. Skal filerne læses sammen, så giv dem ét navn under files."
)


@dataclass
class Kind:
    """Files with one name but for the date; `headings` of all of them, each once."""

    name: str
    headings: list[str] = field(default_factory=list)
    extract: str | None = None
    found: dict[str, Guess] = field(default_factory=dict)


def propose_profile(paths: Sequence[Path]) -> str:
    """The text of a profile; PlainError where a file cannot be read."""
    kinds = _kinds(paths)
    for kind in kinds:
        kind.extract = likely_extract(kind.name, kind.headings)
        kind.found = guesses(kind.extract, kind.headings) if kind.extract else {}
    lines = [HEAD, "[files]"]
    lines += [f"{_quoted(kind.name)} = {_patterns(kind.name)}" for kind in kinds]
    taken: set[str] = set()
    for kind in kinds:
        lines.append("")
        if kind.extract is None:
            lines.append(NO_EXTRACT.format(name=kind.name))
        elif kind.extract in taken:
            lines.append(TAKEN.format(name=kind.name, extract=kind.extract))
        else:
            taken.add(kind.extract)
            lines += _feed(kind, kind.extract, kinds)
    return "\n".join([*lines, ""])


def _kinds(paths: Sequence[Path]) -> list[Kind]:
    kinds: dict[str, Kind] = {}
    for position, path in enumerate(paths, 1):
        name = shown_name(re.sub(r"[\W_]*\d[\d\W_]*$", "", path.stem), "") or f"Fil {position}"
        kind = kinds.setdefault(name, Kind(name))
        known = {plain_name(heading) for heading in kind.headings}
        kind.headings += [text for text in _headings(path, position) if plain_name(text) not in known]
    return list(kinds.values())


def _headings(path: Path, position: int) -> list[str]:
    """The headings that may be shown; one that begins with a digit is a value of a file without headings."""
    file = DeliveredFile(path, shown_name(path.name, f"fil nr. {position}"))
    if file.kind not in READ_TYPES:
        raise PlainError(f"{file.shown} kan ikke læses. Angiv filer af typen {listed(sorted(READ_TYPES))}.")
    expected = frozenset(name for contract in contracts().values() for name in contract.delivered)
    try:
        source, _ = open_source(file, expected, "")
    except UnreadableError as error:
        raise PlainError(str(error)) from None
    shown = [(heading.strip(), source.shown_heading(place)) for place, heading in enumerate(source.headings)]
    return [text for text, told in shown if text == told and not text[:1].isdigit()]


def _feed(kind: Kind, extract: str, kinds: Sequence[Kind]) -> Iterator[str]:
    contract = contracts()[extract]
    yield f"# {kind.name}: ligner mest {extract} ({contract.title})."
    yield f"[extracts.{extract}]"
    yield f"file = {_quoted(kind.name)}"
    yield from _joins(kind, kinds)
    yield ""
    yield f"[extracts.{extract}.columns]"
    for column in contract.columns:
        guess = kind.found.get(column.name)
        if guess and guess.sure:
            yield f"{column.name} = {_quoted(guess.heading)}"
        elif guess:
            yield f"# {column.name} = {_quoted(guess.heading)} # TODO: er det {column.label}?"
        elif column.required:
            yield f'# {column.name} = "" # TODO: {column.label} kræves{_elsewhere(column.name, kind, kinds)}'
        if guess and column.codes:
            yield f'# TODO: koder for {column.name}: {{ from = …, codes.{next(iter(column.codes))} = ["…"] }}'
    used = {guess.heading for guess in kind.found.values()}
    if unused := [heading for heading in kind.headings if heading not in used]:
        yield f"# Ikke brugt: {', '.join(' '.join(heading.split()) for heading in unused)}"


def _shared(kind: Kind, other: Kind) -> str | None:
    """A heading that both have and that may hold them together: its name says that it is an id."""
    theirs = {plain_name(heading) for heading in other.headings}
    both = [heading for heading in kind.headings if plain_name(heading) in theirs]
    return next(
        (heading for heading in both if re.search(r"(?i)id$|nr\.?$|nummer$|cpr|kode$", heading)), None
    )


def _joins(kind: Kind, kinds: Sequence[Kind]) -> Iterator[str]:
    for other in kinds:
        if other is not kind and (heading := _shared(kind, other)):
            on = f"{{ {_quoted(heading)} = {_quoted(heading)} }}"
            yield f"# joins = [{{ file = {_quoted(other.name)}, on = {on} }}] # TODO: hvis noget læses dér"


def _elsewhere(column: str, kind: Kind, kinds: Sequence[Kind]) -> str:
    """Where a column that this file lacks may be found by a join."""
    for other in kinds:
        if other is not kind and _shared(kind, other) and kind.extract:
            guess = guesses(kind.extract, other.headings).get(column)
            if guess and guess.sure:
                return f'; se "{other.name}.{guess.heading}" med joins'
    return ""


def _patterns(name: str) -> str:
    return f"[{_quoted(escape(name))}, {_quoted(f'{escape(name)}_*')}]"


def _quoted(text: str) -> str:
    """A text of TOML; what it escapes is what JSON escapes."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
