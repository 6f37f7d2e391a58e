"""Take back what was published: an earlier version is the one in use again."""

import logging

from cockpit.settings import Settings
from cockpit.warehouse.locking import only_loader
from cockpit.warehouse.versions import Version, is_whole, kept_version, point_at, versions_dir
from cockpit.wording import PlainError

log = logging.getLogger(__name__)


def roll_back(settings: Settings, version_id: str) -> Version:
    """Make a kept version the one in use; nothing is deleted, and the next load follows it.

    PlainError when there is no such version, it is damaged, or a load is running.
    """
    with only_loader(versions_dir(settings.data_dir)):
        version = kept_version(settings.data_dir, version_id)
        if not is_whole(version):
            raise PlainError(f"Versionen {version_id} er beskadiget og kan ikke bruges. Vælg en anden.")
        point_at(version)
        log.info("rolled back version=%s", version_id)
        return version
