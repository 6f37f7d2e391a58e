"""What there is to choose from in the version served, with the names that people know it by."""

from dataclasses import dataclass, field
from datetime import date

from cockpit.access import asking, sight_of
from cockpit.keyfigures import (
    AccountName,
    account_names,
    choices_in,
    deadline_names,
    municipality_names,
    provider_names,
    sections_in,
)
from cockpit.warehouse import Reader, served


@dataclass(frozen=True)
class Section:
    """A section of law: `key` as in figures (`SEL 107`), `label` as people write it (`§ 107`)."""

    key: str
    label: str
    name: str
    group: str
    area: str
    ended: bool


@dataclass(frozen=True)
class Options:
    """Of one version: its as-of date, and the values its filters can take."""

    as_of: date
    areas: tuple[str, ...]
    groups: tuple[str, ...]
    sections: tuple[Section, ...]
    owners: tuple[str, ...]
    providers: dict[str, str] = field(hash=False)
    reader: Reader | None = None

    def section(self, key: str) -> Section | None:
        return next((section for section in self.sections if section.key == key), None)

    def values(self, parameter: str) -> tuple[str, ...]:
        """The values a list parameter can take."""
        known = {"area": self.areas, "owner": self.owners}
        return known.get(parameter) or (choices_in(self.reader, parameter) if self.reader else ())

    def deadline_names(self) -> dict[str, str]:
        """The kinds of deadlines; asked for where they are shown, for an earlier version may lack them."""
        return deadline_names(self.reader) if self.reader else {}

    def account_names(self) -> dict[str, AccountName]:
        return account_names(self.reader) if self.reader else {}

    def municipality_names(self) -> dict[str, str]:
        return municipality_names(self.reader) if self.reader else {}


def options() -> Options:
    """Of the version served what the one who asks may choose; PlainError when nothing has been loaded."""
    reader, sight = served().reader(), sight_of(asking())
    areas = _only(choices_in(reader, "area"), sight.areas)
    owners = _only(choices_in(reader, "owner"), sight.owners)
    return reader.remembered(("options", areas, owners), lambda: _read(reader, areas, owners))


def _only(values: tuple[str, ...], own: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(value for value in values if value in own) if own else values


def _read(reader: Reader, areas: tuple[str, ...], owners: tuple[str, ...]) -> Options:
    sections = tuple(
        Section(
            key=row["section_key"],
            label=row["label_da"],
            name=row["name_da"],
            group=row["section_group"],
            area=row["area"],
            ended=row["valid_to"] is not None and row["valid_to"] < reader.version.as_of,
        )
        for row in sections_in(reader)
        if row["area"] in areas
    )
    return Options(
        as_of=reader.version.as_of,
        areas=areas,
        groups=_only(choices_in(reader, "group"), tuple(section.group for section in sections)),
        sections=sections,
        owners=owners,
        providers=provider_names(reader),
        reader=reader,
    )
