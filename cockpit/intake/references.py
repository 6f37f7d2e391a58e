"""What rows refer to: other extracts, and the list of sections."""

from cockpit.intake.bench import Bench
from cockpit.intake.contract import Column, Contract, contracts
from cockpit.intake.rules import DUPLICATE
from cockpit.intake.values import literal
from cockpit.wording import listed


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
                    f"Læg {_files_of(bench, parent)} i mappen, og prøv igen."
                )


def _files_of(bench: Bench, extract: str) -> str:
    """What messages call the files that the extract may come in."""
    of_system = [feed.file for feed in bench.delivery.profile.feeds.get(extract, ())]
    return listed([f"{extract}.csv", *of_system], "eller")


def reject_unknown_parents(bench: Bench, contract: Contract) -> None:
    for column in contract.references:
        if parents := _parents(bench, column):
            bench.note(
                "unknown_parent",
                contract,
                column.name,
                f"select child.rowid, {_told(column)} from parsed_{contract.name} as child "
                f"anti join ({parents}) as parent on parent.id = child.{column.name} "
                f"where child.{column.name} is not null",
            )


def fall_with_parents(bench: Bench, contract: Contract) -> None:
    """A good row whose parent was rejected falls with it; it loads again when the parent is mended.

    A parent that is a duplicate has a copy that is kept, or that is itself among the lost.
    """
    for column in contract.references:
        parent = str(column.references)
        lost = (
            f"select {column.name} as id from parsed_{parent} as parent join dropped "
            f"on dropped.row = parent.rowid where dropped.extract = {literal(parent)} "
            f"and dropped.outcome <> {literal(DUPLICATE)}"
        )
        if parent in bench.read:
            bench.note(
                "parent_rejected",
                contract,
                column.name,
                f"select child.row, {_told(column)} from good_{contract.name} as child "
                f"semi join ({lost}) as parent on parent.id = child.{column.name}",
            )


def _told(column: Column) -> str:
    return f"child.{column.name}, {literal(str(column.references))}"


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


# How a service's section is found in the list, and what it is called.
IN_LIST = "listed.law = service.law and listed.section = service.section"
NAMED = "service.law || ' ' || service.section"


def reject_unknown_sections(bench: Bench, contract: Contract) -> None:
    """law + section must be in the list, to which a municipality may add."""
    bench.note(
        "unknown_section",
        contract,
        "section",
        f"select service.rowid, {NAMED}, '' from parsed_{contract.name} as service "
        f"anti join reference_section as listed on {IN_LIST} where {NAMED} is not null",
    )


def warn_of_section_dates(bench: Bench, contract: Contract) -> None:
    """A service outside the dates of its section loads, for systems lag behind the law."""
    bench.note(
        "section_dates",
        contract,
        "section",
        f"select service.row, {NAMED}, '' from good_{contract.name} as service "
        f"join reference_section as listed on {IN_LIST} where service.start_date < listed.valid_from "
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
