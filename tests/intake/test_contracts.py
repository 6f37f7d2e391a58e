"""The contracts are whole: what extracts.md asks of each extract stands in data/contracts."""

import duckdb
import pytest

from cockpit.intake import contracts
from cockpit.intake.contract import SQL_TYPES
from cockpit.intake.loading import _told_plainly
from cockpit.wording import PlainError
from tests.intake.conftest import Loader
from tests.intake.deliveries import GOOD

REQUIRED = {
    "citizens": "citizen_id",  # birth_date may be left out where every id is a CPR number
    "services": "service_id citizen_id law section start_date",
    "rates": "service_id from_date amount unit kind",
    "providers": "provider_id name owner",
    "capacity": "provider_id from_date places",
    "case_assignments": "case_id citizen_id caseworker_id area from_date",
    "caseworkers": "caseworker_id team from_date fte",
    "population": "municipality year age persons",
    "deadlines": "deadline_id citizen_id kind started_at",
    "reviews": "service_id reviewed_on kind daily_rate_before daily_rate_after",
    "ledger": "month account kind amount",
    "price_index": "year index",
    "benchmarks": "municipality year figure value source",
    "initiatives": "initiative_id title status",
}
KEYS = {
    "citizens": ("citizen_id",), "services": ("service_id",), "providers": ("provider_id",),
    "capacity": ("provider_id", "from_date"), "caseworkers": ("caseworker_id", "from_date"),
    "deadlines": ("deadline_id",), "initiatives": ("initiative_id", "year"),
    "price_index": ("year",),  # two indexes of one year would count every amount twice
}  # fmt: skip


def test_each_extract_requires_and_keys_what_the_design_says() -> None:
    for name, contract in contracts().items():
        required = {column.name for column in contract.columns if column.required}
        assert required == set(REQUIRED[name].split()), name
        assert contract.key == KEYS.get(name, ()), name
    assert set(contracts()) == set(REQUIRED)


def test_parents_come_before_their_children() -> None:
    order = list(contracts())
    for name, contract in contracts().items():
        for column in contract.references:
            assert order.index(str(column.references)) < order.index(name)


def test_columns_are_of_known_types_and_named_in_danish() -> None:
    for contract in contracts().values():
        assert all(column.type in SQL_TYPES and column.label for column in contract.columns)
        assert all(name in contract.column_names for pair in contract.periods for name in pair)
        assert all(name in contract.column_names for name in contract.key)


def test_filters_can_use_no_column_with_commas() -> None:
    columns = [column for contract in contracts().values() for column in contract.columns]
    filters = {column.name for column in columns if column.filter}
    assert filters == {"provider_id", "provider_type", "target_group"}


def test_progress_is_told(loaded: Loader, capsys: pytest.CaptureFixture[str]) -> None:
    loaded(GOOD)
    assert "Læser services.csv … 3 rækker\n" in capsys.readouterr().out


def test_a_database_error_tells_no_row() -> None:
    with pytest.raises(PlainError) as caught, _told_plainly():
        raise duckdb.ConversionException("Original Line: 010203-1234;hemmelig")
    assert "hemmelig" not in str(caught.value)
    assert caught.value.__cause__ is None
    assert caught.value.__suppress_context__
