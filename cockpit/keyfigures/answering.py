"""One figure asked of one version: parameters checked, result cached with the version."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from cockpit.keyfigures.choices import choices_in
from cockpit.keyfigures.cuts import prepared_cut
from cockpit.keyfigures.definitions import Definition
from cockpit.keyfigures.parameters import (
    BANDS,
    CHILDREN,
    CHILDRENS_BANDS,
    check_together,
    checked_value,
    month_number,
)
from cockpit.keyfigures.price_levels import check_price_index
from cockpit.keyfigures.within import Within, check_inside
from cockpit.warehouse import Reader
from cockpit.wording import PlainError, extract_called, listed, safe_quote

Values = dict[str, str | None]
EVERYTHING: Within = {}


class NotDeliveredError(PlainError):
    """What the figure `title` needs has never been delivered; `lacks` names it in Danish."""

    def __init__(self, message: str, title: str, lacks: str) -> None:
        super().__init__(message)
        self.title, self.lacks = title, lacks


@dataclass(frozen=True)
class Result:
    """A key figure's answer: `rows` map column to plain values, in the query's stated order.

    `parameters` are all in force, defaults included; kr. and full-year persons are plain numbers. `notice` is
    what must be told beside the rows, or why there are none.
    """

    figure: str
    version: str
    as_of: date
    parameters: dict[str, str | None]
    columns: Sequence[str]
    rows: list[dict[str, Any]]
    notice: str = ""


def answered(
    definition: Definition, given: Mapping[str, str], reader: Reader, limits: Within = EVERYTHING
) -> Result:
    """The answer of one version; every problem is a PlainError."""
    check_delivered(definition, reader)
    return computed(definition, resolved(definition, given, reader, limits), reader)


def computed(definition: Definition, parameters: Values, reader: Reader) -> Result:
    """The answer to parameters that have been checked."""
    key = (definition.id, tuple(parameters.items()))
    return copied(reader.remembered(key, lambda: _computed(definition, parameters, reader)))


def copied(result: Result) -> Result:
    """A cached answer is never handed out itself: who changes a row changes only their own."""
    return replace(result, rows=[dict(row) for row in result.rows], parameters=dict(result.parameters))


def _computed(definition: Definition, parameters: Values, reader: Reader) -> Result:
    bound = with_fixed(definition, parameters)
    # A figure that counts along no prepared cut says so itself: `cut=`.
    columns, rows = reader.table(definition.sql, {"cut": prepared_cut(bound)} | bound)
    return Result(definition.id, reader.version.id, reader.version.as_of, parameters, columns, rows)


def with_fixed(definition: Definition, parameters: Values) -> Values:
    """Beside the parameters those that the figure sets for its parts; `:year` stands for its own `year`."""
    fixed = {
        name: parameters[value[1:]] if value and value.startswith(":") else value
        for name, value in definition.fixed
    }
    return parameters | fixed


def check_delivered(definition: Definition, reader: Reader) -> None:
    """PlainError names the extracts, or else the columns, that the figure needs and the version lacks."""
    delivered = reader.version.rows
    missing = [extract for extract in definition.source if extract not in delivered]
    if missing:
        several = len(missing) > 1
        lacks = listed([extract_called(extract) for extract in missing])
        raise NotDeliveredError(
            f"{definition.title} kræver {'udtrækkene' if several else 'udtrækket'} {lacks}, "
            f"som ikke er leveret. Læg {'dem' if several else 'det'} i næste leverance.",
            definition.title,
            lacks,
        )
    for place in definition.columns:
        extract, _, column = place.partition(".")
        if not _is_told(reader, extract, column):
            lacks = f"{column} i udtrækket {extract_called(extract)}"
            raise NotDeliveredError(
                f"{definition.title} kræver {lacks}, "
                "og den er ikke udfyldt i en eneste række. Tag den med i næste leverance.",
                definition.title,
                lacks,
            )


def _is_told(reader: Reader, extract: str, column: str) -> bool:
    """Whether a single row of the extract holds the column."""
    asked = f"select count({column}) as told from {extract}"
    return reader.remembered(("told", extract, column), lambda: bool(reader.rows(asked)[0]["told"]))


def resolved(
    definition: Definition, given: Mapping[str, str], reader: Reader, limits: Within = EVERYTHING
) -> Values:
    """All parameters in force, in the definition's order; one with limits takes those where none is given."""
    names = [parameter.name for parameter in definition.parameters]
    for name in given:
        if name not in names:
            there_are = f"Vælg blandt: {listed(names, 'eller')}." if names else "Det tager ingen parametre."
            raise PlainError(f"{definition.id} har ingen parameter {safe_quote(name)}. {there_are}")
    values: Values = {}
    for parameter in definition.parameters:
        text = given.get(parameter.name, "")
        if text.strip():
            in_data = choices_in(reader, parameter.name) if parameter.kind in ("list", "one") else ()
            if limit := limits.get(parameter.name):
                check_inside(text, limit, in_data)
            values[parameter.name] = checked_value(parameter, text, in_data)
        elif parameter.name in limits:
            values[parameter.name] = ",".join(limits[parameter.name])
        elif parameter.required:
            choice = f" ({listed(parameter.choices, 'eller')})" if parameter.choices else ""
            raise PlainError(f"{definition.id} mangler parameteren {parameter.name}{choice}.")
        else:
            values[parameter.name] = parameter.default
    if definition.either and not any(values[name] for name in definition.either):
        raise PlainError(_one_missing(definition))
    if "bands" in values:
        values["bands"] = values["bands"] or (CHILDRENS_BANDS if values.get("area") == CHILDREN else BANDS)
    if (month := values.get("month")) and (year := values.get("year")):
        values["month"] = month_number(month, year)
    check_together(values, reader.version.as_of)
    check_price_index(values, reader)
    return values


def _one_missing(definition: Definition) -> str:
    """Named as people know the parameters and as the command line does, for both show it."""
    known = [parameter for parameter in definition.parameters if parameter.name in definition.either]
    one = listed([f"{parameter.label.lower()} ({parameter.name})" for parameter in known], "eller")
    return f"{definition.title} kræver en {one}. Vælg mindst én, fx group=botilbud."
