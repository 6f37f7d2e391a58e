"""The second computation itself is right: it gives the golden answers, to the cell."""

import pytest

from tests.keyfigures import golden, plain
from tests.keyfigures.plain_rows import Delivery, read_delivery


@pytest.fixture(scope="module")
def delivery() -> Delivery:
    return read_delivery(golden.DELIVERY, (golden.REFERENCE,), golden.MUNICIPALITY, golden.AS_OF)


@pytest.mark.parametrize("case", golden.CASES, ids=str)
def test_the_plain_computation_gives_the_golden_answer(case: golden.Case, delivery: Delivery) -> None:
    assert golden.differences(case, plain.answer(case.figure, delivery, case.given)) == []
