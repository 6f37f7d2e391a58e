"""The only place that opens a database."""

from cockpit.warehouse.backup import back_up, restore
from cockpit.warehouse.draft import Draft, new_draft
from cockpit.warehouse.log_file import keep_log
from cockpit.warehouse.public_tables import GuardedCell, PublicRow, PublicTables, Told
from cockpit.warehouse.rollback import roll_back
from cockpit.warehouse.row_changes import RowChanges, incomparable, row_changes
from cockpit.warehouse.serving import NO_DATA, Reader, Warehouse, served
from cockpit.warehouse.staged import discard_staged, publish_staged, staged_version
from cockpit.warehouse.versions import (
    Version,
    current_version,
    damaged_versions,
    kept_version,
    list_versions,
    pointed_id,
    version_before,
)

__all__ = [
    "NO_DATA",
    "Draft",
    "GuardedCell",
    "PublicRow",
    "PublicTables",
    "Reader",
    "RowChanges",
    "Told",
    "Version",
    "Warehouse",
    "back_up",
    "current_version",
    "damaged_versions",
    "discard_staged",
    "incomparable",
    "keep_log",
    "kept_version",
    "list_versions",
    "new_draft",
    "pointed_id",
    "publish_staged",
    "restore",
    "roll_back",
    "row_changes",
    "served",
    "staged_version",
    "version_before",
]
