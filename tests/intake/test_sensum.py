"""The files that Sensum exports: alone, with rates beside them, and against the same lives as extracts."""

import time
from datetime import date
from pathlib import Path

import pytest

from cockpit import keyfigures
from cockpit.intake import LoadReport, check, load, take_deliveries
from cockpit.keyfigures import catalogue
from cockpit.settings import Settings
from cockpit.warehouse import Warehouse
from cockpit.wording import PlainError
from tests.cli.commands import cockpit_here
from tests.intake.deliveries import counts, only, write
from tests.intake.sensum_files import made_of
from tests.keyfigures import deliveries
from tests.keyfigures.comparing import differences
from tests.keyfigures.loading import words
from tests.keyfigures.questions import QUESTIONS

AS_OF = date(2026, 10, 31)
FILES = {
    "Indsatser_20261031": """\
IndsatsId;SagId;IndsatsStatus;Indsats;IndsatsParagraf;IndsatsStartDato;IndsatsSlutDato;LeverandørNavn
I1;1001;Godkendt;Midlertidigt botilbud;SEL § 107;01-02-2025;31-12-2025;Birkely
I2;1001;Godkendt;Længerevarende botilbud;§ 108, stk. 1;01-01-2026;;Bostedet Åhuset, Øst
I3;1002;Afslag;Støtte;§ 85;01-01-2025;;
I4;1002;Godkendt;Botilbudslignende støtte;Serviceloven § 85;01-03-2025;;Birkely
I5;1003;Godkendt;;Barnets Lov § 32;01-04-2025;30-06-2025;
I6;1004;Godkendt;Samvær;SEL §104;15-10-2026;;Birkely
""",
    "Sager_20261031": """\
SagId;SagNavn;SagType;AfdelingNavn;Status;PrimærAnsvarligMedarbejderId
1001;Ane Hansen 010180-1234;Voksensag;Handicap;Igangværende;M1
1002;Bo Bendtsen;Voksensag;Psykiatri;Igangværende;M2
1003;Clara Carlsen;Børnesag;Børn og Unge;Afsluttet;M1
1004;Ditte Dahl;Voksensag;Myndighed;Igangværende;M2
1005;Erik Eg;Voksensag;Handicap;Igangværende;
1006;Fie Friis;Voksensag;Handicap;Igangværende;M1
1007;Gert Green;Voksensag;Handicap;Afsluttet;M1
""",
    "Medarbejder_20261031": "MedarbejderId;Fornavn;Efternavn\nM1;Anna;And\nM2;Bent;Berg\nM3;Carl;Dam\n",
}
RATES = {
    "rates": """service_id;from_date;to_date;amount;unit;kind
I1;01-02-2025;;1.000,00;døgn;grundtakst
I2;01-01-2026;;2.000,00;døgn;grundtakst
I4;01-03-2025;;500,00;døgn;grundtakst
""",
    "providers": "provider_id;name;owner\nBirkely;Birkely;own\nBostedet Åhuset Øst;Åhuset;region\n",
    "capacity": "provider_id;from_date;places\nBirkely;01-01-2025;4\n",
}


def loaded(
    folder: Path, settings: Settings, as_of: date, source: str = "sensum"
) -> tuple[LoadReport, Warehouse]:
    report = load(folder, as_of, settings, source=source, progress=lambda _: None)
    assert not report.refusals, report.lines()
    return report, Warehouse(settings)


def rows_of(warehouse: Warehouse, line: str) -> list[dict[str, object]]:
    figure, given = words(line)
    return keyfigures.run(figure, given, role="teamleder", warehouse=warehouse).rows


def said_by(warehouse: Warehouse, line: str) -> str:
    """Why the figure cannot be answered, or nothing."""
    try:
        rows_of(warehouse, line)
    except PlainError as problem:
        return str(problem)
    return ""


