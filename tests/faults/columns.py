"""Each column of each extract missing, renamed, or full of something else."""

import re
import shutil
from random import Random

from cockpit.intake.contract import Contract, contracts
from cockpit.settings import Settings
from tests.faults.deliveries import NEW, delivery
from tests.faults.room import Workshop, loaded_here, one_of_both, served_answers, told_badly
from tests.intake.deliveries import GOOD, write

SPOILT = {"missing": None, "renamed": "noget_andet", "retyped": "æblegrød"}
POPULATION = "municipality;year;age;persons\n330;2024;40;1000\n330;2025;40;1010\n"
EVERY = tuple(
    (contract, column, way)
    for contract in contracts().values()
    for column in contract.delivered
    for way in SPOILT
)


def columns(tries: int, workshop: Workshop, random: Random) -> list[str]:
    """Every column in every way when `tries` reaches that far; else some of them."""
    chosen = EVERY if tries >= len(EVERY) else random.sample(EVERY, tries)
    return [wrong for one in chosen if (wrong := _spoilt(workshop, *one))]


def _spoilt(workshop: Workshop, contract: Contract, column: str, way: str) -> str:
    settings = workshop.room()
    texts = GOOD | delivery(NEW) | {"population": POPULATION}
    texts[contract.name] = _with(_widened(texts[contract.name], contract), column, way)
    shutil.rmtree(workshop.home / "spoilt", ignore_errors=True)
    report, told = loaded_here(write(workshop.home / "spoilt", texts), settings)
    wrong = told_badly(told)
    if report is None or report.version is None:
        wrong = wrong or one_of_both(workshop, settings) or _unnamed(column, way, told)
    else:
        wrong = wrong or _broken(contract, column, way, settings)
    return f"{contract.name}.{column} {way}: {wrong}" if wrong else ""


def _unnamed(column: str, way: str, told: str) -> str:
    """A refusal for a column that is not there names it."""
    named = way == "retyped" or re.search(rf"Kolonne[rn].*\b{column}\b.*mangler", told)
    return "" if named else f"refused without naming the column: {told}"


def _broken(contract: Contract, column: str, way: str, settings: Settings) -> str:
    """What is wrong with what was loaded all the same."""
    if way != "retyped" and contract.column(column).required:
        return "a required column is not asked for"
    try:
        served_answers(settings)
    except Exception as problem:
        return f"the figures break: {problem!r}"
    return ""


def _widened(text: str, contract: Contract) -> str:
    """With every column of the contract, those that the delivery does without left empty."""
    head, *rows = text.splitlines()
    more = [column for column in contract.delivered if column not in head.split(";")]
    lines = [";".join([head, *more]), *(row + ";" * len(more) for row in rows)]
    return "\n".join([*lines, ""])


def _with(text: str, column: str, way: str) -> str:
    head, *rows = [line.split(";") for line in text.splitlines()]
    place = head.index(column)
    if way == "missing":
        lines = [row[:place] + row[place + 1 :] for row in (head, *rows)]
    elif way == "renamed":
        lines = [[*head[:place], str(SPOILT[way]), *head[place + 1 :]], *rows]
    else:
        lines = [head, *([*row[:place], str(SPOILT[way]), *row[place + 1 :]] for row in rows)]
    return "\n".join([";".join(line) for line in lines] + [""])
