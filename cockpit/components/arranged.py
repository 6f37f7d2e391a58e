"""Answers laid out otherwise than the figure gives them; the same layout on the screen and in the CSV.

The address of a CSV says which by `opstilling`, beside the figure's own parameters.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from cockpit.components.answers import Answer, answer
from cockpit.components.as_shown import as_shown
from cockpit.components.benchmark import our_places
from cockpit.components.bridge import with_ends
from cockpit.components.budget import with_accounts, with_activity, with_both_bases, with_names
from cockpit.components.cost_tables import interval_table, stock_table
from cockpit.components.filters import Filters
from cockpit.components.initiatives import by_status, by_theme
from cockpit.components.options import Options
from cockpit.components.place_layouts import BY_GROUP, TOGETHER, dealings_by_group, occupancy_together
from cockpit.components.residential import meaning_groups
from cockpit.components.year_table import YearTable, as_rows, year_heading
from cockpit.findings.deadlines import FEWEST_DECIDED
from cockpit.keyfigures import provider_owners
from cockpit.wording import PlainError, listed, parse_date, safe_quote

KEY = "opstilling"
MEANINGS, INTERVALS, STOCKS, COMMITTED = "betydninger", "intervaller", "bestand", "disponeret"
DEAREST, WORST, LONGEST, SINCE_FIRST = "dyreste", "vaerste", "laengste", "siden_de_foerste"
BY_SECTION, FREEST = "paragraffer", "ledige"
BRIDGE, PROVIDERS, ACCOUNTS, BASES = "bro", "tilbud", "konti", "grundlag"
OURS, BY_STATUS, EACH = "alle", "status", "tiltag"
MOST_PROVIDERS = 10


def arranged(figure: str, given: Mapping[str, str], options: Options) -> Answer:
    """The figure's answer, laid out as `given` asks for; PlainError as `answer`, or for an unknown layout."""
    own = {name: value for name, value in given.items() if name != KEY}
    found = answer(figure, own)
    if KEY not in given:
        return found
    layouts = LAYOUTS.get(figure, {})
    if given[KEY] not in layouts:
        choice = f" Vælg blandt: {listed(list(layouts))}." if layouts else ""
        raise PlainError(f"{figure} har ingen opstilling {safe_quote(given[KEY])}.{choice}")
    return laid_out(found, given[KEY], options)


def laid_out(found: Answer, layout: str, options: Options) -> Answer:
    """The answer in one of the layouts of its figure; its CSV has the same."""
    shown = as_shown(LAYOUTS[found.definition.id][layout](found, options), layout)
    return replace(shown, given={**found.given, KEY: layout})


def as_meanings(found: Answer, options: Options) -> Answer:
    """residential_count in groups, each number with the sentence that says what it counts."""
    day = parse_date(found.parameters["on"] or "")
    groups = meaning_groups(found, Filters(start=day, end=day), options)
    columns = ("Hvornår eller hvor", "Hvad er talt", "Det betyder", "value")
    rows = [
        dict(zip(columns, (group.title, one.name, one.sentence, one.value), strict=True))
        for group in groups
        for one in group.meanings
    ]
    return replace(found, columns=columns, rows=rows)


def as_intervals(found: Answer, _options: Options) -> Answer:
    return _by_year(found, interval_table(found))


def as_stocks(found: Answer, options: Options) -> Answer:
    return _by_year(found, stock_table(found, whole_of(found), options))


def whole_of(found: Answer) -> Answer:
    """The same figure, not divided."""
    return answer(found.definition.id, {**found.given, "by": "none"})


def _by_year(found: Answer, table: YearTable) -> Answer:
    columns, rows = as_rows(table, [year_heading(year, found.as_of) for year in table.years])
    return replace(found, columns=columns, rows=rows)


