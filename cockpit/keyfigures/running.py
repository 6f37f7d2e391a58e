"""The one way a key figure is run: parameters checked, result cached with the version, names concealed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import pandas as pd

from cockpit.keyfigures.choices import choices_in
from cockpit.keyfigures.cuts import prepared_cut
from cockpit.keyfigures.definitions import Definition, catalogue
from cockpit.keyfigures.parameters import (
    BANDS,
    CHILDREN,
    CHILDRENS_BANDS,
    check_together,
    checked_value,
    month_number,
)
from cockpit.keyfigures.price_levels import check_price_index
from cockpit.warehouse import Reader, Warehouse, served
from cockpit.wording import PlainError, listed, safe_quote

SEES_CASEWORKERS = ("teamleder",)


@dataclass(frozen=True)
class Result:
    """A key figure's answer: `rows` map column to plain values, in the query's stated order.

    `parameters` are all in force, defaults included; kr. and full-year persons are plain numbers.
    """

    figure: str
    version: str
    as_of: date
    parameters: dict[str, str | None]
    columns: Sequence[str]
    rows: list[dict[str, Any]]

    @property
    def frame(self) -> pd.DataFrame:
        return pd.DataFrame(self.rows, columns=list(self.columns), dtype=object)


def run(
    figure_id: str, given: Mapping[str, str], *, role: str = "leder", warehouse: Warehouse | None = None
) -> Result:
    """Run one key figure on the version served; every problem is a PlainError."""
    definition = defined(figure_id)
    reader = (warehouse or served()).reader()
    _check_delivered(definition, reader)
    parameters = _resolved(definition, given, reader)
    key = (figure_id, tuple(parameters.items()))
    result = reader.remembered(key, lambda: _computed(definition, parameters, reader))
    # The cached answer is never handed out itself: who changes a row changes only their own.
    own = replace(result, rows=[dict(row) for row in result.rows], parameters=dict(result.parameters))
    return _concealed(definition, own, role)


def _computed(definition: Definition, parameters: dict[str, str | None], reader: Reader) -> Result:
    # A part fixed to `:year` follows the figure's own parameter of that name.
    fixed = {
        name: parameters[value[1:]] if value and value.startswith(":") else value
        for name, value in definition.fixed
    }
    bound = parameters | fixed
    # A figure that counts along no prepared cut says so itself: `cut=`.
    columns, rows = reader.table(definition.sql, {"cut": prepared_cut(bound)} | bound)
    return Result(definition.id, reader.version.id, reader.version.as_of, parameters, columns, rows)


def defined(figure_id: str) -> Definition:
    """The definition; PlainError names the figures there are."""
    figures = catalogue()
    if figure_id not in figures:
        there_are = listed(sorted(figures), "eller")
        raise PlainError(f"Nøgletallet {safe_quote(figure_id)} findes ikke. Vælg blandt: {there_are}.")
    return figures[figure_id]


def _check_delivered(definition: Definition, reader: Reader) -> None:
    delivered = reader.version.rows
    missing = [extract for extract in definition.source if extract not in delivered]
    if missing:
        several = len(missing) > 1
        raise PlainError(
            f"{definition.title} kræver {'udtrækkene' if several else 'udtrækket'} {listed(missing)}, "
            f"som ikke er leveret. Læg {'dem' if several else 'det'} i næste leverance."
        )


def _resolved(definition: Definition, given: Mapping[str, str], reader: Reader) -> dict[str, str | None]:
    """All parameters in force, in the definition's order."""
    names = [parameter.name for parameter in definition.parameters]
    for name in given:
        if name not in names:
            there_are = f"Vælg blandt: {listed(names, 'eller')}." if names else "Det tager ingen parametre."
            raise PlainError(f"{definition.id} har ingen parameter {safe_quote(name)}. {there_are}")
    values: dict[str, str | None] = {}
    for parameter in definition.parameters:
        text = given.get(parameter.name, "")
        if text.strip():
            in_data = choices_in(reader, parameter.name) if parameter.kind in ("list", "one") else ()
            values[parameter.name] = checked_value(parameter, text, in_data)
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


def _concealed(definition: Definition, result: Result, role: str) -> Result:
    """Caseworkers as numbers for those who may see the marks but not the names."""
    if not definition.conceals or role in SEES_CASEWORKERS:
        return result
    if result.parameters.get("by") != definition.conceals:
        return result
    # Ordered by load, not by id, so that a number does not follow a person from day to day.
    ordered = sorted(result.rows, key=lambda row: (row["team"] or "", row["citizens_per_fte"] or 0))
    rows = [row | {"by_value": f"Rådgiver {place}"} for place, row in enumerate(ordered, start=1)]
    return replace(result, rows=rows)
