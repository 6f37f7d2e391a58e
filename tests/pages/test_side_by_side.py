"""Things of one page that are worked out at once."""

from functools import partial
from threading import Barrier

import pytest

from cockpit.components.side_by_side import side_by_side
from cockpit.warehouse import Warehouse


def test_all_stand_in_their_order_and_two_run_at_once() -> None:
    both = Barrier(2, timeout=30)

    def meet(name: str) -> str:
        both.wait()
        return name

    assert side_by_side([partial(meet, name) for name in "abcdef"]) == list("abcdef")


def test_each_is_answered_from_the_version_the_request_began_with(warehouse: Warehouse) -> None:
    begun = warehouse.opened(warehouse.version)
    with warehouse.held(begun):
        seen = side_by_side([warehouse.reader] * 3)
    assert all(one is begun for one in seen)
    assert warehouse.reader() is not begun


def test_what_goes_wrong_is_heard_of() -> None:
    with pytest.raises(ZeroDivisionError):
        side_by_side([partial(divmod, 1, 0)])
