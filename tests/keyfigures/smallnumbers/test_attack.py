"""Whoever collects every table of two versions and reckons cannot pin down a single small number.

Ten towns here; a hundred by `make attack`.
"""

import pytest

from tests.keyfigures.smallnumbers.playing import play

# Here the past is rewritten so that hiding alone protects nobody, and a table is withdrawn.
REWRITTEN = (6, 36)
TOWNS = (*range(1, 10), 36)


@pytest.mark.parametrize("seed", TOWNS)
def test_nobody_is_found(seed: int) -> None:
    played = play(seed)
    assert played.small > 0
    assert played.found == []


@pytest.mark.parametrize("seed", REWRITTEN)
def test_nobody_is_found_in_three_versions(seed: int) -> None:
    assert play(seed, versions=3).found == []


@pytest.mark.parametrize("seed", TOWNS[:3])
def test_without_secondary_hiding_somebody_is(seed: int) -> None:
    assert play(seed, versions=1, secondary=False).found != []


def test_where_a_version_does_not_mind_the_one_before_somebody_is() -> None:
    assert any(play(seed, minds=False).found for seed in TOWNS)


def test_the_attacker_sees_every_column_that_is_shown() -> None:
    (known,) = play(2, versions=1).known
    kinds = {name[0] for name in known.shown}
    assert {"stock", "inflow", "outflow", "age", "interval", "year", "due", "own", "bought"} <= kinds
