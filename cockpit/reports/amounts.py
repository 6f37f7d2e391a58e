"""Values as they stand at the points of one chart: in one unit, which is told once."""

from dataclasses import dataclass, replace

from cockpit.sheets.model import HIDDEN, Chart, Series
from cockpit.wording import MINUS, NOTHING, number, signed

# Some programs write numbers as the language tells, others as the machine does, which here is Danish too.
DANISH = "[$-406]"


@dataclass(frozen=True)
class Scale:
    """A value of the chart is shown as `value * factor` with `decimals`; `unit` is empty for plain counts.

    `rises` gives a value above zero its sign. `excel` is the same as a number format of a workbook.
    """

    factor: float
    decimals: int
    unit: str
    excel: str
    rises: bool = False

    def shown(self, value: float | None) -> str:
        if value is None:
            return NOTHING
        written = signed if self.rises else number
        return written(value * self.factor, self.decimals)

    def at(self, series: Series, place: int) -> str:
        return HIDDEN if place in series.hidden else self.shown(series.values[place])


def scale_of(chart: Chart) -> Scale:
    """Kroner in the unit that its largest value is read in."""
    if chart.shape == "percent":
        return Scale(100, 1, "pct.", f"{DANISH}0.0%")
    if chart.shape == "decimal":
        return Scale(1, 1, "", f"{DANISH}#,##0.0")
    if chart.shape not in ("kroner", "variance"):
        return Scale(1, 0, "", f"{DANISH}#,##0")
    scale = _kroner(chart)
    return (
        replace(scale, rises=True, excel=f"{_signed('+', scale.excel)};{_signed(MINUS, scale.excel)};0")
        if chart.shape == "variance"
        else scale
    )


def _signed(sign: str, excel: str) -> str:
    return excel.replace(DANISH, f'{DANISH}"{sign}"')


def _kroner(chart: Chart) -> Scale:
    largest = max(
        (abs(value) for one in chart.series for value in one.values if value is not None), default=0
    )
    if largest >= 99_950_000:
        return Scale(1e-6, 1, "mio. kr.", f"{DANISH}#,##0.0,,")
    if largest >= 999_500:
        return Scale(1e-6, 2, "mio. kr.", f"{DANISH}#,##0.00,,")
    if largest >= 9_999.5:
        return Scale(1e-3, 0, "t.kr.", f"{DANISH}#,##0,")
    return Scale(1, 0, "kr.", f"{DANISH}#,##0")
