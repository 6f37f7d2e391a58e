"""The newest version's file is cut, has a bit turned, or holds zeros from some place on."""

import time
from pathlib import Path
from random import Random

from cockpit.warehouse import Warehouse, current_version
from cockpit.warehouse.serving import SECONDS_BETWEEN_LOOKS
from tests.faults.room import Workshop, loaded_here, served_answers


def damaged_version(tries: int, workshop: Workshop, random: Random) -> list[str]:
    """Half of the tries damage a file that is being served."""
    settings = workshop.room()
    report, told = loaded_here(workshop.folder, settings)
    assert report is not None, told
    version = current_version(settings.data_dir)
    assert version is not None
    content = version.path.read_bytes()
    wrong = []
    for number in range(tries):
        version.path.write_bytes(content)
        watching = Warehouse(settings)
        assert watching.reader().version.id == version.id
        how = _damage(version.path, content, random)
        if number % 2:
            time.sleep(SECONDS_BETWEEN_LOOKS + 0.01)
            told_of = watching
        else:
            told_of = Warehouse(settings)
        if told_of.reader().version.id == version.id or not told_of.notice:
            wrong.append(f"{how}: the damaged version is served, or nobody is told")
        elif number < 3 and served_answers(settings) != workshop.old:
            wrong.append(f"{how}: the version before gives other figures")
    return wrong


def _damage(path: Path, content: bytes, random: Random) -> str:
    place = random.randrange(len(content))
    how = random.choice(("cut", "flipped", "zeroed"))
    if how == "cut":
        path.write_bytes(content[:place])
    elif how == "flipped":
        flipped = content[place] ^ (1 << random.randrange(8))
        path.write_bytes(content[:place] + bytes([flipped]) + content[place + 1 :])
    else:
        # Data ends in zeros where a machine lost power; a place where zeros already stood is no damage.
        last = len(content[: place + 1].rstrip(b"\0")) - 1
        path.write_bytes(content[:last] + bytes(len(content) - last))
    return f"{how} at {place}"
