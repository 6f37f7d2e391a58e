"""Keys that say two things, and rows that say the same twice."""

from cockpit.intake.bench import Bench
from cockpit.intake.contract import Contract
from cockpit.intake.values import literal


def reject_torn_keys(bench: Bench, contract: Contract) -> None:
    """Reject rows with one key and different content.

    A row rejected for another reason still counts: nobody knows which of them is right.
    """
    if not contract.key:
        return
    key = ", ".join(contract.key)
    present = " and ".join(f"{name} is not null" for name in contract.key if contract.column(name).required)
    _collect_twins(
        bench,
        f"select *, rowid as row from parsed_{contract.name}",
        f"select {key} from parsed_{contract.name} where {present} group by {key} having count(*) > 1",
        _same_key(contract, "shared"),
    )
    rejected = f"row in (select row from dropped where extract = {literal(contract.name)})"
    content = ", ".join(f"{name} := {name}" for name in contract.column_names)
    shown = " || ' ' || ".join(_shown(contract, name) for name in contract.key)
    bench.note(
        "key_conflict",
        contract,
        contract.key[0],
        f"select twin.row, trim({shown}), '' from twin semi join (select {key} from twin group by {key} "
        f"having count(distinct struct_pack({content}, rejected := {rejected})) > 1) as torn "
        f"on {_same_key(contract, 'torn')}",
    )


def _same_key(contract: Contract, other: str) -> str:
    """An optional column of the key may be empty in both; only there it costs to say so."""
    return " and ".join(
        f"twin.{name} {'=' if contract.column(name).required else 'is not distinct from'} {other}.{name}"
        for name in contract.key
    )


def keep_one_of_duplicates(bench: Bench, contract: Contract) -> None:
    """Of good rows that say the same in every column all but the first are left out."""
    columns = ", ".join(contract.column_names)
    if not contract.key:
        # Rows with one hash are few; only they are compared in full.
        hashed = f"select *, hash({columns}) as content from crowd_{contract.name}"
        shared = f"select content from ({hashed}) group by content having count(*) > 1"
        _collect_twins(bench, hashed, shared, "twin.content = shared.content")
    bench.note(
        "duplicate",
        contract,
        "",
        f"select row, '', '' from ("
        f"select row, row_number() over (partition by {columns} order by row) as copy from twin "
        f"where row not in (select row from dropped where extract = {literal(contract.name)})) "
        "where copy > 1",
    )


def _collect_twins(bench: Bench, rows: str, shared: str, same: str) -> None:
    """Temp table `twin`: the few `rows` that share what the query `shared` finds more than once."""
    bench.connection.execute(
        f"create or replace temp table twin as select twin.* "
        f"from ({rows}) as twin semi join ({shared}) as shared on {same}"
    )


def _shown(contract: Contract, name: str) -> str:
    column = f"twin.{name}"
    if contract.column(name).type == "date":
        return f"strftime({column}, '%d-%m-%Y')"
    return f"coalesce(cast({column} as varchar), '')"
