"""An answer that a page has narrowed or arranged: its files are the same part of the same page."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from cockpit.components.address import address
from cockpit.components.answers import Answer
from cockpit.components.labels import heading
from cockpit.components.view import View
from cockpit.keyfigures import Parameter


@dataclass(frozen=True)
class PageAnswer(Answer):
    """`place` is where its files lie: the page's own address below /hent, with no ending."""

    place: str = ""
    query: Mapping[str, str] = field(default_factory=dict)

    def file(self, kind: str) -> str:
        return address(f"{self.place}.{kind}", self.query)


def page_answer(
    view: View,
    part: str,
    found: Answer,
    rows: list[dict[str, Any]],
    columns: tuple[str, ...] | None = None,
    told: Mapping[str, str | None] | None = None,
) -> PageAnswer:
    """`found` with other rows; `told` is what they are narrowed by, beside the figure's own parameters."""
    told = {"area": ",".join(view.filters.areas) or None} if told is None else told
    definition = found.definition
    narrowed = tuple(Parameter(name, heading(name, name), "list") for name in told)
    return PageAnswer(
        definition=replace(definition, parameters=(*narrowed, *definition.parameters)),
        as_of=found.as_of,
        parameters={**told, **found.parameters},
        columns=columns or found.columns,
        rows=rows,
        given=found.given,
        place=f"/hent{view.path}/{part}",
        query=view.query,
    )
