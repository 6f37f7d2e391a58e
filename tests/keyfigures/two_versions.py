"""A second delivery loaded on top of the first: the version before, and the one in use."""

from datetime import date

from cockpit.intake import load
from cockpit.warehouse import Warehouse
from tests.keyfigures.deliveries import Tables, write
from tests.keyfigures.loading import MUNICIPALITY, REFERENCE, Loaded
from tests.keyfigures.plain_rows import read_delivery


def then(earlier: Loaded, tables: Tables, as_of: date) -> Loaded:
    """The next version of the same cockpit."""
    settings = earlier.warehouse.settings
    number = len(list(settings.data_dir.parent.iterdir()))
    files = write(tables, settings.data_dir.parent / f"delivery-{number}")
    report = load(files, as_of, settings, accept_fewer_rows=True, progress=lambda _: None)
    assert report.version is not None, report.refusals
    assert not report.rejected, report.lines()
    references = (REFERENCE, settings.reference_dir)
    return Loaded(Warehouse(settings), read_delivery(files, references, MUNICIPALITY, as_of))
