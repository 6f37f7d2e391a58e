"""Charts of how things stand now, side by side: groups, places, caseload, accounts, other municipalities."""

from collections.abc import Mapping, Sequence
from typing import Any

from cockpit.keyfigures import account_names, booked_months, compared_years, municipality_names
from cockpit.keyfigures.parameters import UNKNOWN
from cockpit.sheets.asking import hides, known_sections, reader, rows_of, where
from cockpit.sheets.model import Chart, Place, Series
from cockpit.wording import PlainError, in_sentence

Row = Mapping[str, Any]
MOST_BARS = 10
MOST_GROUPS = 12
# Accounts have long names: more cannot be read from the back of the room.
MOST_ACCOUNTS = 7
OWN_HOMES = "Egne tilbud"
# Each as a bar is named, and in a sentence.
HOMES = {
    ("own", "own"): (OWN_HOMES, "hvor hjælpen er kommunens egen"),
    ("bought", "other_municipality"): ("Købt i andre kommuner", "hvor hjælpen er købt i andre kommuner"),
    ("bought", "region"): ("Købt i regionen", "hvor hjælpen er købt i regionen"),
    ("bought", "private"): ("Købt hos private", "hvor hjælpen er købt hos private"),
    ("bought", UNKNOWN): ("Tilbud ikke oplyst", "hvor tilbuddet ikke er oplyst"),
}
SOLD = "Solgt"
USES = {"own_citizens": "Egne borgere", "sold": SOLD, "free": "Ledige"}
USED = (
    "pladser i egne tilbud, brugt af egne borgere",
    "pladser i egne tilbud, solgt til andre kommuner",
    "ledige pladser i egne tilbud",
)
DOUBT = "\u00a0*"
NO_THEME = "Uden tema"


def bars(
    key: str, name: str, rows: Sequence[Row], column: str, tone: str, each: Sequence[str], moment: str = ""
) -> Series:
    """`each` says what each row counts, `moment` when, if not today."""
    hidden = frozenset(at for at, row in enumerate(rows) if hides(row, column))
    values, moments = tuple(row[column] for row in rows), (moment,) * len(rows) if moment else ()
    return Series(key, name, values, tone, "", hidden, moments, tuple(each))


def groups(place: Place) -> Chart:
    """The stock of every group of services, the largest first; of an area its own groups."""
    as_of = reader().version.as_of
    of_area = {row["section_group"] for row in known_sections() if row["area"] == place.value}
    asked = {"period": "year", "by": "group", "from": f"{as_of.year}-01-01", "to": f"{as_of}"}
    rows = [
        row
        for row in rows_of("stock_flow", asked)
        if (not place.kind or row["by_value"] in of_area) and (row["closing"] or hides(row, "closing"))
    ]
    rows = sorted(rows, key=lambda row: -(row["closing"] or 0))[:MOST_GROUPS]
    each = [f"borgere {where(Place('group', row['by_value']))}" for row in rows]
    found = bars("closing", "Borgere", rows, "closing", "stock", each)
    names = tuple(row["by_value"][:1].upper() + row["by_value"][1:] for row in rows)
    return Chart("bars", names, (found,), "count", "borgere")


def market(place: Place) -> Chart:
    """Where the municipality's own citizens live; those of others, in places sold to them, are not theirs."""
    rows = rows_of("market", {"on": f"{reader().version.as_of}", **place.given})
    known = [row for kind in HOMES for row in rows if (row["direction"], row["owner"]) == kind]
    homes = [HOMES[row["direction"], row["owner"]] for row in known]
    names = tuple(name for name, _ in homes)
    each = [f"borgere {where(place)}, {helped}" for _, helped in homes]
    found = bars("citizens", "Borgere", known, "citizens", "inflow", each)
    return Chart("bars", names, (found,), "count", "borgere")


def own_places(_: Place) -> Chart:
    rows = rows_of("places", {"on": f"{reader().version.as_of}"})
    row = rows[0] if rows else {}
    listed = [{"places": row.get(use), "hidden": ["places"] if hides(row, use) else []} for use in USES]
    found = bars("places", "Pladser", listed, "places", "inflow", USED)
    return Chart("bars", tuple(USES.values()), (found,), "count", "pladser i egne tilbud")


def caseload(_: Place) -> Chart:
    rows = rows_of("caseload", {"by": "area", "on": f"{reader().version.as_of}"})
    names = tuple(row["by_value"][:1].upper() + row["by_value"][1:] for row in rows)
    lows = [(row["guideline_low"], row["guideline_high"]) for row in rows]
    band = tuple((low, high) if low is not None and high is not None else None for low, high in lows)
    withheld = [{**row, "hidden": ["citizens_per_fte"] if row.get("hidden") else []} for row in rows]
    each = [f"borgere pr. årsværk {where(Place('area', row['by_value']))}" for row in rows]
    found = bars("load", "Borgere pr. årsværk", withheld, "citizens_per_fte", "inflow", each)
    return Chart("bars", names, (found,), "decimal", "borgere pr. årsværk", band)


