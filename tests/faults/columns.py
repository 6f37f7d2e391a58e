"""Each column of each extract missing, renamed, or full of something else."""

import shutil
from random import Random

from cockpit.intake.contract import Contract, contracts
from tests.faults.deliveries import NEW, delivery
from tests.faults.room import Workshop, loaded_here, one_of_both, told_badly
from tests.intake.deliveries import GOOD, write

SPOILT = {"missing": None, "renamed": "noget_andet", "retyped": "æblegrød"}


def columns(tries: int, workshop: Workshop, random: Random) -> list[str]:
    """Every column in every way when `tries` reaches that far; else some of them."""
    every = [
        (contract, column, way)
        for contract in contracts().values()
        for column in GOOD_HEADS.get(contract.name, ())
        for way in SPOILT
    ]
    chosen = every if tries >= len(every) else random.sample(every, tries)
    return [wrong for one in chosen if (wrong := _spoilt(workshop, *one))]


GOOD_HEADS = {name: text.splitlines()[0].split(";") for name, text in GOOD.items()}
HOW_MANY = sum(len(head) for head in GOOD_HEADS.values()) * len(SPOILT)


def _spoilt(workshop: Workshop, contract: Contract, column: str, way: str) -> str:
    settings = workshop.room()
    texts = GOOD | delivery(NEW)
    texts[contract.name] = _with(texts[contract.name], column, way)
    shutil.rmtree(workshop.home / "spoilt", ignore_errors=True)
    report, told = loaded_here(write(workshop.home / "spoilt", texts), settings)
    where = f"{contract.name}.{column} {way}: "
    if wrong := told_badly(told):
        return where + wrong
    if way == "retyped":
        return ""  # its rows are rejected or the text is a text; that a figure never breaks is asked below
    required = contract.column(column).required
    refused = report is None or report.version is None
    if required and not (refused and f"Kolonnen {column} mangler" in told):
        return where + f"a required column is not asked for: {told}"
    if refused and not required and f"{column} mangler" not in told:
        return where + f"refused without naming the column: {told}"
    wrong = one_of_both(workshop, settings) if refused else ""
    return where + wrong if wrong else ""


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
