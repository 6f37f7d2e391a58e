"""A politician fetches everything there is, of every version, and finds nobody."""

import os
from collections.abc import Iterator, Mapping
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from cockpit.intake import load
from cockpit.keyfigures import running
from cockpit.keyfigures.smallnumbers import OPEN_FIGURES, building
from cockpit.keyfigures.smallnumbers.cells import Cell, counts_people
from cockpit.settings import read_settings
from cockpit.warehouse import roll_back, served
from tests.keyfigures.deliveries import write
from tests.keyfigures.smallnumbers.attacker import Attack, Knowledge, Name, read, reckon, reckon_between
from tests.keyfigures.smallnumbers.town import PLACES, Town, made_up, some_months_later
from tests.pages.small_town import addresses, collected, delivered, emptied, everything, file_of

SEED = 8


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    before = dict(os.environ)
    yield tmp_path_factory.mktemp("town")
    os.environ.clear()
    os.environ.update(before)
    served.cache_clear()


def serve(data: Path) -> None:
    os.environ |= {"COCKPIT_DATA_DIR": str(data), "COCKPIT_KEY_FILE": str(data.parent / "key")}
    os.environ |= {"COCKPIT_MAX_REJECTED_SHARE": "1", "COCKPIT_RHYTHM_DAYS": "100000"}
    served.cache_clear()


def publish(town: Town, folder: Path, name: str) -> str:
    report = load(write(delivered(town), folder / name), town.as_of, read_settings(), progress=lambda _: None)
    assert report.version, report.lines()
    served.cache_clear()
    return report.version.id


def seen(as_of: date) -> Knowledge:
    """Of the version served."""
    known = read(collected(as_of), as_of)
    reckon(known, PLACES, insider=False)
    return known


def found(versions: list[Knowledge]) -> list[tuple[Name, int]]:
    return Attack([*versions, *(reckon_between(*two) for two in pairwise(versions))]).found()


class Fetched:
    """Three versions, of which the second is rolled back before the third is loaded."""

    def __init__(self, folder: Path) -> None:
        first = made_up(SEED)
        second = some_months_later(first, SEED)
        third = some_months_later(second, SEED)
        serve(folder / "data")
        version = publish(first, folder, "first")
        self.known = [seen(first.as_of)]
        publish(second, folder, "second")
        self.known.append(seen(second.as_of))
        roll_back(read_settings(), version)
        served.cache_clear()
        self.again = seen(first.as_of)
        publish(third, folder, "third")
        self.known.append(seen(third.as_of))
        self.data, self.as_of = folder / "data", third.as_of
        self.empty = emptied(folder / "data", folder / "empty")

    def everything(self, data: Path) -> dict[str, str]:
        serve(data)
        return everything(file_of(*asked) for asked in addresses(self.as_of))


@pytest.fixture(scope="module")
def fetched(folder: Path) -> Fetched:
    return Fetched(folder)


def test_nobody_is_found_in_three_versions(fetched: Fetched) -> None:
    assert sum(0 < value < 5 for known in fetched.known for value in known.true.values()) > 100
    assert [told_small(known) for known in fetched.known] == [[]] * 3
    assert found(fetched.known) == []


def told_small(known: Knowledge) -> list[Name]:
    nobody = ("places places", "places free")
    return [name for name in known.shown if 0 < known.true[name] < 5 and name[0] not in nobody]


def test_what_is_rolled_back_to_tells_what_it_told(fetched: Fetched) -> None:
    assert (fetched.again.shown, fetched.again.true) == (fetched.known[0].shown, fetched.known[0].true)


def test_the_attacker_has_every_number_that_there_is(fetched: Fetched) -> None:
    serve(fetched.data)
    asked = "select table_name, facts from public_row where table_name <> 'budget'"
    rows = served().reader().rows(asked)
    assert len(rows) == sum(len(sheet.shown) for sheet in collected(fetched.as_of))


def test_no_answer_hangs_on_a_citizens_row(fetched: Fetched) -> None:
    """Pages, messages, tooltips, order and files: all of it can be made of what the attacker has."""
    assert differing(fetched) == []


def differing(fetched: Fetched) -> list[str]:
    shown, of_nobody = fetched.everything(fetched.data), fetched.everything(fetched.empty)
    assert len([asked for asked, text in shown.items() if text.startswith("200")]) > 100
    return [asked for asked, text in shown.items() if text != of_nobody[asked]]


def test_a_page_that_asks_openly_is_caught(fetched: Fetched, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(running, "OPEN_FIGURES", (*OPEN_FIGURES, "stock_flow"))
    assert any(asked.startswith("overblik-cards") for asked in differing(fetched))


@pytest.mark.parametrize("hides", [False, True])
@pytest.mark.usefixtures("folder")
def test_an_attacker_finds_somebody_where_little_is_hidden(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, hides: bool
) -> None:
    def small(values: Mapping[Cell, int], *_: object) -> set[Cell]:
        return {cell for cell, value in values.items() if hides and 0 < value < 5 and counts_people(cell)}

    monkeypatch.setattr(building, "hidden_cells", small)
    town = made_up(SEED)
    serve(tmp_path / "data")
    publish(town, tmp_path, "town")
    known = seen(town.as_of)
    served.cache_clear()
    assert (told_small(known) == []) is hides
    assert not hides or found([known]) != []
