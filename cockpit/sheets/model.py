"""What a fact sheet is: what is kept of it, and what it shows once it is filled."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from cockpit.wording import NOTHING, kroner, number, percent, signed_kroner

HIDDEN = "skjult"
MONEY = ("kroner", "variance")


@dataclass(frozen=True)
class Place:
    """What the sheet is limited to: `kind` is area, group or section; empty limits nothing."""

    kind: str = ""
    value: str = ""

    @property
    def given(self) -> dict[str, str]:
        return {self.kind: self.value} if self.kind else {}


@dataclass(frozen=True)
class Sheet:
    """As it is kept. An empty title is the suggested one, no `numbers` are the topic's first.

    `written` holds what each number was when the texts were last changed, `names` what each was called, and
    `written_on` is their as-of date.
    """

    id: str
    topic: str
    place: Place
    title: str = ""
    numbers: tuple[str, ...] = ()
    challenges: str = ""
    tendencies: str = ""
    written: Mapping[str, float | None] = field(default_factory=dict)
    written_on: str = ""
    names: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class SheetSet:
    """The sheets of one theme meeting in their order; new ones are limited to `place`."""

    id: str
    name: str
    place: Place
    sheets: tuple[Sheet, ...] = ()


@dataclass(frozen=True)
class Series:
    """One line, or the bars of one colour; `hidden` are the positions of those values that may not be shown.

    `tone` is its colour's name, `words` what a number of it counts: `borgere i botilbud`; of bars `each` says
    it of each. `called` is the same as a name, where the words are none. `moments` say when each value was,
    as a sentence does: `i 2025`.
    """

    key: str
    name: str
    values: tuple[float | None, ...]
    tone: str
    words: str
    hidden: frozenset[int] = frozenset()
    moments: tuple[str, ...] = ()
    each: tuple[str, ...] = ()
    called: str = ""


@dataclass(frozen=True)
class Chart:
    """`form` is flow, lines, stacked, columns or bars; `shape` count, decimal, percent (a share),
    kroner or variance (kr., a rise with its sign).

    `band` is what is recommended for each category of bars, lowest and highest; `own` is our own bar's place.
    `note` is what must be said after the subject: ` i 2025`.
    """

    form: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    shape: str
    unit: str
    band: tuple[tuple[float, float] | None, ...] = ()
    own: int | None = None
    note: str = ""

    @property
    def hides(self) -> bool:
        return any(series.hidden for series in self.series)

    @property
    def is_empty(self) -> bool:
        return all(value is None for series in self.series for value in series.values)


@dataclass(frozen=True)
class Number:
    """One of a sheet's large figures: `shown` with its unit's short form, and what it is in `words`.

    `name` says what is counted, without when it was and what it is compared with.
    """

    key: str
    value: float | None
    shape: str
    shown: str
    words: str
    name: str = ""


@dataclass(frozen=True)
class FilledSheet:
    """A sheet with the figures of one version.

    `lacking` says why there are no figures, where there are none. `moved` tells the editor which numbers have
    moved since the texts were written. `figure` and `given` ask for what stands behind the chart.
    """

    id: str
    title: str
    suggested: str
    numbers: tuple[Number, ...]
    chart: Chart | None
    subtitle: str
    challenges: tuple[str, ...]
    tendencies: tuple[str, ...]
    source: str
    as_of: date
    figure: str
    given: Mapping[str, str]
    lacking: str = ""
    moved: tuple[str, ...] = ()


@dataclass(frozen=True)
class FilledSet:
    """`name` stands above each sheet's title."""

    id: str
    name: str
    sheets: tuple[FilledSheet, ...]


def written(value: float | None, shape: str) -> str:
    """As it stands at a point of a chart: `1,18 mio. kr.`, `92,1 pct.`, `28,5`."""
    if value is None:
        return NOTHING
    if shape in MONEY:
        return kroner(value) if shape == "kroner" else signed_kroner(value)
    return percent(value) if shape == "percent" else number(value, 1 if shape == "decimal" else 0)
