"""The message suggested for a sheet: the first of its topic's rules that holds, else the plain subject."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial

from cockpit.findings.message import (
    Course,
    beside_others,
    changed,
    citizens,
    crossed,
    dear_share,
    gained,
    kept_share,
    more_in_than_out,
    outside_band,
    over_budget,
    record,
    share_told,
)
from cockpit.keyfigures import catalogue
from cockpit.keyfigures.panel import panel
from cockpit.sheets.as_of_day import DOUBT, OWN_HOMES, SOLD, booked_accounts, gains, others
from cockpit.sheets.asking import ends_year, reader, thing, where
from cockpit.sheets.model import Chart, Place, Series
from cockpit.sheets.over_time import OF_AGE, deadlines_together, stock_parts
from cockpit.sheets.topics import Topic
from cockpit.warehouse import served
from cockpit.wording import number, percent

Told = str | None


@dataclass(frozen=True)
class Asked:
    """A sheet's topic and place, and the chart that its message is of."""

    topic: Topic
    place: Place
    chart: Chart

    def series(self, key: str) -> Series | None:
        return next((one for one in self.chart.series if one.key == key), None)


def suggested(topic: Topic, place: Place, chart: Chart) -> str:
    rule = RULES.get(topic.id)
    told = rule(Asked(topic, place, chart)) if rule and not chart.is_empty else None
    return told or topic.subject_of(place)


def _course(asked: Asked, series: Series, subject: str) -> Course:
    """To the chart's last year; of stocks the as-of day may lie within it."""
    last = next(reversed(asked.chart.categories), "0")
    whole = ends_year(reader().version.as_of) or last.isdigit()
    return Course(subject, series.values, int(last[-4:]), whole, asked.chart.shape == "count")


def _said(words: str, asked: Asked) -> str:
    return f"{words} {where(asked.place)}".strip()


def _of_flow(asked: Asked) -> Told:
    stock = asked.series("closing")
    if not stock:
        return None
    course = _course(asked, stock, asked.topic.subject_of(asked.place))
    course = replace(course, parts=stock_parts(asked.place))
    return _crossing(asked, course, "closing") or changed(course) or _came_and_went(asked) or record(course)


def _came_and_went(asked: Asked) -> Told:
    """Of the latest year that is over, and of no older one where that is hidden."""
    inflow, outflow = asked.series("inflow"), asked.series("outflow")
    over = [at for at, name in enumerate(asked.chart.categories) if name.isdigit()]
    if not inflow or not outflow or not over:
        return None
    year = int(asked.chart.categories[over[-1]])
    return more_in_than_out(inflow.values[over[-1]], outflow.values[over[-1]], year, thing(asked.place))


def _of_unit_cost(asked: Asked) -> Told:
    course = _course(asked, asked.chart.series[0], asked.topic.subject_of(asked.place))
    return _crossing(asked, course, "unit_cost") or changed(course) or record(course)


def _crossing(asked: Asked, course: Course, column: str) -> Told:
    """The panel's target for the same figure at the same place."""
    for entry in panel(served().settings):
        same = entry.figure == asked.topic.figure and column in (entry.column, entry.of)
        if same and dict(entry.default) == asked.place.given and entry.target:
            share = entry.format == "percent"
            targets = {year: value / 100 if share else value for year, value in entry.target.items()}
            target = targets.get(course.last_year, 0)
            shown = percent(target, 0) if share else number(target)
            return crossed(course, targets, catalogue()[entry.figure].good, shown)
    return None


def _of_sections(asked: Asked) -> Told:
    """Of the section that has moved by the most citizens over two years, of those that tell something."""
    told = {
        one.key: changed(_course(asked, one, f"Antal borgere efter {one.name}")) for one in asked.chart.series
    }
    moves = {one.key: _move(one) for one in asked.chart.series if told[one.key]}
    return told[max(moves, key=lambda key: moves[key])] if moves else None


def _move(series: Series) -> float:
    *_, first, _, last = (None, None, *series.values)
    return abs((last or 0) - (first or 0))


def _of_ages(asked: Asked) -> Told:
    """Of the young and of the old the one that has changed, the young first; nothing where all are young."""
    if len(asked.chart.series) < 2:
        return None
    found = [
        changed(_course(asked, one, _said(f"Antal borgere {OF_AGE[key]}", asked)))
        for key in ("under 25", "67+")
        if (one := asked.series(key))
    ]
    return next(filter(None, found), None)