def test_alone_flow_and_caseload_work(tmp_path: Path, settings: Settings) -> None:
    report, warehouse = loaded(write(tmp_path / "delivery", FILES), settings, AS_OF)
    assert not report.rejected
    assert counts(report, "services") == (5, 5, 0, 0, 0)
    year = "from=2025-01-01 to=2026-10-31 by=none role=all"
    flow = rows_of(warehouse, f"stock_flow period=year {year}")
    assert [(row["opening"], row["inflow"], row["outflow"], row["closing"]) for row in flow] == [
        (0, 3, 1, 2),  # 1001, 1002 and 1003 came, 1003 left
        (2, 1, 0, 3),  # 1004 came
    ]
    load_of = rows_of(warehouse, "caseload on=2026-10-31 by=caseworker")
    assert [(row["by_value"], row["team"], row["cases"], row["citizens_per_fte"]) for row in load_of] == [
        ("M1", "Handicap", 2, 2.0),  # 1001 and 1006; 1003 has ended
        ("M2", "Psykiatri", 2, 2.0),
    ]
    areas = rows_of(warehouse, "caseload on=2025-05-05 by=area")
    assert [(row["by_value"], row["cases"]) for row in areas] == [("børn og unge", 1), ("voksne", 2)]
    sections = warehouse.reader().rows(
        "select law || ' ' || section as s from extract_services order by service_id"
    )
    assert [row["s"] for row in sections] == ["SEL 107", "SEL 108", "SEL 85-bl", "BL 32", "SEL 104"]


def test_what_is_left_out_or_assumed_is_told(tmp_path: Path, settings: Settings) -> None:
    report, _ = loaded(write(tmp_path / "delivery", FILES), settings, AS_OF)
    assert report.notes == (
        "case_assignments: 1 række i Sager er udeladt: afsluttet uden kendt slutdato.",
        "case_assignments: 1 række i Sager er udeladt: uden ansvarlig medarbejder.",
        "case_assignments: from_date er sat til 31-10-2026 i 1 række, hvor Sensum ikke siger det.",
        "caseworkers: 1 række i Medarbejder er udeladt: uden række i Sager.",
        "caseworkers: from_date er sat til 01-01-1900 i 2 rækker, hvor Sensum ikke siger det.",
        "caseworkers: fte er sat til 1 i 2 rækker, hvor Sensum ikke siger det.",
        "citizens: fødselsdatoen (birth_date) er ukendt i 7 rækker; Sensum giver den ikke.",
        "services: provider_id er ikke læst, for providers er hverken i leverancen eller indlæst før.",
        "services: 1 række i Indsatser er udeladt: ikke bevilget.",
    )
    assert report.ignored == ("kolonnen SagNavn i Sager (fil nr. 3)",)


def test_alone_every_figure_answers_or_says_what_it_lacks(tmp_path: Path, settings: Settings) -> None:
    _, warehouse = loaded(write(tmp_path / "delivery", FILES), settings, AS_OF)
    said = {name: said_by(warehouse, next(iter(ask(AS_OF)))) for name, ask in QUESTIONS.items()}
    asked_for = [name for name, text in said.items() if "kræver" in text]
    assert {"cost", "cost_bridge", "turning_18", "places", "budget", "deadlines_kept"} <= set(asked_for)
    assert "kræver udtrækket Takster (rates), som ikke er leveret" in said["cost"]
    assert "kræver birth_date i udtrækket Borgere (citizens)" in said["age_intervals"]
    assert "kræver decided_on i udtrækket Indsatser (services)" in said["waiting_time"]
    answered = {name for name, text in said.items() if not text}
    assert {"stock_flow", "length_of_stay", "caseload", "caseload_trend", "full_year_persons"} <= answered
    assert answered | set(asked_for) == set(QUESTIONS)


def test_with_rates_the_cost_is_counted(tmp_path: Path, settings: Settings) -> None:
    report, warehouse = loaded(write(tmp_path / "delivery", FILES | RATES), settings, AS_OF)
    assert not report.rejected
    cost = rows_of(warehouse, "cost from_year=2025 to_year=2025 by=none basis=to_date role=all")
    # I1: 334 days of 1.000, I4: 306 days of 500.
    assert cost[0]["total_cost"] == 334_000 + 153_000
    places = rows_of(warehouse, "places on=2026-10-31")
    assert [(row["places"], row["own_citizens"]) for row in places] == [(4, 2)]
    said = [said_by(warehouse, next(iter(ask(AS_OF)))) for ask in QUESTIONS.values()]
    assert not [text for text in said if text and "kræver" not in text]
    assert said_by(warehouse, "state_refund year=2025").startswith(
        "Statsrefusion i særligt dyre sager kræver birth_date"
    )
    assert len(catalogue()) - len([text for text in said if text]) >= 17


