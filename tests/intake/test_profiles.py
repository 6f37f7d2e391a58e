"""A system's files by its profile: joins, codes, what is left out, and profiles that are wrong."""

import unicodedata
from pathlib import Path

import pytest

from cockpit.intake import check, load
from cockpit.settings import PROJECT, Settings
from cockpit.warehouse import Warehouse
from cockpit.wording import PlainError
from tests.intake.conftest import AS_OF, Loader
from tests.intake.deliveries import GOOD, counts, only, write
from tests.intake.systems import FILES, PROFILE, System, with_line


@pytest.fixture
def system(tmp_path: Path, settings: Settings) -> System:
    return System(tmp_path, settings)


RATES = "service_id;from_date;amount;unit;kind"


def test_files_become_extracts(system: System) -> None:
    system.write_profile(PROFILE)
    folder = write(system.home / "delivery", FILES)
    report = load(folder, AS_OF, system.settings, source="sagsvogn", progress=print)
    assert not report.rejected, report.lines()
    rows = Warehouse(system.settings).reader().rows
    services = rows(
        "select service_id, law, section, cast(start_date as varchar) as start_date, hours_per_week, "
        "support_level, end_reason from extract_services order by service_id"
    )
    assert [tuple(map(str, row.values())) for row in services] == [
        ("Y1", "SEL", "107", "2024-01-01", "1234.5000", "høj", "uoplyst"),
        ("Y2", "SEL", "85", "2024-05-05", "7.0000", "None", "Flyttet"),
    ]
    assert rows("select sex from extract_citizens order by birth_date") == [{"sex": "k"}, {"sex": "m"}]
    assert rows("select distinct source from load_report") == [{"source": "sagsvogn"}]
    with_citizen = "select count(*) as n from extract_services semi join extract_citizens using (citizen_id)"
    assert rows(with_citizen) == [{"n": 2}]


def test_what_is_left_out_or_assumed_is_told_by_number(system: System) -> None:
    report = system.checked(FILES)
    assert report.notes == (
        "services: 1 række i Ydelser er udeladt: kun søgt.",
        "services: law er sat til SEL i 2 rækker, hvor Sagsvogn ikke siger det.",
        "services: end_reason er sat til uoplyst i 1 række, hvor Sagsvogn ikke siger det.",
    )
    assert report.ignored == ("kolonnen Navn i Personer.csv",)
    assert "Bemærk: services: 1 række i Ydelser er udeladt: kun søgt." in report.lines()


BROKEN = [
    ("Ydelser_1", "Y4;1;Død;§ 107;01-01-2024;;;;;", "", "source_code",
     "»Død« i Status står ikke blandt profilens koder. Skriv den dér, eller ret den i fagsystemet."),
    ("Ydelser_1", "Y4;1;;Sundhed;01-01-2024;;;;;", "section", "source_code",
     "»Sundhed« i Paragraf står ikke blandt profilens koder. Skriv den dér, eller ret den i fagsystemet."),
    ("Ydelser_1", "Y4;7;;§ 107;01-01-2024;;;;;", "", "join_missing",
     "Personer har ingen række med den Løbenr, som står her. "
     "Tag den med i udtrækket, eller ret den i fagsystemet."),
    ("Ydelser_1", "Y4;;;§ 107;01-01-2024;;;;;", "", "join_missing",
     "Personer har ingen række med den Løbenr, som står her. "
     "Tag den med i udtrækket, eller ret den i fagsystemet."),
    ("Ydelser_1", "Y4;1;;§ 107;01-01-2024;;;1.234,5;;", "hours_per_week", "number",
     "»1.234,5« kan ikke læses som tal. Skriv det med decimalpunktum, fx 1,234.50."),
    ("Ydelser_1", "Y4;1;;§ 107 010203-1234;01-01-2024;;;;;", "section", "cpr",
     "Paragraffen indeholder et CPR-nummer. Fjern det i fagsystemet."),
    ("Ydelser_1", "Y4;1;;§ 107;01-01-2024;;;;;0102031234", "end_reason", "cpr",
     "Afslutningsårsagen indeholder et CPR-nummer. Fjern det i fagsystemet."),
    ("Ydelser_1", "Y4;1;;§ 107;;;;;;", "start_date", "required",
     "Startdatoen mangler. Udfyld feltet i fagsystemet."),
    ("Ydelser_1", "Y4;1;Aktiv", "", "column_count",
     "Rækken har færre felter end overskriften. Sæt anførselstegn om tekst, der holder skilletegnet."),
    ("Personer", "3;B3;Ib;01-02-1980;x", "sex", "code", "Kønnet »x« kendes ikke. Brug k eller m."),
]  # fmt: skip


