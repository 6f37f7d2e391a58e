"""The parameters a key figure can take: their kinds, choices, defaults, and how a given value is checked."""

import re
from dataclasses import dataclass, replace
from datetime import date

from cockpit.wording import PlainError, date_text, listed, parse_date, safe_quote

UNKNOWN = "uoplyst"
FILTERS = (
    "area", "group", "section", "owner", "provider_type", "provider", "target_group", "sex", "diagnosis",
)  # fmt: skip
YEARS_AHEAD_COMMITTED = 4
MOST_LIMITS = 20
MOST_AHEAD = {"months": 60, "weeks": 104, "days": 1825}  # as far as the calendar surely reaches
BANDS = "18,25,35,45,55,67"
CHILDRENS_BANDS = "0,6,12,18,23"
CHILDREN = "børn og unge"


@dataclass(frozen=True)
class Parameter:
    """One parameter; `kind` is date, year, month (of `year`), choice, one or list (of values in the data),
    numbers (ascending) or ahead (how many months or days the figure looks ahead).
    """

    name: str
    label: str
    kind: str
    choices: tuple[str, ...] | None = None
    default: str | None = None
    required: bool = False


KNOWN = {
    parameter.name: parameter
    for parameter in (
        Parameter("period", "Periode", "choice", ("month", "quarter", "year"), required=True),
        Parameter("from", "Fra", "date", required=True),
        Parameter("to", "Til", "date", required=True),
        Parameter("on", "Dato", "date", required=True),
        Parameter("year", "År", "year", required=True),
        Parameter("month", "Til og med måned", "month", required=True),
        Parameter("figure", "Nøgletal", "one", required=True),
        Parameter("from_year", "Fra år", "year", required=True),
        Parameter("to_year", "Til år", "year", required=True),
        Parameter("year_a", "Fra året", "year", required=True),
        Parameter("year_b", "Til året", "year", required=True),
        Parameter("months", "Antal måneder", "ahead", required=True),
        Parameter("days", "Dage frem", "ahead", required=True),
        Parameter("kind", "Slags frist", "list"),
        Parameter("team", "Team", "list"),
        Parameter("weeks", "Afsluttet inden for (uger)", "ahead", default="12"),
        Parameter("basis", "Grundlag", "choice", ("to_date", "committed"), default="to_date"),
        Parameter("prices", "Priser", "choice", ("current", "fixed"), default="current"),
        Parameter("measure", "Opgjort som", "choice", ("annualised", "in_year"), default="annualised"),
        Parameter("limits", "Grænser i kr.", "numbers", default="500000,1000000,2000000,4000000"),
        Parameter("bands", "Aldersgrænser", "numbers"),
        Parameter("role", "Kommune", "choice", ("paying", "acting", "all"), default="paying"),
        Parameter("area", "Område", "list"),
        Parameter("group", "Gruppe", "list"),
        Parameter("section", "Paragraf", "list"),
        Parameter("owner", "Ejer", "list"),
        Parameter("provider_type", "Tilbudstype", "list"),
        Parameter("provider", "Tilbud", "list"),
        Parameter("target_group", "Målgruppe", "list"),
        Parameter("sex", "Køn", "list"),
        Parameter("diagnosis", "Psykiatrisk diagnose", "list"),
        Parameter("by", "Fordel på", "choice", ("none", *FILTERS), default="none"),
    )
}
SERVICE_PARAMETERS = ("role", *FILTERS, "by")


def declared(text: str) -> tuple[Parameter, ...]:
    """The parameters of a header line such as `on, by=team|area, services`; KeyError names an unknown one.

    `services` stands for all that every service-based figure takes, `filters` for those but `by`;
    choices given narrow the known ones, and the one with a star is the default; without a star there is none.
    `months=12*` gives a default to one that has no choices.
    """
    parameters: list[Parameter] = []
    for item in filter(None, (part.strip() for part in text.split(","))):
        name, _, choices = item.partition("=")
        if name == "services":
            parameters += [KNOWN[known] for known in SERVICE_PARAMETERS]
        elif name == "filters":
            parameters += [KNOWN[known] for known in SERVICE_PARAMETERS if known != "by"]
        elif choices:
            one = KNOWN[name]
            narrowed = tuple(choice.rstrip("*") for choice in choices.split("|")) if one.choices else None
            usual = next((choice[:-1] for choice in choices.split("|") if choice.endswith("*")), None)
            parameters.append(replace(one, choices=narrowed, default=usual, required=usual is None))
        else:
            parameters.append(KNOWN[name])
    return tuple(parameters)


