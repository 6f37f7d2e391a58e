"""Egne visninger: figure pages saved under a name, in one file beside the versions; each sees their own."""

import secrets
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from cockpit.access import asking
from cockpit.access.identity import AT_THIS_MACHINE
from cockpit.kept_file import KeptFile
from cockpit.wording import PlainError, may_be_cpr, safe_quote

LONGEST_NAME = 60
LONGEST_QUERY = 2000
MOST = 40
GONE = "Visningen findes ikke mere. En anden har måske slettet den."

Views = tuple["OwnView", ...]


@dataclass(frozen=True)
class OwnView:
    """A figure's page as it was saved; `query` is the address after its question mark."""

    id: str
    name: str
    figure: str
    query: str
    # What was saved before anyone signed in belongs to the one at this machine.
    user: str = AT_THIS_MACHINE.id


def own_views(data_dir: Path) -> Views:
    """Those of the one who asks, in the order they were saved; PlainError where the file is damaged."""
    return tuple(view for view in KEPT.content(data_dir) if view.user == asking().id)


def _read(content: Any) -> Views:
    views = tuple(OwnView(**view) for view in content["views"])
    if not all(isinstance(value, str) for view in views for value in asdict(view).values()):
        raise TypeError
    return views


KEPT = KeptFile[Views](
    name="own-views.json",
    plural="Egne visninger",
    one="Visningen",
    read=_read,
    written=lambda views: {"views": [asdict(view) for view in views]},
    nothing=(),
)


def save_view(data_dir: Path, name: str, figure: str, query: str) -> OwnView:
    """PlainError where the name cannot be used, or there are too many."""
    fresh = OwnView(secrets.token_hex(8), _usable(name), figure, query, asking().id)
    if len(query) > LONGEST_QUERY:
        raise PlainError("Der er valgt så meget, at visningen ikke kan gemmes. Vælg færre ting.")

    def added(views: Views) -> Views:
        if len(views) >= MOST:
            raise PlainError(f"Der er allerede {MOST} visninger. Slet en, før en ny gemmes.")
        _check_alone(fresh, views)
        return (*views, fresh)

    _change(data_dir, added)
    return fresh


def rename_view(data_dir: Path, view_id: str, name: str) -> None:
    """PlainError as `save_view`, and where the view has been deleted."""
    usable = _usable(name)

    def renamed(views: Views) -> Views:
        known = _known(views, view_id)
        fresh = replace(known, name=usable)
        _check_alone(fresh, views)
        return tuple(fresh if view is known else view for view in views)

    _change(data_dir, renamed)


def delete_view(data_dir: Path, view_id: str) -> None:
    """PlainError where it has been deleted already."""

    def without(views: Views) -> Views:
        known = _known(views, view_id)
        return tuple(view for view in views if view is not known)

    _change(data_dir, without)


def _usable(name: str) -> str:
    usable = " ".join("".join(letter if letter.isprintable() else " " for letter in name).split())
    if not usable:
        raise PlainError("Skriv et navn til visningen.")
    if len(usable) > LONGEST_NAME:
        raise PlainError(f"Navnet er for langt. Det kan højst være på {LONGEST_NAME} tegn.")
    if may_be_cpr(usable):
        raise PlainError("Navnet ligner et CPR-nummer. Giv visningen et navn uden personnumre.")
    return usable


def _check_alone(fresh: OwnView, views: Views) -> None:
    if any(view.name.casefold() == fresh.name.casefold() for view in views if view.id != fresh.id):
        raise PlainError(
            f"Der er allerede en visning, der hedder {safe_quote(fresh.name)}. Giv den et andet navn."
        )


def _known(views: Views, view_id: str) -> OwnView:
    known = next((view for view in views if view.id == view_id), None)
    if known is None:
        raise PlainError(GONE)
    return known


def _change(data_dir: Path, change: Callable[[Views], Views]) -> None:
    """One's own alone; a damaged file is left as it is."""

    def changed(everyones: Views) -> Views:
        others = tuple(view for view in everyones if view.user != asking().id)
        return (*others, *change(tuple(view for view in everyones if view not in others)))

    KEPT.change(data_dir, changed)
