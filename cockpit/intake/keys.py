"""Rows that say the same twice, and keys that say two things."""

from cockpit.intake.bench import Bench
from cockpit.intake.contract import Contract
from cockpit.intake.values import literal


def check_keys(bench: Bench, contract: Contract) -> None:
    """Note key conflicts, then exact duplicates: all rows but the first of those that say the same."""
    columns = ", ".join(contract.column_names)
    if contract.key:
        key = ", ".join(contract.key)
        present = " and ".join(f"{name} is not null" for name in contract.key)
        shared = (
            f"select {key} from parsed_{contract.name} where {present} group by {key} having count(*) > 1"
        )
        same_key = " and ".join(f"parsed.{name} = shared.{name}" for name in contract.key)
    else:
        # Rows with one hash are few; only they are compared in full below.
        shared = f"select hash({columns}) as content from good_{contract.name} group by 1 having count(*) > 1"
        same_key = f"hash({', '.join(f'parsed.{name}' for name in contract.column_names)}) = shared.content"
    bench.connection.execute(
        f"create or replace temp table twin as select parsed.*, parsed.rowid as row "
        f"from parsed_{contract.name} as parsed semi join ({shared}) as shared on {same_key}"
    )
    if not bench.count("select count(*) from twin"):
        return
    if contract.key:
        _note_conflicts(bench, contract)
    bench.note(
        "duplicate",
        contract,
        contract.key[0] if contract.key else contract.column_names[0],
        f"select row, '', '' from ("
        f"select row, row_number() over (partition by {columns} order by row) as copy from twin "
        f"where row not in (select row from dropped where extract = {literal(contract.name)})) "
        "where copy > 1",
    )


def _note_conflicts(bench: Bench, contract: Contract) -> None:
    """A row rejected for another reason still counts: nobody knows which of them is right."""
    key = ", ".join(contract.key)
    same = " and ".join(f"twin.{name} = torn.{name}" for name in contract.key)
    shown = " || ' ' || ".join(f"cast(twin.{name} as varchar)" for name in contract.key)
    rejected = f"row in (select row from dropped where extract = {literal(contract.name)})"
    content = ", ".join(f"{name} := {name}" for name in contract.column_names)
    bench.note(
        "key_conflict",
        contract,
        contract.key[0],
        f"select twin.row, {shown}, '' from twin semi join (select {key} from twin group by {key} "
        f"having count(distinct struct_pack({content}, rejected := {rejected})) > 1) as torn on {same}",
    )
