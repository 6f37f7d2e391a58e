"""A Parquet file, read by DuckDB where it lies: each type in the writing that a file of text has."""

from dataclasses import dataclass

from cockpit.intake.source import Source, TextSource
from cockpit.intake.values import DANISH_TIME, path_literal

WHOLE_UP_TO = "1e18"  # what a bigint holds
LONGEST = 16  # a double keeps fifteen digits of a decimal number, and its comma


@dataclass(frozen=True)
class ParquetSource(Source):
    """A file that was read to its end once; `columns` are the names to ask for, and their types."""

    path: str
    columns: tuple[tuple[str, str], ...]
    decimal: str = ","

    @property
    def tidy(self) -> bool:
        """Its texts are cleaned as they are read, and nothing else can be untidy."""
        return True

    @property
    def ends_with_line_break(self) -> bool:
        """One that is cut off cannot be read at all."""
        return True

    def may_hold_numbers(self, position: int) -> bool:
        return self.columns[position][1].startswith(("DOUBLE", "FLOAT", "DECIMAL"))

    @property
    def rows(self) -> str:
        """The query of its raw rows: line (null: the first row counts as line 2), f0, f1, …, shape (null)."""
        fields = ", ".join(
            f"{_text(kind, quoted(name), self.decimal)} as f{position}"
            for position, (name, kind) in enumerate(self.columns)
        )
        return (
            f"select cast(null as bigint) as line, {fields}, cast(null as varchar) as shape from "
            f"read_parquet({path_literal(self.path)}, binary_as_string = true, hive_partitioning = false)"
        )


AnySource = TextSource | ParquetSource


def quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _text(kind: str, value: str, decimal: str) -> str:
    """SQL that writes the value as text."""
    match kind.partition("(")[0]:
        case "VARCHAR":
            return f"cleaned({value})"
        case "BOOLEAN":
            return f"case {value} when true then 'ja' when false then 'nej' end"
        case "DECIMAL":
            text = f"cast({value} as varchar)"
            # As of a sheet: 107.0 is the section 107.
            trimmed = text if kind.endswith(",0)") else f"rtrim(rtrim({text}, '0'), '.')"
            return f"replace({trimmed}, '.', '{decimal}')"
        case "FLOAT" | "DOUBLE":
            return _of_binary_fraction(kind, value, decimal)
        case "TIMESTAMP" | "TIMESTAMP_S" | "TIMESTAMP_MS" | "TIMESTAMP_NS":
            return _of_moment(f"cast({value} as timestamp)")
        case "TIMESTAMP WITH TIME ZONE":
            return _of_moment(f"({value} at time zone '{DANISH_TIME}')")
    return f"cleaned(cast({value} as varchar))"


def _of_moment(moment: str) -> str:
    """Many systems keep a date as the moment when it begins."""
    whole = f"{moment} = cast(cast({moment} as date) as timestamp)"
    return (
        f"case when {whole} then cast(cast({moment} as date) as varchar) else cast({moment} as varchar) end"
    )


def _of_binary_fraction(kind: str, value: str, decimal: str) -> str:
    """As of a sheet: whole numbers plain, no noise, no powers of ten; what is no number is empty.

    Most are whole or have two decimals, and those are written fast.
    """
    cents = f"try_cast({value} as decimal(18,2))"
    shortest = f"cast({value} as varchar)"
    digits = (
        f"case when length({shortest}) <= {LONGEST} then {shortest} else format('{{:.15g}}', {value}) end"
    )
    exact = digits if kind == "DOUBLE" else shortest
    return (
        f"case when {value} = trunc({value}) and abs({value}) < {WHOLE_UP_TO} "
        f"then cast(cast({value} as bigint) as varchar) "
        f"when not isnan({value}) then replace(case "
        f"when {value} = {cents} then rtrim(cast({cents} as varchar), '0') "
        f"when contains({exact}, 'e') then cast(try_cast({value} as decimal(38,15)) as varchar) "
        f"else {exact} end, '.', '{decimal}') end"
    )
