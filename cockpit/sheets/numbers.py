"""The large figures of a sheet: the latest of each series over time, or each bar of a chart of today."""

import re
from collections.abc import Iterator, Mapping, Sequence

from cockpit.sheets.as_of_day import DOUBT
from cockpit.sheets.model import Chart, Number, Place, Series, written
from cockpit.sheets.topics import TOPICS, Topic
from cockpit.wording import PlainError, number, rounded

FEWEST, MOST = 3, 5
LIMIT, POINTS, FEWEST_MOVED = 0.05, 0.02, 3
WITHHELD = "skjult af hensyn til små tal"
# What stands on a sheet that has too few of its own.
OTHERS = ("flow/closing", "flow/inflow", "flow/outflow", "intervals/2000000+", "ages/under 25", "ages/67+")


def numbers_there_are(place: Place) -> dict[str, Number]:
    """Every number that a sheet of the place can have, by its key; what the data lack is left out."""
    return {
        found.key: found
        for topic in TOPICS.values()
        if place.kind in topic.places
        for found in _numbers(topic, place)
    }


def _numbers(topic: Topic, place: Place) -> list[Number]:
    try:
        return numbers_of(topic, topic.read(place))
    except PlainError:
        return []


def numbers_on(chosen: Sequence[str], topic: Topic, there_are: Mapping[str, Number]) -> list[Number]:
    """Those chosen, in their order; where some are gone, made up to three by the topic's first."""
    kept, first = [key for key in chosen if key in there_are], first_numbers(topic, there_are)
    more = [key for key in first if key not in kept][: max(FEWEST - len(kept), 0)]
    return [there_are[key] for key in ((*kept, *more) if kept else first)]


def first_numbers(topic: Topic, there_are: Mapping[str, Number]) -> tuple[str, ...]:
    """The topic's own choice, else its first; made up to three by others of the place.

    None is hidden, and of a section that nobody is in any more another is taken where there is one.
    """
    shown = {key: found.value for key, found in there_are.items() if found.value is not None}
    of_topic = [key for key in shown if topic_of(key) == topic.id]
    own = [key for key in topic.first if key in shown] or [key for key in of_topic if shown[key]]
    others = [key for key in OTHERS if shown.get(key) and key not in own]
    rest = [key for key in dict.fromkeys((*of_topic, *OTHERS)) if key in shown and key not in (*own, *others)]
    some, nobody = [key for key in rest if shown[key]], [key for key in rest if not shown[key]]
    return (*own[: FEWEST + 1], *(*others, *some, *nobody)[: max(FEWEST - len(own), 0)])


def topic_of(key: str) -> str:
    """The topic's id in a number's key."""
    return key.partition("/")[0]


def numbers_of(topic: Topic, chart: Chart) -> list[Number]:
    return [
        found
        for series in chart.series
        for found in (
            _latest(topic, chart, series) if _is_timed(chart, series) else _bars(topic, chart, series)
        )
    ]


def _is_timed(chart: Chart, series: Series) -> bool:
    return bool(series.moments) and chart.form != "bars"


def _latest(topic: Topic, chart: Chart, series: Series) -> Iterator[Number]:
    told = [at for at, value in enumerate(series.values) if value is not None or at in series.hidden]
    if not told:
        return
    key, name = f"{topic.id}/{series.key}", series.called or series.words
    yield _at(told[-1], key, name, chart, series)
    # Of a section nothing else is told to all than how many there were.
    for at in reversed(told[:-1]) if chart.form == "flow" and len(chart.series) == 1 else ():
        yield _at(at, f"{key}:{chart.categories[at]}", f"{name} {series.moments[at]}", chart, series)


def _at(at: int, key: str, name: str, chart: Chart, series: Series) -> Number:
    value, moment = series.values[at], series.moments[at]
    tail = WITHHELD if value is None else _compared(chart, series, at)
    return _number(key, value, chart.shape, f"{series.words} {moment}", tail, name)


def _number(key: str, value: float | None, shape: str, words: str, tail: str, name: str) -> Number:
    """The unit `kr.` stands with the words; `mio.` and `t.kr.` with the number."""
    shown = written(value, shape)
    large = shown.removesuffix(" kr.")
    unit = "kr. " if large != shown else ""
    said = f"{unit}{_singular(words) if (value, shape) == (1, 'count') else words}".strip()
    return Number(key, value, shape, large, f"{said}, {tail}" if tail else said, name)


def _singular(words: str) -> str:
    return re.sub(r"\b(borger|plads)er?\b", r"\1", words, count=1).replace("ledige ", "ledig ")


def _compared(chart: Chart, series: Series, at: int) -> str:
    """Beside the year before; nothing where that is hidden or unknown."""
    value, before = series.values[at], series.values[at - 1] if at else None
    if value is None or before is None:
        return ""
    then = series.moments[at - 1]
    if chart.shape != "count":
        return f"mod {written(before, chart.shape)} {then}"
    difference = int(value - before)
    if not difference:
        return f"{'lige så mange som' if value else 'heller ingen'} {then}"
    more = "mere" if difference == 1 else "flere"
    return f"{number(abs(difference))} {more if difference > 0 else 'færre'} end {then}"


def _bars(topic: Topic, chart: Chart, series: Series) -> Iterator[Number]:
    """Our own bar first, where there is one."""
    bands = chart.band or (None,) * len(chart.categories)
    places = sorted(range(len(chart.categories)), key=lambda at: at != chart.own)
    for at in places:
        name, value, band = chart.categories[at], series.values[at], bands[at]
        if value is None and at not in series.hidden:
            continue
        called = series.each[at] if series.each else f"{series.words}: {name}"
        words = f"{called} {series.moments[at]}" if series.moments else called
        tail = f"vejledende {number(band[0])}–{number(band[1])}" if band else ""
        tail = WITHHELD if value is None else tail
        # A name that is verified some day is still the same number's.
        key = f"{topic.id}/{series.key}:{name.removesuffix(DOUBT)}"
        yield _number(key, value, chart.shape, words, tail, called)


def has_moved(before: float | None, now: Number) -> bool:
    """By more than its limit: a share by two points, all else by five pct. and, of people, by three."""
    if before is None or now.value is None:
        return before != now.value
    change = abs(rounded(now.value - before, 6))
    if now.shape == "percent":
        return change >= POINTS
    return change >= max(LIMIT * abs(before), FEWEST_MOVED if now.shape == "count" else 0.0) and change > 0
