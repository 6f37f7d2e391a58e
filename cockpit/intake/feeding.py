"""An extract from the files of a profile's system; what is left out or taken for granted is told."""

from collections.abc import Mapping
from dataclasses import replace

from cockpit.intake.bench import Bench
from cockpit.intake.contract import Contract, with_decimal
from cockpit.intake.filling import Filled, all_hold, filled, holds_one_of
from cockpit.intake.joining import Headings
from cockpit.intake.left_out import remember_left_out
from cockpit.intake.parsing import PART, TROUBLE, make_parsed, typed_rows
from cockpit.intake.profile import Feed
from cockpit.intake.source_tables import SourceTable
from cockpit.intake.values import literal
from cockpit.wording import listed, rows_text


def feed_extract(bench: Bench, contract: Contract, tables: Mapping[str, SourceTable]) -> Contract | None:
    """Fill `parsed_<extract>` by the first of its feeds that has what it needs.

    Returns the contract as the feed's files keep it. None where none has, which is noted and no fault, or
    where a column is missing or a file cannot be used, which is a refusal.
    """
    feeds = bench.delivery.feeds[contract.name]
    if {file for feed in feeds for file in feed.files} & bench.delivery.system.keys() - tables.keys():
        return None  # a file that cannot be used is among the refusals
    feed = next((feed for feed in feeds if not _missing(feed, tables)), None)
    if feed is None:
        missing = listed([f"{heading} i {file}" for file, heading in _missing(feeds[-1], tables)])
        bench.notes.append(f"{contract.name} er ikke læst: {missing} er ikke i leverancen.")
        bench.delivery.leave_out(contract.name)
        return None
    headings = Headings(feed, tables)
    columns = _columns(bench, contract, feed, headings)
    lacking = [column.name for column in contract.columns if column.required and column.name not in columns]
    refusals = [_lacking(bench, feed, name) for name in lacking] + _unsorted(feed, headings)
    if refusals:
        bench.refusals += refusals
        return None
    contract = _as_given(contract, feed, bench.delivery.profile.decimal)
    _collect(bench, contract, feed, headings, columns)
    _tell(bench, contract, feed, columns)
    remember_left_out(bench, contract)
    _parse(bench, contract, feed, headings.main)
    return contract


def _missing(feed: Feed, tables: Mapping[str, SourceTable]) -> list[tuple[str, str]]:
    """The files and headings that the feed needs and the delivery lacks."""
    placed = map(feed.place, feed.needs)
    return [(file, name) for file, name in placed if file not in tables or not tables[file].column(name)]


def _columns(bench: Bench, contract: Contract, feed: Feed, headings: Headings) -> dict[str, Filled]:
    """What fills each column. One that refers to an extract that nobody has is left empty, and told."""
    columns = {}
    for name, filling in feed.columns.items():
        column = contract.column(name)
        parent = column.references
        if parent and not column.required and not _is_known(bench, parent):
            bench.notes.append(
                f"{contract.name}: {name} er ikke læst, for {parent} er hverken i leverancen "
                "eller indlæst før."
            )
        elif found := filled(bench, column, filling, headings.find):
            columns[name] = found
    return columns


def _is_known(bench: Bench, extract: str) -> bool:
    return extract in bench.delivery.files or bench.in_use_holds(extract)


def _lacking(bench: Bench, feed: Feed, column: str) -> str:
    read = listed(
        [f"{heading} i {file}" for file, heading in map(feed.place, feed.columns[column].read)], "eller"
    )
    return (
        f"{feed.extract} mangler {column}: profilen {bench.delivery.profile.name} læser den af {read}, "
        "som ikke er i leverancen. Tag den med i udtrækket, og prøv igen."
    )


def _unsorted(feed: Feed, headings: Headings) -> list[str]:
    """Without a heading that sorts the rows, those that are no part of the extract would be counted."""
    sorting = dict.fromkeys((*feed.known, *(heading for rule in feed.leave_out for heading in rule.where)))
    placed = [feed.place(heading) for heading in sorting if headings.find(heading) is None]
    return [
        f"{feed.extract} mangler {heading} i {file}, som siger, hvilke rækker der hører med. "
        "Tag den med i udtrækket, og prøv igen."
        for file, heading in placed
    ]


def _as_given(contract: Contract, feed: Feed, decimal: str) -> Contract:
    columns = tuple(
        replace(column, absent=column.name in feed.without)
        for column in with_decimal(contract, decimal).columns
    )
    return replace(contract, columns=columns)


