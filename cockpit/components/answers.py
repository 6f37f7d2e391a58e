"""The figures behind a card: what the screen shows, its table and its CSV all come from one Answer."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from cockpit.components.address import address
from cockpit.components.filters import Filters, parameters_for
from cockpit.components.labels import heading
from cockpit.keyfigures import Definition, defined, run
from cockpit.wording import PlainError, parse_date

# Several periods shown as one table: `2021-01-01/2022-12-31,2023-01-01/2024-12-31`.
WINDOWS = "windows"


@dataclass(frozen=True)
class Answer:
    """Rows of one figure with the parameters in force; `given` asks for the same rows again.

    `notice` is what must be told beside the rows, or why there are none; `headings` are a card's own words
    for columns, where it has some.
    """

    definition: Definition
    as_of: date
    parameters: dict[str, str | None]
    columns: tuple[str, ...]
    rows: list[dict[str, Any]]
    given: dict[str, str]
    notice: str = ""
    headings: Mapping[str, str] = field(default_factory=dict)

    def heading(self, column: str) -> str:
        return self.headings.get(column) or heading(column, self.parameters.get("by"))

    def file(self, kind: str) -> str:
        """Where its file lies; `kind` is `csv` or `xlsx`."""
        return address(f"/hent/{self.definition.id}.{kind}", self.given)


def answer(figure: str, given: Mapping[str, str]) -> Answer:
    """Run a figure; with `windows`, once for each. PlainError as `run`."""
    if WINDOWS in given:
        return _windows(figure, given)
    result = run(figure, given)
    return Answer(
        definition=defined(figure, given),
        as_of=result.as_of,
        parameters=result.parameters,
        columns=tuple(column for column in result.columns if column != "by_value" or _divided(result.rows)),
        rows=result.rows,
        given=dict(given),
        notice=result.notice,
    )


def ask(figure: str, filters: Filters, **more: str) -> Answer:
    """A figure with the filters it takes and parameters of its own; `since` and `until` are from and to."""
    named = {"since": "from", "until": "to"}
    own = {named.get(name, name): value for name, value in more.items()}
    return answer(figure, parameters_for(defined(figure), filters) | own)


def _divided(rows: list[dict[str, Any]]) -> bool:
    return any(row.get("by_value") is not None for row in rows)


def _windows(figure: str, given: Mapping[str, str]) -> Answer:
    """Several runs as one table, each row with the window it comes from."""
    rest = {name: value for name, value in given.items() if name not in (WINDOWS, "from", "to")}
    windows = [tuple(parse_date(day) for day in window.split("/", 1)) for window in given[WINDOWS].split(",")]
    if not windows or any(len(window) != len(("from", "to")) for window in windows):
        raise PlainError("windows skal være perioder som 2021-01-01/2022-12-31, adskilt af komma.")
    runs = [run(figure, {**rest, "from": f"{start}", "to": f"{end}"}) for start, end in windows]
    rows = [
        {"starts_from": start, "starts_to": end, **row}
        for result, (start, end) in zip(runs, windows, strict=True)
        for row in result.rows
        if row.get("spells", 1)
    ]
    kept = [column for column in runs[0].columns if column != "by_value" or _divided(rows)]
    return Answer(
        definition=defined(figure),
        as_of=runs[0].as_of,
        parameters={**runs[0].parameters, "from": f"{windows[0][0]}", "to": f"{windows[-1][1]}"},
        columns=("starts_from", "starts_to", *kept),
        rows=rows,
        given=dict(given),
    )
