"""What a politician is answered: rows of a public table, or a plain word that there is none."""

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from cockpit.keyfigures.answering import Result, copied
from cockpit.keyfigures.choices import choices_in
from cockpit.keyfigures.definitions import Definition
from cockpit.keyfigures.parameters import check_together, checked_value, month_number
from cockpit.keyfigures.smallnumbers.building import HIDDEN
from cockpit.keyfigures.smallnumbers.tables import TABLES, Table, days_shown
from cockpit.keyfigures.within import NotAllowedError
from cockpit.warehouse import Reader
from cockpit.wording import PlainError, date_text, listed, safe_quote

Row = dict[str, Any]

TIMES = ("from", "to", "from_year", "to_year", "on", "year", "month")
DATES = ("period_start", "period_end")
# The filters that a table may be divided by.
DIVISIONS = ("area", "group", "section")
DIVIDED = {"none": "samlet", "area": "efter område", "group": "efter gruppe", "section": "efter paragraf"}
NOT_SHOWN = "{} vises ikke i den opdeling for politikere, af hensyn til små tal. {}"
NEVER_SHOWN = "{} vises ikke for politikere, af hensyn til små tal."
NOT_BUILT = (
    "Tallene er indlæst med en tidligere udgave af cockpittet, som ikke kunne skjule små tal. "
    "Indlæs den seneste leverance igen."
)
NO_MONTH = "Politikere ser måneder, der er bogført, i de seneste fem år. Vælg en af dem."
SOME_HIDDEN = "Tal, der kunne pege på enkelte borgere, er skjult."
HELD = "select count(*) as held from information_schema.tables where table_name = 'public_row'"
ROWS = """select public_row.question, public_row.facts from public_row
where public_row.table_name = :table_name order by public_row.place"""


def public_answer(definition: Definition, given: Mapping[str, str], reader: Reader) -> Result:
    """The rows of the public table that answers; every other question is a PlainError.

    NotAllowedError where others are answered it, so that it stands in the audit as refused.
    What is hidden is None, and `hidden` in the row names its columns. No citizen's row is ever read.
    """
    asked = {name: text.strip() for name, text in given.items() if text.strip()}
    tables = [table for table in TABLES if table.figure == definition.id]
    if not tables:
        raise NotAllowedError(NEVER_SHOWN.format(definition.title))
    if not reader.remembered("public_row", lambda: reader.rows(HELD)[0]["held"]):
        raise PlainError(NOT_BUILT)
    values = _checked(definition, asked, tables[0], reader)
    key = ("public", definition.id, tuple(values.items()))
    return copied(reader.remembered(key, lambda: _answer(definition, values, tables, reader)))


def is_told(figure: str, reader: Reader) -> bool:
    """Whether politicians are told anything of the figure: nothing where what it takes is not delivered."""
    names = [table.name for table in TABLES if table.figure == figure]
    return any(reader.rows(ROWS, {"table_name": name}) for name in names)


def _checked(
    definition: Definition, asked: Mapping[str, str], table: Table, reader: Reader
) -> dict[str, str | None]:
    """All parameters in force; those that no table has another value of must be as the tables have them."""
    known = {parameter.name: parameter for parameter in definition.parameters}
    fixed, values = dict(table.fixed), dict[str, str | None]()
    for name in asked:
        if name not in known:
            there_are = listed(list(known), "eller")
            raise PlainError(
                f"{definition.id} har ingen parameter {safe_quote(name)}. Vælg blandt: {there_are}."
            )
    for name, parameter in known.items():
        usual = fixed.get(name, parameter.default)
        if name not in asked:
            if parameter.required and usual is None:
                raise PlainError(f"{definition.id} mangler parameteren {name}.")
            values[name] = usual
        elif name in (*TIMES, *DIVISIONS):
            in_data = choices_in(reader, name) if name in DIVISIONS else ()
            values[name] = checked_value(parameter, asked[name], in_data)
        elif name == "by" or asked[name] == usual:
            values[name] = asked[name]
        else:
            raise NotAllowedError(NOT_SHOWN.format(definition.title, _shown_by(definition)))
    if (month := values.get("month")) and (year := values.get("year")):
        values["month"] = month_number(month, year)
    check_together(values, reader.version.as_of)
    return values


