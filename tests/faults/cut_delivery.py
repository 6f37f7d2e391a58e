"""A file of the delivery ends at any byte: a copy that was broken off."""

import shutil
from random import Random

from cockpit.settings import Settings
from tests.faults.deliveries import NEW, delivery
from tests.faults.room import Workshop, loaded_here, one_of_both, served_answers, told_badly
from tests.intake.deliveries import write

MAYBE_CUT = "uden linjeskift"  # the report asks whether the last row is whole


def cut_delivery(tries: int, workshop: Workshop, random: Random) -> list[str]:
    return [wrong for _ in range(tries) if (wrong := _cut(workshop, random))]


def _cut(workshop: Workshop, random: Random) -> str:
    settings = workshop.room()
    texts = delivery(NEW)
    name = random.choice(list(texts))
    place = random.randrange(len(texts[name]))
    kept = texts[name][:place]
    loaded, told = _loaded(workshop, settings, texts | {name: kept})
    where = f"{name} cut at {place}: "
    if wrong := told_badly(told):
        return where + wrong
    if not loaded:
        wrong = one_of_both(workshop, settings)
        return where + wrong if wrong else ""
    return "" if MAYBE_CUT in told or _as_if_whole(workshop, settings, texts, name, kept) else where + told


def _as_if_whole(workshop: Workshop, settings: Settings, texts: dict[str, str], name: str, kept: str) -> bool:
    """Whether the figures are those of the lines that are whole."""
    served = served_answers(settings)
    whole_lines = texts | {name: kept[: kept.rfind("\n") + 1]}
    loaded, _ = _loaded(workshop, settings := workshop.room(), whole_lines)
    return loaded and served_answers(settings) == served


def _loaded(workshop: Workshop, settings: Settings, texts: dict[str, str]) -> tuple[bool, str]:
    shutil.rmtree(workshop.home / "cut", ignore_errors=True)
    report, told = loaded_here(write(workshop.home / "cut", texts), settings)
    return report is not None and report.version is not None, told
