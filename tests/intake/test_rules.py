"""Each rule, broken once: code, line, column and the sentence that the reader gets."""

from pathlib import Path

import pytest

from cockpit.intake import LoadReport, check
from cockpit.intake.rules import RULES
from tests.intake.conftest import Checker
from tests.intake.deliveries import GOOD, settings_in, write

# CPR numbers are made up here: a date and a running number.
CPR = "010203" + "1234"

# extract, the bad line (two where the rule takes two), column, rule, message
BROKEN = [
    ("citizens", "K1;01-02-1980;k;Autisme", "", "column_count",
     "Rækken har færre felter end overskriften. Sæt anførselstegn om tekst, der holder skilletegnet."),
    ("citizens", "K2;01-02-1980;k;Autisme;ja;;;", "", "column_count",
     "Rækken har flere felter end overskriften. Sæt anførselstegn om tekst, der holder skilletegnet."),
    ("citizens", ";01-02-1980;k;;;", "citizen_id", "required",
     "Borgerens id mangler. Udfyld feltet i fagsystemet."),
    ("citizens", "K4;01-02-80;k;;;", "birth_date", "date_year",
     "Fødselsdatoen har et årstal på to cifre. Skriv alle fire, fx 31-10-2026."),
    ("citizens", "K5;31-12-1899;k;;;", "birth_date", "range",
     "Fødselsdatoen skal være fra 01-01-1900 til i dag. Ret værdien i fagsystemet."),
    ("citizens", "K6;01-02-2999;k;;;", "birth_date", "range",
     "Fødselsdatoen skal være fra 01-01-1900 til i dag. Ret værdien i fagsystemet."),
    ("citizens", "K7;01-02-1980;x;;;", "sex", "code", "Kønnet »x« kendes ikke. Brug k eller m."),
    ("citizens", "K8;01-02-1980;k;Autisme, ADHD;;", "target_group", "comma",
     "Målgruppen »Autisme, ADHD« indeholder et komma, som filtrene ikke kan bruge. Brug et andet tegn."),
    ("citizens", "K9;01-02-1980;k;;måske;", "psychiatric_diagnosis", "boolean",
     "»måske« kan ikke læses som ja eller nej. Skriv ja eller nej."),
    ("citizens", f"K10;01-02-1980;k;Se {CPR[:6]}-{CPR[6:]} her;;", "target_group", "cpr",
     "Målgruppen indeholder et CPR-nummer. Fjern det i fagsystemet."),
    ("citizens", "K11;01-02-1980;k;Autisme;;", "citizen_id", "key_conflict",
     "Borgerens id står i flere rækker med forskelligt indhold. Ret dem, så kun én er tilbage."),
    ("citizens", "K11;01-02-1980;m;Autisme;;", "citizen_id", "key_conflict",
     "Borgerens id står i flere rækker med forskelligt indhold. Ret dem, så kun én er tilbage."),
    ("providers", "T3;Ask;stat;330;", "owner", "code",
     "Ejeren »stat« kendes ikke. "
     "Brug own, egen, other_municipality, anden kommune, region, private eller privat."),
    ("providers", "T4;Ask;own;33;", "municipality", "municipality",
     "»33« er ikke en kommunekode. Skriv tre cifre, fx 330."),
    ("providers", "T7;#I/T;own;;", "name", "sheet_error",
     "Tilbuddets navn er en fejl i regnearket. Ret cellen eller dens formel, og gem igen."),
    ("providers", "T8;#FORMEL;own;;", "name", "not_computed",
     "Tilbuddets navn er en formel, som ikke er regnet ud. Åbn regnearket i Excel, og gem det."),
    ("providers", "T,5;Ask;own;;", "provider_id", "comma",
     "Tilbuddets id »T,5« indeholder et komma, som filtrene ikke kan bruge. Brug et andet tegn."),
    ("services", "I1;B1;SEL;107;T1;31-02-2024;", "start_date", "date_calendar",
     "»31-02-2024« findes ikke i kalenderen. Ret datoen i fagsystemet."),
    ("services", "I2;B1;SEL;107;T1;2024/01/01;", "start_date", "date",
     "»2024/01/01« kan ikke læses som dato. Skriv den som 31-10-2026."),
    ("services", "I3;B1;SEL;107;T1;15-02-2025;03-02-2025", "end_date", "end_before_start",
     "Slutdatoen 03-02-2025 ligger før startdatoen 15-02-2025."),
    ("services", "I4;B9;SEL;107;T1;01-01-2024;", "citizen_id", "unknown_parent",
     "Borgerens id findes ikke i citizens. Ret værdien, eller tag rækken med i citizens."),
    ("services", "I5;B1;SEL;107;T9;01-01-2024;", "provider_id", "unknown_parent",
     "Tilbuddets id »T9« findes ikke i providers. Ret værdien, eller tag rækken med i providers."),
    ("services", "I6;K7;SEL;107;T1;01-01-2024;", "citizen_id", "parent_rejected",
     "Borgerens id peger på en afvist række i citizens. Ret den, så kommer denne række med."),
    ("services", "I7;B1;SEL;107x;T1;01-01-2024;", "section", "unknown_section",
     "Paragraf »SEL 107x« findes ikke i listen. Ret koden, eller tilføj paragraffen."),
    ("rates", "S1;01-01-2030;;18500.00;day;supplement", "amount", "number",
     "»18500.00« kan ikke læses som beløb. Skriv 18.500,00."),
    ("rates", "S1;01-01-2030;;1.50,00;day;supplement", "amount", "number",
     "»1.50,00« kan ikke læses som beløb. Skriv det med decimalkomma, fx 1.234,50."),
    ("rates", "S1;01-01-2030;;1,234;day;supplement", "amount", "decimals",
     "»1,234« har mere end to decimaler. Skriv beløbet i kroner og øre."),
    ("rates", "S3;01-05-2024;30-06-2024;100;day;base", "from_date", "overlapping_rates",
     "Taksten overlapper en anden grundtakst for samme indsats. Ret datoerne, så kun én gælder."),
    ("rates", "S3;30-06-2024;;100;day;base", "from_date", "overlapping_rates",
     "Taksten overlapper en anden grundtakst for samme indsats. Ret datoerne, så kun én gælder."),
    ("capacity", "T1;01-01-2021;;-1", "places", "range",
     "Antal pladser »-1« skal være mindst 0. Ret værdien i fagsystemet."),
    ("capacity", "T1;01-01-2022;;1,5", "places", "number",
     "»1,5« kan ikke læses som helt tal. Skriv det uden decimaler, fx 12."),
    ("capacity", "T1;01-01-2023;01-01-2022;1", "to_date", "end_before_start",
     "Til-datoen 01-01-2022 ligger før fra-datoen 01-01-2023."),
    ("case_assignments", "C9;B1;R1;ældre;01-01-2024;;;", "area", "code",
     "Området »ældre« kendes ikke. Brug voksne, børn og unge eller specialundervisning."),
    ("caseworkers", "R2;Bo;Voksen A;01-01-2020;;1,6", "fte", "range",
     "Arbejdstiden i årsværk »1,6« skal være fra 0 til 1,5. Ret værdien i fagsystemet."),
    ("deadlines", "G1;C1;B3;klage;01-05-2024;;;", "kind", "code",
     "Fristens slags »klage« kendes ikke. Brug notification_24h, Vurdering af underretning, "
     "child_assessment, Børnefaglig undersøgelse, first_follow_up, Første opfølgning på barnets plan, "
     "follow_up eller Opfølgning."),
    ("deadlines", "G2;C1;B3;follow_up;01-05-2024;;;", "due_at", "no_due_date",
     "Fristen mangler, og for den slags sag har listen ingen, der kan regnes ud. "
     "Udfyld feltet i fagsystemet."),
    ("deadlines", "G3;C1;B3;child_assessment;15-05-2024 10:00;;14-05-2024 12:00;", "completed_at",
     "end_before_start", "Afslutningsdatoen 14-05-2024 ligger før startdatoen 15-05-2024."),
    ("deadlines", "G4;C1;B3;child_assessment;15-05-2024 25:00;;;", "started_at", "date",
     "»15-05-2024 25:00« kan ikke læses som dato. Skriv den som 31-10-2026."),
    ("deadlines", "G5;C1;B3;child_assessment;;;;", "started_at", "required",
     "Startdatoen mangler. Udfyld feltet i fagsystemet."),
    ("deadlines", "G6;C1;B3;child_assessment;01-05-2024;01-09-24;;", "due_at", "date_year",
     "»01-09-24« har et årstal på to cifre. Skriv alle fire, fx 31-10-2026."),
    ("reviews", "S9;01-06-2024;revisitering;1;1", "service_id", "unknown_parent",
     "Indsatsens id »S9« findes ikke i services. Ret værdien, eller tag rækken med i services."),
    ("reviews", "I3;01-06-2024;revisitering;1;1", "service_id", "parent_rejected",
     "Indsatsens id »I3« peger på en afvist række i services. Ret den, så kommer denne række med."),
    ("reviews", "S1;01-06-2024;kontrol;1;1", "kind", "code",
     "Gennemgangens slags »kontrol« kendes ikke. "
     "Brug reassessment, revisitering, rate_negotiation eller takstforhandling."),
    ("ledger", "mar-26;5.38.50;actual;100,00;", "month", "month",
     "»mar-26« kan ikke læses som måned. Skriv den som 2026-03, eller 2026 for et budget for hele året."),
    ("ledger", "2026-13;5.38.50;actual;100,00;", "month", "month",
     "»2026-13« kan ikke læses som måned. Skriv den som 2026-03, eller 2026 for et budget for hele året."),
    ("ledger", "2026;5.38.50;forbrug;100,00;", "month", "whole_year",
     "Kun et budget kan stå for hele året 2026. Skriv måneden, fx 2026-03."),
    ("ledger", "2026-03;5.38.50;budget;100,00;", "kind", "code",
     "Beløbets slags »budget« kendes ikke. Brug original_budget, oprindeligt budget, vedtaget budget, "
     "revised_budget, korrigeret budget, actual, forbrug, regnskab, forecast, forventet regnskab "
     "eller prognose."),
    ("price_index", "26;100", "year", "year",
     "»26« kan ikke læses som årstal. Skriv fire cifre, fx 2026."),
    ("price_index", "2026;0", "index", "range",
     "Indekset »0« skal være mindst 0,01. Ret værdien i fagsystemet."),
    ("price_index", "2027;101", "year", "key_conflict",
     "Året »2027« står i flere rækker med forskelligt indhold. Ret dem, så kun én er tilbage."),
    ("price_index", "2027;102", "year", "key_conflict",
     "Året »2027« står i flere rækker med forskelligt indhold. Ret dem, så kun én er tilbage."),
    ("benchmarks", "350;2024;cost.unit_cost;397.5;Eget;", "value", "number",
     "»397.5« kan ikke læses som tal. Skriv 397,50."),
    ("initiatives", "T3;Vagt;i gang;;;;2026;;;4", "difficulty", "range",
     "Sværhedsgraden »4« skal være fra 1 til 3. Ret værdien i fagsystemet."),
    ("initiatives", "T4;Vagt;i gang;;01-02-2026;31-01-2026;2026;;;", "ends_on", "end_before_start",
     "Slutdatoen 31-01-2026 ligger før startdatoen 01-02-2026."),
    ("initiatives", "T5;Vagt;på hold;;;;2026;;;", "status", "code",
     "Status »på hold« kendes ikke. Brug idé, ide, kommissorium, under opstart, opstart, i gang, igang, "
     "evalueres, evaluering, gennemført, afsluttet eller stoppet."),
    ("initiatives", "T6;Vagt;idé;;;;;;;1", "initiative_id", "key_conflict",
     "Initiativets id »T6« står i flere rækker med forskelligt indhold. Ret dem, så kun én er tilbage."),
    ("initiatives", "T6;Vagt;idé;;;;;;;2", "initiative_id", "key_conflict",
     "Initiativets id »T6« står i flere rækker med forskelligt indhold. Ret dem, så kun én er tilbage."),
]  # fmt: skip

