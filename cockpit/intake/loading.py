"""`check` and `load`: a delivery from files to a report and, when it is good, a new version."""

import logging
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from datetime import UTC, date, datetime
from pathlib import Path

import duckdb

from cockpit.intake.account_list import fill_account_list
from cockpit.intake.bench import Bench
from cockpit.intake.contract import Contract
from cockpit.intake.crowds import find_crowd
from cockpit.intake.deadline_list import fill_deadline_list
from cockpit.intake.delivery import NothingKnownError, delivery_name, find_delivery
from cockpit.intake.dropped import settle
from cockpit.intake.extracting import read_extracts
from cockpit.intake.key_file import (
    fingerprint,
    key_refusal,
    make_key,
    make_next_key,
    partial_refusal,
    read_key,
    settle_key,
)
from cockpit.intake.keys import keep_one_of_duplicates, reject_torn_keys
from cockpit.intake.opening import start_readers
from cockpit.intake.outcome import extract_reports, problems
from cockpit.intake.overlaps import check_base_rates, check_one_caseworker
from cockpit.intake.profile import CANONICAL
from cockpit.intake.profiles import read_profile
from cockpit.intake.pseudonyms import make_pseudonyms
from cockpit.intake.reference_rows import fill_reference_tables
from cockpit.intake.references import (
    fall_with_parents,
    refuse_missing_parents,
    reject_unknown_parents,
    reject_unknown_sections,
    warn_of_orphans,
    warn_of_section_dates,
)
from cockpit.intake.refusals import refuse_by_counts
from cockpit.intake.refused import record_failure, record_refusal
from cockpit.intake.rejects import write_rejects
from cockpit.intake.report import LoadReport
from cockpit.intake.writing import write_draft
from cockpit.keyfigures.smallnumbers import build_public
from cockpit.periods import month_end
from cockpit.settings import Settings
from cockpit.warehouse import Draft, Version, current_version, list_versions, new_draft
from cockpit.warehouse.engine import open_workbench
from cockpit.wording import PlainError, date_text

log = logging.getLogger(__name__)


@contextmanager
def _told_plainly() -> Iterator[None]:
    """A database error may quote whole rows, one of the disk paths: only its kind goes on."""
    try:
        yield
    except (duckdb.Error, OSError, MemoryError) as error:
        log.error("load failed", exc_info=error)
        raise PlainError(
            f"Indlæsningen kunne ikke fuldføres ({type(error).__name__}). Intet er ændret. "
            "Se, om der er plads på disken og hukommelse nok, og prøv igen.",
            exit_status=1,
        ) from None


@_told_plainly()
def check(folder: Path, settings: Settings, source: str = CANONICAL) -> LoadReport:
    """What `load` would say of the delivery in `folder`; writes nothing and makes no key.

    `source` names the profile of the system that the files come from. PlainError when there is no such
    profile, or the folder is none or holds no known extract.
    """
    delivery = find_delivery(folder, read_profile(source, settings))
    start_readers(delivery)
    in_use = _version_in_use(settings)
    connection = open_workbench(Path(":memory:"), in_use.path if in_use else None)
    with closing(connection):
        today = _today()
        bench = Bench(connection, settings, delivery, in_use, today, today, progress=_silent)
        return _examine(bench, read_key(settings), accept_fewer_rows=False)


def load(
    folder: Path,
    as_of: date,
    settings: Settings,
    *,
    source: str = CANONICAL,
    accept_fewer_rows: bool = False,
    new_key: bool = False,
    stage: bool = False,
    progress: Callable[[str], None],
) -> LoadReport:
    """Make the delivery in `folder` the version in use, unless the report holds refusals.

    `as_of` is the day that the extracts are complete to. With `new_key` every pseudonym is made anew, by a
    key that takes the place of the old one once the version is in use. With `stage` the version only waits to
    be published, and no record is kept of the delivery. PlainError as in `check`, and when another load is
    running or the key cannot be used at all.
    """
    with failure_kept(folder, as_of, settings, stage=stage), _told_plainly():
        settle(settings.data_dir)
        today = _today()
        _check_as_of(as_of, today)
        delivery = find_delivery(folder, read_profile(source, settings))
        start_readers(delivery)
        with new_draft(settings) as draft:
            in_use, latest_day = draft.in_use, max(today, as_of)
            bench = Bench(draft.connection, settings, delivery, in_use, latest_day, as_of, progress)
            report = _worked_through(
                bench, draft, accept_fewer_rows=accept_fewer_rows, new_key=new_key, stage=stage
            )
        if not (stage and report.version):
            _log(bench, report)
        if not stage:
            _keep_record(bench, report)
        return report


@contextmanager
def failure_kept(folder: Path, as_of: date, settings: Settings, *, stage: bool = False) -> Iterator[None]:
    """A load that failed after its start is told of as one that was refused; wrong use is not."""
    try:
        yield
    except PlainError as problem:
        if problem.exit_status == 1 or isinstance(problem, NothingKnownError):
            name = delivery_name(folder)
            log.warning("load refused reasons=1 delivery=%s as_of=%s", name, as_of)
            if not stage:
                with suppress(OSError):  # the disk may be what failed
                    record_failure(settings, name, as_of, (str(problem),))
        raise


