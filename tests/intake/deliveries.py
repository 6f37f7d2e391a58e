"""Small deliveries for the tests: a good one, and ways to spoil it."""

from pathlib import Path

from cockpit.intake import LoadReport, Problem
from cockpit.settings import Settings, read_settings

GOOD = {
    "citizens": """citizen_id;birth_date;sex;target_group;psychiatric_diagnosis;died_on
B1;01-02-1980;k;Autisme;ja;
B2;03-04-1990;m;Sindslidelse; nej;
B3;05-06-2010;;;;
""".replace("; nej", ";nej"),
    "providers": """provider_id;name;owner;municipality;provider_type
T1;Birkely;own;330;botilbud
T2;Åhuset;privat;316;botilbud
""",
    "services": """service_id;citizen_id;law;section;provider_id;start_date;end_date
S1;B1;SEL;107;T1;01-01-2024;31-12-2024
S2;B2;SEL;108;T2;01-03-2024;
S3;B3;BL;32;;01-05-2024;
""",
    "rates": """service_id;from_date;to_date;amount;unit;kind
S1;01-01-2024;;1.500,00;døgn;grundtakst
S2;01-03-2024;31-12-2024;45000;month;base
S2;01-01-2025;;46000,5;month;base
""",
    "capacity": """provider_id;from_date;to_date;places
T1;01-01-2020;;12
""",
    "case_assignments": """case_id;citizen_id;caseworker_id;area;from_date;to_date;weight;case_type
C1;B1;R1;voksne;01-01-2024;;;
C2;B2;R1;Voksne;01-01-2024;;1,5;
""",
    "caseworkers": """caseworker_id;name;team;from_date;to_date;fte
R1;Anna;Voksen A;01-01-2020;;1
""",
}


def settings_in(home: Path, **environ: str) -> Settings:
    """Settings of a cockpit of its own under `home`, where a few bad rows do not refuse a small file."""
    return read_settings(
        {
            "COCKPIT_DATA_DIR": str(home / "data"),
            "COCKPIT_KEY_FILE": str(home / "key" / "pseudonym.key"),
            "COCKPIT_MAX_REJECTED_SHARE": "1",
        }
        | environ
    )


def write(folder: Path, texts: dict[str, str], encoding: str = "utf-8") -> Path:
    """A delivery folder with one file per text; a name without `.csv` gets it."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in texts.items():
        path = folder / (name if "." in name else f"{name}.csv")
        path.write_bytes(text.encode(encoding))
    return folder


def with_lines(extract: str, *lines: str) -> dict[str, str]:
    """The good delivery with lines added to one extract."""
    return GOOD | {extract: GOOD[extract] + "".join(f"{line}\n" for line in lines)}


def only(problems: list[Problem], rule: str) -> list[tuple[int | None, str]]:
    """Line and column of the problems of one rule."""
    return [(problem.line, problem.column) for problem in problems if problem.rule == rule]


def counts(report: LoadReport, extract: str) -> tuple[int, int, int, int, int]:
    """Rows read, loaded, rejected, fallen and duplicate."""
    found = next(row for row in report.extracts if row.name == extract)
    return (
        found.rows_read, found.rows_loaded, found.rows_rejected, found.rows_fallen, found.rows_duplicate,
    )  # fmt: skip
