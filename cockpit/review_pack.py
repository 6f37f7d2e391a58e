"""What a team goes through: the load on each, deadlines, grants that run out, services none has seen."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from cockpit.access import asking, sight_of
from cockpit.findings.judging import caseload_status
from cockpit.findings.message import citizens
from cockpit.keyfigures import (
    NotAllowedError,
    NotDeliveredError,
    caseworker_names,
    deadline_names,
    provider_names,
    run,
    sections_in,
)
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

    NotAllowedError for all but the team's leader. A part whose extract has not been delivered says so.
    """
    _check_own(team, role)
    reader = served().reader()
    day = reader.version.as_of
    late = _asked("deadline_list", role, team=team, days=f"{DAYS_TO_DEADLINE}")
    loads = _asked("caseload", role, by="team", on=f"{day}")
    if loads.lacks and late.lacks:
        raise PlainError(loads.lacks)
    own = next((row for row in loads.rows if row["by_value"] == team), None)
    if own is None and not (loads.lacks and any(row["team"] == team for row in late.rows)):
        raise PlainError(f"Teamet {safe_quote(team)} har ingen sager {date_text(day)}.")
    workers = _asked("caseload", role, by="caseworker", on=f"{day}")
    ending = _of_citizens(loads, "expiring_list", role, team=team, days=f"{DAYS_TO_END}")
    unseen = _of_citizens(loads, "review_due_list", role, team=team, months=f"{MONTHS_UNSEEN}")
    columns = _of_workers(reader)
    parts = (
        _part("Sagstal pr. rådgiver", "Den mest belastede øverst", _by_load(workers, team), columns),
        *_deadline_parts(reader, late),
        _part(f"Bevillinger, der udløber inden for {DAYS_TO_END} dage", "Den første øverst", ending,
              _of_services(reader, "Udløber", "ends_on")),
        _part(f"Indsatser, ingen har set på i {MONTHS_UNSEEN} måneder", "Den dyreste øverst", unseen,
              _of_services(reader, "Sidst set på", "last_seen")),
    )  # fmt: skip
    return ReviewPack(team, day, (*_numbers_of_load(own), *_numbers_of_lists(late, ending)), parts)


def _check_own(team: str, role: str | None) -> None:
    """The lists are checked where they are asked; the load on each caseworker is the leader's own, too."""
    if (role or asking().role) != TEAM_LEADER:
        raise NotAllowedError(ONLY_LEADERS)
    own = sight_of(asking()).listed if role is None else None
    if own is not None and team not in own:
        raise NotAllowedError(ONLY_LEADERS)


@dataclass(frozen=True)
class Listed:
    """A list's rows, or what it lacks."""

    rows: Sequence[Row]
    lacks: str = ""

    def count(self, is_one: Callable[[Row], bool] = lambda _: True) -> str:
        return NOTHING if self.lacks else number(sum(map(is_one, self.rows)))

    def of(self, is_one: Callable[[Row], bool]) -> "Listed":
        return Listed([row for row in self.rows if is_one(row)], self.lacks)


def _asked(figure: str, role: str | None, **given: str) -> Listed:
    try:
        return Listed(run(figure, given, role=role).rows)
    except NotDeliveredError as problem:
        return Listed((), f"Kræver {problem.lacks}, som ikke er leveret.")


def _of_citizens(loads: Listed, figure: str, role: str | None, **given: str) -> Listed:
    """Which citizens are the team's is known by its cases alone."""
    return Listed((), loads.lacks) if loads.lacks else _asked(figure, role, **given)


def _is_overdue(row: Row) -> bool:
    return row["days_overdue"] is not None


def _numbers_of_load(own: Row | None) -> tuple[tuple[str, str], ...]:
    if own is None:
        return ()
    low, high = own["guideline_low"], own["guideline_high"]
    guided = f", vejledende {number(low)}–{number(high)}" if low is not None and high is not None else ""
    cases = number(own["cases"])
    return (
        (number(own["citizens_per_fte"], 1), f"borgere pr. årsværk{guided}"),
        (cases, f"{_of(cases, 'sag', 'sager')} for {citizens(own['citizens'])}"),
    )


def _numbers_of_lists(late: Listed, ending: Listed) -> tuple[tuple[str, str], ...]:
    over, near, ends = late.count(_is_overdue), late.count(lambda row: not _is_overdue(row)), ending.count()
    return (
        (over, f"{_of(over, 'frist', 'frister')} er overskredet"),
        (near, f"{_of(near, 'frist', 'frister')} udløber inden for {DAYS_TO_DEADLINE} dage"),
        (ends, f"{_of(ends, 'bevilling', 'bevillinger')} udløber inden for {DAYS_TO_END} dage"),
    )


def _of(count: str, one: str, more: str) -> str:
    return one if count == "1" else more


def _by_load(workers: Listed, team: str) -> Listed:
    own = workers.of(lambda row: row["team"] == team)
    return Listed(sorted(own.rows, key=lambda row: -(row["citizens_per_fte"] or 0)), own.lacks)


LOADS = (
    Column("Sager", lambda row: number(row["cases"]), numeric=True),
    Column("Borgere", lambda row: number(row["citizens"]), numeric=True),
    Column("Vægtede sager", lambda row: number(row["weighted_cases"], 1), numeric=True),
    Column("Årsværk", lambda row: number(row["fte"], 1), numeric=True),
    Column("Borgere pr. årsværk", lambda row: number(row["citizens_per_fte"], 1), numeric=True),
    Column("Vurdering", lambda row: judged.words if (judged := caseload_status(row["status"])) else NOTHING),
)


def _of_workers(reader: Reader) -> tuple[Column, ...]:
    names = caseworker_names(reader)
    return (Column("Rådgiver", lambda row: names.get(row["by_value"], str(row["by_value"]))), *LOADS)


def _deadline_parts(reader: Reader, late: Listed) -> tuple[Part, ...]:
    """Follow-ups that are overdue, other deadlines that are, and those that are near."""
    names = deadline_names(reader)
    columns = (
        Column("Sag", lambda row: str(row["case_id"] or NOTHING)),
        Column("Frist", lambda row: str(names.get(row["kind"], row["kind"]))),
        Column("Udløb", lambda row: date_text(row["due_on"])),
    )
    over = Column("Dage over", lambda row: number(row["days_overdue"]), numeric=True)
    overdue = late.of(_is_overdue)
    follow_ups = overdue.of(lambda row: row["kind"] in FOLLOW_UPS)
    others = overdue.of(lambda row: row["kind"] not in FOLLOW_UPS)
    near = late.of(lambda row: not _is_overdue(row))
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


def _part(title: str, order: str, told: Listed, columns: Sequence[Column]) -> Part:
    rows = told.rows
    left_out = len(rows) - MOST_ROWS
    note = told.lacks or (f"{number(len(rows))} i alt. {order}." if rows else "Ingen.")
    if left_out > 0:
        note += f" De første {number(MOST_ROWS)} står her; resten står i cockpittet."
    return Part(
        title,
        note,
        tuple(column.heading for column in columns),
        tuple(column.numeric for column in columns),
        tuple(tuple(column.written(row) for column in columns) for row in rows[:MOST_ROWS]),
    )
