"""The message of a fact sheet: what a course of years tells, by fixed rules that never claim a cause.

Each rule is silent (None) where it does not hold, or where a number that it stands on is hidden.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cockpit.findings.change import FEWEST_MORE, share_change
from cockpit.findings.rows import alone_most
from cockpit.wording import kroner, listed, number, percent, rounded

Values = Sequence[float | None]
# How large a share the change must be, by the years it is told over.
NOTABLE_OVER = {2: 0.08, 1: 0.05, 4: 0.15}
IN_WORDS = {1: "et år", 2: "to år", 4: "fire år"}
# A rise over years is not told where the last of them clearly went the other way.
TURNED = 0.02
MOST_OF_IT = 0.5
FEWEST_FOR_RECORD = 5
DEAR_SHARE = 0.01
FEWEST_OTHERS = 3


@dataclass(frozen=True)
class Course:
    """`values` year by year, up to `last_year`; `whole` says that the last of them is at or of its end.

    `parts` are what the values are added up of, by their words in a sentence: `efter § 107`. `counts` tells
    people from prices and shares: few of them move a small number much.
    """

    subject: str
    values: Values
    last_year: int
    whole: bool = True
    counts: bool = True
    parts: Mapping[str, Values] | None = None


def changed(course: Course) -> str | None:
    """`Antal borgere i botilbud er steget med 12 pct. på to år, mest efter § 107`."""
    return next((told for years in NOTABLE_OVER if (told := changed_over(course, years))), None)


def changed_over(course: Course, years: int) -> str | None:
    """Told by the year that it is compared with where the last is not over: then years are not whole."""
    first, last = _ends(course.values, years)
    share = share_change(last, first)
    if share is None or first is None or last is None or rounded(abs(share), 6) < NOTABLE_OVER[years]:
        return None
    if (course.counts and abs(last - first) < FEWEST_MORE) or _turned(course.values, years, share):
        return None
    if years == 1 and _has_been_near(course, share):
        return None
    how = "steget" if share > 0 else "faldet"
    over = f"på {IN_WORDS[years]}" if course.whole else f"siden udgangen af {course.last_year - years}"
    return f"{course.subject} er {how} med {percent(abs(share), 0)} {over}{_mostly(course, years)}"


def _ends(values: Values, years: int) -> tuple[float | None, float | None]:
    return (values[-1 - years], values[-1]) if len(values) > years else (None, None)


def _turned(values: Values, years: int, share: float) -> bool:
    before, last = _ends(values, 1)
    latest = share_change(last, before)
    return years > 1 and (latest is None or (abs(latest) >= TURNED and (latest > 0) != (share > 0)))


def _has_been_near(course: Course, share: float) -> bool:
    """One year tells no change of a course that only swings: it has been nearly as high, or low, before."""
    before, last = [value for value in course.values[:-2] if value is not None], course.values[-1]
    if last is None or not before:
        return False
    beyond, most = (last - max(before), max(before)) if share > 0 else (min(before) - last, min(before))
    return beyond < TURNED * abs(most) or (course.counts and beyond < FEWEST_MORE) or beyond <= 0


def _mostly(course: Course, years: int) -> str:
    part = moved_most(course, years)
    return f", mest {part}" if part else ""


def moved_most(course: Course, years: int) -> str | None:
    """The part that alone is more than half of the change; none where one is hidden, or is new or gone."""
    first, last = _ends(course.values, years)
    ends = {name: _ends(values, years) for name, values in (course.parts or {}).items()}
    if first is None or last is None or first == last or len(ends) < 2:
        return None
    moves = {}
    for name, (before, now) in ends.items():
        if before is None or now is None or (not before) != (not now):
            return None
        moves[name] = (now - before) / (last - first)
    most = alone_most(moves)
    return most if most and moves[most] > MOST_OF_IT else None


def record(course: Course) -> str | None:
    """Higher, or lower, than in any of the years shown, which must all be known."""
    known = [value for value in course.values if value is not None]
    if len(known) < max(FEWEST_FOR_RECORD, len(course.values)):
        return None
    *before, last = known
    shown = f"i de {_count(known)} viste år"
    if last > max(before):
        return f"{course.subject} er på det højeste {shown}"
    return f"{course.subject} er på det laveste {shown}" if last < min(before) else None


def _count(known: Sequence[float]) -> str:
    words = ("nul", "et", "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni", "ti")
    return words[len(known)] if len(known) < len(words) else number(len(known))


def crossed(course: Course, targets: Mapping[int, float], good: str, shown: str) -> str | None:
    """The latest value is on the other side of its year's target than the one before was of its own.

    `good` is lower or higher, as the definition says; `shown` the target in words.
    """
    before, last = _ends(course.values, 1)
    year = course.last_year
    if before is None or last is None or not {year - 1, year} <= targets.keys() or good == "neutral":
        return None
    was, now = _meets(before, targets[year - 1], good), _meets(last, targets[year], good)
    if was == now:
        return None
    if now:
        return f"{course.subject} har nået målet på {shown}"
    return f"{course.subject} er kommet {'over' if good == 'lower' else 'under'} målet på {shown}"


def _meets(value: float, target: float, good: str) -> bool:
    return value <= target if good == "lower" else value >= target


def more_in_than_out(came: float | None, went: float | None, year: int, to: str) -> str | None:
    """Of one year that is over: who came and who went; told from as few as a change is.

    `to` is what they came to: `botilbud`; empty for everything.
    """
    if came is None or went is None or abs(came - went) < FEWEST_MORE:
        return None
    inflow, how = f"Tilgangen til {to}" if to else "Tilgangen", "større" if came > went else "mindre"
    return f"{inflow} var {how} end afgangen i {year}: {citizens(came)} mod {number(went)}"


def citizens(count: float) -> str:
    return "1 borger" if count == 1 else f"{number(count)} borgere"


def dear_share(dear: Values, everyone: Values, years: Sequence[int], who: str) -> str | None:
    """`18 pct. af borgerne i botilbud fik hjælp til over 2 mio. kr. om året i 2025`.

    They are counted by the price of a year, so who came in November has not been paid as much for.
    """
    if not dear or dear[-1] is None or not everyone[-1]:
        return None
    share = dear[-1] / everyone[-1]
    if share < DEAR_SHARE:
        return None
    return f"{_whole_percent(share)} af {who} fik hjælp til over 2 mio. kr. om året i {years[-1]}"


def _whole_percent(share: float) -> str:
    """Neither nothing nor everything is told of a share that only comes near it."""
    text = percent(share, 0)
    return percent(share) if text in ("0 pct.", "100 pct.") and share not in (0, 1) else text


def beside_others(subject: str, own: float | None, others: Values, year: int) -> str | None:
    """`I 2025 var prisen højere end i 6 af de 9 kommuner, vi sammenligner os med`, where all are known.

    Told of the side where most are; of two as many nothing is told.
    """
    known = [value for value in others if value is not None]
    if own is None or len(known) < len(others) or len(known) < FEWEST_OTHERS:
        return None
    below, above = sum(value < own for value in known), sum(value > own for value in known)
    if below == above:
        return None
    how, count = ("højere", below) if below > above else ("lavere", above)
    those = f"alle {number(count)}" if count == len(known) else f"{number(count)} af de {number(len(known))}"
    return f"I {year} var {subject} {how} end i {those} kommuner, vi sammenligner os med"


def gained(expected: Values, realised: Values, year: int) -> str | None:
    """What has been settled of the year's gains, of some not yet, beside what was expected."""
    settled = [value for value in realised if value is not None]
    hoped = sum(value for value in expected if value is not None)
    if not settled or hoped <= 0:
        return None
    return f"Der er opgjort gevinster for {kroner(sum(settled))} i {year}, hvor {kroner(hoped)} var ventet"