def checked_value(parameter: Parameter, text: str, in_data: tuple[str, ...]) -> str:
    """The value in the form the queries take; PlainError says what is wrong and what there is."""
    if parameter.kind == "date":
        return _date(parameter, text)
    if parameter.kind == "year":
        return _year(parameter, text)
    if parameter.kind == "month":
        return _month(text)
    if parameter.kind == "numbers":
        return _numbers(parameter, text)
    if parameter.kind == "ahead":
        return _ahead(parameter, text)
    if parameter.kind == "choice":
        _one_of(parameter, text, parameter.choices or ())
        return text
    if parameter.kind == "one":
        _one_of(parameter, text.strip(), in_data)
        return text.strip()
    values = [value.strip() for value in text.split(",") if value.strip()]
    if not values:
        raise PlainError(f"{parameter.name} mangler en værdi. Skriv en, eller udelad {parameter.name}.")
    for value in values:
        _one_of(parameter, value, in_data)
    return ",".join(values)


def _one_of(parameter: Parameter, value: str, there_are: tuple[str, ...]) -> None:
    if value not in there_are:
        raise PlainError(
            f"{parameter.name} kan ikke være {safe_quote(value)}. Vælg blandt: {listed(there_are, 'eller')}."
        )


def _date(parameter: Parameter, text: str) -> str:
    try:
        return parse_date(text).isoformat()
    except PlainError as problem:
        raise PlainError(f"{parameter.name}: {problem}") from problem


def _year(parameter: Parameter, text: str) -> str:
    if not re.fullmatch(r"(19|20|21)\d\d", text.strip()):
        raise PlainError(f"{parameter.name} skal være et årstal. Skriv fx {parameter.name}=2026.")
    return text.strip()


def _month(text: str) -> str:
    """`3`, `03` or, as the ledger has it, `2026-03`, which must then be of the year asked for."""
    if not re.fullmatch(r"((19|20|21)\d\d-)?(0?[1-9]|1[0-2])", text.strip()):
        raise PlainError("month skal være et tal fra 1 til 12, fx month=3 for marts.")
    return text.strip()


def month_number(month: str, year: str) -> str:
    """The month without its year; PlainError where that is another than the one asked for."""
    of, _, number = month.rpartition("-")
    if of and of != year:
        raise PlainError(f"month er en måned i {of}, men year er {year}. Skriv fx month=3 for marts.")
    return str(int(number))


def _ahead(parameter: Parameter, text: str) -> str:
    most = MOST_AHEAD[parameter.name]
    if not re.fullmatch(r"\d{1,4}", text.strip()) or not 0 < int(text) <= most:
        raise PlainError(f"{parameter.name} skal være et helt tal fra 1 til {most}, fx {parameter.name}=12.")
    return str(int(text))


def _numbers(parameter: Parameter, text: str) -> str:
    parts = [part.strip() for part in text.split(",")]
    if not all(re.fullmatch(r"\d{1,12}", part) for part in parts):
        raise PlainError(f"{parameter.name} skal være hele tal adskilt af komma, fx {parameter.name}=18,25.")
    numbers = [int(part) for part in parts]
    if numbers != sorted(set(numbers)) or len(numbers) > MOST_LIMITS:
        raise PlainError(f"{parameter.name} skal være højst {MOST_LIMITS} stigende tal, hvert tal én gang.")
    if parameter.name == "limits" and numbers[0] == 0:
        raise PlainError("limits begynder over 0, for det laveste interval begynder selv ved 0.")
    return ",".join(str(number) for number in numbers)


def check_together(values: dict[str, str | None], as_of: date) -> None:
    """What only shows when the values are seen together, and against the as-of date."""
    for first, last in (("from", "to"), ("from_year", "to_year")):
        earlier, later = values.get(first), values.get(last)
        if earlier and later and earlier > later:
            raise PlainError(f"{first} ligger efter {last}. Byt om på de to.")
    year_a, year_b = values.get("year_a"), values.get("year_b")
    if year_a and year_b and year_a >= year_b:
        raise PlainError("year_a skal ligge før year_b. Vælg to forskellige år, det tidligste først.")
    for name in ("from", "to", "on"):
        value = values.get(name)
        if value and not date(1900, 1, 1) <= date.fromisoformat(value) <= as_of:
            raise PlainError(
                f"{name} skal ligge fra 01-01-1900 til og med {date_text(as_of)}, som data er opgjort pr."
            )
    latest = as_of.year + (YEARS_AHEAD_COMMITTED if values.get("basis") == "committed" else 0)
    for name in ("year", "from_year", "to_year", "year_a", "year_b"):
        value = values.get(name)
        if value and int(value) > latest:
            raise PlainError(f"{name} kan højst være {latest}, for data er opgjort pr. {date_text(as_of)}.")
    month, year = values.get("month"), values.get("year")
    if month and year and (int(year), int(month)) > (as_of.year, as_of.month):
        raise PlainError(
            f"month kan højst være {as_of.month} i {year}, for data er opgjort pr. {date_text(as_of)}."
        )
