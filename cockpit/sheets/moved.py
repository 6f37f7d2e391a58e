"""What has moved by more than its limit since a sheet's texts were written; told to the editor."""

from collections.abc import Mapping

from cockpit.sheets.model import HIDDEN, Number, Sheet, written
from cockpit.sheets.numbers import has_moved, topic_of
from cockpit.sheets.topics import TOPICS
from cockpit.wording import date_text, parse_date


def moved(sheet: Sheet, there_are: Mapping[str, Number]) -> tuple[str, ...]:
    """One sentence for each, and for each number that is gone."""
    if not sheet.written_on:
        return ()
    day = date_text(parse_date(sheet.written_on))
    gone = [_gone(sheet, key, day) for key in sheet.written if key not in there_are]
    told = [
        _told(before, there_are[key], day)
        for key, before in sheet.written.items()
        if key in there_are and has_moved(before, there_are[key])
    ]
    return (*gone, *told)


def _told(before: float | None, now: Number, day: str) -> str:
    was, is_now = (
        written(value, now.shape) if value is not None else HIDDEN for value in (before, now.value)
    )
    return f"{_begun(now.name)}: var {was} pr. {day}, da teksten blev skrevet, og er nu {is_now}."


def _gone(sheet: Sheet, key: str, day: str) -> str:
    """By the name it had; sheets written before names were kept tell the topic it was of."""
    topic = TOPICS.get(topic_of(key))
    name = sheet.names.get(key) or (f"Et tal fra »{topic.name}«" if topic else "Et tal")
    instead = " Et andet står i stedet." if key in sheet.numbers else ""
    return f"{_begun(name)}: tallet fra {day}, da teksten blev skrevet, findes ikke mere.{instead}"


def _begun(name: str) -> str:
    return f"{name[:1].upper()}{name[1:]}"
