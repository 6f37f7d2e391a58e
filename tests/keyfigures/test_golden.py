"""The golden delivery, through intake, version and SQL: every answer matches to the cell."""

import pytest

from tests.keyfigures import golden
from tests.keyfigures.loading import Loaded, Loader


@pytest.fixture(scope="module")
def loaded(loader: Loader) -> Loaded:
    return loader(golden.DELIVERY, golden.AS_OF)


@pytest.mark.parametrize("case", golden.CASES, ids=str)
def test_sql_gives_the_golden_answer(case: golden.Case, loaded: Loaded) -> None:
    assert golden.differences(case, loaded.run(str(case))) == []
