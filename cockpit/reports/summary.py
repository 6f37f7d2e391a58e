"""A chart in words, for who cannot see it: every number that it shows, and none that it hides."""

from cockpit.reports.amounts import Scale, scale_of
from cockpit.reports.lettering import clean
from cockpit.sheets.model import HIDDEN, Chart, Series
from cockpit.wording import listed

MOST_NAMED = 4


def summary_of(chart: Chart) -> str:
    """`Tilgang: 41 (2022), 44 (2023), skjult (2024). …`, after what is counted."""
    scale = scale_of(chart)
    unit = f"{chart.unit} ({scale.unit})" if scale.unit and scale.unit not in chart.unit else chart.unit
    said = " ".join(f"{clean(series.name)}: {_values(chart, series, scale)}." for series in chart.series)
    return f"Diagram. {unit[:1].upper()}{unit[1:]}. {said}".strip()


def _values(chart: Chart, series: Series, scale: Scale) -> str:
    return ", ".join(
        f"{scale.at(series, place)} ({clean(name)})" for place, name in enumerate(chart.categories)
    )


def hidden_note(chart: Chart) -> str:
    """`Skjult: Tilgang 2024.`, where an empty cell would not tell why; nothing where nothing is hidden."""
    several = len(chart.series) > 1
    places = [
        f"{clean(series.name)} {clean(chart.categories[place])}"
        if several
        else clean(chart.categories[place])
        for series in chart.series
        for place in sorted(series.hidden)
    ]
    if not places:
        return ""
    if len(places) > MOST_NAMED:
        return f"{len(places)} tal er {HIDDEN}."
    return f"{HIDDEN[:1].upper()}{HIDDEN[1:]}: {listed(places)}."