def _of_intervals(asked: Asked) -> Told:
    dear = asked.series("2000000+")
    if not dear:
        return None
    everyone = [
        None if any(value is None for value in column) else sum(column)
        for column in zip(*(one.values for one in asked.chart.series), strict=True)
    ]
    years = [int(name) for name in asked.chart.categories]
    who = _said("borgerne", asked)
    return dear_share(dear.values, everyone, years, who)


def _of_deadlines(asked: Asked) -> Told:
    """All kinds of deadlines together, beside the panel's target."""
    shares = deadlines_together()
    if not asked.chart.categories:
        return None
    course = Course(
        "Andelen af frister, der bliver holdt,", shares, int(asked.chart.categories[-1]), counts=False
    )
    crossing = _crossing(asked, course, "due") or _crossing(asked, course, "kept")
    return crossing or changed(course) or kept_share(shares, course.last_year)


def _of_market(asked: Asked) -> Told:
    named = dict(zip(asked.chart.categories, asked.chart.series[0].values, strict=True))
    own, told = named.get(OWN_HOMES), "får hjælp fra kommunens egne tilbud"
    others = [value for name, value in named.items() if name != OWN_HOMES]
    share = share_told(own, others, f"af {_said('borgerne', asked)} {told}")
    return share or (f"{_said(citizens(own), asked)} {told}" if own else None)


def _of_places(asked: Asked) -> Told:
    named = dict(zip(asked.chart.categories, asked.chart.series[0].values, strict=True))
    rest = [value for name, value in named.items() if name != SOLD]
    return share_told(named.get(SOLD), rest, "af pladserne i egne tilbud er solgt til andre kommuner")


def _of_groups(asked: Asked) -> Told:
    """The two largest that are shown; whether another is larger may be hidden, so that is not told."""
    (one,) = asked.chart.series
    most = sorted((at for at, value in enumerate(one.values) if value), key=lambda at: -(one.values[at] or 0))
    if not most:
        return None
    first, *second = [(one.values[at] or 0, one.each[at].removeprefix("borgere ")) for at in most[:2]]
    rest = [f" og {number(count)} {said}" for count, said in second]
    return f"Der er {citizens(first[0])} {first[1]}{''.join(rest)}"


def _compared(subject: str, asked: Asked) -> Told:
    """Our own municipality beside all the others, also those that the chart has no room for."""
    year, rows = others(asked.topic.behind["figure"])
    ours = reader().version.municipality
    own = next((row["value"] for row in rows if row["municipality"] == ours), None)
    return beside_others(subject, own, [row["value"] for row in rows if row["municipality"] != ours], year)


def _of_initiatives(_: Asked) -> Told:
    """Of all themes, also those that the chart has no room for."""
    year, rows = gains()
    return gained([row["expected_gain"] for row in rows], [row["realised_gain"] for row in rows], year)


def _of_caseload(asked: Asked) -> Told:
    (one,) = asked.chart.series
    areas = [said.removeprefix("borgere pr. årsværk ") for said in one.each]
    return outside_band(areas, one.values, asked.chart.band)


def _of_budget(asked: Asked) -> Told:
    """Of all accounts, also those that the chart has no room for."""
    _, rows = booked_accounts()
    known = dict(zip(asked.chart.categories, asked.chart.series[0].values, strict=True))
    shown = {name.removesuffix(DOUBT): value for name, value in known.items()}
    rest = [row["variance"] for row in rows]
    return over_budget(shown, rest)


RULES: Mapping[str, Callable[[Asked], Told]] = {
    "flow": _of_flow,
    "sections": _of_sections,
    "groups": _of_groups,
    "ages": _of_ages,
    "intervals": _of_intervals,
    "unit_cost": _of_unit_cost,
    "deadlines": _of_deadlines,
    "market": _of_market,
    "places": _of_places,
    "caseload": _of_caseload,
    "budget": _of_budget,
    "initiatives": _of_initiatives,
    "compared_cost": partial(_compared, "vores pris pr. helårsperson"),
    "compared_count": partial(_compared, "vores antal borgere i botilbud pr. 1.000 voksne"),
}
