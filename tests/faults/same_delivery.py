"""The same delivery once more, under other names and saved by other programs: the same figures."""

import shutil
from random import Random

from tests.faults.deliveries import NEW, OLD, delivery, written_otherwise
from tests.faults.room import Workshop, loaded_here, served_answers, told_badly


def same_delivery(tries: int, workshop: Workshop, random: Random) -> list[str]:
    return [wrong for _ in range(tries) if (wrong := _again(workshop, random))]


def _again(workshop: Workshop, random: Random) -> str:
    settings = workshop.room()
    citizens, expected = random.choice(((OLD, workshop.old), (NEW, workshop.new)))
    files = written_otherwise(delivery(citizens), random)
    folder = workshop.home / "again"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for name, content in files.items():
        (folder / name).write_bytes(content)
    report, told = loaded_here(folder, settings)
    if report is None or report.version is None:
        return f"{sorted(files)} was refused: {told}"
    return told_badly(told) or ("" if served_answers(settings) == expected else f"{sorted(files)}: {told}")
