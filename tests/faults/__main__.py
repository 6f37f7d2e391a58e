"""`make torture`: every fault many times, and a table of how many held."""

import logging
import sys
import tempfile
import time
from pathlib import Path
from random import Random

from tests.faults.room import Workshop, open_workshop
from tests.faults.table import FAULTS, Line

LAID_OUT = "{:<40}{:>10}{:>10}{:>8}"
SHOWN = 3


def main(seed: int) -> int:
    """Exit status 1 when something did not hold; the same seed tries the same."""
    logging.getLogger("cockpit").addHandler(logging.NullHandler())  # refusals are what is looked for
    print(LAID_OUT.format("fault", "tried", "held", "s"))
    with tempfile.TemporaryDirectory(prefix="cockpit-faults-") as home:
        workshop = open_workshop(Path(home))
        return max(_tried(line, workshop, seed) for line in FAULTS)


def _tried(line: Line, workshop: Workshop, seed: int) -> int:
    began = time.monotonic()
    wrong = line.fault(line.many, workshop, Random(seed))
    took = time.monotonic() - began
    print(LAID_OUT.format(line.name, line.many, line.many - len(wrong), f"{took:.0f}"), flush=True)
    for failure in wrong[:SHOWN]:
        print(f"  {failure}", flush=True)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 1))