@pytest.mark.parametrize(("file", "line", "column", "rule", "message"), BROKEN)
def test_a_row_that_breaks_a_rule(
    system: System, file: str, line: str, column: str, rule: str, message: str
) -> None:
    report = system.checked(with_line(file, line))
    place = FILES[file].count("\n") + 1
    assert [(row.file, row.line, row.column, row.rule, row.message) for row in report.rejected] == [
        (f"{file}.csv", place, column, rule, message)
    ]


def test_a_partner_that_says_two_things(system: System) -> None:
    report = system.checked(with_line("Personer", "1;B7;Anden;01-02-1980;Kvinde"))
    assert [(row.line, row.message) for row in report.rejected] == [
        (2, "Personer har flere rækker med den Løbenr, som står her, og de siger ikke det samme. "
            "Ret dem, så kun én er tilbage.")
    ]  # fmt: skip
    assert only(report.rejected, "join_torn") == [(2, "")]
    same = system.checked(with_line("Enheder", "E1;3"))
    assert not same.rejected
    silent = system.checked(with_line("Enheder", "E1;"))
    assert only(silent.rejected, "join_torn") == [(2, "")]


def test_a_partner_with_too_many_fields_is_none(system: System) -> None:
    report = system.checked(FILES | {"Personer": FILES["Personer"].replace("Bo;", "Bo;x;")})
    assert only(report.rejected, "column_count") == [(3, "")]
    assert only(report.rejected, "join_missing") == [(3, "")]


def test_all_that_is_wrong_with_a_row_is_told(system: System) -> None:
    report = system.checked(with_line("Ydelser_1", "Y4;7;Død;Sundhed;31-02-2024;;;;;"))
    assert sorted(row.rule for row in report.rejected) == [
        "date_calendar", "join_missing", "source_code", "source_code",
    ]  # fmt: skip
    assert counts(report, "services") == (3, 2, 1, 0, 0)


@pytest.mark.parametrize(("how", "expected"), [("earliest", "2023-05-05"), ("latest", "2024-03-03")])
def test_of_several_partners_one_is_taken(system: System, how: str, expected: str) -> None:
    profile = PROFILE.replace(
        '{ file = "Enheder", on = { Enhed = "Kode" }, missing = "empty" }',
        f'{{ file = "Enheder", on = {{ Enhed = "Kode" }}, missing = "leave_out", take.Dag = "{how}" }}',
    ).replace('end_date = "Slut"', 'applied_on = "Enheder.Dag"')
    system.write_profile(profile)
    enheder = "Kode;Niveau;Dag\nE1;3;03-03-2024\nE1;3;2023-05-05\nE1;3;\n"
    folder = write(system.home / "delivery", FILES | {"Enheder": enheder})
    report = load(folder, AS_OF, system.settings, source="sagsvogn", progress=print)
    assert "services: 1 række i Ydelser er udeladt: uden række i Enheder." in report.notes
    asked = "select service_id, cast(applied_on as varchar) as day from extract_services"
    assert Warehouse(system.settings).reader().rows(asked) == [{"service_id": "Y1", "day": expected}]


def test_a_canonical_file_takes_the_place_of_the_systems(system: System) -> None:
    canonical = "citizen_id;birth_date\nB1;05-05-1985\nB2;05-05-1985\n"
    report = system.checked(FILES | {"citizens": canonical, "providers": GOOD["providers"]})
    assert not report.rejected
    assert "citizens læses af citizens.csv og ikke af filerne fra Sagsvogn." in report.notes
    assert counts(report, "citizens") == (2, 2, 0, 0, 0)
    assert counts(report, "providers") == (2, 2, 0, 0, 0)


