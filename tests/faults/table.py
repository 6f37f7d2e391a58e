"""Every fault, how often it is tried with each test run, and how often by `make torture`."""

from dataclasses import dataclass

from tests.faults.bad_fields import bad_fields
from tests.faults.clock import BACK, MOMENTS, clock
from tests.faults.columns import EVERY, columns
from tests.faults.cut_delivery import cut_delivery
from tests.faults.damaged_version import damaged_version
from tests.faults.full_disk import full_disk
from tests.faults.killed_loader import killed_loader
from tests.faults.killed_workers import killed_workers
from tests.faults.publishing import publishing
from tests.faults.room import Fault
from tests.faults.same_delivery import same_delivery
from tests.faults.two_loaders import two_loaders


@dataclass(frozen=True)
class Line:
    name: str
    few: int
    many: int
    fault: Fault


FAULTS = (
    Line("the loader is killed", 4, 200, killed_loader),
    Line("the disk is full", 3, 20, full_disk),
    Line("a file is cut", 8, 500, cut_delivery),
    Line("the newest version is damaged", 12, 200, damaged_version),
    Line("the same delivery again", 4, 50, same_delivery),
    Line("two loaders at once", 2, 20, two_loaders),
    Line("the clock", 3, len(MOMENTS) * len(BACK), clock),
    Line("a server process is killed", 3, 100, killed_workers),
    Line("published while people look", 1, 20, publishing),
    Line("a column is missing, renamed, retyped", 6, len(EVERY), columns),
    Line("bad fields, and a file of noise", 300, 100_000, bad_fields),
)
