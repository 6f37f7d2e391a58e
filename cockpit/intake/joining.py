"""The headings of a feed as SQL: of its own file `main`, and of the files joined to it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from cockpit.intake.profile import Feed, Join
from cockpit.intake.source_tables import SourceTable
from cockpit.intake.values import literal

# Which of several rows with one key counts; a tie goes to the text that is last in the alphabet.
TAKES = {
    "earliest": "arg_min({0}, as_date({0}))",
    "latest": "arg_max({0}, as_date({0}))",
    "most_common": "arg_max({0}, row({0}_count, {0}))",
}


@dataclass
class Joined:
    """A joined file: its keys in both files, and which of its columns are wanted, by how they are taken."""

    join: Join
    table: SourceTable
    alias: str
    keys: list[tuple[str, str]]  # SQL of ours, column of theirs
    taken: dict[str, str] = field(default_factory=dict)  # column to the SQL of its value


class Headings:
    """Finds headings, and joins the files of those that are found."""

    def __init__(self, feed: Feed, tables: Mapping[str, SourceTable]) -> None:
        self.feed = feed
        self.main = tables[feed.file]
        self._tables = tables
        self.joined: dict[str, Joined] = {}

    def find(self, heading: str) -> str | None:
        """The SQL of the heading's text, or None where the delivery does not have it."""
        file, name = self.feed.place(heading)
        if file == self.feed.file:
            column = self.main.column(name)
            return f"main.{column}" if column else None
        join = next(join for join in self.feed.joins if join.file == file)
        column = self._tables[file].column(name) if file in self._tables else None
        joined = self._joined(join) if column else None
        if not column or not joined:
            return None
        take = next((how for theirs, how in join.take.items() if theirs == name), "")
        joined.taken[column] = TAKES[take].format(column) if take else ""
        return f"{joined.alias}.{column}"

    def _joined(self, join: Join) -> Joined | None:
        """None where one of the files lacks the headings that hold them together."""
        if join.file not in self.joined:
            table = self._tables[join.file]
            keys = [(self.find(ours), table.column(theirs)) for ours, theirs in join.on.items()]
            if not all(ours and theirs for ours, theirs in keys):
                return None
            named = [(str(ours), str(theirs)) for ours, theirs in keys]
            self.joined[join.file] = Joined(join, table, f"joined_{len(self.joined)}", named)
        return self.joined[join.file]

    def from_clause(self) -> str:
        """The file's rows, each once, with at most one row of every joined file."""
        return " ".join([f"from {self.main.name} as main", *map(_left_join, self.joined.values())])

    def troubles(self) -> list[tuple[str, str, str, str]]:
        """Condition, rule, value and other of what can be wrong with a row's partners."""
        found = []
        for joined in self.joined.values():
            key, file = literal(" og ".join(joined.join.on)), literal(joined.join.file)
            found.append((f"{joined.alias}.torn", "join_torn", key, file))
            if joined.join.missing == "reject":
                found.append((_alone(joined), "join_missing", key, file))
        return found

    def left_out(self) -> list[tuple[str, str]]:
        """Condition and reason of rows that are left out because they have no partner."""
        return [
            (_alone(joined), f"uden række i {joined.join.file}")
            for joined in self.joined.values()
            if joined.join.missing == "leave_out"
        ]


def _alone(joined: Joined) -> str:
    """Said of the first missing partner only, not of those that would have come through it."""
    through = [f"{ours} is not null" for ours, _ in joined.keys if not ours.startswith("main.")]
    return " and ".join([f"{joined.alias}.key_0 is null", *through])


def _left_join(joined: Joined) -> str:
    keys = [f"{theirs} as key_{place}" for place, (_, theirs) in enumerate(joined.keys)]
    present = " and ".join(f"{theirs} is not null" for _, theirs in joined.keys)
    named = ", ".join(f"key_{place}" for place in range(len(keys)))
    counted = "".join(
        f", count({column}) over (partition by {named}, {column}) as {column}_count"
        for column, how in joined.taken.items()
        if f"{column}_count" in how
    )
    values = "".join(f", {how or f'min({column})'} as {column}" for column, how in joined.taken.items())
    torn = " or ".join(
        f"count(distinct coalesce({column}, '')) > 1" for column, how in joined.taken.items() if not how
    )
    rows = f"select *, {', '.join(keys)} from {joined.table.name} where shape is null and {present}"
    on = " and ".join(f"{joined.alias}.key_{place} = {ours}" for place, (ours, _) in enumerate(joined.keys))
    return (
        f"left join (select {named}, {torn or 'false'} as torn{values} "
        f"from (select *{counted} from ({rows})) group by {named}) as {joined.alias} on {on}"
    )
