"""Sheets made up by hand, one of each form, and such as nobody should make."""

from dataclasses import replace
from datetime import date
from typing import Any

from cockpit.sheets.model import Chart, FilledSet, FilledSheet, Number, Series

YEARS = ("2022", "2023", "2024", "2025", "okt. 2026")
# A number that is hidden but stands in the model by a fault: it must be found in no file.
SECRET = 3.0


def series(name: str, values: tuple[float | None, ...], tone: str, hidden: tuple[int, ...] = ()) -> Series:
    return Series(name.lower(), name, values, tone, name.lower(), frozenset(hidden))


FLOW = Chart(
    "flow",
    YEARS,
    (
        series("Bestand", (178, 185, 193, 1202, 1214), "stock"),
        series("Tilgang", (41, 44, None, 49, None), "inflow", (2,)),
        series("Afgang", (36, 37, 38, 40, None), "outflow"),
    ),
    "count",
    "borgere",
)
LINES = Chart(
    "lines",
    YEARS,
    (
        series("§ 85", (120, 131, 140, 151, 158), "part-0"),
        series("§ 107", (61, 63, 66, None, 72), "part-1", (3,)),
        series("§ 108", (58, 60, 64, 69, 71), "part-2"),
        series("Længerevarende ophold efter § 105", (31, 30, 33, 29, 30), "part-3"),
        series("§ 96", (12, 14, 13, 15, 16), "part-4"),
        series("§ 103", (9, 11, None, 10, None), "part-5", (4,)),
    ),
    "count",
    "borgere",
)
STACKED = Chart(
    "stacked",
    YEARS,
    (
        series("Under 1 mio. kr.", (120, 118, 121, 119, 117), "step-0"),
        series("1–2 mio. kr.", (52, 57, 62, 66, 70), "step-1"),
        series("Over 2 mio. kr.", (6, 10, None, 17, 21), "step-2", (2,)),
    ),
    "count",
    "borgere",
)
COLUMNS = Chart(
    "columns",
    YEARS,
    (
        series(
            "Pris pr. helårsperson", (981_234.0, 1_020_000.0, 1_090_500.0, None, 1_184_321.5), "inflow", (3,)
        ),
    ),
    "kroner",
    "kr. pr. helårsperson",
)
BARS = Chart(
    "bars",
    ("Voksne", "Børn og unge", "Støtte i eget hjem", "Botilbud"),
    (series("Borgere pr. årsværk", (38.25, 21.5, None, 44.0), "inflow", (2,)),),
    "decimal",
    "borgere pr. årsværk",
    ((30.0, 35.0), (18.0, 22.0), None, (30.0, 35.0)),
)
BUDGET = Chart(
    "bars",
    ("Botilbud til længerevarende ophold", "Beskyttet beskæftigelse", "Forebyggende foranstaltninger *"),
    (series("Afvigelse", (3_100_000.0, -657_000.0, -1_200_000.0), "cost-up"),),
    "variance",
    "forventet minus budget",
)
GAINS = Chart(
    "bars",
    tuple(f"Tema nummer {place} med et navn" for place in range(10)),
    (
        series("Ventet", tuple(100_000.0 * place for place in range(10)), "pale"),
        series("Nået", tuple(70_000.0 * place for place in range(10)), "inflow"),
    ),
    "kroner",
    "gevinst i 2026",
)
SHARES = Chart(
    "lines",
    YEARS[:4],
    (
        series("Sagsbehandling", (0.921, 0.934, 0.88, 0.9), "part-0"),
        series("Handleplaner", (0.7, 0.72, 0.715, 0.75), "part-1"),
    ),
    "percent",
    "andel af fristerne, der blev holdt",
)
OTHERS = Chart(
    "bars",
    ("Gentofte", "København", "Slagelse", "Næstved", "Ringsted", "Sorø", "Kalundborg", "Holbæk", "Odsherred"),
    (series("Pris", (1.62e6, 1.5e6, 1.4e6, 1.31e6, 1.3e6, 1.2e6, 1.1e6, 1.0e6, 0.9e6), "inflow"),),
    "kroner",
    "kr. pr. helårsperson, 2025",
    own=2,
)
CHARTS = {
    "flow": FLOW, "lines": LINES, "stacked": STACKED, "columns": COLUMNS, "bars": BARS, "budget": BUDGET,
    "gains": GAINS, "shares": SHARES, "others": OTHERS,
}  # fmt: skip

NUMBERS = (
    Number("flow/closing", 1214.0, "count", "1.214", "borgere i botilbud, 11 flere end for et år siden"),
    Number(
        "unit_cost/unit_cost", 1_184_321.5, "kroner", "1,18 mio. kr.", "pr. helårsperson i botilbud i 2026"
    ),
    Number("stays/typical", None, "count", "–", "typisk ophold efter § 107"),
)
LONG = "Borgerne bliver boende længere, fordi der mangler almene boliger at flytte videre til. " * 5


def sheet(form: str, **changed: Any) -> FilledSheet:
    chart = CHARTS[form]
    plain = FilledSheet(
        id=form,
        title="Flere unge får plads i midlertidige botilbud, og de bliver boende længere",
        suggested="Antal borgere i botilbud er steget",
        numbers=NUMBERS,
        chart=chart,
        subtitle=f"Antal borgere i botilbud, {chart.unit}",
        challenges=("Få alternativer uden for dagtimerne", "Få almene boliger til unge"),
        tendencies=("Tilgangen er størst fra psykiatrien", "Flere kommuner køber pladser hos os"),
        source="Kilde: Indsatser og Borgere, opgjort pr. 31-10-2026. Små tal er skjult.",
        as_of=date(2026, 10, 31),
        figure="stock_flow",
        given={},
    )
    return replace(plain, **changed)


def as_set(*sheets: FilledSheet) -> FilledSet:
    return FilledSet("adults", "Temamøde: Voksne i botilbud", sheets)


ORDINARY = as_set(*(sheet(form) for form in CHARTS), sheet("flow", title="Ti plancher"))
STRANGE = "Tekst 🎉 med مرحبا og \x07\u202eomvendt #emph[x] $a$ \\ <b>fed</b> & @ref"
ODD = as_set(
    sheet("flow", title="Meget lang titel " * 24, challenges=(LONG,) * 8, tendencies=(LONG,) * 3),
    sheet("lines", title=STRANGE, challenges=(STRANGE,), numbers=(), tendencies=()),
    sheet(
        "bars",
        chart=None,
        numbers=(),
        subtitle="",
        lacking="Nøgletallet »botilbud« findes ikke mere. Vælg et andet.",
    ),
    sheet(
        "bars",
        title="",
        challenges=(),
        tendencies=(),
        numbers=tuple(replace(one, words=LONG) for one in NUMBERS * 2)[:5],
    ),
    sheet("columns", title="X" * 400, challenges=("y" * 300,) * 8, source="z" * 500),
    sheet("columns", chart=replace(COLUMNS, series=()), challenges=("Kort",) * 8),
)
