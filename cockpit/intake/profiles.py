"""The profiles there are: the project's data/sources/*.toml and the municipality's own, which win."""

import re
import tomllib
from pathlib import Path

from cockpit.intake.contract import Column, Contract, contracts
from cockpit.intake.profile import CANONICAL, MUNICIPALITIES, Feed, Filling, Join, LeaveOut, Profile
from cockpit.intake.profile_facts import Facts
from cockpit.settings import PROJECT, Settings
from cockpit.wording import PlainError, listed, safe_quote

TAKES = ("earliest", "latest", "most_common")
MISSING = ("reject", "leave_out", "empty")
# What Python's expressions know and the database's do not.
NOT_IN_DATABASE = re.compile(r"\(\?[=!<>(]|\\[1-9Z]|[*+?}]\+")


def read_profile(name: str, settings: Settings) -> Profile:
    """The profile of that name; PlainError names those there are, or what is wrong with its file."""
    found = {path.stem: path for folder in _folders(settings) for path in sorted(folder.glob("*.toml"))}
    if name not in found:
        raise PlainError(
            f"Profilen {safe_quote(name)} findes ikke. Vælg blandt: {listed(sorted(found), 'eller')}."
        )
    return _profile(found[name])


def profile_titles(settings: Settings) -> dict[str, str]:
    """Name → title of every profile, the extracts as they are first; one that is wrong goes by its name."""
    names = {path.stem for folder in _folders(settings) for path in folder.glob("*.toml")}
    return {
        name: _title(name, settings) for name in sorted(names, key=lambda name: (name != CANONICAL, name))
    }


def _title(name: str, settings: Settings) -> str:
    try:
        return read_profile(name, settings).title
    except PlainError:
        return name


def _folders(settings: Settings) -> tuple[Path, Path]:
    return PROJECT / "data" / "sources", settings.reference_dir / "sources"


def _profile(path: Path) -> Profile:
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"line (\d+)", str(error))
        place = f"linje {line[1]}" if line else "den sidste linje"
        raise PlainError(f"{path.name}: {place} er ikke gyldig TOML. Ret profilen.") from None
    except (OSError, UnicodeDecodeError) as error:
        raise PlainError(f"{path.name} kan ikke læses. Giv adgang til den, og gem den som UTF-8.") from error
    facts = Facts(path.name, "", table)
    title = facts.text("title", path.stem)
    decimal = facts.one_of("decimal", (",", "."))
    files = facts.texts_by_name("files")
    extracts = facts.table("extracts")
    facts.end()
    for name in extracts.names():
        if name not in contracts():
            raise extracts.wrong(name, f"er ikke et udtræk; de er {listed(list(contracts()))}")
    feeds = {
        name: tuple(_feed(contracts()[name], feed, files) for feed in extracts.tables(name))
        for name in extracts.names()
    }
    return Profile(path.stem, title, decimal, files, feeds)


def _feed(contract: Contract, facts: Facts, files: dict[str, tuple[str, ...]]) -> Feed:
    feed = Feed(
        extract=contract.name,
        file=_file(facts, files),
        columns=_columns(contract, facts.table("columns")),
        joins=tuple(_join(join, files) for join in facts.tables("joins")),
        leave_out=tuple(_leave_out(contract, rule) for rule in facts.tables("leave_out")),
        known=facts.texts_by_name("known"),
        needs=facts.texts("needs"),
        without=facts.texts("without"),
        once=facts.flag("once"),
    )
    facts.end()
    _check_names(contract, facts, "without", feed.without)
    lacking = [
        column.name for column in contract.columns if column.required and column.name not in feed.columns
    ]
    if lacking:
        raise facts.wrong("columns", f"mangler {listed(lacking)}, som udtrækket kræver")
    _check_headings(facts, feed, files)
    return feed


def _file(facts: Facts, files: dict[str, tuple[str, ...]]) -> str:
    name = facts.text("file")
    if name not in files:
        known = listed(sorted(files), "eller")
        raise facts.wrong("file", f"er {safe_quote(name)}, som ikke står under files; her kan stå {known}")
    return name


def _check_names(contract: Contract, facts: Facts, key: str, names: tuple[str, ...]) -> None:
    for name in names:
        if name not in contract.delivered:
            raise facts.wrong(key, f"har {safe_quote(name)}, som ikke er en kolonne i {contract.name}")