def test_a_canonical_file_keeps_the_decimal_comma(system: System) -> None:
    lines = ("Y1;01-01-2024;1.500,50;day;base", "Y2;01-01-2024;1500.50;day;base")
    report = system.checked(FILES | {"rates": "\n".join((RATES, *lines, ""))})
    assert only(report.rejected, "number") == [(3, "amount")]


def test_own_canonical_profile_may_have_decimal_points(system: System, loaded: Loader) -> None:
    system.write_profile('title = "kanoniske"\ndecimal = "."', "canonical")
    good = {name: GOOD[name] for name in ("citizens", "providers", "services")}
    loaded(good | {"rates": f"{RATES}\nS1;01-01-2024;1,500.50;day;base\n"})
    amounts = Warehouse(system.settings).reader().rows("select amount from extract_rates")
    assert [str(row["amount"]) for row in amounts] == ["1500.50"]


def test_names_are_the_same_however_their_letters_are_stored(system: System) -> None:
    """Some systems store ø and å as two signs."""
    text = FILES["Ydelser_1"].replace("Årsag", unicodedata.normalize("NFD", "ÅRSAG"))
    profile = PROFILE.replace("Ydelser_*", "Ydelsår*")
    files = {"Personer": FILES["Personer"], unicodedata.normalize("NFD", "ydelsår 1"): text}
    report = system.checked(files, profile)
    assert "services: end_reason er sat til uoplyst i 1 række, hvor Sagsvogn ikke siger det." in report.notes


def test_a_file_by_a_number_is_told_by_its_kind(system: System) -> None:
    files = {"Ydelser_20261031": with_line("Ydelser_1", "Y4;7;;§ 107;01-01-2024;;;;;")["Ydelser_1"]}
    report = system.checked({"Personer": FILES["Personer"], "Enheder": FILES["Enheder"]} | files)
    assert [row.file for row in report.rejected] == ["Ydelser (fil nr. 3)"]


def test_several_files_of_one_kind(system: System) -> None:
    second = "Slut;Id;Løbenr;Paragraf;Start\n;Y8;2;§ 107;01-01-2024\n;Y9;9;§ 107;01-01-2024\n"
    report = system.checked(FILES | {"Ydelser_2": second})
    assert [(row.file, row.line, row.rule) for row in report.rejected] == [
        ("Ydelser_2.csv", 3, "join_missing")
    ]
    assert counts(report, "services") == (4, 3, 1, 0, 0)


def test_a_file_that_may_have_been_cut(system: System) -> None:
    report = system.checked(FILES | {"Ydelser_1": FILES["Ydelser_1"] + "Y4;1;;§ 107;01-01-2024;;;;;"})
    assert only(report.warnings, "unended") == [(5, "")]
    report = system.checked(FILES | {"Ydelser_1": FILES["Ydelser_1"] + "Y4;1;Søgt;§ 107;01-01-2024;;;;;"})
    assert only(report.warnings, "unended") == []  # the last row is left out


def test_blanks_around_a_field_do_not_count(system: System) -> None:
    report = system.checked(FILES | {"Personer": FILES["Personer"].replace("\n1;", "\n 1 ;")})
    assert not report.rejected


def test_of_the_patterns_that_fit_a_file_the_longest_counts(system: System) -> None:
    profile = PROFILE.replace('"Enheder*"', '["Enheder*", "Ydelser_lø*.csv"]')
    report = system.checked(
        {"Personer": FILES["Personer"], "YDELSER_1": FILES["Ydelser_1"], "ydelser_løse": FILES["Enheder"]},
        profile,
    )
    assert [extract.files for extract in report.extracts if extract.name == "services"] == [
        ("YDELSER_1.csv",)
    ]


def test_a_heading_that_is_not_there(system: System) -> None:
    report = system.checked(FILES | {"Ydelser_1": FILES["Ydelser_1"].replace("Paragraf", "Sektion")})
    assert report.refusals == (
        "services mangler section: profilen sagsvogn læser den af Paragraf i Ydelser, "
        "som ikke er i leverancen. Tag den med i udtrækket, og prøv igen.",
    )


def test_a_file_that_cannot_be_read(system: System) -> None:
    report = system.checked(FILES | {"Personer": ""})
    assert report.refusals == ("Personer.csv er tom. Lav udtrækket igen.",)


