"""An answer that a page has narrowed or arranged: its files are the same part of the same page."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from cockpit.components.address import address
from cockpit.components.answers import Answer
from cockpit.components.labels import BY
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
    view: View, part: str, found: Answer, rows: list[dict[str, Any]], columns: tuple[str, ...] | None = None
) -> PageAnswer:
    """`found` with other rows, and with the area filter told beside the figure's own parameters."""
    told = {"area": ",".join(view.filters.areas) or None}
    definition = found.definition
    area = Parameter("area", BY["area"], "list")
    return PageAnswer(
        definition=replace(definition, parameters=(area, *definition.parameters)),
        as_of=found.as_of,
        parameters=told | found.parameters,
        columns=columns or found.columns,
        rows=rows,
        given=found.given,
        place=f"/hent{view.path}/{part}",
        query=view.query,
    )