def share_told(part: float | None, others: Values, told: str) -> str | None:
    """`54 pct. af pladserne i egne tilbud er solgt`, where every number is known.

    Nothing where one is below zero, such as the free places where more live than there are places.
    """
    known = [value for value in others if value is not None]
    if part is None or len(known) < len(others) or min((part, *known)) < 0 or not part + sum(known):
        return None
    return f"{_whole_percent(part / (part + sum(known)))} {told}"


def kept_share(shares: Values, year: int) -> str | None:
    """`93 pct. af fristerne blev holdt i 2025`."""
    if not shares or shares[-1] is None:
        return None
    return f"{_whole_percent(shares[-1])} af fristerne blev holdt i {year}"


def outside_band(
    areas: Sequence[str], values: Values, bands: Sequence[tuple[float, float] | None]
) -> str | None:
    """Where the load is above what is recommended; that it is within only where all are known.

    `areas` as a sentence has them: `på voksenområdet`.
    """
    pairs = list(zip(areas, values, bands, strict=True))
    over = [name for name, value, band in pairs if value is not None and band and value > band[1]]
    if over:
        return f"Sagstallet er over det vejledende {listed(over)}"
    judged = [value is not None and band is not None and value >= band[0] for _, value, band in pairs]
    return "Sagstallet er inden for det vejledende på alle områder" if judged and all(judged) else None


def over_budget(shown: Mapping[str, float | None], every: Values) -> str | None:
    """The account that is expected furthest over its budget, of those `shown` by name; that none is, only
    where `every` variance is known.
    """
    known = {name: value for name, value in shown.items() if value is not None}
    most = alone_most(known)
    if most and known[most] > 0:
        return f"{most} ventes at bruge {kroner(known[most])} mere end budgettet"
    none_over = bool(every) and all(value is not None and value <= 0 for value in every)
    return "Ingen konto ventes at bruge mere end budgettet" if none_over else None