WARNED = [
    ("citizens", "W1;;k;;;", "birth_date", "birth_date_unknown",
     "Fødselsdatoen mangler. Borgeren tælles med som uoplyst alder."),
    ("providers", "T1;Birkely;egen;330;botilbud", "", "duplicate",
     "Rækken er en gentagelse af en anden og er talt med én gang."),
    ("services", "I8;B1;SEL;58;T1;01-12-2023;31-01-2024", "section", "section_dates",
     "Indsatsen ligger helt eller delvist uden for de datoer, hvor paragraf »SEL 58« gælder. Rækken er med."),
    ("rates", "S1;01-01-2024;;-250,00;day;supplement", "amount", "negative_amount",
     "Beløbet »-250,00« er under nul. Rækken er med."),
    ("case_assignments", "C1;B1;R2;voksne;01-06-2024;;;", "case_id", "two_caseworkers",
     "Sagen »C1« har to rådgivere på samme dag. Begge er med."),
    ("reviews", "S2;01-06-2024;revisitering;10;-1", "daily_rate_after", "negative_amount",
     "Dagstaksten efter »-1« er under nul. Rækken er med."),
    ("benchmarks", "350;2024;unit_cost.cost;400;Eget;", "figure", "unknown_figure",
     "Nøgletallet »unit_cost.cost« findes ikke. Rækken er med, men kan ikke sættes sammen med et nøgletal."),
    ("initiatives", "T7;Vagt;i gang;filtered;;;2026;;;", "figure", "unknown_figure",
     "Nøgletallet »filtered« findes ikke. Rækken er med, men kan ikke sættes sammen med et nøgletal."),
]  # fmt: skip