def budget(_: Place) -> Chart:
    """The accounts that are expected furthest from their budget; a name still to be verified has a star."""
    year, rows = booked_accounts()
    known = account_names(reader())
    rows = sorted(rows, key=lambda row: -abs(row["variance"] or 0))[:MOST_ACCOUNTS]
    names = tuple(_account(row["account"], known) for row in rows)
    each = [f"ventet afvigelse fra budgettet i {year} på {in_sentence(name)}" for name in names]
    found = bars("variance", "Afvigelse", rows, "variance", "cost-up", each)
    unit = "forventet minus budget; et merforbrug er positivt"
    return Chart("bars", names, (found,), "variance", unit, note="; merforbrug er positivt")


def booked_accounts() -> tuple[int, list[dict[str, Any]]]:
    """The year, and every account that has a variance, or one that is hidden."""
    year, month = _booked()
    rows = rows_of("budget", {"year": f"{year}", "month": f"{month}"})
    return year, [row for row in rows if row["variance"] is not None or hides(row, "variance")]


def _account(account: str, known: Mapping[str, Any]) -> str:
    found = known.get(account)
    name = found.name if found and found.name else account
    return name if found and found.verified else f"{name}{DOUBT}"


def _booked() -> tuple[int, int]:
    """The latest month that has been booked, else that of the as-of day."""
    months, as_of = booked_months(reader()), reader().version.as_of
    year = max((year for year in months if year <= as_of.year), default=0)
    return (year, months[year][-1]) if year else (as_of.year, as_of.month)


def compared(figure: str, words: str, shape: str, _: Place) -> Chart:
    """The comparison group in the latest year that has been published, the highest first."""
    year, rows = others(figure)
    ours = reader().version.municipality
    kept = _with_own(rows, ours)
    names = municipality_names(reader())
    listed = tuple(str(names.get(row["municipality"], row["municipality"])) for row in kept)
    moment = f"i {year}"
    each = [f"{words} i {name}" for name in listed]
    found = bars("value", "Kommuner", kept, "value", "inflow", each, moment)
    own = next((at for at, row in enumerate(kept) if row["municipality"] == ours), None)
    return Chart("bars", listed, (found,), shape, f"{words} {moment}", own=own, note=f" {moment}")


def others(figure: str) -> tuple[int, list[dict[str, Any]]]:
    """The latest year that has been published, and all that are compared in it, the highest first."""
    years = compared_years(reader()).get(figure)
    if not years:
        raise PlainError("Der er ingen sammenligningstal. Indlæs udtrækket Sammenligningstal (benchmarks).")
    rows = rows_of("benchmark", {"figure": figure, "year": f"{years[-1]}"})
    ours = reader().version.municipality
    return years[-1], [row for row in rows if row["in_group"] or row["municipality"] == ours]


def _with_own(rows: Sequence[Row], ours: str) -> list[Row]:
    """The highest, and our own however low it is."""
    kept = list(rows[:MOST_BARS])
    last = [row for row in rows[MOST_BARS:] if row["municipality"] == ours]
    return [*kept[: MOST_BARS - len(last)], *last]


def initiatives(_: Place) -> Chart:
    """What each theme was expected to gain in the year, and has gained."""
    year, rows = gains()
    themes = sorted({row["theme"] for row in rows})[:MOST_BARS]
    sums = [_sums([row for row in rows if row["theme"] == theme]) for theme in themes]
    under = [in_sentence(theme) if theme == NO_THEME else f"under temaet {theme}" for theme in themes]
    ways = (("expected_gain", "Ventet", "pale"), ("realised_gain", "Nået", "inflow"))
    found = tuple(
        bars(key, name, sums, key, tone, [f"{in_sentence(name)} gevinst {one}" for one in under], f"i {year}")
        for key, name, tone in ways
    )
    return Chart("bars", tuple(themes), found, "kroner", f"gevinst i {year}", note=f" i {year}")


def gains() -> tuple[int, list[Row]]:
    """The as-of date's year, and the initiatives in it, each with a theme."""
    year = reader().version.as_of.year
    of_year = [row for row in rows_of("initiatives", {}) if row["year"] == year]
    return year, [{**row, "theme": row["theme"] or NO_THEME} for row in of_year]


def _sums(rows: Sequence[Row]) -> Row:
    columns = ("expected_gain", "realised_gain")
    known = {name: [row[name] for row in rows if row[name] is not None] for name in columns}
    return {name: sum(amounts) if amounts else None for name, amounts in known.items()}
