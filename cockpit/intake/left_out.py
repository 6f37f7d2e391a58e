"""Rows of other extracts that refer to rows which the profile leaves out: they are left out with them."""

from cockpit.intake.bench import Bench
from cockpit.intake.contract import Column, Contract, contracts
from cockpit.intake.values import value_of
from cockpit.wording import rows_text


def remember_left_out(bench: Bench, contract: Contract) -> None:
    """Make temp table `left_out_<extract>` of the ids in `fed` that rows of other extracts may refer to."""
    named = {
        column.name
        for other in contracts().values()
        for column in other.references
        if column.references == contract.name
    }
    if named:
        ids = ", ".join(
            f"{value_of(contract.column(name), f'raw_{name}')} as {name}" for name in sorted(named)
        )
        bench.connection.execute(
            f"create temp table left_out_{contract.name} as "
            f"select distinct {ids} from fed where left_out is not null"
        )
        bench.leaves_out.add(contract.name)


def leave_out_with_parents(bench: Bench, contract: Contract) -> None:
    """Take the rows that belong to one left out from `parsed_<extract>`, and tell how many they were.

    An id that stands in a row that is kept, too, is no longer left out.
    """
    for column in contract.references:
        parent = str(column.references)
        if column.required and parent in bench.leaves_out & bench.read.keys():
            count = bench.count(f"select count(*) from parsed_{contract.name} where {_fallen(column)}")
            if count:
                _keep_others(bench, contract, column)
                word = "den hører" if count == 1 else "de hører"
                bench.notes.append(
                    f"{contract.name}: {rows_text(count)} er udeladt: {word} til rækker i {parent}, "
                    "som profilen udelader."
                )


def _fallen(column: Column) -> str:
    name, parent = column.name, column.references
    kept = f"select {name} from parsed_{parent} where {name} is not null"
    lost = f"select {name} from left_out_{parent} where {name} is not null"
    return f"{name} is not null and {name} in ({lost}) and {name} not in ({kept})"


def _keep_others(bench: Bench, contract: Contract, column: Column) -> None:
    """The table is made anew, for a row is known by its place; its line is then written down."""
    table = f"parsed_{contract.name}"
    first = f"select first_row from read_file where read_file.file = {table}.file"
    bench.connection.execute(
        f"create or replace temp table {table} as "
        f"select * replace (coalesce(line, rowid - ({first}) + 2) as line) "
        f"from {table} where not coalesce({_fallen(column)}, false) order by rowid"
    )
