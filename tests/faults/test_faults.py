"""Each fault a few times; `make torture` does it many."""

from random import Random

import pytest

from tests.faults.room import Workshop, open_workshop
from tests.faults.table import FAULTS, Line


@pytest.fixture(scope="module")
def workshop(tmp_path_factory: pytest.TempPathFactory) -> Workshop:
    return open_workshop(tmp_path_factory.mktemp("faults"))


@pytest.mark.parametrize("line", FAULTS, ids=lambda line: line.name)
def test_survived(line: Line, workshop: Workshop) -> None:
    assert line.fault(line.few, workshop, Random(1)) == []
