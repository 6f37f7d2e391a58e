"""The only place that opens a database."""

from cockpit.warehouse.draft import Draft, new_draft
from cockpit.warehouse.serving import Reader, Warehouse, served
from cockpit.warehouse.versions import Version, current_version, list_versions

__all__ = [
    "Draft",
    "Reader",
    "Version",
    "Warehouse",
    "current_version",
    "list_versions",
    "new_draft",
    "served",
]
