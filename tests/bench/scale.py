"""`make bench-scale`: hundreds of municipalities in one delivery, loaded and then asked page by page.

`SCALE=N make bench-scale` takes N municipalities instead of 240. It takes about ten minutes.
"""

import json
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import Any

from cockpit.demo import write_demo
from cockpit.settings import Settings, read_settings
from tests.bench.children import in_child
from tests.bench.measures import Measure, table

SCALE = int(os.environ.get("SCALE", "240"))
ROUNDS = 2
SLOWER = 1 / 0.4  # the load keeps at least 0.4 of the speed of read_csv, where both store their rows
MOST_MEMORY, MOST_SECONDS = 2000, 1.0

Spent = dict[str, Any]


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        delivery, home = Path(folder) / "delivery", Path(folder) / "home"
        home.mkdir()
        write_demo(delivery, scale=SCALE)
        measures = list(loads(delivery, home))
        settings = read_settings({"COCKPIT_DATA_DIR": str(home / "data"), "COCKPIT_MEMORY_LIMIT": "2GB"})
        measures += pages(settings)
        print(table(measures, sides=("measured", "against")))
        print(in_child("unprepared", [], settings))
    return 0 if all(measure.held for measure in measures) else 1


def loads(delivery: Path, home: Path) -> Iterator[Measure]:
    """Each side in turn; the last of ours is published, and its version stays in `home`."""
    spent: dict[str, list[Spent]] = {side: [] for side in ("memory", "file", "ours")}
    for last in [False] * (ROUNDS - 1) + [True]:
        for side in ("memory", "file"):
            with tempfile.TemporaryDirectory() as aside:
                spent[side].append(_loaded(side, delivery, Path(aside)))
        with tempfile.TemporaryDirectory() as aside:
            place = home if last else Path(aside)
            spent["ours"].append(_loaded("published" if last else "stored", delivery, place))
    for clock in ("wall", "cpu"):
        ours = median(one[clock] for one in spent["ours"])
        for side, name in (("memory", "into memory"), ("file", "into a file")):
            theirs = median(one[clock] for one in spent[side])
            # Into memory is told only: DuckDB itself does not store the bare rows at 0.4 of that speed.
            target = SLOWER if (side, clock) == ("file", "wall") else None
            yield Measure(f"Load against read_csv {name}, {clock}", "s", ours, theirs, target)
    published = spent["ours"][-1]
    yield Measure("Memory of a whole load", "MB", published["peak"], MOST_MEMORY, 1)
    wall, cpu = published["tables"]
    yield Measure("Tables built at publish, wall / processor", "s", wall, cpu)


def _loaded(side: str, delivery: Path, home: Path) -> Spent:
    printed = in_child("loading", [side, str(delivery), str(home)])
    spent: Spent = json.loads(printed.splitlines()[-1])
    return spent


def pages(settings: Settings) -> list[Measure]:
    """The slowest view of each page."""
    seen = [json.loads(line) for line in in_child("pages", [], settings).splitlines()]
    paths = dict.fromkeys(one["page"] for one in seen)
    views = [[one for one in seen if one["page"] == path] for path in paths]
    slowest = [max(some, key=lambda one: float(one["wall"])) for some in views]
    return [
        Measure(f"{one['page']}{one['search']}"[:40], "s", one["wall"], MOST_SECONDS, 1) for one in slowest
    ]


if __name__ == "__main__":
    sys.exit(main())