def with_committed(found: Answer, _options: Options) -> Answer:
    """cost to date, with what has been granted for the whole of each year beside it."""
    granted = answer(found.definition.id, {**found.given, "basis": "committed"})
    whole = {row["year"]: row["total_cost"] for row in granted.rows}
    spent = {row["year"]: row for row in found.rows}
    columns = ("year", "base_cost", "supplement_cost", "total_cost", "committed_cost")
    nothing = {"base_cost": 0, "supplement_cost": 0, "total_cost": 0}
    rows = [
        {**nothing, **spent.get(year, {}), "year": year, "committed_cost": whole[year]}
        for year in sorted(whole)
    ]
    return replace(found, columns=columns, rows=rows)


def since_first_due(found: Answer, _options: Options) -> Answer:
    """deadlines_kept from the first period in which anything fell due."""
    first = min((row["period_start"] for row in found.rows if row["due"]), default=None)
    return replace(found, rows=[row for row in found.rows if first and row["period_start"] >= first])


def by_section(found: Answer, _options: Options) -> Answer:
    """review_due with a section's owners together, the dearest section on top."""
    columns = ("section", "services", "annual_cost")
    sums: dict[str, dict[str, Any]] = {}
    for row in found.rows:
        into = sums.setdefault(row["section"], {"section": row["section"], "services": 0, "annual_cost": 0})
        for column in columns[1:]:
            into[column] = round(into[column] + row[column], 2)
    rows = sorted(sums.values(), key=lambda row: -row["annual_cost"])
    return replace(found, columns=columns, rows=rows)


def longest_first(found: Answer, _options: Options) -> Answer:
    """waiting_time, the longest on top; what is too little to tell a median of stands below."""

    def place(row: dict[str, Any]) -> tuple[bool, float]:
        return row["services"] < FEWEST_DECIDED, -(row["median_days_to_decision"] or 0)

    return replace(found, rows=sorted(found.rows, key=place))


Layout = Callable[[Answer, Options], Answer]


def most_first(*columns: str) -> Layout:
    """The rows with most in the first column on top; of equals those with most in the next."""

    def ordered(found: Answer, _options: Options) -> Answer:
        rows = sorted(found.rows, key=lambda row: [-(row[column] or 0) for column in columns])
        return replace(found, rows=rows)

    return ordered


def dearest_providers(found: Answer, options: Options) -> Answer:
    """cost by provider: the ten dearest with their owner; services without a provider are none of them."""
    owners = provider_owners(options.reader) if options.reader else {}
    known = [
        row
        for row in most_first("total_cost")(found, options).rows
        if row["by_value"] not in (None, "uoplyst")
    ]
    rows = [row | {"owner": owners.get(row["by_value"])} for row in known[:MOST_PROVIDERS]]
    return replace(found, rows=rows)


LAYOUTS: dict[str, dict[str, Layout]] = {
    "residential_count": {MEANINGS: as_meanings},
    "cost_intervals": {INTERVALS: as_intervals},
    "stock_flow": {STOCKS: as_stocks},
    "cost": {COMMITTED: with_committed, DEAREST: most_first("total_cost"), PROVIDERS: dearest_providers},
    "deadlines_kept": {SINCE_FIRST: since_first_due},
    "deadline_risk": {WORST: most_first("overdue", "due_within")},
    "waiting_time": {LONGEST: longest_first},
    "places": {FREEST: most_first("free")},
    "occupancy": {TOGETHER: occupancy_together},
    "market": {BY_GROUP: dealings_by_group},
    "review_due": {BY_SECTION: by_section},
    "expiring": {DEAREST: most_first("annual_cost")},
    "cost_bridge": {BRIDGE: with_ends},
    "budget": {ACCOUNTS: with_accounts, COMMITTED: with_activity},
    "reconciliation": {ACCOUNTS: with_names},
    "benchmark": {OURS: our_places},
    "initiatives": {BY_STATUS: by_status, EACH: by_theme},
    "state_refund": {BASES: with_both_bases},
}