def _collect(
    bench: Bench, contract: Contract, feed: Feed, headings: Headings, columns: Mapping[str, Filled]
) -> None:
    """Make temp table `fed`: file, line, shape, trouble, left_out (why, or null), raw_x and assumed_x."""
    first = len(bench.files)
    bench.files += [(contract.name, file) for file in headings.main.files]
    raw = [f"raw_{name}" for name in contract.column_names]
    texts = [columns[name].text if name in columns else "null::varchar" for name in contract.column_names]
    rules = [all_hold(rule.where, headings.find) for rule in feed.leave_out]
    trouble = _trouble(feed, headings, columns)
    selected = [
        f"main.file + {first} as file, main.line, main.shape, {trouble} as trouble",
        *(f"{text} as {name}" for text, name in zip(texts, raw, strict=True)),
        *(f"{column.assumed} as assumed_{name}" for name, column in columns.items()),
        *(f"{rule} as rule_{place}" for place, rule in enumerate(rules)),
        *(f"{alone} as alone_{place}" for place, (alone, _) in enumerate(headings.left_out())),
    ]
    rows = f"select {', '.join(selected)} {headings.from_clause()}"
    once = f"partition by shape, trouble, left_out, {', '.join(raw)} order by file, line"
    told = "shape is not null or trouble is not null or left_out is not null"
    bench.connection.execute(
        "create or replace temp table fed as "
        f"select *, {_left_out(feed, headings)} as left_out from ({rows}) "
        + (f"qualify {told} or row_number() over ({once}) = 1" if feed.once else "")
    )


def _left_out(feed: Feed, headings: Headings) -> str:
    """The reason that a row is no part of the extract, or null."""
    rules = [
        (" and ".join([f"rule_{place}", *(f"raw_{name} is null" for name in rule.empty)]), rule.reason)
        for place, rule in enumerate(feed.leave_out)
    ]
    rules += [(f"alone_{place}", reason) for place, (_, reason) in enumerate(headings.left_out())]
    branches = " ".join(f"when {condition} then {literal(reason)}" for condition, reason in rules)
    return f"case when shape is not null then null {branches} end"


def _trouble(feed: Feed, headings: Headings, columns: Mapping[str, Filled]) -> str:
    """All that the profile finds wrong with a row, as `TROUBLES` reads it; null where nothing is."""
    found = [(name, trouble) for name, column in columns.items() for trouble in column.troubles]
    for heading, values in feed.known.items():
        if text := headings.find(heading):
            strange = f"not {holds_one_of(text, values)}"
            found.append(("", (strange, "source_code", f"coalesce({text}, '')", literal(heading))))
    found += [("", trouble) for trouble in headings.troubles()]
    told = ", ".join(
        f"case when {condition} "
        f"then concat_ws({PART}, {literal(column)}, {literal(rule)}, {value}, {other}) end"
        for column, (condition, rule, value, other) in found
    )
    return f"nullif(concat_ws({TROUBLE}, {told}), '')" if told else "null::varchar"


def _tell(bench: Bench, contract: Contract, feed: Feed, columns: Mapping[str, Filled]) -> None:
    """How many rows were left out, and where something was taken for granted."""
    for reason, count in bench.connection.execute(
        "select left_out, count(*) from fed where left_out is not null group by all order by all"
    ).fetchall():
        bench.notes.append(f"{contract.name}: {rows_text(count)} i {feed.file} er udeladt: {reason}.")
    title = bench.delivery.profile.title
    for name, column in columns.items():
        if column.assumption is None:
            continue
        count = bench.count(f"select count(*) from fed where assumed_{name} and left_out is null")
        if count:
            bench.notes.append(
                f"{contract.name}: {name} er sat til {column.assumption} i {rows_text(count)}, "
                f"hvor {title} ikke siger det."
            )


def _parse(bench: Bench, contract: Contract, feed: Feed, main: SourceTable) -> None:
    make_parsed(bench, contract)
    parsed = f"parsed_{contract.name}"
    first = len(bench.files) - len(main.files)
    begins = ", ".join(f"({place}, 0)" for place in range(first, len(bench.files)))
    bench.connection.execute(f"insert into read_file values {begins}")
    raw = ", ".join(f"raw_{name}" for name in contract.column_names)
    named = f"select file, line, shape, trouble, {raw} from fed where left_out is null order by file, line"
    bench.connection.execute(f"insert into {parsed} {typed_rows(bench, contract, named, tidy=True)}")
    for place in main.unended:
        last = f"select max(line) from {main.name} where file = {place}"
        rows = f"from {parsed} where file = {first + place} and line = ({last})"
        bench.note("unended", contract, "", f"select rowid, '', '' {rows}")
    for name in feed.without:
        if count := bench.count(f"select count(*) from {parsed} where {name} is null"):
            label, title = contract.column(name).label, bench.delivery.profile.title
            bench.notes.append(
                f"{contract.name}: {label} ({name}) er ukendt i {rows_text(count)}; {title} giver den ikke."
            )
