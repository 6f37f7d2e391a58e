"""Deliveries that were refused, recorded so that people can see why the figures are older."""

import json
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from cockpit.settings import Settings
from cockpit.warehouse.retention import delete_old_files
from cockpit.warehouse.versions import PUBLISHED, pointed_id, write_durably


@dataclass(frozen=True)
class Refused:
    """One refused delivery. `refusals` are the report's own sentences, which never hold a CPR number.

    `in_use` and `newest` are the ids of the version then in use and of the newest; empty where there was
    none, and None in a record from before they were kept.
    """

    refused: datetime  # UTC
    delivery: str
    as_of: date
    refusals: tuple[str, ...]
    in_use: str | None = None
    newest: str | None = None


def record_refusal(settings: Settings, delivery: str, as_of: date, refusals: tuple[str, ...]) -> None:
    """Write `<data_dir>/refused/<time>.json`; it is kept as long as versions are."""
    folder = settings.data_dir / "refused"
    folder.mkdir(parents=True, exist_ok=True)
    now = datetime.now(UTC)
    standing = pointed_id(settings.data_dir) or "", _newest_id(settings.data_dir)
    facts = asdict(Refused(now, delivery, as_of, refusals, *standing))
    text = json.dumps(facts, ensure_ascii=False, indent=1, default=lambda value: value.isoformat())
    write_durably(folder / f"{now:%Y%m%d-%H%M%S-%f}.json", text)
    delete_old_files(settings, folder)


def record_failure(settings: Settings, delivery: str, as_of: date, reasons: tuple[str, ...]) -> None:
    """As `record_refusal`, but once: what stays in the inbox is tried, and fails, every minute."""
    in_use = pointed_id(settings.data_dir) or ""
    same = (delivery, as_of, reasons, in_use)
    for one in refused_deliveries(settings.data_dir):
        if (one.delivery, one.as_of, one.refusals, one.in_use) == same:
            return
    record_refusal(settings, delivery, as_of, reasons)


def latest_refusal(data_dir: Path) -> Refused | None:
    """The newest record, where it can be read."""
    newest = max((data_dir / "refused").glob("*.json"), default=None)
    return _read(newest) if newest else None


def is_latest(refused: Refused, data_dir: Path, taken_into_use: datetime) -> bool:
    """Whether no version was taken into use since; by the ids, for a clock may be set back."""
    if refused.in_use is None or refused.newest is None:
        return refused.refused >= taken_into_use
    return refused.in_use == (pointed_id(data_dir) or "") and _newest_id(data_dir) <= refused.newest


def _newest_id(data_dir: Path) -> str:
    return max((path.stem for path in (data_dir / "versions").glob(f"v*{PUBLISHED}")), default="")


def refused_deliveries(data_dir: Path) -> list[Refused]:
    """Newest first; a record that cannot be read is left out."""
    paths = sorted((data_dir / "refused").glob("*.json"), reverse=True)
    return [record for path in paths if (record := _read(path)) is not None]


def _read(path: Path) -> Refused | None:
    try:
        facts = json.loads(path.read_text(encoding="utf-8"))
        return Refused(
            refused=datetime.fromisoformat(facts["refused"]),
            delivery=facts["delivery"],
            as_of=date.fromisoformat(facts["as_of"]),
            refusals=tuple(facts["refusals"]),
            in_use=facts.get("in_use"),
            newest=facts.get("newest"),
        )
    except (OSError, ValueError, KeyError, TypeError):
        return None
