"""The only place that opens a database."""

from cockpit.warehouse.draft import Draft, new_draft
from cockpit.warehouse.serving import NO_DATA, Reader, Warehouse, served
from cockpit.warehouse.versions import Version, current_version, list_versions

__all__ = [
    "NO_DATA",
    "Draft",
    "Reader",
    "Version",
    "Warehouse",
    "current_version",
    "list_versions",
    "new_draft",
    "served",
]
