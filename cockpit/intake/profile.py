"""A source profile: how the files of one professional system become extracts; data/sources/*.toml."""

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatchcase

Texts = tuple[str, ...]
CANONICAL = "canonical"
AS_OF = "{as_of}"  # in `value` and `otherwise`: the day that the delivery is complete to
MUNICIPALITIES = "municipalities"


def plain_name(text: str) -> str:
    """A heading or file name as it is compared: case, blanks around it and ways to store å do not count."""
    return unicodedata.normalize("NFC", text).strip().strip("\ufeff").strip().lower()


@dataclass(frozen=True)
class Filling:
    """How one column is filled.

    A heading is of the row's own file, or of a joined one: `Sager.BorgerId`. What the delivery does not have
    is passed over. `codes` and `patterns` need no case; of the patterns the first that fits counts.
    """

    headings: Texts = ()  # the first that there is
    together: Texts = ()  # or these, with a blank between
    where_empty: Texts = ()  # what is read where those say nothing, in this order
    value: str | None = None  # or the same in every row
    only_where: Mapping[str, Texts] = field(default_factory=dict)  # in other rows the field is empty
    remove: str = ""  # characters that are left out
    codes: Mapping[str, Texts] = field(default_factory=dict)  # canonical code to the system's own
    patterns: tuple[tuple[str, str], ...] = ()  # expression, and what it becomes; \1 is its first group
    names: str = ""  # MUNICIPALITIES: a municipality's name becomes its code
    otherwise: str | None = None  # where the field is empty or its code unknown

    @property
    def read(self) -> Texts:
        return (*self.headings, *self.together, *self.where_empty, *self.only_where)

    @property
    def translates(self) -> bool:
        return bool(self.codes or self.patterns or self.names)


@dataclass(frozen=True)
class Join:
    """Headings of another file, found by what both hold. `on` is our heading to theirs.

    `take` says which to take where several rows fit: `earliest`, `latest` or `most_common`; else they must
    agree. `missing` is what a row without a partner is: `reject`, `leave_out` or `empty`.
    """

    file: str
    on: Mapping[str, str]
    take: Mapping[str, str] = field(default_factory=dict)
    missing: str = "reject"


@dataclass(frozen=True)
class LeaveOut:
    """Rows that are no part of the extract: those where all of it holds. An empty text is an empty field."""

    reason: str
    where: Mapping[str, Texts] = field(default_factory=dict)
    empty: Texts = ()


@dataclass(frozen=True)
class Feed:
    """One way to fill an extract from a file and those joined to it."""

    extract: str
    file: str
    columns: Mapping[str, Filling]
    joins: tuple[Join, ...] = ()
    leave_out: tuple[LeaveOut, ...] = ()
    known: Mapping[str, Texts] = field(default_factory=dict)  # heading to the only values it may hold
    needs: Texts = ()  # headings without which the extract's next feed is tried
    without: Texts = ()  # columns that the system cannot give, though the contract wants them
    once: bool = False  # rows that say the same are one

    @property
    def files(self) -> frozenset[str]:
        return frozenset((self.file, *(join.file for join in self.joins)))

    def place(self, heading: str) -> tuple[str, str]:
        """The file that a heading is of, and its name there."""
        file, dot, rest = heading.partition(".")
        return (file, rest) if dot and any(join.file == file for join in self.joins) else (self.file, heading)

    def headings(self) -> Iterator[tuple[str, str]]:
        """Every file and heading that is read."""
        for filling in self.columns.values():
            yield from map(self.place, filling.read)
        for heading in (*self.known, *self.needs, *(name for rule in self.leave_out for name in rule.where)):
            yield self.place(heading)
        for join in self.joins:
            yield from map(self.place, join.on)
            yield from ((join.file, theirs) for theirs in join.on.values())


@dataclass(frozen=True)
class Profile:
    """A system's files by the name that the profile gives them, and how each extract is fed.

    Of an extract's feeds the first counts whose file is delivered and has the headings it needs.
    """

    name: str
    title: str
    decimal: str = ","
    files: Mapping[str, Texts] = field(default_factory=dict)  # to patterns of file names
    feeds: Mapping[str, tuple[Feed, ...]] = field(default_factory=dict)

    def file_of(self, name: str, stem: str) -> str | None:
        """Which of its files the profile takes this one for; the longest pattern wins."""
        fitting = [
            (len(pattern), file)
            for file, patterns in self.files.items()
            for pattern in patterns
            if any(fnmatchcase(plain_name(text), plain_name(pattern)) for text in (name, stem))
        ]
        return max(fitting, default=(0, None))[1]

    def headings(self, file: str) -> Texts:
        """What is read of a file, each heading once, as `plain_name` writes it."""
        read = (heading for feeds in self.feeds.values() for feed in feeds for heading in feed.headings())
        return tuple(dict.fromkeys(plain_name(name) for of, name in read if of == file))