SERVICES = "extracts.services"
COLUMNS = f"{SERVICES}.columns"
WRONG = [
    ('title = "Sagsvogn"', 'titel = "S"', "titel er en ukendt nøgle; her kan stå decimal, ext"),
    ('decimal = "."', 'decimal = ";"', "decimal er »;«, men skal være , eller ."),
    ("[extracts.citizens]", "[extracts.borgere]", "extracts.borgere er ikke et udtræk; de er benchmarks, "),
    ('file = "Personer"\n', 'file = "Folk"\n',
     "extracts.citizens.file er »Folk«, som ikke står under files; her kan stå Enheder"),
    ('service_id = "Id"', 'serviceid = "Id"',
     f"{COLUMNS} har »serviceid«, som ikke er en kolonne i services"),
    ('service_id = "Id"\n', "", f"{COLUMNS} mangler service_id, som udtrækket kræver"),
    ('law = { value = "SEL" }', "law = 3",
     f"{COLUMNS}.law.from skal være en tekst eller en liste"),
    ('law = { value = "SEL" }', 'law = { value = "SEL", from = "Lov" }',
     f"{COLUMNS}.law skal have netop én af from, together og value"),
    ("codes.k", "codes.kvinde", "extracts.citizens.columns.sex har koden »kvinde«; sex kan være k eller m"),
    ("(\\d+)", "(\\d+", f"{COLUMNS}.section.patterns har et udtryk, der ikke kan bruges"),
    ("(\\d+)", "(\\d++)", f"{COLUMNS}.section.patterns har et udtryk, der ikke kan bruges"),
    ("(\\d+)", "(?=\\d+)", f"{COLUMNS}.section.patterns har et udtryk, der ikke kan bruges"),
    ("'\\1']", "'\\2']", f"{COLUMNS}.section.patterns bruger en gruppe, som"),
    ('on = { Enhed = "Kode" }, ', "", f"{SERVICES}.joins.on mangler"),
    ('missing = "empty"', 'missing = "tom"',
     f"{SERVICES}.joins.missing er »tom«, men skal være reject, leave_out eller empty"),
    ('missing = "empty"', 'take.Nivau = "latest"',
     f"{SERVICES}.joins har »Nivau« i take, men ingen kolonne læser den"),
    ('"Enheder.Niveau"', '"Enhed.Niveau"', None),
    ('{ file = "Enheder", on = { Enhed = "Kode" }, missing = "empty" },', "",
     f"{SERVICES} læser »Enheder.Niveau« uden at have filen under joins"),
    ('reason = "kun søgt", ', "",
     f"{SERVICES}.leave_out skal have en reason og enten where eller empty"),
    ("[files]", "[files", "linje 5 er ikke gyldig TOML"),
]  # fmt: skip


@pytest.mark.parametrize(("good", "bad", "said"), WRONG)
def test_a_profile_that_is_wrong(system: System, good: str, bad: str, said: str | None) -> None:
    assert good in PROFILE
    if said is None:  # a dot in a heading is no file
        system.checked(FILES, PROFILE.replace(good, bad, 1))
        return
    with pytest.raises(PlainError) as caught:
        system.checked(FILES, PROFILE.replace(good, bad, 1))
    assert f"sagsvogn.toml: {said}" in str(caught.value)
    assert str(caught.value).endswith("Ret profilen.")
    assert caught.value.exit_status == 2


def test_an_unknown_profile_tells_which_there_are(system: System) -> None:
    system.write_profile(PROFILE)
    with pytest.raises(PlainError, match="canonical, sagsvogn eller sensum"):
        check(write(system.home / "delivery", FILES), system.settings, "sensumm")


def test_shipped_profiles_are_right(system: System) -> None:
    """Each is read with the strictness of the reader, and the folder holds nothing else that would be."""
    shipped = sorted(path.stem for path in (PROJECT / "data" / "sources").glob("*.toml"))
    assert shipped == ["canonical", "sensum"]
    for name in shipped:
        with pytest.raises(PlainError, match="Mappen findes ikke"):
            check(system.home / "none", system.settings, name)
