"""Every rule: its code, what breaking it does to the row, and what the reader is told."""

import re
from dataclasses import dataclass

from cockpit.intake.contract import Column
from cockpit.wording import number, safe_quote

REJECTED, FALLEN, DUPLICATE, WARNING = "rejected", "fallen", "duplicate", "warning"


@dataclass(frozen=True)
class Rule:
    """`message` may name {label}, {quoted} (the value, if it may be shown), {value}, {other} and {hint}."""

    code: str
    title: str
    message: str
    outcome: str = REJECTED


_RULES = (
    Rule("column_count", "Forkert antal felter",
         "Rækken har {value} felter end overskriften. Sæt anførselstegn om tekst, der holder skilletegnet."),
    Rule("required", "Mangler", "{label} mangler. Udfyld feltet i fagsystemet."),
    Rule("date", "Dato ikke i dansk form", "{quoted} kan ikke læses som dato. Skriv den som 31-10-2026."),
    Rule("date_year", "Årstal på to cifre",
         "{quoted} har et årstal på to cifre. Skriv alle fire, fx 31-10-2026."),
    Rule("date_calendar", "Dato findes ikke", "{quoted} findes ikke i kalenderen. Ret datoen i fagsystemet."),
    Rule("number", "Tal ikke i dansk form", "{quoted} kan ikke læses som {other}. Skriv {hint}."),
    Rule("decimals", "For mange decimaler",
         "{quoted} har mere end to decimaler. Skriv beløbet i kroner og øre."),
    Rule("boolean", "Hverken ja eller nej", "{quoted} kan ikke læses som ja eller nej. Skriv ja eller nej."),
    Rule("code", "Ukendt kode", "{label} {quoted} kendes ikke. Brug {hint}."),
    Rule("municipality", "Ukendt kommunekode", "{quoted} er ikke en kommunekode. Skriv tre cifre, fx 330."),
    Rule("month", "Måned ikke i den aftalte form",
         "{quoted} kan ikke læses som måned. Skriv den som 2026-03, eller 2026 for et budget for hele året."),
    Rule("whole_year", "Helt år, hvor der skal stå en måned",
         "Kun et budget kan stå for hele året {value}. Skriv måneden, fx {value}-03."),
    Rule("year", "Ukendt årstal", "{quoted} kan ikke læses som årstal. Skriv fire cifre, fx 2026."),
    Rule("no_due_date", "Frist mangler",
         "{label} mangler, og for den slags sag har listen ingen, der kan regnes ud. "
         "Udfyld feltet i fagsystemet."),
    Rule("range", "Uden for grænserne", "{label} {quoted} skal være {hint}. Ret værdien i fagsystemet."),
    Rule("comma", "Komma i en værdi",
         "{label} {quoted} indeholder et komma, som filtrene ikke kan bruge. Brug et andet tegn."),
    Rule("sheet_error", "Fejl i en celle",
         "{label} er en fejl i regnearket. Ret cellen eller dens formel, og gem igen."),
    Rule("not_computed", "Formel uden værdi",
         "{label} er en formel, som ikke er regnet ud. Åbn regnearket i Excel, og gem det."),
    Rule("source_code", "Kode, som profilen ikke kender",
         "{quoted} i {other} står ikke blandt profilens koder. Skriv den dér, eller ret den i fagsystemet."),
    Rule("join_missing", "Hører ikke til nogen række i en anden fil",
         "{other} har ingen række med den {value}, som står her. "
         "Tag den med i udtrækket, eller ret den i fagsystemet."),
    Rule("join_torn", "Hører til flere rækker i en anden fil",
         "{other} har flere rækker med den {value}, som står her, og de siger ikke det samme. "
         "Ret dem, så kun én er tilbage."),
    Rule("cpr", "CPR-nummer i et andet felt", "{label} indeholder et CPR-nummer. Fjern det i fagsystemet."),
    Rule("end_before_start", "Slut før start", "{label} {value} ligger før {other}."),
    Rule("key_conflict", "Samme nøgle flere gange",
         "{label} {quoted} står i flere rækker med forskelligt indhold. Ret dem, så kun én er tilbage."),
    Rule("unknown_parent", "Ukendt henvisning",
         "{label} {quoted} findes ikke i {other}. Ret værdien, eller tag rækken med i {other}."),
    Rule("parent_rejected", "Henvisning til en afvist række",
         "{label} {quoted} peger på en afvist række i {other}. Ret den, så kommer denne række med.", FALLEN),
    Rule("unknown_section", "Ukendt paragraf",
         "Paragraf {quoted} findes ikke i listen. Ret koden, eller tilføj paragraffen."),
    Rule("overlapping_rates", "Overlappende takster",
         "Taksten overlapper en anden grundtakst for samme indsats. Ret datoerne, så kun én gælder."),
    Rule("duplicate", "Gentaget række",
         "Rækken er en gentagelse af en anden og er talt med én gang.", DUPLICATE),
    Rule("section_dates", "Paragraf uden for sin gyldighed",
         "Indsatsen ligger helt eller delvist uden for de datoer, hvor paragraf {quoted} gælder. "
         "Rækken er med.", WARNING),
    Rule("two_caseworkers", "To rådgivere på en sag",
         "Sagen {quoted} har to rådgivere på samme dag. Begge er med.", WARNING),
    Rule("negative_amount", "Negativt beløb", "{label} {quoted} er under nul. Rækken er med.", WARNING),
    Rule("unknown_figure", "Ukendt nøgletal",
         "Nøgletallet {quoted} findes ikke. Rækken er med, men kan ikke sættes sammen med et nøgletal.",
         WARNING),
    Rule("birth_date_unknown", "Ukendt fødselsdato",
         "Fødselsdatoen mangler. Borgeren tælles med som uoplyst alder.", WARNING),
    Rule("unended", "Måske ikke hel",
         "Filen slutter uden linjeskift. Se efter, om den sidste række er hel.", WARNING),
    Rule("orphans", "Henvisning til noget, der ikke er med længere",
         "{value} rækker fra den forrige indlæsning peger på {other}, som ikke er med længere.", WARNING),
)  # fmt: skip
RULES = {rule.code: rule for rule in _RULES}