def _shown_by(definition: Definition) -> str:
    by = [DIVIDED[table.by] for table in TABLES if table.figure == definition.id and table.by]
    return f"Det vises {listed(by)}, uden andre valg." if by else "Fjern valgene."


def _answer(
    definition: Definition, values: dict[str, str | None], tables: list[Table], reader: Reader
) -> Result:
    table, wanted = _chosen(definition, values, tables)
    rows = [row for row in _rows(table, values, reader) if _is_asked(row, values, wanted)]
    if values.get("by") == "none":
        rows = [row | {"by_value": None} for row in rows]
    return Result(
        definition.id,
        reader.version.id,
        reader.version.as_of,
        values,
        table.columns,
        rows,
        SOME_HIDDEN if any(row[HIDDEN] for row in rows) else "",
    )


def _chosen(
    definition: Definition, values: Mapping[str, str | None], tables: list[Table]
) -> tuple[Table, tuple[str, ...] | None]:
    """The table, and the values of what it is divided by that are asked for; None for all."""
    filters = {name: text.split(",") for name in DIVISIONS if (text := values.get(name))}
    by = values.get("by") or ""
    division = next(iter(filters), by if by != "none" else "none")
    is_one = by != "none" or all(len(listed_values) == 1 for listed_values in filters.values())
    found = [table for table in tables if table.by in (division, "")]
    if len(filters) > 1 or not found or not is_one or (filters and by not in ("none", division, "")):
        raise NotAllowedError(NOT_SHOWN.format(definition.title, _shown_by(definition)))
    return found[0], tuple(filters[division]) if filters else None


def _rows(table: Table, values: Mapping[str, str | None], reader: Reader) -> list[Row]:
    """Of the day asked for, where the table has days."""
    found = [
        (json.loads(row["question"]), json.loads(row["facts"]))
        for row in reader.rows(ROWS, {"table_name": table.name})
    ]
    on = values.get("on")
    if on:
        days = days_shown(reader.version.as_of) if table.times == "days" else [reader.version.as_of]
        if date.fromisoformat(on) not in days:
            there_are = listed([date_text(day) for day in days], "eller")
            raise NotAllowedError(f"Politikere ser tallene på bestemte dage. Vælg {there_are}.")
        found = [(question, facts) for question, facts in found if question["on"] == on]
    if table.times == "months":
        found = _of_month(found, values, reader)
    return [
        {name: date.fromisoformat(value) if name in DATES else value for name, value in facts.items()}
        for _, facts in found
    ]


def _of_month(
    found: list[tuple[Row, Row]], values: Mapping[str, str | None], reader: Reader
) -> list[tuple[Row, Row]]:
    if not found and "ledger" in reader.version.rows:
        raise PlainError(NOT_BUILT)
    month = {name: values[name] for name in ("year", "month")}
    asked = [(question, facts) for question, facts in found if question == month]
    if found and not asked:
        raise PlainError(NO_MONTH)
    return asked


def _is_asked(row: Row, values: Mapping[str, str | None], wanted: tuple[str, ...] | None) -> bool:
    divided = row["by_value"] if "by_value" in row else row.get("group")
    if wanted is not None and divided not in wanted:
        return False
    if "period_start" in row:
        last = row.get("period_end") or date(row["period_start"].year, 12, 31)
        return bool(row["period_start"] <= _day(values["to"]) and last >= _day(values["from"]))
    if "year" in row:
        return bool(int(str(values["from_year"])) <= row["year"] <= int(str(values["to_year"])))
    return True


def _day(text: str | None) -> date:
    return date.fromisoformat(str(text))
