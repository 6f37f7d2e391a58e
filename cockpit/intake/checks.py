"""What can be wrong with one row, looked at alone."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from cockpit.confined.workbook import NOT_COMPUTED
from cockpit.intake.contract import Column, Contract
from cockpit.intake.values import ANY_DATE, TWO_DIGIT_YEAR, decimals, literal, two_decimals
from cockpit.warehouse.schema import figure_ids
from cockpit.wording import TEN_DIGITS, WRITTEN


@dataclass(frozen=True)
class Check:
    """`broken` is the SQL condition; column x's cleaned text is `text_x`, its value `x`.

    `suspect` is a cheaper condition that holds at least wherever `broken` does: it is asked of every
    row, `broken` only of the rows for which some suspicion holds.
    """

    rule: str
    column: str
    broken: str
    value: str
    other: str = "''"
    suspect: str = "true"


def row_checks(contract: Contract, latest_day: date) -> list[Check]:
    """Every check of a row of the extract, in column order."""
    checks = [check for column in contract.columns for check in _column_checks(column, latest_day)]
    for first, last in contract.periods:
        checks.append(_order(contract.column(first), last))
    if "whole_year_is_budget" in contract.rules:
        broken = "length(month) = 4 and kind not in ('original_budget', 'revised_budget')"
        checks.append(Check("whole_year", "month", broken, "text_month", suspect=broken))
    return checks


def _column_checks(column: Column, latest_day: date) -> Iterator[Check]:
    text = f"text_{column.name}"
    empty = f"{text} is not null and {column.name} is null"
    unread = f"{empty} and {text} <> {literal(NOT_COMPUTED)}"

    def check(rule: str, broken: str, suspect: str = "") -> Check:
        return Check(rule, column.name, broken, text, suspect=suspect or broken)

    of_text = column.type in ("text", "citizen")
    lone = f"prefix({text}, '#')" if of_text else empty
    yield check("not_computed", f"{text} = {literal(NOT_COMPUTED)}", suspect=lone)
    if column.required:
        yield check("required", f"{text} is null")
    if column.derived_from_cpr and not column.absent:
        yield check("birth_date_unknown", f"{text} is null and {column.name} is null")
    if column.type == "due":
        unlisted = f"{text} is null and {column.name} is null"
        yield check("no_due_date", f"{unlisted} and kind is not null and started_at is not null", unlisted)
    if column.warn_negative:
        yield check("negative_amount", f"{column.name} < 0")
    if column.names_figure:
        known = ", ".join(literal(figure) for figure in figure_ids())
        yield check("unknown_figure", f"split_part({column.name}, '.', 1) not in ({known})")
    match column.type:
        case "date" | "moment" | "due":
            for rule, form in _unread_dates(text):
                yield check(rule, f"{unread} and {form}", suspect=empty)
        case "money":
            to_the_ore = f"regexp_full_match({text}, '{two_decimals(column)}')"
            is_number = f"regexp_full_match({text}, '{decimals(column)}')"
            yield check("decimals", f"{is_number} and not {to_the_ore}", suspect=empty)
            yield check("number", f"{unread} and not ({is_number} and not {to_the_ore})", suspect=empty)
        case "decimal" | "integer":
            yield check("number", unread, suspect=empty)
        case "boolean" | "code" | "municipality" | "month" | "year":
            yield check(column.type, unread, suspect=empty)
        case "text":
            yield check("cpr", f"holds_cpr({text})", suspect=may_hold_cpr(text))
    if column.type in ("money", "decimal", "integer"):
        # An amount of that size has decimals, dots or a sign, or begins with no day of a month.
        ten = f"length({text}) = 10 and regexp_full_match({text}, '[0-9]{{10}}')"
        yield check("cpr", f"{ten} and birth_date_of({text}) is not null", suspect=f"length({text}) = 10")
    if of_text:
        yield check("sheet_error", f"is_sheet_error({text})", suspect=f"prefix({text}, '#')")
    if column.filter:
        yield check("comma", f"contains({text}, ',')")
    if outside := _outside(column, latest_day):
        yield check("range", outside)


def _unread_dates(text: str) -> list[tuple[str, str]]:
    """A date that cannot be read breaks exactly one of three rules, each with its own advice."""
    written = f"regexp_full_match({text}, '{ANY_DATE}')"
    short = f"regexp_full_match({text}, '{TWO_DIGIT_YEAR}')"
    return [
        ("date_calendar", written),
        ("date_year", short),
        ("date", f"not {written} and not {short}"),
    ]


def may_hold_cpr(text: str) -> str:
    """Ten digits, of which the month begins with 0 or 1, or an odd sign: seen faster than the pattern."""
    return (
        f"case when length({text}) > 9 then "
        f"case when strlen({text}) > length({text}) and regexp_matches({text}, '[{WRITTEN[1:]}]') then true "
        f"when contains({text}, '0') or contains({text}, '1') then regexp_matches({text}, '{TEN_DIGITS}') "
        "else false end else false end"
    )


def _outside(column: Column, latest_day: date) -> str:
    """The condition that a value lies outside its limits, or nothing."""
    limits = (("<", column.minimum), (">", column.maximum))
    return " or ".join(
        f"{column.name} {sign} {_limit(limit, latest_day)}" for sign, limit in limits if limit is not None
    )


def _limit(limit: float | str, latest_day: date) -> str:
    if isinstance(limit, str):
        return f"date {literal(latest_day.isoformat() if limit == 'today' else limit)}"
    return str(limit)


def _order(first: Column, last: str) -> Check:
    """Of moments only the days are compared: where one has no time of day, nobody knows which was first."""
    danish = "strftime({}, '%d-%m-%Y')"
    broken = f"cast({last} as date) < cast({first.name} as date)"
    told = f"{literal(first.label + ' ')} || {danish.format(first.name)}"
    return Check("end_before_start", last, broken, danish.format(last), told, suspect=broken)
