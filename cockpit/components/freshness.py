"""How old the figures are, and how much of the extracts they stand on: the tiles of the page Data."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from cockpit.components.answers import Answer
from cockpit.components.labels import VALUES
from cockpit.components.tile import TileFacts
from cockpit.components.view import View
from cockpit.findings.change import share_change
from cockpit.findings.judging import Status
from cockpit.intake import contracts
from cockpit.settings import Settings
from cockpit.warehouse import Version
from cockpit.wording import date_text, number, percent, signed_percent

TOO_LATE = 2  # times the rhythm agreed


def age_status(as_of: date, today: date, rhythm_days: int) -> Status:
    days = (today - as_of).days
    if days < 0:
        return Status("watch", "En dag, der ikke er nået endnu")
    words = f"{number(days)} {'dag' if days == 1 else 'dage'} gammelt"
    if days <= rhythm_days:
        return Status("ok", words)
    return Status("breach" if days > TOO_LATE * rhythm_days else "watch", f"{words}, hent et nyt udtræk")


def tiles(
    view: View, quality: Answer, version: Version, before: Version | None, settings: Settings, today: date
) -> list[TileFacts]:
    """`before` is the version before the one served."""
    href = view.figure_page(quality)
    and_more = "&" if "?" in href else "?"
    return [
        TileFacts(
            name="Opgjort pr.",
            value=date_text(version.as_of),
            unit="",
            change="Tallene er hele til og med denne dag",
            href=href,
            status=age_status(version.as_of, today, settings.rhythm_days),
        ),
        TileFacts(
            name="Rækker i brug",
            value=number(sum(version.rows.values())),
            unit="",
            change=rows_change(version, before),
            href=f"{href}{and_more}vis=rows_loaded",
        ),
        rejected_tile(quality.rows, settings.max_rejected_share, f"{href}{and_more}vis=rows_rejected"),
        extracts_tile(quality.rows, href),
    ]


def rows_change(version: Version, before: Version | None) -> str:
    if before is None:
        return "Første indlæsning"
    now, then = sum(version.rows.values()), sum(before.rows.values())
    if now == then:
        return "Uændret siden sidst"
    share = share_change(now, then)
    return f"{signed_percent(share)} siden sidst" if share is not None else "Ingen rækker sidst"


def rejected_tile(rows: Sequence[dict[str, Any]], limit: float, href: str) -> TileFacts:
    """The limit holds for each extract by itself, so the judgement is of the one with the largest share."""
    rejected, read = sum(row["rows_rejected"] for row in rows), sum(row["rows_read"] for row in rows)
    status = Status("ok", "Alle rækker er med")
    if rejected:
        worst = max(rows, key=rejected_share)
        name = VALUES["extract"].get(worst["extract"], worst["extract"]).lower()
        share = percent(rejected_share(worst))
        status = Status("watch", f"Højst {share} ({name}), grænse {percent(limit, 0)}")
    return TileFacts(
        name="Afviste rækker",
        value=number(rejected),
        unit="",
        change=f"{percent(rejected / read if read else 0, 2)} af alle læste rækker",
        href=href,
        status=status,
    )


def rejected_share(row: dict[str, Any]) -> float:
    return float(row["rows_rejected"] / row["rows_read"]) if row["rows_read"] else 0.0


def extracts_tile(rows: Sequence[dict[str, Any]], href: str) -> TileFacts:
    old = carried_over(rows)
    change = "Alle er fra den seneste leverance"
    if old:
        oldest = date_text(min(row["as_of"] for row in old))
        change = f"{number(len(old))} videreført, ældste opgjort pr. {oldest}"
    return TileFacts(
        name="Udtræk i brug",
        value=number(len(rows)),
        unit=f"af {number(len(contracts()))}",
        change=change,
        href=href,
        status=Status("watch", "Ikke alle er nye") if old else None,
    )


def carried_over(rows: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Rows of load_quality whose extract was not in the latest delivery and keeps its own date."""
    latest = max((row["delivered"] for row in rows), default=None)
    return [row for row in rows if row["delivered"] != latest]


def never_delivered(rows: Sequence[dict[str, Any]]) -> list[str]:
    """The extracts' Danish names."""
    there = {row["extract"] for row in rows}
    return [VALUES["extract"].get(name, name) for name in contracts() if name not in there]
