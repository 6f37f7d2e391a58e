"""Every delivery that was tried: the version in use, those kept, and those refused, with the reasons."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from dash import html
from dash.development.base_component import Component

from cockpit.components.thin_bar import scrolling
from cockpit.components.tile import status
from cockpit.findings.judging import Status
from cockpit.intake import Refused
from cockpit.warehouse import Version
from cockpit.wording import date_text, number

REFUSED = "Afvist"
MEANING = (
    "Hver leverance, der er indlæst eller afvist, den nyeste først: datoen, den er opgjort pr., om den er "
    "i brug, dagen den blev indlæst, rækker i alt, indsatser og afviste rækker."
)
HEADINGS = ("Opgjort pr.", "Leverance", "Status", "Indlæst", "Rækker", "Indsatser", "Afviste")


@dataclass(frozen=True)
class Delivery:
    """One line; `level` is ok (in use), breach (refused or damaged) or empty; counts are of its version."""

    at: datetime
    as_of: date
    name: str
    level: str
    status: str
    reasons: tuple[str, ...] = ()
    rows: int | None = None
    services: int | None = None
    rejected: int | None = None


def deliveries(
    versions: Sequence[Version], refused: Sequence[Refused], in_use: str, pointed: str
) -> list[Delivery]:
    """Newest first. Where the version `pointed` at is not the one `in_use`, it cannot be read."""
    lines = [_of_version(version, in_use, pointed) for version in versions]
    lines += [
        Delivery(one.refused, one.as_of, one.delivery, "breach", REFUSED, one.refusals) for one in refused
    ]
    return sorted(lines, key=lambda line: line.at, reverse=True)


def _of_version(version: Version, in_use: str, pointed: str) -> Delivery:
    level, words = ("ok", "I brug") if version.id == in_use else ("", "Gemt")
    if version.id > pointed:
        words = "Rullet tilbage"
    elif version.id == pointed != in_use:
        level, words = "breach", "Kan ikke læses"
    return Delivery(
        at=version.created,
        as_of=version.as_of,
        name=version.delivery,
        level=level,
        status=words,
        rows=sum(version.rows.values()),
        services=version.rows.get("services"),
        rejected=version.rows_rejected,
    )


def values(line: Delivery) -> tuple[Any, ...]:
    """The line in the order of the headings; counts as numbers, days as dates."""
    words = " ".join([f"{line.status}:" if line.reasons else line.status, *line.reasons])
    loaded = line.at.astimezone().date()
    return (line.as_of, line.name, words, loaded, line.rows, line.services, line.rejected)


def deliveries_table(lines: Sequence[Delivery], caption: str) -> Component:
    head = [
        html.Th(name, scope="col", className="n" if place > 3 else "") for place, name in enumerate(HEADINGS)
    ]
    body = [_row(line) for line in lines]
    grid = html.Table(
        [html.Caption(caption, className="hidden-text"), html.Thead(html.Tr(head)), html.Tbody(body)],
        className="figures deliveries",
    )
    return scrolling(grid, caption)


def _row(line: Delivery) -> Component:
    as_of, name, _, loaded, *counts = values(line)
    shown: list[Any] = [status(Status(line.level, line.status)) if line.level else line.status]
    if line.reasons:
        shown.append(html.Ul([html.Li(reason) for reason in line.reasons], className="reasons"))
    return html.Tr(
        [
            html.Th(date_text(as_of), scope="row", className="nowrap"),
            html.Td(name),
            html.Td(shown, className="status-cell"),
            html.Td(date_text(loaded), className="nowrap"),
            *(html.Td(number(count), className="n") for count in counts),
        ]
    )
