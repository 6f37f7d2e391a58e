"""What is served follows the pointer, and what is open stays open."""

import time
from pathlib import Path

import pytest

from cockpit.warehouse import Warehouse
from cockpit.warehouse.serving import SECONDS_BETWEEN_LOOKS
from cockpit.wording import PlainError
from tests.warehouse.making import publish_tiny, settings_in

COUNT = "select count(*) as workers from caseworkers"


def test_without_data_the_message_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(PlainError, match="cockpit load"):
        Warehouse(settings_in(tmp_path)).reader()


def test_a_new_version_is_seen_and_an_open_reader_keeps_its_own(tmp_path: Path) -> None:
    settings = settings_in(tmp_path)
    publish_tiny(settings, workers=1)
    warehouse = Warehouse(settings)
    before = warehouse.reader()
    assert before.rows(COUNT) == [{"workers": 1}]
    publish_tiny(settings, workers=2)
    time.sleep(SECONDS_BETWEEN_LOOKS + 0.05)
    assert warehouse.reader().rows(COUNT) == [{"workers": 2}]
    assert before.rows(COUNT) == [{"workers": 1}]


def test_what_is_held_stays_one_version(tmp_path: Path) -> None:
    settings = settings_in(tmp_path)
    publish_tiny(settings, workers=1)
    warehouse = Warehouse(settings)
    with warehouse.held():
        publish_tiny(settings, workers=2)
        time.sleep(SECONDS_BETWEEN_LOOKS + 0.05)
        assert warehouse.reader().rows(COUNT) == [{"workers": 1}]
        assert warehouse.notice is None
        assert Warehouse(settings).reader().rows(COUNT) == [{"workers": 2}]
    assert warehouse.reader().rows(COUNT) == [{"workers": 2}]


def test_with_nothing_to_hold_the_message_comes_with_the_question(tmp_path: Path) -> None:
    warehouse = Warehouse(settings_in(tmp_path))
    with warehouse.held(), pytest.raises(PlainError, match="cockpit load"):
        warehouse.reader()


def test_a_version_damaged_before_it_is_opened_is_passed_over(tmp_path: Path) -> None:
    settings = settings_in(tmp_path)
    publish_tiny(settings, workers=1)
    publish_tiny(settings, workers=2).path.write_bytes(b"damaged")
    assert Warehouse(settings).reader().rows(COUNT) == [{"workers": 1}]


def test_the_version_before_is_the_newest_whole_one(tmp_path: Path) -> None:
    settings = settings_in(tmp_path)
    publish_tiny(settings, workers=1)
    alone = Warehouse(settings)
    assert alone.before(alone.reader()) is None
    damaged = publish_tiny(settings, workers=2)
    publish_tiny(settings, workers=3)
    damaged.path.write_bytes(b"damaged")
    warehouse = Warehouse(settings)
    before = warehouse.before(warehouse.reader())
    assert before is not None
    assert before.rows(COUNT) == [{"workers": 1}]
    assert warehouse.before(warehouse.reader()) is before
    assert warehouse.before(before) is None


def test_results_are_computed_once_per_version(tmp_path: Path) -> None:
    settings = settings_in(tmp_path)
    publish_tiny(settings)
    reader = Warehouse(settings).reader()
    computed: list[int] = []
    for _ in range(3):
        assert reader.remembered("key", lambda: _noted(computed)) == 7
    assert len(computed) == 1


def _noted(computed: list[int]) -> int:
    computed.append(1)
    return 7
