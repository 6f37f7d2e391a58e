"""The ready sets of data/theme_meetings.toml: questions, and tendencies from the figures."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from cockpit.settings import PROJECT
from cockpit.sheets.keeping import kept_set
from cockpit.sheets.messages import suggested
from cockpit.sheets.model import Place, Sheet, SheetSet
from cockpit.sheets.topics import TOPICS
from cockpit.wording import PlainError

MOST_TENDENCIES = 2


def ready_sets() -> tuple[SheetSet, ...]:
    """As they are of the version in use; PlainError when nothing has been loaded."""
    return tuple(map(_set, _file()))


def any_set(data_dir: Path, set_id: str) -> SheetSet:
    """A ready set or one that is kept; PlainError where there is none."""
    ready = next((one for one in _file() if one["id"] == set_id), None)
    return _set(ready) if ready else kept_set(data_dir, set_id)


def ready_ids() -> tuple[str, ...]:
    """Also where nothing has been loaded."""
    return tuple(one["id"] for one in _file())


@cache
def _file() -> list[dict[str, Any]]:
    text = (PROJECT / "data" / "theme_meetings.toml").read_text(encoding="utf-8")
    sets: list[dict[str, Any]] = tomllib.loads(text)["set"]
    return sets


def _set(one: Mapping[str, Any]) -> SheetSet:
    place = _place(one["place"])
    sheets = tuple(_sheet(at, sheet, place) for at, sheet in enumerate(one["sheet"], start=1))
    return SheetSet(one["id"], one["name"], place, sheets)


def _place(given: Mapping[str, str]) -> Place:
    return next((Place(kind, value) for kind, value in given.items()), Place())


def _sheet(at: int, one: Mapping[str, Any], of_set: Place) -> Sheet:
    place = _place(one["place"]) if "place" in one else of_set
    told = list(filter(None, (_told(topic, place) for topic in one["tendencies"])))[:MOST_TENDENCIES]
    texts = {"challenges": one["challenges"].strip(), "tendencies": "\n".join(told)}
    return Sheet(f"{at}", one["topic"], place, **texts)


def _told(topic_id: str, place: Place) -> str:
    """What the rules tell of the topic; nothing where none holds, or its figures are not there."""
    topic = TOPICS[topic_id]
    try:
        message = suggested(topic, place, topic.read(place))
    except PlainError:
        return ""
    return "" if message == topic.subject_of(place) else message
