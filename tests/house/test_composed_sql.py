"""The whole of each figure's SQL, with the types of a loaded version known."""

import pytest

from cockpit.keyfigures import catalogue
from cockpit.settings import Settings
from cockpit.warehouse import Warehouse
from tests.house.portable_sql import problems

Columns = dict[str, dict[str, str]]


@pytest.fixture(scope="module")
def schema(demo_settings: Settings) -> Columns:
    """Every table and view of the demo's version: {table: {column: type}}."""
    columns = "select table_name, column_name, data_type from information_schema.columns"
    tables: Columns = {}
    for row in Warehouse(demo_settings).reader().rows(columns):
        tables.setdefault(row["table_name"], {})[row["column_name"]] = row["data_type"].lower()
    return tables


def test_the_schema_is_known(schema: Columns) -> None:
    assert schema["services"]["start_date"] == "date"


# A figure that compares another has no query of its own.
ASKING = sorted(figure for figure, definition in catalogue().items() if not definition.compares)


@pytest.mark.parametrize("figure", ASKING)
def test_a_figure_is_portable_with_its_parts(figure: str, schema: Columns) -> None:
    assert problems(catalogue()[figure].sql, schema) == []
