"""What the fact sheets' forms ask to have done: checked against what there is, and done."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from cockpit.components.options import options
from cockpit.components.own_views import no_longer, opened, saved_views
from cockpit.components.sheet_asking import (
    ADD,
    COPY,
    DELETE,
    FROM_VIEW,
    NEW,
    ORDER,
    REMOVE,
    RENAME,
    RENEWED,
    WRITE,
    place_of,
    seen_now,
)
from cockpit.components.sheet_from_view import not_on_a_sheet, own_choices
from cockpit.components.sheet_room import out_of_room
from cockpit.components.sheet_sets import MEETING, path_of_set, set_called
from cockpit.components.view import view_of
from cockpit.sheets import keeping
from cockpit.sheets.filling import filled, numbers_now
from cockpit.sheets.model import Place, Sheet
from cockpit.sheets.numbers import FEWEST, MOST, numbers_there_are
from cockpit.sheets.topics import TOPICS, topic_of_view
from cockpit.warehouse import served
from cockpit.wording import PlainError, safe_quote


@dataclass(frozen=True)
class Deed:
    """What has been done in words, and where the reader goes then; empty is to stay.

    `seen` is what the sheet that was written now says, as `seen_now` tells it.
    """

    told: str
    goes: str = ""
    seen: str = ""


Asked = Mapping[str, str]
NO_ROOM = "Den har ikke plads til al teksten: se ved billedet, hvad der mangler."


def done(asked: Asked) -> Deed:
    """PlainError for what cannot be done; a KeyError is nobody's form."""
    return DEEDS[asked["what"]](asked)


def _new(asked: Asked) -> Deed:
    fresh = keeping.make_set(served().settings.data_dir, asked["name"], _place(asked["place"]))
    return Deed("Sættet er lavet.", goes=path_of_set(fresh.id))


def _copy(asked: Asked) -> Deed:
    """The ready texts are taken as written now: what moves later is then told."""
    ready = set_called(asked["set"])
    written = replace(ready, sheets=tuple(_as_now(one) for one in ready.sheets))
    fresh = keeping.copy_set(served().settings.data_dir, written)
    return Deed("Det er din egen udgave, som du kan ændre.", goes=path_of_set(fresh.id))


def _rename(asked: Asked) -> Deed:
    keeping.rename_set(served().settings.data_dir, asked["set"], asked["name"])
    return Deed("Sættet har fået nyt navn.")


def _delete(asked: Asked) -> Deed:
    keeping.delete_set(served().settings.data_dir, asked["set"])
    return Deed("Sættet er slettet.", goes=MEETING)


def _add(asked: Asked) -> Deed:
    return _added(asked["set"], asked["topic"], _place(asked["place"]))


def _added(set_id: str, topic_id: str, place: Place) -> Deed:
    topic = TOPICS.get(topic_id)
    if topic is None:
        raise PlainError("Vælg et emne.")
    if place.kind not in topic.places:
        raise PlainError(f"{topic.name} kan ikke vises for det valg. {_advice(topic.places)}")
    keeping.add_sheet(served().settings.data_dir, set_id, topic.id, place)
    return Deed(f"Planchen om {topic.name[:1].lower()}{topic.name[1:]} er tilføjet nederst.")


def _advice(kinds: tuple[str, ...]) -> str:
    names = {
        "": "hele det specialiserede område",
        "area": "et område",
        "group": "en slags indsats",
        "section": "en paragraf",
    }
    return f"Vælg {' eller '.join(names[kind] for kind in kinds)}."


