"""What a check or a load has to tell: counts, refusals, rejected rows, warnings."""

from dataclasses import dataclass, field
from pathlib import Path

from cockpit.intake.rules import RULES
from cockpit.warehouse import Version
from cockpit.wording import number

SHOWN_OF_A_KIND = 5


@dataclass(frozen=True)
class Told:
    """A report in words for a person: all its lines, the refusals among them, whether it was loaded."""

    lines: list[str]
    refusals: list[str]
    is_loaded: bool


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
        place = f"{self.file}, linje {self.line}" if self.line else self.extract
        return ", ".join(filter(None, (place, self.column))) + f": {self.message}"


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
        rows = "række" if self.rows_read == 1 else "rækker"
        counts = [f"{number(self.rows_read)} {rows} læst", f"{number(self.rows_loaded)} godkendt"]
        for count, one, several in (
            (self.rows_rejected, "afvist", "afvist"),
            (self.rows_fallen, "faldet med en afvist række", "faldet med afviste rækker"),
            (self.rows_duplicate, "gentagelse udeladt", "gentagelser udeladt"),
            (self.warnings, "advarsel", "advarsler"),
        ):
            if count:
                counts.append(f"{number(count)} {one if count == 1 else several}")
        return f"{self.name}: {', '.join(counts)}"


@dataclass
class LoadReport:
    """The outcome of `check` or `load`; a non-empty `refusals` means that nothing changed."""

    extracts: tuple[ExtractReport, ...] = ()
    refusals: tuple[str, ...] = ()
    rejected: list[Problem] = field(default_factory=list)
    warnings: list[Problem] = field(default_factory=list)
    ignored: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()  # what the profile left out, or took for granted
    version: Version | None = None
    rejects_file: Path | None = None

    def lines(self) -> list[str]:
        """The report as plain Danish lines for the terminal."""
        lines = [str(extract) for extract in self.extracts]
        lines += [f"Ikke brugt: {name}" for name in self.ignored]
        lines += [f"Bemærk: {note}" for note in self.notes]
        lines += self.problem_lines()
        if self.rejects_file:
            lines.append(f"Alle afviste rækker: {self.rejects_file}")
        lines += [f"Leverancen er afvist: {refusal}" for refusal in self.refusals]
        if self.version:
            lines.append(f"Indlæst som {self.version.id}.")
        return lines

    def told(self) -> Told:
        return Told(self.lines(), list(self.refusals), self.version is not None)

    def problem_lines(self) -> list[str]:
        """The rejected rows and the warnings, the first of each kind."""
        return _listed("Afvist", self.rejected) + _listed("Advarsel", self.warnings)


def _listed(word: str, problems: list[Problem]) -> list[str]:
    """The first problems of each kind; one kind that fills the screen must not hide the others."""
    kinds: dict[tuple[str, str], list[Problem]] = {}
    for problem in problems:
        kinds.setdefault((problem.extract, problem.rule), []).append(problem)
    lines = []
    for (extract, rule), of_a_kind in kinds.items():
        lines += [f"{word}: {problem}" for problem in of_a_kind[:SHOWN_OF_A_KIND]]
        if len(of_a_kind) > SHOWN_OF_A_KIND:
            more = number(len(of_a_kind) - SHOWN_OF_A_KIND)
            lines.append(f"{word}: og {more} til i {extract}: {RULES[rule].title.lower()}")
    return lines
