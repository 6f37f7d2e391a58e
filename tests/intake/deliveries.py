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
    "deadlines": """deadline_id;case_id;citizen_id;kind;started_at;due_at;completed_at;team
F1;C1;B3;notification_24h;01-05-2024 14:30;;02-05-2024 09:00;Børn Øst
F2;C1;B3;Børnefaglig undersøgelse;01-05-2024;;;Børn Øst
F3;;B3;follow_up;01-05-2024;01-11-2024;01-10-2024;
""",
    "reviews": """service_id;reviewed_on;kind;daily_rate_before;daily_rate_after
S1;01-06-2024;revisitering;1.500,00;1.350,00
S2;01-09-2024;rate_negotiation;1480;1480
""",
    "ledger": """month;account;kind;amount;art
2024;5.38.50;korrigeret budget;1.200.000,00;4.7
2024-01;5.38.50;actual;100.000,00;4.7
2024-02;5.38.50;forbrug;-2.000,50;
""",
    "price_index": """year;index
2024;95,6
2025;97,9
""",
    "benchmarks": """municipality;year;figure;value;source;published_on
330;2024;cost.unit_cost;412.000,50;Eget regnskab;
350;2024;cost.unit_cost;398000;Nøgletalsnetværket;01-06-2025
""",
    "initiatives": """\
initiative_id;title;status;figure;starts_on;ends_on;year;investment;expected_gain;difficulty
T1;Flere i egen bolig;i gang;stock_flow;01-02-2024;;2024;400.000,00;1.200.000,00;2
T1;Flere i egen bolig;evalueres;stock_flow;01-02-2024;31-12-2025;2025;;1.200.000,00;2
T2;Fælles nattevagt;idé;;;;;;;
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
