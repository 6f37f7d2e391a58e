"""A tiny version to publish: what a load writes, cut down to one extract."""

from datetime import date
from pathlib import Path

from cockpit.settings import PROJECT, Settings
from cockpit.warehouse import Version, new_draft


def settings_in(folder: Path, keep_versions: int = 24) -> Settings:
    return Settings(
        data_dir=folder / "data",
        municipality="330",
        key_file=folder / "key",
        reference_dir=folder / "reference",
        keep_versions=keep_versions,
    )


def publish_tiny(settings: Settings, workers: int = 1) -> Version:
    """A version with `workers` rows of caseworkers, and empty tables for every other staging view."""
    with new_draft(settings) as draft:
        for view in sorted((PROJECT / "queries" / "staging").glob("*.sql")):
            columns = [
                line.strip().removeprefix("delivered.").rstrip(",")
                for line in view.read_text(encoding="utf-8").splitlines()
                if line.strip().startswith("delivered.")
            ]
            spelled = ", ".join(f"{column} varchar" for column in columns)
            draft.connection.execute(f"create table draft.extract_{view.stem} ({spelled})")
        for number in range(workers):
            draft.connection.execute(
                "insert into draft.extract_caseworkers (caseworker_id) values (?)", [f"R{number}"]
            )
        return draft.publish(date(2026, 10, 31), "test", "fingerprint", {"caseworkers": workers})
