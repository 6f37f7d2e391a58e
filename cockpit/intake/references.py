"""What rows refer to: other extracts, and the list of sections."""

from cockpit.intake.bench import Bench
from cockpit.intake.contract import Column, Contract, contracts
from cockpit.intake.values import literal


def refuse_missing_parents(bench: Bench) -> None:
    """An extract that refers to one that is neither delivered nor in use refuses the delivery."""
    for contract in bench.read.values():
        for column in contract.references:
            parent = str(column.references)
            if parent in bench.delivery.files or bench.in_use_holds(parent):
                continue
            if column.required or bench.count(
                f"select count(*) from parsed_{contract.name} where {column.name} is not null"
            ):
                bench.refusals.append(
                    f"{contract.name} henviser til {parent}, som hverken er i leverancen eller indlæst før. "
                    f"Læg {parent}.csv i mappen, og prøv igen."
                )


def check_references(bench: Bench, contract: Contract) -> None:
    """Unknown parents reject the row; a row whose parent was rejected falls with it."""
    for column in contract.references:
        parents = _parents(bench, column)
        if parents:
            bench.note(
                "unknown_parent", contract, column.name, _without(f"parsed_{contract.name}", column, parents)
            )
    for column in contract.references:
        if column.references in bench.read:
            loaded = f"select {column.name} as id from good_{column.references}"
            bench.note(
                "parent_rejected", contract, column.name, _without(f"good_{contract.name}", column, loaded)
            )


def _without(rows: str, column: Column, parents: str) -> str:
    """The rows whose value is not among `parents`."""
    row = "row" if rows.startswith("good_") else "rowid"
    return (
        f"select child.{row}, child.{column.name}, {literal(str(column.references))} from {rows} as child "
        f"anti join ({parents}) as parent on parent.id = child.{column.name} "
        f"where child.{column.name} is not null"
    )


def _parents(bench: Bench, column: Column) -> str | None:
    """A query of the ids there are; None where they cannot be known (the refusal is noted elsewhere)."""
    extract = str(column.references)
    if extract in bench.read:
        return f"select {column.name} as id from parsed_{extract} where {column.name} is not null"
    if extract in bench.delivery.files or not bench.in_use_holds(extract):
        return None
    if column.type != "citizen":
        return f"select {column.name} as id from in_use.extract_{extract}"
    if bench.own_ids:
        return None
    return (
        f"select pseudonym.citizen_id as id from pseudonym "
        f"semi join in_use.extract_{extract} as parent on parent.{column.name} = pseudonym.pseudonym"
    )


def check_sections(bench: Bench, contract: Contract) -> None:
    """law + section must be in the list; outside its validity is a warning."""
    named = "service.law || ' ' || service.section"
    listed = "listed.law = service.law and listed.section = service.section"
    bench.note(
        "unknown_section",
        contract,
        "section",
        f"select service.rowid, {named}, '' from parsed_{contract.name} as service "
        f"anti join reference_section as listed on {listed} where {named} is not null",
    )
    bench.note(
        "section_dates",
        contract,
        "section",
        f"select service.row, {named}, '' from good_{contract.name} as service "
        f"join reference_section as listed on {listed} where service.start_date < listed.valid_from "
        "or coalesce(service.end_date, date '9999-12-31') > listed.valid_to",
    )


def warn_of_orphans(bench: Bench) -> None:
    """Rows carried over from the version in use may point at parents that this delivery no longer has."""
    for contract in contracts().values():
        carried = contract.name not in bench.delivery.files and bench.in_use_holds(contract.name)
        for column in contract.references if carried else ():
            if column.references in bench.read:
                _count_orphans(bench, contract, column)


def _count_orphans(bench: Bench, contract: Contract, column: Column) -> None:
    parent = f"select {column.name} as id from good_{column.references}"
    if column.type == "citizen":
        parent = f"select pseudonym as id from pseudonym semi join ({parent}) as good on good.id = citizen_id"
    lost = bench.count(
        f"select count(*) from in_use.extract_{contract.name} as child anti join ({parent}) as parent "
        f"on parent.id = child.{column.name} where child.{column.name} is not null"
    )
    if lost and not (column.type == "citizen" and bench.own_ids):
        bench.connection.execute(
            "insert into found values (?, null, null, null, ?, 'orphans', ?, ?)",
            [contract.name, column.name, str(lost), column.references],
        )
