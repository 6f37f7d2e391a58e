"""Every meaning of "borgere i botilbud": its plain sentence, its group, and which of them Overblik uses."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from cockpit.components.answers import Answer
from cockpit.components.filters import Filters
from cockpit.components.options import Options
from cockpit.components.scope import RESIDENTIAL
from cockpit.components.year_table import is_whole
from cockpit.wording import date_text

SECTION = "section_"
# The plain count is the one that we pay for: the same number by definition, and shown once.
SAME_AS = {"now": "paying_now"}

OWNER_PLACES = {
    "own": "i egne tilbud",
    "other_municipality": "i andre kommuner",
    "region": "i regionen",
    "private": "hos private",
}

NOW, YEAR, WHERE, BY_SECTION, RATE = "now", "year", "where", "section", "rate"
# Group, name and sentence; `{year}` is the year, with its last day where it is not over.
MEANINGS = {
    "paying_now": (
        NOW,
        "Borgere i botilbud, vi betaler for",
        "Bor i botilbud på dagen, og kommunen betaler. Det er dem, der menes, når intet andet står.",
    ),
    "acting_now": (
        NOW,
        "Borgere i botilbud, vi er handlekommune for",
        "Bor i botilbud på dagen, og kommunen træffer afgørelserne, hvem der end betaler.",
    ),
    "own_providers_now": (
        NOW,
        "Alle, der bor i vores egne tilbud",
        "Også på de pladser, der er solgt til andre kommuner.",
    ),
    "unique_in_year": (
        YEAR,
        "Unikke borgere med mindst én dag i botilbud",
        "Hver borger tæller én gang i {year}, også den, der er flyttet ud igen.",
    ),
    "spells_started_in_year": (
        YEAR,
        "Forløb begyndt",
        "Kom i botilbud i {year}. Et skift mellem to botilbud tæller ikke.",
    ),
    "spells_ended_in_year": (
        YEAR,
        "Forløb sluttet",
        "Forlod botilbud i {year}. Et skift mellem to botilbud tæller ikke.",
    ),
    "full_year_persons": (
        YEAR,
        "Helårspersoner",
        "Dage i botilbud i {year}, delt med alle årets dage.",
    ),
    "bought_other_municipality_now": (
        WHERE,
        "Købt i andre kommuner",
        "Vi betaler, og en anden kommune driver tilbuddet.",
    ),
    "bought_region_now": (WHERE, "Købt i regionen", "Vi betaler, og regionen driver tilbuddet."),
    "bought_private_now": (WHERE, "Købt hos private", "Vi betaler, og en privat driver tilbuddet."),
    "sold_now": (WHERE, "Solgt til andre kommuner", "Bor i vores egne tilbud, og en anden kommune betaler."),
    "per_1000_adults_now": (
        RATE,
        "Pr. 1.000 voksne indbyggere",
        "Dem, vi betaler for, i forhold til alle kommunens indbyggere på 18 år og derover.",
    ),
}
# Neither citizens nor courses: no bar beside the counts.
OTHER_UNIT = ("per_1000_adults_now",)


@dataclass(frozen=True)
class Meaning:
    """One way to count; `share` of the largest count is the length of its bar, None for another unit."""

    definition: str
    name: str
    sentence: str
    value: float
    share: float | None
    in_use: bool


@dataclass(frozen=True)
class MeaningGroup:
    title: str
    meanings: tuple[Meaning, ...]


def meaning_groups(answer: Answer, filters: Filters, options: Options) -> list[MeaningGroup]:
    """The rows of residential_count in groups, in the order a reader asks for them."""
    values = {row["definition"]: row["value"] for row in answer.rows if row["value"] is not None}
    ordered = [name for name in MEANINGS if name in values]
    ordered += [name for name in values if name.startswith(SECTION)]
    # A meaning that the figure learns later is shown, not lost.
    ordered += [name for name in values if name not in ordered and name not in SAME_AS]
    most = max((values[name] for name in ordered if name not in OTHER_UNIT), default=0)
    used = in_use(filters)
    year = year_so_far(filters.end.year, answer.as_of)
    meanings = [_meaning(name, values[name], most, used, year, options) for name in ordered]
    titles = group_titles(filters.end, answer.as_of)
    found = ((key, [m for m in meanings if _group(m.definition) == key]) for key in titles)
    return [MeaningGroup(titles[key], tuple(members)) for key, members in found if members]


def _group(definition: str) -> str:
    if definition.startswith(SECTION):
        return BY_SECTION
    return MEANINGS[definition][0] if definition in MEANINGS else RATE


def _meaning(name: str, value: float, most: float, used: str, year: str, options: Options) -> Meaning:
    section = options.section(section_of(name) or "")
    _, title, sentence = MEANINGS.get(name, ("", name, ""))
    if section_of(name):
        title, sentence = (section.label, section.name) if section else (section_of(name) or "", "")
    share = None if name in OTHER_UNIT else value / most if most else 0
    return Meaning(name, title, sentence.format(year=year), value, share, name == used)


def section_of(definition: str) -> str | None:
    """`section_SEL_107_now` counts `SEL 107`; None for what counts no section."""
    if not definition.startswith(SECTION):
        return None
    return definition.removeprefix(SECTION).removesuffix("_now").replace("_", " ", 1)


def year_so_far(year: int, as_of: date) -> str:
    """`2025`; the year that is not over is `2026 til og med 31-10-2026`."""
    return str(year) if is_whole(year, as_of) else f"{year} til og med {date_text(as_of)}"


def group_titles(end: date, as_of: date) -> dict[str, str]:
    """The groups in their order; `Lige nu` is said of the as-of date only."""
    today = end == as_of
    when = "lige nu" if today else f"den {date_text(end)}"
    return {
        NOW: f"Lige nu, {date_text(end)}" if today else f"Den {date_text(end)}",
        YEAR: f"I løbet af {end.year}",
        WHERE: f"Hvor de bor, {when}",
        BY_SECTION: f"Efter paragraf, {when}",
        RATE: f"I forhold til befolkningen, {when}",
    }


def in_use(filters: Filters) -> str:
    """The meaning that Overblik shows with these filters; empty where it shows none of them."""
    if len(filters.sections) == 1 and not filters.groups and filters.role == "paying":
        law, _, section = filters.sections[0].partition(" ")
        return f"{SECTION}{law}_{section}_now"
    residential = filters.unscoped or (filters.groups == (RESIDENTIAL,) and not filters.sections)
    if not residential:
        return ""
    return {"paying": "paying_now", "acting": "acting_now"}.get(filters.role, "")


def residential_only(filters: Filters, options: Options) -> Filters:
    """The filters narrowed to residential care: of the sections chosen those that are, else all of it."""
    chosen = tuple(key for key in filters.sections if _is_residential(key, options))
    if chosen:
        return replace(filters, sections=chosen, groups=())
    return replace(filters, sections=(), groups=(RESIDENTIAL,))


def left_out(filters: Filters, options: Options) -> list[str]:
    """What the filter on paragraphs names beside residential care, as the filter writes it."""
    groups = [group for group in filters.groups if group != RESIDENTIAL]
    known: Sequence[str] = [key for key in filters.sections if not _is_residential(key, options)]
    labels = [section.label for section in options.sections if section.key in known]
    return [*groups, *labels]


def _is_residential(key: str, options: Options) -> bool:
    section = options.section(key)
    return section is not None and section.group == RESIDENTIAL
