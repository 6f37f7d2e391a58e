"""A sheet filled with the figures of the version in use, as a politician may see them."""

import re
from dataclasses import replace

from cockpit.keyfigures import catalogue, check_delivered, defined
from cockpit.keyfigures.smallnumbers import is_told
from cockpit.sheets.asking import known_sections, reader
from cockpit.sheets.messages import suggested
from cockpit.sheets.model import Chart, FilledSet, FilledSheet, Number, Place, Sheet, SheetSet
from cockpit.sheets.moved import moved
from cockpit.sheets.numbers import numbers_of, numbers_on, numbers_there_are
from cockpit.sheets.topics import TOPICS, Topic
from cockpit.wording import PlainError, date_text, extract_called, listed, safe_quote

TOGETHER = re.compile(r"(?<=\d) (?=mio\.|t\.kr\.|pct\.|kr\.)|(?<=mio\.) (?=kr\.)| (?=år\b)")
POINT = re.compile(r"^[-–•*](\s+|$)")
ALL_HIDDEN = "Tallene her er skjult af hensyn til små tal."
SMALL = "Små tal er skjult."
DOUBT = "* Kontoens navn skal bekræftes."


def filled_set(found: SheetSet) -> FilledSet:
    return FilledSet(found.id, found.name, tuple(filled(sheet) for sheet in found.sheets))


def filled(sheet: Sheet) -> FilledSheet:
    """Always a sheet: where its figures are gone or hidden, it says so in their place."""
    topic = TOPICS.get(sheet.topic)
    if topic is None:
        return _empty(sheet, f"Nøgletallet {safe_quote(sheet.topic)} findes ikke mere. Vælg et andet.")
    try:
        return _of_topic(sheet, topic)
    except PlainError as problem:
        return _empty(sheet, str(problem))


def numbers_now(sheet: Sheet) -> dict[str, Number]:
    """What the texts can be about, by key: the sheet's numbers, its chart's, and what tendencies tell of."""
    full, topic = filled(sheet), TOPICS.get(sheet.topic)
    charted = numbers_of(topic, full.chart) if topic and full.chart else []
    there_are = numbers_there_are(sheet.place) if full.tendencies and not full.lacking else {}
    tended = [there_are[key] for one in TOPICS.values() for key in one.first if key in there_are]
    return {found.key: found for found in (*full.numbers, *charted, *tended)}


def _of_topic(sheet: Sheet, topic: Topic) -> FilledSheet:
    _check_there(sheet.place)
    chart = topic.read(sheet.place)
    if chart.is_empty:
        if not is_told(topic.figure, reader()):
            check_delivered(defined(topic.figure, topic.behind), reader())
        return _empty(sheet, ALL_HIDDEN if chart.hides else topic.nothing)
    there_are = numbers_there_are(sheet.place)
    numbers = [
        replace(found, words=_kept_together(found.words))
        for found in numbers_on(sheet.numbers, topic, there_are)
    ]
    message = _kept_together(suggested(topic, sheet.place, chart))
    return FilledSheet(
        id=sheet.id,
        title=_kept_together(sheet.title or message),
        suggested=message,
        numbers=tuple(numbers),
        chart=chart,
        subtitle=_kept_together(f"{topic.subject_of(sheet.place)}{chart.note}"),
        challenges=_lines(sheet.challenges),
        tendencies=_lines(sheet.tendencies),
        source=_source(topic, numbers, chart),
        as_of=reader().version.as_of,
        figure=topic.figure,
        given={**topic.behind, **sheet.place.given},
        moved=moved(sheet, there_are),
    )


def _check_there(place: Place) -> None:
    """PlainError where the area, group or section is gone, in words that can stand on a sheet."""
    column = {"area": "area", "group": "section_group", "section": "section_key"}.get(place.kind)
    if column and all(row[column] != place.value for row in known_sections()):
        raise PlainError(f"{safe_quote(place.value)} findes ikke mere i listen over paragraffer.")


def _empty(sheet: Sheet, lacking: str) -> FilledSheet:
    topic = TOPICS.get(sheet.topic)
    subject = topic.subject_of(sheet.place) if topic else "Planche uden nøgletal"
    as_of = reader().version.as_of
    return FilledSheet(
        id=sheet.id,
        title=sheet.title or subject,
        suggested=subject,
        numbers=(),
        chart=None,
        subtitle="",
        challenges=_lines(sheet.challenges),
        tendencies=_lines(sheet.tendencies),
        source=f"Opgjort pr. {date_text(as_of)}.",
        as_of=as_of,
        figure=topic.figure if topic else "",
        given={},
        lacking=lacking,
    )


def _kept_together(text: str) -> str:
    """`2 mio. kr.`, `11 pct.` and `to år` are never parted by the end of a line."""
    return TOGETHER.sub("\u00a0", text)


def _lines(text: str) -> tuple[str, ...]:
    """Each is drawn with a point before it: one that was written or pasted is not shown as a second."""
    lines = (POINT.sub("", line.strip()) for line in text.splitlines())
    return tuple(_kept_together(line) for line in lines if line)


def _source(topic: Topic, numbers: list[Number], chart: Chart) -> str:
    """The extracts that chart and numbers come from, and their as-of date."""
    topics = dict.fromkeys((topic.id, *(found.key.partition("/")[0] for found in numbers)))
    extracts = dict.fromkeys(name for one in topics for name in catalogue()[TOPICS[one].figure].source)
    names = [extract_called(name).partition(" (")[0] for name in extracts]
    parts = [f"Kilde: {listed(names)}, opgjort pr. {date_text(reader().version.as_of)}."]
    parts += [SMALL] if chart.hides or any(found.value is None for found in numbers) else []
    parts += [DOUBT] if any(name.endswith("*") for name in chart.categories) else []
    return " ".join(parts)