def _line(extract: str, text: str) -> int:
    """The line on which the broken row stands: the bad rows follow the good ones."""
    rows = [row[1] for row in (*BROKEN, *WARNED) if row[0] == extract]
    return len(GOOD[extract].splitlines()) + rows.index(text) + 1


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> LoadReport:
    """One delivery that breaks every rule."""
    home = tmp_path_factory.mktemp("rules")
    texts = dict(GOOD)
    for extract, line, *_ in (*BROKEN, *WARNED):
        texts[extract] += f"{line}\n"
    return check(write(home / "delivery", texts), settings_in(home))


@pytest.mark.parametrize(("extract", "text", "column", "rule", "message"), BROKEN)
def test_a_broken_rule_rejects_its_row_and_says_why(
    report: LoadReport, extract: str, text: str, column: str, rule: str, message: str
) -> None:
    line = _line(extract, text)
    found = [problem for problem in report.rejected if (problem.extract, problem.line) == (extract, line)]
    assert [(row.file, row.column, row.rule, row.message) for row in found] == [
        (f"{extract}.csv", column, rule, message)
    ]
    assert found[0].counts == (rule != "parent_rejected")


@pytest.mark.parametrize(("extract", "text", "column", "rule", "message"), WARNED)
def test_a_doubtful_row_loads_with_a_warning(
    report: LoadReport, extract: str, text: str, column: str, rule: str, message: str
) -> None:
    line = _line(extract, text)
    found = [problem for problem in report.warnings if (problem.extract, problem.line) == (extract, line)]
    assert [(row.column, row.rule, row.message) for row in found] == [(column, rule, message)]


