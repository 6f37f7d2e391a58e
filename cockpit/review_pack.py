"""What a team goes through: the load on each, deadlines, grants that run out, services none has seen."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from cockpit.access import asking
from cockpit.findings.judging import caseload_status
from cockpit.keyfigures import NotAllowedError, deadline_names, provider_names, run, sections_in
from cockpit.warehouse import Reader, served
from cockpit.wording import NOTHING, PlainError, date_text, kroner, number, safe_quote

DAYS_TO_DEADLINE, DAYS_TO_END, MONTHS_UNSEEN = 30, 90, 12
FOLLOW_UPS = ("follow_up", "first_follow_up")
MOST_ROWS = 300
TEAM_LEADER = "teamleder"
ONLY_LEADERS = "Sagsgennemgangen vises kun for teamledere, for deres egne team."
Row = Mapping[str, Any]


@dataclass(frozen=True)
class Column:
    """`numeric` stands to the right."""

    heading: str
    written: Callable[[Row], str]
    numeric: bool = False


@dataclass(frozen=True)
class Part:
    """One table; `note` says what its rows are, or that there are none, or that not all stand here."""

    title: str
    note: str
    headings: tuple[str, ...]
    numeric: tuple[bool, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class ReviewPack:
    """`numbers` are the team's own, as value and words."""

    team: str
    as_of: date
    numbers: tuple[tuple[str, str], ...]
    parts: tuple[Part, ...]


def review_pack(team: str, role: str | None = None) -> ReviewPack:
    """As the one who asks may see it, or a command's `role`; PlainError where there is no such team.

    NotAllowedError for all but the team's leader.
    """
    if (role or asking().role) != TEAM_LEADER:
        raise NotAllowedError(ONLY_LEADERS)
    reader = served().reader()
    day = reader.version.as_of

    def asked(figure: str, **given: str) -> list[dict[str, Any]]:
        return run(figure, given, role=role).rows

    late = asked("deadline_list", team=team, days=f"{DAYS_TO_DEADLINE}")
    own = next((row for row in asked("caseload", by="team", on=f"{day}") if row["by_value"] == team), None)
    if own is None:
        raise PlainError(f"Teamet {safe_quote(team)} har ingen sager {date_text(day)}.")
    workers = [row for row in asked("caseload", by="caseworker", on=f"{day}") if row["team"] == team]
    ending = asked("expiring_list", team=team, days=f"{DAYS_TO_END}")
    unseen = asked("review_due_list", team=team, months=f"{MONTHS_UNSEEN}")
    overdue = [row for row in late if row["days_overdue"] is not None]
    parts = (
        _part("Sagstal pr. rådgiver", "Den mest belastede øverst", _by_load(workers), WORKERS),
        *_deadline_parts(reader, late),
        _part(f"Bevillinger, der udløber inden for {DAYS_TO_END} dage", "Den første øverst", ending,
              _of_services(reader, "Udløber", "ends_on")),
        _part(f"Indsatser, ingen har set på i {MONTHS_UNSEEN} måneder", "Den dyreste øverst", unseen,
              _of_services(reader, "Sidst set på", "last_seen")),
    )  # fmt: skip
    return ReviewPack(team, day, _numbers(own, len(overdue), len(late) - len(overdue), len(ending)), parts)


def _numbers(own: Row, overdue: int, soon: int, ending: int) -> tuple[tuple[str, str], ...]:
    low, high = own["guideline_low"], own["guideline_high"]
    guided = f", vejledende {number(low)}–{number(high)}" if low is not None and high is not None else ""
    return (
        (number(own["citizens_per_fte"], 1), f"borgere pr. årsværk{guided}"),
        (number(own["cases"]), f"sager for {number(own['citizens'])} borgere"),
        (number(overdue), "frister er overskredet"),
        (number(soon), f"frister udløber inden for {DAYS_TO_DEADLINE} dage"),
        (number(ending), f"bevillinger udløber inden for {DAYS_TO_END} dage"),
    )


def _by_load(workers: Sequence[Row]) -> list[Row]:
    return sorted(workers, key=lambda row: -(row["citizens_per_fte"] or 0))


WORKERS = (
    Column("Rådgiver", lambda row: str(row["by_value"])),
    Column("Sager", lambda row: number(row["cases"]), numeric=True),
    Column("Borgere", lambda row: number(row["citizens"]), numeric=True),
    Column("Vægtede sager", lambda row: number(row["weighted_cases"], 1), numeric=True),
    Column("Årsværk", lambda row: number(row["fte"], 1), numeric=True),
    Column("Borgere pr. årsværk", lambda row: number(row["citizens_per_fte"], 1), numeric=True),
    Column("Vurdering", lambda row: judged.words if (judged := caseload_status(row["status"])) else NOTHING),
)


def _deadline_parts(reader: Reader, late: Sequence[Row]) -> tuple[Part, ...]:
    """Follow-ups that are overdue, other deadlines that are, and those that are near."""
    names = deadline_names(reader)
    columns = (
        Column("Sag", lambda row: str(row["case_id"] or NOTHING)),
        Column("Frist", lambda row: str(names.get(row["kind"], row["kind"]))),
        Column("Udløb", lambda row: date_text(row["due_on"])),
    )
    over = Column("Dage over", lambda row: number(row["days_overdue"]), numeric=True)
    overdue = [row for row in late if row["days_overdue"] is not None]
    follow_ups = [row for row in overdue if row["kind"] in FOLLOW_UPS]
    others = [row for row in overdue if row["kind"] not in FOLLOW_UPS]
    near = [row for row in late if row["days_overdue"] is None]
    oldest = "Den ældste øverst"
    return (
        _part("Overskredne opfølgninger", oldest, follow_ups, (*columns, over)),
        _part("Andre overskredne frister", oldest, others, (*columns, over)),
        _part(f"Frister, der udløber inden for {DAYS_TO_DEADLINE} dage", "Den første øverst", near, columns),
    )


def _of_services(reader: Reader, heading: str, column: str) -> tuple[Column, ...]:
    labels = {row["section_key"]: row["label_da"] for row in sections_in(reader)}
    providers = provider_names(reader)
    return (
        Column("Indsats", lambda row: str(row["service_id"])),
        Column("Paragraf", lambda row: str(labels.get(row["section"], row["section"]))),
        Column("Tilbud", lambda row: providers.get(row["provider"], "Uoplyst")),
        Column(heading, lambda row: date_text(row[column])),
        Column("Årspris", lambda row: kroner(row["annual_cost"]), numeric=True),
    )


def _part(title: str, order: str, rows: Sequence[Row], columns: Sequence[Column]) -> Part:
    left_out = len(rows) - MOST_ROWS
    note = f"{number(len(rows))} i alt. {order}." if rows else "Ingen."
    if left_out > 0:
        note += f" De første {number(MOST_ROWS)} står her; resten står i cockpittet."
    return Part(
        title,
        note,
        tuple(column.heading for column in columns),
        tuple(column.numeric for column in columns),
        tuple(tuple(column.written(row) for column in columns) for row in rows[:MOST_ROWS]),
    )
