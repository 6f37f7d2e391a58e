"""What the bench found, as reports and sentences."""

from cockpit.intake.bench import Bench
from cockpit.intake.contract import contracts
from cockpit.intake.report import ExtractReport, Problem
from cockpit.intake.rules import FALLEN, REJECTED, RULES, message
from cockpit.intake.values import literal
from cockpit.wording import number

MOST = 500_000  # nobody looks through more, and each takes as much memory as some rows
TOO_MANY = (
    "Leverancen har {count} afvisninger og advarsler, flere end nogen kan se igennem. "
    "Se, om filerne er de rigtige udtræk, og ret det, der går igen."
)


def problems(bench: Bench) -> tuple[list[Problem], list[Problem]]:
    """The rejected rows (fallen ones included) and the warnings, in the order of the files.

    The delivery is refused when they are more than MOST, and the rest is left out.
    """
    if (count := bench.count("select count(*) from found")) > MOST:
        bench.refusals.append(TOO_MANY.format(count=number(count)))
    rejected: list[Problem] = []
    warnings: list[Problem] = []
    for row in bench.connection.execute(
        "select extract, file, line, column_name, rule, value, other from found "
        f"order by file nulls last, line, column_name, rule limit {MOST}"
    ).fetchall():
        outcome = RULES[row[4]].outcome
        (rejected if outcome in (REJECTED, FALLEN) else warnings).append(_problem(bench, *row))
    return rejected, warnings


def _problem(
    bench: Bench,
    extract: str,
    file: int | None,
    line: int | None,
    name: str,
    rule: str,
    value: str,
    other: str,
) -> Problem:
    contract = bench.read.get(extract) or contracts()[extract]
    column = contract.column(name) if name in contract.column_names else None
    shown = bench.files[file][1].shown if file is not None else ""
    text = message(rule, column, value or "", other or "")
    return Problem(extract, shown, line, name, rule, text, counts=RULES[rule].outcome != FALLEN)


def extract_reports(bench: Bench) -> tuple[ExtractReport, ...]:
    """One report per extract that could be read, in the order of the contracts."""
    return tuple(_extract_report(bench, name) for name in bench.read)


def _extract_report(bench: Bench, name: str) -> ExtractReport:
    read = bench.count(f"select count(*) from parsed_{name}")
    # A row is counted once, under the gravest of its outcomes.
    grave = "case when bool_or(outcome = 'rejected') then 'rejected' else max(outcome) end"
    dropped = dict(
        bench.connection.execute(
            f"select outcome, count(*) from (select row, {grave} as outcome from dropped "
            f"where extract = {literal(name)} group by row) group by outcome"
        ).fetchall()
    )
    return ExtractReport(
        name=name,
        files=tuple(file.shown for extract, file in bench.files if extract == name),
        rows_read=read,
        rows_loaded=read - sum(dropped.values()),
        rows_rejected=dropped.get("rejected", 0),
        rows_fallen=dropped.get("fallen", 0),
        rows_duplicate=dropped.get("duplicate", 0),
        warnings=_warnings(bench, name),
    )


def _warnings(bench: Bench, extract: str) -> int:
    codes = ", ".join(literal(rule.code) for rule in RULES.values() if rule.outcome not in (REJECTED, FALLEN))
    return bench.count(f"select count(*) from found where extract = {literal(extract)} and rule in ({codes})")