@pytest.mark.parametrize(("seed", "everything"), [(2, True), (5, True), (4, False), (3, False)])
def test_the_same_lives_give_the_same_figures(tmp_path: Path, seed: int, everything: bool) -> None:
    as_of = date(2024, 6, 30)
    lives = made_of(seed, as_of, everything=everything)
    theirs = write(tmp_path / "sensum" / "delivery", lives.files)
    beside = ("citizens", "services", "providers", "case_assignments", "caseworkers")
    deliveries.write({name: rows for name, rows in lives.tables.items() if name not in beside}, theirs)
    ours = deliveries.write(lives.tables, tmp_path / "canonical" / "delivery")
    report, sensum = loaded(theirs, _settings(tmp_path / "sensum"), as_of)
    assert not report.rejected, report.lines()
    _, canonical = loaded(ours, _settings(tmp_path / "canonical"), as_of, "canonical")
    assert sensum.reader().version.rows == canonical.reader().version.rows
    wrong = []
    for ask in QUESTIONS.values():
        lines = list(ask(as_of))
        for line in {lines[0], lines[len(lines) // 2], lines[-1]}:
            if (said := said_by(sensum, line)) or said_by(canonical, line):
                wrong += [] if said == said_by(canonical, line) else [f"{line}: {said}"]
            else:
                wrong += [
                    f"{line}: {told}" for told in differences(rows_of(canonical, line), rows_of(sensum, line))
                ]
    assert wrong == []


def _settings(folder: Path) -> Settings:
    return Settings(
        data_dir=folder / "data",
        municipality="330",
        key_file=folder / "key",
        reference_dir=folder / "reference",
    )


SAGER = "SagId;SagNavn;SagType;AfdelingNavn;Status;PrimærAnsvarligMedarbejderId"
TWO_CASES = """1001;Ane;;Handicap;Igangværende;M1;B1
1002;Ane;;Handicap;Igangværende;M2;B1
1003;Clara;;Handicap;Igangværende;M1;B3
1004;Ditte;;Handicap;Igangværende;M2;B4
"""
CITIZENS = "select citizen_id from extract_citizens union select citizen_id from extract_services"


def test_a_citizen_with_two_cases_is_one(tmp_path: Path, settings: Settings) -> None:
    texts = FILES | {"Sager_20261031": f"{SAGER};BorgerId\n{TWO_CASES}"}
    report, warehouse = loaded(write(tmp_path / "delivery", texts), settings, AS_OF)
    assert not report.warnings
    assert counts(report, "citizens") == (3, 3, 0, 0, 0)
    assert len(warehouse.reader().rows(CITIZENS)) == 3


@pytest.mark.parametrize(("heading", "citizens"), [("BorgerId", 3), ("Kommentar", 4)])
def test_citizens_count_only_where_cases_name_them(
    tmp_path: Path, settings: Settings, heading: str, citizens: int
) -> None:
    """Without BorgerId in the cases nobody knows whose they are: then each case is a citizen."""
    borger = "BorgerId;CPR\nB1;010180-1234\nB3;020290-2345\nB4;030370-3456\n"
    texts = FILES | {"Sager_20261031": f"{SAGER};{heading}\n{TWO_CASES}", "Borger_20261031": borger}
    report, warehouse = loaded(write(tmp_path / "delivery", texts), settings, AS_OF)
    assert not report.rejected
    assert len(warehouse.reader().rows(CITIZENS)) == citizens
    born = warehouse.reader().rows("select count(birth_date) as born from extract_citizens")
    assert born == [{"born": 3 if heading == "BorgerId" else 0}]


def test_from_the_command_line_and_the_inbox(tmp_path: Path, settings: Settings) -> None:
    folder = write(tmp_path / "delivery", FILES)
    assert cockpit_here(settings, "check", str(folder), "--source", "sensum").status == 0
    day = str(AS_OF)
    done = cockpit_here(settings, "load", str(folder), "--source", "sensum", "--as-of", day)
    assert (done.status, done.out.splitlines()[-1]) == (0, "Indlæst som v000001.")
    assert cockpit_here(settings, "load", str(folder), "--as-of", day).status == 2
    write(tmp_path / "inbox" / day, FILES)
    taken = list(take_deliveries(tmp_path / "inbox", settings, time.time() + 600, print, "sensum"))
    assert [one.is_loaded for one in taken] == [True]
    proposal = cockpit_here(settings, "profile", "new", *map(str, sorted(folder.iterdir())))
    assert (proposal.status, "[extracts.case_assignments]" in proposal.out) == (0, True)


def test_cases_alone(tmp_path: Path, settings: Settings) -> None:
    """A municipality may begin with caseload only."""
    texts = {name: text for name, text in FILES.items() if not name.startswith("Indsatser")}
    report, warehouse = loaded(write(tmp_path / "delivery", texts), settings, AS_OF)
    assert not report.rejected
    assert [row["cases"] for row in rows_of(warehouse, "caseload on=2026-10-31 by=caseworker")] == [2, 2]
    assert said_by(warehouse, "stock_flow period=year").startswith("Til- og afgang")


def test_what_has_too_little_is_not_read(tmp_path: Path, settings: Settings) -> None:
    """Cases without a caseworker and providers without an owner make no extract; the rest loads."""
    texts = {name: text for name, text in FILES.items() if not name.startswith("Sager")} | {
        "Sager_1": FILES["Sager_20261031"].replace("PrimærAnsvarligMedarbejderId", "Ansvarlig"),
        "Leverandør_1": "LeverandørNavn;LeverandørCVR\nBirkely;12\n",
    }
    report, _ = loaded(write(tmp_path / "delivery", texts), settings, AS_OF)
    assert [extract.name for extract in report.extracts] == ["citizens", "services"]
    assert {
        "providers er ikke læst: LeverandørEjerskab i Leverandør er ikke i leverancen.",
        "case_assignments er ikke læst: PrimærAnsvarligMedarbejderId i Sager er ikke i leverancen.",
        "services: provider_id er ikke læst, for providers er hverken i leverancen eller indlæst før.",
    } <= set(report.notes)


def test_without_a_status_nobody_knows_what_was_granted(tmp_path: Path, settings: Settings) -> None:
    texts = FILES | {"Indsatser_20261031": FILES["Indsatser_20261031"].replace("IndsatsStatus", "Tilstand")}
    report = check(write(tmp_path / "delivery", texts), settings, "sensum")
    assert report.refusals == (
        "services mangler IndsatsStatus i Indsatser, som siger, hvilke rækker der hører med. "
        "Tag den med i udtrækket, og prøv igen.",
    )


def test_services_without_their_cases(tmp_path: Path, settings: Settings) -> None:
    texts = {name: text for name, text in FILES.items() if name.startswith("Indsatser")}
    report = check(write(tmp_path / "delivery", texts), settings, "sensum")
    assert report.refusals == (
        "services henviser til citizens, som hverken er i leverancen eller indlæst før. "
        "Læg citizens.csv, Borger eller Sager i mappen, og prøv igen.",
    )


CODES = [
    ("Indsatser_20261031", "I9;1001;Ny status;;§ 85;01-01-2026;;", "", "source_code"),
    ("Indsatser_20261031", "I9;1001;Godkendt;;Sundhedsloven § 138;01-01-2026;;", "law", "source_code"),
    ("Indsatser_20261031", "I9;1001;Godkendt;;SEL § 999;01-01-2026;;", "section", "unknown_section"),
    ("Indsatser_20261031", "I9;1099;Godkendt;;SEL § 85;01-01-2026;;", "citizen_id", "unknown_parent"),
    ("Indsatser_20261031", "I9;1001;Godkendt;Ring til 010180-1234;SEL § 85;01-01-2026;;", "law", "cpr"),
    ("Sager_20261031", "1009;Ib;Voksensag;Handicap;Venter;M1", "", "source_code"),
    ("Sager_20261031", "1009;Ib;010180-1234;Handicap;Igangværende;M1", "area", "cpr"),
]  # fmt: skip


@pytest.mark.parametrize(("file", "line", "column", "rule"), CODES)
def test_a_row_that_the_profile_cannot_read(
    tmp_path: Path, settings: Settings, file: str, line: str, column: str, rule: str
) -> None:
    texts = FILES | {file: f"{FILES[file]}{line}\n"}
    report, _ = loaded(write(tmp_path / "delivery", texts), settings, AS_OF)
    place = FILES[file].count("\n") + 1
    assert (place, column) in only(report.rejected, rule)
    assert {row.line for row in report.rejected} == {place}


def test_names_of_cases_are_never_stored(tmp_path: Path, settings: Settings) -> None:
    """SagNavn holds a name and a CPR number; no column reads it."""
    _, warehouse = loaded(write(tmp_path / "delivery", FILES), settings, AS_OF)
    stored = b"".join(path.read_bytes() for path in settings.data_dir.rglob("*") if path.is_file())
    assert warehouse.reader().version.id == "v000001"
    assert b"Bo Bendtsen" not in stored
    assert b"010180" not in stored
    assert b"Berg" in stored, "a caseworker's name is stored, so this would see one"