def _worked_through(
    bench: Bench, draft: Draft, *, accept_fewer_rows: bool, new_key: bool, stage: bool
) -> LoadReport:
    """The report, with the version that was made where nothing refuses it."""
    key_file, earlier = bench.settings.key_file, _earlier_fingerprint(bench)
    settle_key(key_file, earlier, bench.progress)
    key = read_key(bench.settings)
    if new_key:
        key = make_next_key(key_file)
    elif key is None and earlier is None:
        key = make_key(key_file, bench.progress)
    bench.notes += _odd_day(bench)
    report = _examine(bench, key, accept_fewer_rows=accept_fewer_rows, new_key=new_key)
    if key is not None and not report.refusals:
        _publish(bench, draft, report, key, stage=stage)
    used = report.version.key_fingerprint if report.version else earlier
    settle_key(key_file, used, bench.progress)
    return report


def _keep_record(bench: Bench, report: LoadReport) -> None:
    """Of a refusal, and of the rows that were rejected."""
    if report.refusals:
        record_refusal(bench.settings, bench.delivery.name, bench.as_of, report.refusals)
    name = report.version.id if report.version else f"afvist-{datetime.now(UTC):%Y%m%d-%H%M%S-%f}"
    try:
        report.rejects_file = write_rejects(bench.settings, name, report.rejected)
    except OSError:  # the version is in use already, or the refusal told
        bench.progress("Listen over afviste rækker kunne ikke gemmes. Se, om der er plads på disken.")


def _log(bench: Bench, report: LoadReport) -> None:
    rows = sum(extract.rows_loaded for extract in report.extracts)
    delivered = f"delivery={bench.delivery.name} as_of={bench.as_of}"
    facts = f"{delivered} rows={rows} rejected={len(report.rejected)}"
    if report.version:
        log.info("load published version=%s %s", report.version.id, facts)
    else:
        log.warning("load refused reasons=%d %s", len(report.refusals), facts)


def _today() -> date:
    return datetime.now(UTC).astimezone().date()


def _check_as_of(as_of: date, today: date) -> None:
    """A month may be drawn before it ends, but a date years away is a slip of the pen."""
    latest = date(today.year + 1, 12, 31)
    if not date(1900, 1, 1) <= as_of <= latest:
        raise PlainError(f"Dagen (--as-of) skal ligge fra 01-01-1900 til {date_text(latest)}. Ret datoen.")


def _odd_day(bench: Bench) -> list[str]:
    """What is to be said of the day that the extracts are complete to, before it is in use."""
    notes = []
    if bench.as_of > month_end(_today()):
        notes.append(f"{date_text(bench.as_of)} ligger efter denne måned. Se, om dagen er rigtig.")
    if bench.in_use and bench.as_of < bench.in_use.as_of:
        notes.append(
            f"Leverancen er opgjort pr. {date_text(bench.as_of)} og ældre end den, der var i brug "
            f"({date_text(bench.in_use.as_of)}). Fortryd med: cockpit rollback {bench.in_use.id}"
        )
    return notes


def _examine(bench: Bench, key: str | None, *, accept_fewer_rows: bool, new_key: bool = False) -> LoadReport:
    """Everything that is to be said of the delivery, all problems at once."""
    fill_reference_tables(bench.connection, bench.settings)
    fill_deadline_list(bench.connection, bench.settings)
    fill_account_list(bench.connection, bench.settings)
    wrong_key = partial_refusal(bench) if new_key else key_refusal(key, _earlier_fingerprint(bench))
    bench.own_ids = key is None or new_key or wrong_key is not None
    read_extracts(bench)
    make_pseudonyms(bench, key or "a key for this check only")
    for contract in bench.read.values():
        _check_between_rows(bench, contract)
    refuse_missing_parents(bench)
    warn_of_orphans(bench)
    reports = extract_reports(bench)
    bench.refusals += refuse_by_counts(bench, reports, accept_fewer_rows)
    bench.refusals += [wrong_key] if wrong_key else []
    rejected, warnings = problems(bench)
    return LoadReport(
        reports, tuple(bench.refusals), rejected, warnings, tuple(bench.ignored), tuple(bench.notes)
    )


def _check_between_rows(bench: Bench, contract: Contract) -> None:
    """Rules that take more than one row: first those asked of every row, then those of good rows only."""
    reject_torn_keys(bench, contract)
    reject_unknown_parents(bench, contract)
    if "section_list" in contract.rules:
        reject_unknown_sections(bench, contract)
    find_crowd(bench, contract)
    keep_one_of_duplicates(bench, contract)
    fall_with_parents(bench, contract)
    if "section_list" in contract.rules:
        warn_of_section_dates(bench, contract)
    if "base_rates_apart" in contract.rules:
        check_base_rates(bench, contract)
    if "one_caseworker" in contract.rules:
        check_one_caseworker(bench, contract)


def _publish(bench: Bench, draft: Draft, report: LoadReport, key: str, *, stage: bool) -> None:
    bench.progress("Gemmer den nye version …")
    rows = write_draft(bench, report, bench.as_of)
    report.version = draft.publish(
        as_of=bench.as_of,
        delivery=bench.delivery.name,
        key_fingerprint=fingerprint(key),
        rows=rows,
        rows_rejected=sum(extract.rows_rejected for extract in report.extracts),
        make_public=build_public,
        stage=stage,
    )


def _version_in_use(settings: Settings) -> Version | None:
    """The version in use, without making the data folder where there is none."""
    return current_version(settings.data_dir) if (settings.data_dir / "versions").is_dir() else None


def _earlier_fingerprint(bench: Bench) -> str | None:
    """Of the key that the version in use was made with or, where none is whole, the newest."""
    if bench.in_use:
        return bench.in_use.key_fingerprint
    if not (bench.settings.data_dir / "versions").is_dir():
        return None
    return next((version.key_fingerprint for version in list_versions(bench.settings.data_dir)), None)


def _silent(line: str) -> None:
    """A check reports at its end."""
