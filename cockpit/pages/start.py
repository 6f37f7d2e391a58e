"""What would stop each server process is looked at before any of them answers."""

from cockpit.access import check_access
from cockpit.keyfigures import catalogue
from cockpit.keyfigures.panel import check_panel
from cockpit.pages import PAGES
from cockpit.pages.callbacks import check_callbacks
from cockpit.settings import read_settings
from cockpit.warehouse import Reader, list_versions, served
from cockpit.wording import PlainError


def check_start() -> None:
    """PlainError for settings or a callback open to all, and for data or a panel that cannot be used."""
    settings = read_settings()
    check_access(settings)
    list_versions(settings.data_dir)
    catalogue()
    check_callbacks()
    check_panel(settings, [page.path for page in PAGES], _reader())


def _reader() -> Reader | None:
    """The version that will be served; without one the server starts all the same and says so."""
    try:
        return served().reader()
    except PlainError:
        return None
