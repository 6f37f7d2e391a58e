"""A reader reads its own version and nothing else: no files, databases, code or settings."""

from pathlib import Path

import pytest
from sqlalchemy.exc import DBAPIError

from cockpit.warehouse import Reader, Warehouse
from tests.warehouse.making import publish_tiny, settings_in

SECRET = "a word that nobody may see"
# {file} is a file that there is, {new} one that there must not be afterwards.
STATEMENTS = [
    # reading files
    "select * from read_csv('{file}')",
    "select * from read_text('{file}')",
    "select * from read_blob('{file}')",
    "select * from read_json('{file}')",
    "select * from read_parquet('{file}')",
    "select * from sniff_csv('{file}')",
    "select * from glob('{folder}/*')",
    "select * from '{file}'",
    "select * from 'https://localhost:1/x.csv'",
    "copy extract_caseworkers from '{file}'",
    "import database '{folder}'",
    # writing files
    "copy extract_caseworkers to '{new}'",
    "copy (select 1 as one) to '{new}' (format parquet)",
    "copy database memory to other",
    "export database '{new}'",
    "pragma profiling_output = '{new}'",
    "set log_query_path = '{new}'",
    "set enable_profiling = 'json'",
    # other databases
    "attach '{new}' as other",
    "attach '{earlier}' as earlier",
    "attach ':memory:' as other",
    "create secret stolen (type s3)",
    # code
    "install httpfs",
    "force install httpfs from 'http://localhost:1'",
    "load httpfs",
    "load '{file}'",
    # settings
    "set enable_external_access = true",
    "set global enable_external_access = true",
    "reset enable_external_access",
    "set lock_configuration = false",
    "pragma enable_external_access = true",
    "set allowed_directories = ['/']",
    "set allow_unsigned_extensions = true",
    "set autoload_known_extensions = true",
    "set memory_limit = '900GB'",
    "set threads = 900",
    "set temp_directory = '{new}'",
    "set home_directory = '{new}'",
    # the version itself
    "create table other (one integer)",
    "insert into extract_caseworkers (caseworker_id) values ('X')",
    "update extract_caseworkers set caseworker_id = 'X'",
    "delete from extract_caseworkers",
    "drop table extract_caseworkers",
    "alter table extract_caseworkers add column one integer",
    "truncate extract_caseworkers",
    # after a harmless one
    "select 1; attach '{new}' as other",
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("hostile")


@pytest.fixture(scope="module")
def reader(folder: Path) -> Reader:
    settings = settings_in(folder)
    publish_tiny(settings, workers=2)
    publish_tiny(settings)
    (folder / "secret.csv").write_text(f"caseworker_id\n{SECRET}\n", encoding="utf-8")
    return Warehouse(settings).reader()


@pytest.mark.parametrize("statement", STATEMENTS)
def test_a_reader_only_reads_its_version(reader: Reader, folder: Path, statement: str) -> None:
    places = {"file": folder / "secret.csv", "new": folder / "new", "folder": folder}
    places["earlier"] = folder / "data" / "versions" / "v000001.duckdb"
    before = everything(folder)
    with pytest.raises(DBAPIError) as refused:
        reader.rows(statement.format(**places))
    assert SECRET not in str(refused.value)
    assert everything(folder) == before
    assert reader.rows("select count(*) as workers from extract_caseworkers") == [{"workers": 1}]


def everything(folder: Path) -> dict[str, int]:
    return {str(path): path.stat().st_size for path in folder.rglob("*")}
