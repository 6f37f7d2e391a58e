"""The sets of fact sheets as pages show them: which there are, what they are about, what leads to them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cockpit.components.options import Options
from cockpit.components.scope import group_name
from cockpit.sheets.keeping import kept_sets
from cockpit.sheets.model import Place, SheetSet
from cockpit.sheets.ready import any_set, ready_ids, ready_sets
from cockpit.warehouse import served
from cockpit.wording import PlainError

MEETING = "/temamoede"
FILES = {"PowerPoint": ".pptx", "PDF": ".pdf", "PDF (A4)": ".pdf?form=a4"}
EVERYTHING = "Hele det specialiserede område"


@dataclass(frozen=True)
class Sets:
    """Ready sets and one's own; `problem` says why one's own cannot be read."""

    ready: Sequence[SheetSet]
    own: Sequence[SheetSet]
    problem: str = ""


def sets_there_are() -> Sets:
    """PlainError when nothing has been loaded."""
    try:
        return Sets(ready_sets(), kept_sets(served().settings.data_dir))
    except PlainError as problem:
        return Sets(ready_sets(), (), str(problem))


def is_set(set_id: str) -> bool:
    """Whether there is, or may be, such a set: of a damaged file nobody knows."""
    if set_id in ready_ids() or not set_id:
        return bool(set_id)
    try:
        return any(one.id == set_id for one in kept_sets(served().settings.data_dir))
    except PlainError:
        return True


def is_ready(set_id: str) -> bool:
    return set_id in ready_ids()


def set_called(set_id: str) -> SheetSet:
    """PlainError where there is none, or it cannot be read."""
    return any_set(served().settings.data_dir, set_id)


def path_of_set(set_id: str) -> str:
    return f"{MEETING}/{set_id}"


def show_of(set_id: str, number: int = 1) -> str:
    return f"{MEETING}/{set_id}/vis" + (f"?nr={number}" if number > 1 else "")


def files_of(set_id: str) -> Mapping[str, str]:
    """Name → address."""
    return {name: f"/hent{MEETING}/{set_id}{ending}" for name, ending in FILES.items()}


def set_id_of(path: str) -> str:
    """Of the page of a set; empty for any other path."""
    found = path.removeprefix(f"{MEETING}/")
    return "" if found == path or "/" in found else found


def place_name(place: Place, options: Options) -> str:
    """`Alle botilbud`, `Børn og unge`, `§ 107`."""
    if place.kind == "section":
        known = options.section(place.value)
        return known.label if known else place.value
    if place.kind == "group":
        return group_name(place.value)
    return f"{place.value[:1].upper()}{place.value[1:]}" if place.kind else EVERYTHING
