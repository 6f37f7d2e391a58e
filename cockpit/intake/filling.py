"""The SQL of one column from the texts of its row: what is read, and what the system's codes become."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from cockpit.confined.workbook import NOT_COMPUTED
from cockpit.intake.bench import Bench
from cockpit.intake.checks import may_hold_cpr
from cockpit.intake.contract import Column
from cockpit.intake.profile import AS_OF, MUNICIPALITIES, Filling, Texts
from cockpit.intake.values import literal

Find = Callable[[str], str | None]  # the SQL of a heading, or None where the delivery does not have it


@dataclass(frozen=True)
class Filled:
    """SQL expressions: the column's text, whether it was assumed, and what is wrong with its source."""

    text: str
    assumed: str = "false"
    assumption: str | None = None  # what is assumed there
    troubles: tuple[tuple[str, str, str, str], ...] = ()  # condition, rule, value, other


def filled(bench: Bench, column: Column, filling: Filling, find: Find) -> Filled | None:
    """The column's SQL, or None where the delivery has none of its headings."""
    if filling.value is not None:
        value = _constant(bench, filling.value)
        return Filled(literal(value), "true", _told(value))
    read = _read(filling, find)
    if read is None and filling.otherwise is None:
        return None
    source = _without(read or "null::varchar", filling.remove)
    text = _translated(bench, filling, source, column) if filling.translates else source
    troubles = _troubles(column, filling, source, text) if filling.translates else ()
    assumed, assumption = "false", None
    if filling.otherwise is not None:
        value = _constant(bench, filling.otherwise)
        assumed, assumption = f"({text}) is null", _told(value)
        text = f"coalesce({text}, {literal(value)})"
    if filling.only_where:
        condition = all_hold(filling.only_where, find)
        text, assumed = f"case when {condition} then {text} end", f"{assumed} and {condition}"
    return Filled(text, assumed, assumption, troubles)


def _constant(bench: Bench, text: str) -> str:
    return text.replace(AS_OF, bench.as_of.isoformat())


def _told(value: str) -> str:
    """Dates are told the Danish way."""
    year_first = re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", value)
    return "-".join(reversed(year_first.groups())) if year_first else value


def _read(filling: Filling, find: Find) -> str | None:
    first = next((sql for heading in filling.headings if (sql := find(heading))), None)
    together = [sql for heading in filling.together if (sql := find(heading))]
    if together:
        first = f"nullif(concat_ws(' ', {', '.join(together)}), '')"
    after = [sql for heading in filling.where_empty if (sql := find(heading))]
    read = [sql for sql in (first, *after) if sql]
    return f"coalesce({', '.join(read)})" if len(read) > 1 else "".join(read) or None


def _without(text: str, characters: str) -> str:
    return f"nullif(bare(translate({text}, {literal(characters)}, '')), '')" if characters else text


def _translated(bench: Bench, filling: Filling, text: str, column: Column) -> str:
    """What a column with codes of its own does not know is handed on: its contract judges it."""
    codes = dict(filling.codes)
    if filling.names == MUNICIPALITIES:
        listed = bench.rows("select municipality, name_da from reference_municipality order by municipality")
        codes |= {str(code): (str(name), f"{name} kommune") for code, name in listed}
    branches = [
        f"when {_among(text, (code, *spellings))} then {literal(code)}" for code, spellings in codes.items()
    ]
    spaced = f"replace({text}, chr(160), ' ')"
    branches += [
        f"when regexp_matches({spaced}, {literal(pattern)}, 'i') then {_becomes(spaced, pattern, becomes)}"
        for pattern, becomes in filling.patterns
    ]
    unknown = "null" if _takes_anything(column) or filling.otherwise is not None else text
    return f"case {' '.join(branches)} else {unknown} end"


def _takes_anything(column: Column) -> bool:
    return column.type in ("text", "citizen")


def _becomes(text: str, pattern: str, becomes: str) -> str:
    """`\\1` is the first group of the pattern, which is empty where it did not take part."""
    parts = [
        f"regexp_extract({text}, {literal(pattern)}, {part[1:]}, 'i')"
        if part.startswith("\\")
        else literal(part)
        for part in re.split(r"(\\\d)", becomes)
        if part
    ]
    return f"nullif({' || '.join(parts)}, '')" if parts else "null"


def _troubles(
    column: Column, filling: Filling, source: str, text: str
) -> tuple[tuple[str, str, str, str], ...]:
    """A code that nobody knows; and what no later check would see, for it is translated."""
    hidden = (
        (f"{may_hold_cpr(source)} and holds_cpr({source})", "cpr", "''", "''"),
        (f"is_sheet_error({source})", "sheet_error", "''", "''"),
        (f"{source} = {literal(NOT_COMPUTED)}", "not_computed", "''", "''"),
    )
    if not _takes_anything(column) or filling.otherwise is not None:
        return hidden
    heading = literal(" og ".join((*filling.headings, *filling.together)))
    return (*hidden, (f"{source} is not null and ({text}) is null", "source_code", source, heading))


def _among(text: str, values: Texts) -> str:
    return f"lower({text}) in ({', '.join(literal(value.lower()) for value in values)})"


def holds_one_of(text: str, values: Texts) -> str:
    """Whether the text is one of the values; an empty value is an empty field."""
    some = tuple(value for value in values if value)
    conditions = [_among(text, some)] if some else []
    if len(some) < len(values):
        conditions.append(f"{text} is null")
    return f"coalesce({' or '.join(conditions)}, false)"


def all_hold(where: Mapping[str, Texts], find: Find) -> str:
    """Whether each heading holds one of its values; a heading that is not there holds nothing at all."""
    found = [(find(heading), values) for heading, values in where.items()]
    if not all(sql for sql, _ in found):
        return "false"
    return " and ".join(holds_one_of(str(sql), values) for sql, values in found) or "true"
