"""The large figures of a sheet: the latest of each series over time, or each bar of a chart of today."""

from collections.abc import Iterator

from cockpit.sheets.model import MONEY, Chart, Number, Place, Series, written
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


def first_numbers(topic: Topic, there_are: dict[str, Number]) -> tuple[str, ...]:
    """The topic's own choice, else its first; made up to three by others of the place. None is hidden."""
    shown = [key for key, found in there_are.items() if found.value is not None]
    own = [key for key in topic.first if key in shown] or [key for key in shown if _topic(key) == topic.id]
    others = [key for key in OTHERS if key in shown and key not in own]
    return (*own[: FEWEST + 1], *others[: max(FEWEST - len(own), 0)])


def _topic(key: str) -> str:
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
    at = told[-1]
    value, moment = series.values[at], series.moments[at]
    words = f"{_unit(value, chart.shape)}{series.words} {moment}".strip()
    tail = WITHHELD if value is None else _compared(chart, series, at)
    shown = _large(value, chart.shape)
    yield Number(f"{topic.id}/{series.key}", value, chart.shape, shown, _joined(words, tail))


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
        return f"som {then}"
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
        words = f"{_unit(value, chart.shape)}{series.words}: {name}"
        tail = f"vejledende {number(band[0])}–{number(band[1])}" if band else ""
        tail = WITHHELD if value is None else tail
        shown, key = _large(value, chart.shape), f"{topic.id}/{series.key}:{name}"
        yield Number(key, value, chart.shape, shown, _joined(words, tail))


def _large(value: float | None, shape: str) -> str:
    return written(value, shape).removesuffix(" kr.")


def _unit(value: float | None, shape: str) -> str:
    return "kr. " if shape in MONEY and value is not None else ""


def _joined(words: str, tail: str) -> str:
    return f"{words}, {tail}" if tail else words


def has_moved(before: float | None, now: Number) -> bool:
    """By more than its limit: a share by two points, all else by five pct. and, of people, by three."""
    if before is None or now.value is None:
        return before != now.value
    change = abs(rounded(now.value - before, 6))
    if now.shape == "percent":
        return change >= POINTS
    return change >= max(LIMIT * abs(before), FEWEST_MOVED if now.shape == "count" else 0.0) and change > 0
