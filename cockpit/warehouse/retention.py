"""What is deleted when it is old: versions, lists of rejected rows, records of refused deliveries."""

from datetime import UTC, date, datetime
from pathlib import Path

from cockpit.periods import add_months
from cockpit.settings import Settings
from cockpit.warehouse.versions import Version, list_versions


def kept_from(settings: Settings) -> date:
    """The first day of the oldest month that is kept."""
    return add_months(datetime.now(UTC).date(), -settings.keep_months)


def delete_old_versions(settings: Settings, in_use: Version) -> None:
    """Neither the version in use nor the one that it is compared with is ever too old."""
    spared, first = (in_use.id, in_use.replaces), kept_from(settings)
    for version in list_versions(settings.data_dir):
        if version.created.date() < first and version.id not in spared:
            version.path.with_suffix(".json").unlink(missing_ok=True)
            version.path.unlink(missing_ok=True)


def delete_old_files(settings: Settings, folder: Path) -> None:
    first = kept_from(settings)
    for path in folder.iterdir():
        if datetime.fromtimestamp(path.stat().st_mtime, UTC).date() < first:
            path.unlink(missing_ok=True)
