"""A tiny version to publish: what a load writes, cut down to one extract."""

from datetime import date
from pathlib import Path

from cockpit.intake.contract import contracts
from cockpit.settings import Settings
from cockpit.warehouse import Version, new_draft

REFERENCE_SECTION = """create table draft.reference_section (
    law varchar, section varchar, section_key varchar, label_da varchar, name_da varchar,
    section_group varchar, area varchar, valid_from date, valid_to date, successor varchar
)"""


def settings_in(folder: Path, keep_months: int = 24) -> Settings:
    return Settings(
        data_dir=folder / "data",
        municipality="330",
        key_file=folder / "key",
        reference_dir=folder / "reference",
        keep_months=keep_months,
    )


def publish_tiny(settings: Settings, workers: int = 1, *, stage: bool = False) -> Version:
    """A version with `workers` rows of caseworkers, and every other extract empty."""
    with new_draft(settings) as draft:
        draft.connection.execute(REFERENCE_SECTION)
        for contract in contracts().values():
            columns = ", ".join(f"{column.name} {column.sql_type}" for column in contract.columns)
            draft.connection.execute(f"create table draft.extract_{contract.name} ({columns})")
        for number in range(workers):
            draft.connection.execute(
                "insert into draft.extract_caseworkers (caseworker_id) values (?)", [f"R{number}"]
            )
        rows = {"caseworkers": workers}
        return draft.publish(date(2026, 10, 31), "test", "fingerprint", rows, stage=stage)
