"""The only place that opens a database."""

from cockpit.warehouse.backup import back_up, restore
from cockpit.warehouse.draft import Draft, new_draft
from cockpit.warehouse.rollback import roll_back
from cockpit.warehouse.serving import NO_DATA, Reader, Warehouse, served
from cockpit.warehouse.versions import Version, current_version, list_versions, pointed_id

__all__ = [
    "NO_DATA",
    "Draft",
    "Reader",
    "Version",
    "Warehouse",
    "back_up",
    "current_version",
    "list_versions",
    "new_draft",
    "pointed_id",
    "restore",
    "roll_back",
    "served",
]
