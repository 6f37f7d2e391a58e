"""The table a delivery is worked on: an in-memory database, what was found wrong, what refuses it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

import duckdb

from cockpit.intake.contract import Contract
from cockpit.intake.delivery import DeliveredFile, Delivery
from cockpit.intake.profile import CANONICAL
from cockpit.intake.rules import RULES, WARNING
from cockpit.intake.values import define_macros, literal
from cockpit.settings import Settings
from cockpit.warehouse import Version

# `found` holds every broken rule; `dropped` the rows that are therefore not loaded; `read_file` where in
# the table of its extract the rows of a file begin.
TABLES = """
create temp table read_file (file integer, first_row bigint);
create temp table found (extract varchar, file integer, line bigint, row bigint,
    column_name varchar, rule varchar, value varchar, other varchar);
create temp table dropped (extract varchar, row bigint, outcome varchar);
"""


@dataclass
class Bench:
    """One delivery being worked on. Extract x, once read, is temp table `parsed_x`; its rowid names a row."""

    connection: duckdb.DuckDBPyConnection
    settings: Settings
    delivery: Delivery
    in_use: Version | None
    latest_day: date  # "today" of the rules
    as_of: date
    progress: Callable[[str], None]
    files: list[tuple[str, DeliveredFile]] = field(default_factory=list)  # (extract, file) by number
    read: dict[str, Contract] = field(default_factory=dict)
    refusals: list[str] = field(default_factory=list)
    ignored: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)  # what a profile left out, or took for granted
    leaves_out: set[str] = field(default_factory=set)  # extracts of which a profile left rows out
    own_ids: bool = False  # pseudonyms made with a key that is not the earlier versions' say nothing of those

    def __post_init__(self) -> None:
        define_macros(self.connection)
        self.connection.execute(TABLES)

    def rows(self, sql: str) -> list[tuple[object, ...]]:
        return self.connection.execute(sql).fetchall()

    def count(self, sql: str) -> int:
        return int(self.connection.execute(sql).fetchall()[0][0])

    def add_parsed(self, contract: Contract) -> None:
        """Call `parsed_x` read, and make `good_x`: its rows that are not dropped, with `row`."""
        self.read[contract.name] = contract
        self.connection.execute(
            f"create temp view good_{contract.name} as "
            f"select parsed.rowid as row, parsed.* from parsed_{contract.name} as parsed "
            f"anti join (select row from dropped where extract = {literal(contract.name)}) as dropped "
            "on dropped.row = parsed.rowid"
        )

    def note(self, rule: str, contract: Contract, column: str, broken: str) -> None:
        """Record that the rows of the query `broken` (row, value, other) break `rule`."""
        named = f"({broken}) as broken(row, value, other)"
        self.note_all(contract, f"select row, {literal(column)}, {literal(rule)}, value, other from {named}")

    def note_all(self, contract: Contract, broken: str) -> None:
        """Record the query `broken`: row, column name, rule code, value, other."""
        name = literal(contract.name)
        self.connection.execute(
            f"create or replace temp table broken as select broken.* "
            f"from ({broken}) as broken(row, column_name, rule, value, other)"
        )
        codes = [str(code) for (code,) in self.rows("select distinct rule from broken order by rule")]
        if codes:
            self.connection.execute(
                f"insert into found select {name}, parsed.file, "
                f"coalesce(parsed.line, broken.row - read_file.first_row + 2), "
                f"broken.row, broken.column_name, broken.rule, broken.value, broken.other "
                f"from broken join parsed_{contract.name} as parsed on parsed.rowid = broken.row "
                f"join read_file on read_file.file = parsed.file"
            )
        for code in codes:
            if RULES[code].outcome != WARNING:
                self.connection.execute(
                    f"insert into dropped select distinct {name}, row, {literal(RULES[code].outcome)} "
                    f"from broken where rule = {literal(code)}"
                )

    def source_of(self, extract: str) -> str:
        """The profile that the delivered extract was read by."""
        return self.delivery.profile.name if extract in self.delivery.feeds else CANONICAL

    def in_use_holds(self, extract: str) -> bool:
        """Whether the version in use was ever given the extract."""
        return self.in_use is not None and self.count(
            f"select count(*) from in_use.load_report where extract = {literal(extract)}"
        ) > 0  # fmt: skip
