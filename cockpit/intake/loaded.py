"""What a version keeps of its own delivery: the rows that were rejected, by extract and rule."""

from dataclasses import dataclass
from typing import Any

from cockpit.warehouse import Reader

CHOSEN = """
from rejected_row
where (:extract = '' or extract = :extract)
    and (:rule = '' or rule = :rule)
    and (:text = '' or contains(lower(concat_ws(' ', file, line, column_name, message)), lower(:text)))
"""
ROWS = f"""
select extract, file, line, column_name, rule, message, counts {CHOSEN}
order by file nulls last, line nulls last, column_name, rule
limit :most offset :skipped
"""
COUNT = f"select count(*) as found {CHOSEN}"
KINDS = "select extract, rule, counts, count(*) as found from rejected_row group by all order by all"
ALL = 1_000_000_000


@dataclass(frozen=True)
class Choice:
    """Which rejected rows; an empty text is every one. `text` is looked for in all that a row tells."""

    extract: str = ""
    rule: str = ""
    text: str = ""


def rejected_rows(
    reader: Reader, choice: Choice, *, most: int = ALL, skipped: int = 0
) -> list[dict[str, Any]]:
    """extract, file, line, column_name, rule, message, counts: in the order of files and lines."""
    return reader.rows(ROWS, {**choice.__dict__, "most": most, "skipped": skipped})


def count_rejected(reader: Reader, choice: Choice) -> int:
    return int(reader.rows(COUNT, choice.__dict__)[0]["found"])


def rejected_kinds(reader: Reader) -> list[dict[str, Any]]:
    """extract, rule, counts, found (how many); `counts` is false for rows that fell with another."""
    return reader.remembered("rejected_kinds", lambda: reader.rows(KINDS))