def test_nothing_else_is_found(report: LoadReport) -> None:
    assert len(report.rejected) == len(BROKEN)
    assert len(report.warnings) == len(WARNED)


def test_every_rule_is_broken_here_or_elsewhere() -> None:
    broken = {row[3] for row in (*BROKEN, *WARNED)}
    elsewhere = {"orphans", "unended"}  # test_versions.py, test_profiles.py
    elsewhere |= {"source_code", "join_missing", "join_torn"}  # test_profiles.py
    assert set(RULES) - broken == elsewhere


def test_all_problems_of_a_row_are_told(tmp_path: Path) -> None:
    texts = {"providers": "provider_id;name;owner;municipality\nT,1;;stat;33\n"}
    report = check(write(tmp_path / "delivery", texts), settings_in(tmp_path))
    assert [problem.rule for problem in report.rejected] == ["municipality", "required", "code", "comma"]
    assert report.extracts[0].rows_rejected == 1


def test_no_message_holds_a_cpr_number(report: LoadReport) -> None:
    assert CPR[:6] not in "\n".join(report.lines())


@pytest.mark.parametrize("number", ["1201801234", "7201801234", "0102801234"])
def test_a_cpr_number_among_the_numbers(checked: Checker, number: str) -> None:
    spoilt = {
        "rates": f"S1;01-01-2025;;{number};døgn;grundtakst\n",
        "capacity": f"T2;01-01-2020;;{number}\n",
        "ledger": f"2024-03;5.38.50;actual;{number};\n",
        "price_index": f"2026;{number}\n",
    }
    report = checked(GOOD | {name: GOOD[name] + row for name, row in spoilt.items()})
    found = [row for row in report.rejected if row.rule == "cpr"]
    assert {row.extract for row in found} == spoilt.keys()
    assert not [row for row in report.rejected if number in str(row)]


@pytest.mark.parametrize(
    "amount", ["1201801234,00", "1.201.801.234", "-1201801234", "1299801234", "9912801234"]
)
def test_amounts_of_that_size_are_read(checked: Checker, amount: str) -> None:
    report = checked({"ledger": GOOD["ledger"] + f"2024-03;5.38.50;actual;{amount};\n"})
    assert not report.rejected
