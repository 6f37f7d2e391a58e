"""What a check or a load has to tell: counts, refusals, rejected rows, warnings."""

from dataclasses import dataclass, field
from pathlib import Path

from cockpit.warehouse import Version
from cockpit.wording import number

SHOWN_PROBLEMS = 20


@dataclass(frozen=True)
class Problem:
    """One broken rule. `line` is the physical line in the file, None where the matter has no line."""

    extract: str
    file: str
    line: int | None
    column: str
    rule: str
    message: str
    counts: bool = True  # False for a row that fell only because its parent fell

    def __str__(self) -> str:
        place = f"{self.file}, linje {self.line}" if self.line else self.file or self.extract
        return f"{place}, {self.column}: {self.message}"


@dataclass(frozen=True)
class ExtractReport:
    """Rows of one extract: read = loaded + rejected + fallen + duplicates."""

    name: str
    files: tuple[str, ...]
    rows_read: int
    rows_loaded: int
    rows_rejected: int
    rows_fallen: int
    rows_duplicate: int
    warnings: int

    def __str__(self) -> str:
        counts = [f"{number(self.rows_read)} rækker læst", f"{number(self.rows_loaded)} godkendt"]
        for count, word in (
            (self.rows_rejected, "afvist"),
            (self.rows_fallen, "faldet med en afvist række, som de henviser til"),
            (self.rows_duplicate, "gentagelser udeladt"),
            (self.warnings, "advarsler"),
        ):
            if count:
                counts.append(f"{number(count)} {word}")
        return f"{self.name}: {', '.join(counts)}"


@dataclass
class LoadReport:
    """The outcome of `check` or `load`; a non-empty `refusals` means that nothing changed."""

    extracts: tuple[ExtractReport, ...] = ()
    refusals: tuple[str, ...] = ()
    rejected: list[Problem] = field(default_factory=list)
    warnings: list[Problem] = field(default_factory=list)
    ignored: tuple[str, ...] = ()
    version: Version | None = None
    rejects_file: Path | None = None

    def lines(self) -> list[str]:
        """The report as plain Danish lines for the terminal."""
        lines = [str(extract) for extract in self.extracts]
        lines += [f"Ikke brugt: {name}" for name in self.ignored]
        lines += _listed("Afvist", self.rejected) + _listed("Advarsel", self.warnings)
        if self.rejects_file:
            lines.append(f"Alle afviste rækker: {self.rejects_file}")
        lines += [f"Leverancen er afvist: {refusal}" for refusal in self.refusals]
        if self.version:
            lines.append(f"Indlæst som {self.version.id}.")
        return lines


def _listed(word: str, problems: list[Problem]) -> list[str]:
    lines = [f"{word}: {problem}" for problem in problems[:SHOWN_PROBLEMS]]
    if len(problems) > SHOWN_PROBLEMS:
        lines.append(f"{word}: og {number(len(problems) - SHOWN_PROBLEMS)} til")
    return lines
