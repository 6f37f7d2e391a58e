"""The figures behind a card: what the screen shows, its table and its CSV all come from one Answer."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from cockpit.components.address import address
from cockpit.components.filters import Filters, parameters_for
from cockpit.keyfigures import Definition, defined, run

# The windows of several runs shown as one table: `from` and `to` as lists of equal length.
WINDOW = ("from", "to")


@dataclass(frozen=True)
class Answer:
    """Rows of one figure with the parameters in force; `given` asks for the same rows again."""

    definition: Definition
    as_of: date
    parameters: dict[str, str | None]
    columns: tuple[str, ...]
    rows: list[dict[str, Any]]
    given: dict[str, str]

    @property
    def csv(self) -> str:
        return address(f"/hent/{self.definition.id}.csv", self.given)


def answer(figure: str, given: Mapping[str, str]) -> Answer:
    """Run a figure; where `from` and `to` are lists, once for each window. PlainError as `run`."""
    starts = given.get("from", "").split(",")
    if len(starts) > 1:
        return _windows(figure, given, starts, given.get("to", "").split(","))
    result = run(figure, given)
    return Answer(
        definition=defined(figure),
        as_of=result.as_of,
        parameters=result.parameters,
        columns=tuple(column for column in result.columns if column != "by_value" or _divided(result.rows)),
        rows=result.rows,
        given=dict(given),
    )


def ask(figure: str, filters: Filters, **more: str) -> Answer:
    """A figure with the filters it takes and parameters of its own; `since` and `until` are from and to."""
    named = {"since": "from", "until": "to"}
    own = {named.get(name, name): value for name, value in more.items()}
    return answer(figure, parameters_for(defined(figure), filters) | own)


def _divided(rows: list[dict[str, Any]]) -> bool:
    return any(row.get("by_value") is not None for row in rows)


def _windows(figure: str, given: Mapping[str, str], starts: list[str], ends: list[str]) -> Answer:
    runs = [
        run(figure, {**given, "from": start, "to": end}) for start, end in zip(starts, ends, strict=False)
    ]
    rows = [
        {"starts_from": date.fromisoformat(start), "starts_to": date.fromisoformat(end), **row}
        for result, start, end in zip(runs, starts, ends, strict=False)
        for row in result.rows
        if row.get("spells", 1)
    ]
    kept = [column for column in runs[0].columns if column != "by_value" or _divided(rows)]
    return Answer(
        definition=defined(figure),
        as_of=runs[0].as_of,
        parameters={**runs[0].parameters, "from": starts[0], "to": ends[-1]},
        columns=("starts_from", "starts_to", *kept),
        rows=rows,
        given=dict(given),
    )
