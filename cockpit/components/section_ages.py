"""Ages by section as a chart draws them: bands down, a row of counts for each section."""

from dataclasses import dataclass

from cockpit.components.answers import Answer
from cockpit.components.cells import band_name
from cockpit.components.labels import value_name
from cockpit.components.options import Options

MOST_SECTIONS = 5


@dataclass(frozen=True)
class SectionAges:
    """`counts` has for each section's key its citizens in each band, in the order of `bands`."""

    bands: tuple[str, ...]
    counts: dict[str, list[int]]


def section_ages(answer: Answer, options: Options) -> SectionAges:
    """age_intervals by section, without the bands at either end that hold nobody."""
    cells = {(row["by_value"], row["age_band"]): row["citizens"] for row in answer.rows}
    bands = list(dict.fromkeys(row["age_band"] for row in answer.rows))
    held = [any(cells.get((key, band)) for key, _ in cells) for band in bands]
    places = [place for place, anyone in enumerate(held) if anyone]
    kept = bands[places[0] : places[-1] + 1] if places else []
    keys = in_order([key for key, _ in cells], options)[:MOST_SECTIONS]
    counts = {key: [cells.get((key, band), 0) for band in kept] for key in keys}
    return SectionAges(tuple(band_name(band) for band in kept), counts)


def in_order(keys: "list[str] | tuple[str, ...]", options: Options) -> list[str]:
    """Each section once, in the order of the reference, so that a section keeps its colour."""
    known = [section.key for section in options.sections]
    return sorted(dict.fromkeys(keys), key=lambda key: known.index(key) if key in known else len(known))


def short_name(key: str, options: Options) -> str:
    """`§ 85, botilbudslignende` is too long for the end of a line: `§ 85`."""
    section = options.section(key)
    name = section.label if section else value_name("section", key, options)
    return name.partition(",")[0].replace("§ ", "§\u00a0")