def _from_view(asked: Asked) -> Deed:
    saved = next((view for view in saved_views().views if view.id == asked["view"]), None)
    if saved is None:
        raise PlainError("Visningen findes ikke mere.")
    view = opened(saved, view_of(MEETING, "", None))
    if gone := no_longer(saved, view):
        raise PlainError(f"{safe_quote(saved.name)} kan ikke vises mere. {gone}")
    own = own_choices(saved.figure, view)
    topic = topic_of_view(saved.figure, own)
    if topic is None:
        raise PlainError(
            f"{safe_quote(saved.name)} kan ikke blive til en planche: ingen planche viser det nøgletal."
        )
    filters = view.filters
    chosen = [
        *(Place("area", area) for area in filters.areas),
        *(Place("group", group) for group in filters.groups),
        *(Place("section", section) for section in filters.sections),
    ]
    if len(chosen) > 1:
        raise PlainError(
            f"{safe_quote(saved.name)} viser flere områder eller paragraffer på en gang. "
            "En planche kan kun handle om én."
        )
    deed = _added(asked["set"], topic.id, next(iter(chosen), Place()))
    left_out = not_on_a_sheet(saved.figure, view, topic)
    return replace(deed, told=f"{deed.told} {left_out}".strip())


def _order(asked: Asked) -> Deed:
    order = asked["order"].split(",")
    if asked["sheet"] not in order:
        raise KeyError(asked["sheet"])
    at = keeping.move_sheet(served().settings.data_dir, asked["set"], asked["sheet"], order)
    return Deed(f"Rækkefølgen er gemt. Planchen er nu nr. {at}.")


def _remove(asked: Asked) -> Deed:
    _, _, mark = asked["seen"].partition(".")
    keeping.remove_sheet(served().settings.data_dir, asked["set"], asked["sheet"], mark)
    return Deed("Planchen er fjernet.")


def _write(asked: Asked) -> Deed:
    sheet = _sheet(asked)
    version, _, mark = asked["seen"].partition(".")
    if version != served().version.id:
        raise PlainError(RENEWED)
    chosen = _numbers(sheet, asked.get("numbers", ""))
    keeping.write_sheet(
        served().settings.data_dir,
        asked["set"],
        sheet.id,
        title=asked["title"],
        challenges=asked["challenges"],
        tendencies=asked["tendencies"],
        numbers=chosen,
        now=numbers_now(replace(sheet, numbers=chosen, tendencies=asked["tendencies"])),
        as_of=served().version.as_of,
        mark=mark,
    )
    kept = _sheet(asked)
    too_long = NO_ROOM if out_of_room(filled(kept)) else ""
    return Deed(f"Planchen er gemt. {too_long}".strip(), seen=seen_now(kept))


def _sheet(asked: Asked) -> Sheet:
    sheet = next((one for one in set_called(asked["set"]).sheets if one.id == asked["sheet"]), None)
    if sheet is None:
        raise PlainError(keeping.SHEET_GONE)
    return sheet


def _numbers(sheet: Sheet, text: str) -> tuple[str, ...]:
    """Those that were chosen before keep their places; PlainError for too few and too many."""
    there_are = numbers_there_are(sheet.place)
    ticked = [key for key in text.split("\n") if key in there_are]
    kept = [key for key in sheet.numbers if key in ticked]
    chosen = (*kept, *(key for key in ticked if key not in kept))
    if chosen and not min(FEWEST, len(there_are)) <= len(chosen) <= MOST:
        raise PlainError(
            f"Der er valgt {len(chosen)} tal. Vælg {FEWEST} til {MOST}, eller fjern alle fluebenene."
        )
    return chosen


def _as_now(sheet: Sheet) -> Sheet:
    return keeping.as_written(sheet, numbers_now(sheet), served().version.as_of)


def _place(text: str) -> Place:
    place, known = place_of(text), options()
    there_are = {
        "": ("",),
        "area": known.areas,
        "group": known.groups,
        "section": tuple(one.key for one in known.sections),
    }
    if place.value not in there_are.get(place.kind, ()):
        raise PlainError("Vælg, hvad det handler om.")
    return place


DEEDS: Mapping[str, Callable[[Asked], Deed]] = {
    NEW: _new, COPY: _copy, RENAME: _rename, DELETE: _delete, ADD: _add, FROM_VIEW: _from_view, ORDER: _order,
    REMOVE: _remove, WRITE: _write,
}  # fmt: skip