def _join(facts: Facts, files: dict[str, tuple[str, ...]]) -> Join:
    join = Join(
        file=_file(facts, files),
        on=facts.text_by_name("on"),
        take=facts.text_by_name("take"),
        missing=facts.one_of("missing", MISSING),
    )
    facts.end()
    if not join.on:
        raise facts.wrong("on", 'mangler; skriv fx on = { SagId = "SagId" }')
    for heading, how in join.take.items():
        if how not in TAKES:
            raise facts.wrong(
                f"take.{heading}", f"er {safe_quote(how)}, men skal være {listed(TAKES, 'eller')}"
            )
    return join


def _leave_out(contract: Contract, facts: Facts) -> LeaveOut:
    rule = LeaveOut(
        reason=facts.text("reason"), where=facts.texts_by_name("where"), empty=facts.texts("empty")
    )
    facts.end()
    _check_names(contract, facts, "empty", rule.empty)
    if not rule.reason or not (rule.where or rule.empty):
        raise facts.wrong("", "skal have en reason og enten where eller empty")
    return rule


def _columns(contract: Contract, facts: Facts) -> dict[str, Filling]:
    _check_names(contract, facts, "", tuple(facts.names()))
    return {name: _filling(contract.column(name), facts, name) for name in facts.names()}


def _filling(column: Column, facts: Facts, name: str) -> Filling:
    """A heading, a list of headings, or a table."""
    value = facts.take(name)
    table = Facts(facts.file, f"{facts.place}.{name}", value if isinstance(value, dict) else {"from": value})
    filling = Filling(
        headings=table.texts("from"),
        together=table.texts("together"),
        where_empty=table.texts("where_empty"),
        value=table.optional_text("value"),
        only_where=table.texts_by_name("only_where"),
        remove=table.text("remove"),
        codes=table.texts_by_name("codes"),
        patterns=table.pairs("patterns"),
        names=table.text("names"),
        otherwise=table.optional_text("otherwise"),
    )
    table.end()
    if sum(map(bool, (filling.headings, filling.together, filling.value is not None))) != 1:
        raise table.wrong("", "skal have netop én af from, together og value")
    if filling.names not in ("", MUNICIPALITIES):
        raise table.wrong("names", f"kan kun være {MUNICIPALITIES}")
    _check_codes(column, table, filling)
    return filling


def _check_codes(column: Column, facts: Facts, filling: Filling) -> None:
    """The codes of a contract are known beforehand, but for those of the list of deadlines."""
    fixed = [text for text in (filling.value, filling.otherwise) if text is not None]
    for code in (*filling.codes, *fixed):
        if column.type == "code" and column.codes and code not in column.codes:
            there_are = listed(list(column.codes), "eller")
            raise facts.wrong("", f"har koden {safe_quote(code)}; {column.name} kan være {there_are}")
    for pattern, becomes in filling.patterns:
        try:
            groups = re.compile(pattern).groups
        except re.error:
            groups = -1
        if groups < 0 or NOT_IN_DATABASE.search(pattern):
            raise facts.wrong("patterns", f"har et udtryk, der ikke kan bruges: {safe_quote(pattern)}")
        if any(int(group) > groups for group in re.findall(r"\\(\d)", becomes)):
            raise facts.wrong("patterns", f"bruger en gruppe, som {safe_quote(pattern)} ikke har")


def _check_headings(facts: Facts, feed: Feed, files: dict[str, tuple[str, ...]]) -> None:
    """A misspelt heading in `take`, or a join that was forgotten, would silently do nothing."""
    joined = [join.file for join in feed.joins]
    for file in joined:
        if joined.count(file) > 1 or file == feed.file:
            raise facts.wrong("joins", f"har {safe_quote(file)} to gange; hver fil kan kun læses én gang")
    read = list(feed.headings())
    for file, heading in read:
        if file == feed.file and heading.partition(".")[0] in set(files) - set(joined) and "." in heading:
            raise facts.wrong("", f"læser {safe_quote(heading)} uden at have filen under joins")
    for join in feed.joins:
        for heading in join.take:
            if (join.file, heading) not in read:
                raise facts.wrong("joins", f"har {safe_quote(heading)} i take, men ingen kolonne læser den")