TYPE_WORDS = {"money": "beløb", "decimal": "tal", "integer": "helt tal"}


def message(code: str, column: Column | None, value: str, other: str) -> str:
    """The plain Danish sentence; a value that may be personal is never in it."""
    label = column.label if column else "rækken"
    template = RULES[code].message
    if column is not None and column.personal:
        template = template.replace("{label} {quoted}", "{label}").replace("{quoted}", "{label}")
    text = template.format(
        label=label[:1].upper() + label[1:],
        quoted=safe_quote(value),
        value=value,
        other=other or (TYPE_WORDS.get(column.type, "") if column else ""),
        hint=_hint(code, column, value) if column else "",
    )
    return text[:1].upper() + text[1:]  # a label or »(værdien vises ikke)« may stand first


def _hint(code: str, column: Column, value: str) -> str:
    if code == "code":
        return _either([spelling for pair in column.codes.items() for spelling in (pair[0], *pair[1])])
    if code == "range":
        return _range(column)
    if code == "number":
        return "det uden decimaler, fx 12" if column.type == "integer" else _written(column, value)
    return ""


def _written(column: Column, value: str) -> str:
    """The number as it should be written, where that can be told; else an example."""
    if column.decimal == ".":
        return "det med decimalpunktum, fx 1,234.50"
    if re.fullmatch(r"-?\d{1,5}\.\d{1,2}", value):  # a longer one is not quoted either
        return number(float(value), 2)
    return "det med decimalkomma, fx 1.234,50"


def _either(values: list[str]) -> str:
    return " eller ".join([part for part in (", ".join(values[:-1]), values[-1]) if part])


def _range(column: Column) -> str:
    low, high = (_limit(limit) for limit in (column.minimum, column.maximum))
    if low and high:
        return f"fra {low} til {high}"
    return f"mindst {low}" if low else f"højst {high}"


def _limit(limit: float | str | None) -> str:
    if limit is None:
        return ""
    if limit == "today":
        return "i dag"
    if isinstance(limit, str):
        return "-".join(reversed(limit.split("-")))
    return number(limit, len(f"{limit:g}".partition(".")[2]))
