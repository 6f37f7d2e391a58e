"""Files as municipalities send them: encodings, delimiters, line endings, headings, names."""

import os
from pathlib import Path

import duckdb
import pytest

from cockpit.intake import check, load
from cockpit.intake.delivery import find_delivery, shown_name
from cockpit.intake.profile import CANONICAL
from cockpit.intake.profiles import read_profile
from cockpit.settings import Settings
from cockpit.wording import PlainError
from tests.intake.conftest import AS_OF, Checker, Loader, Rows
from tests.intake.deliveries import GOOD, counts, only, settings_in, write

HEAD = "provider_id;name;owner;municipality;provider_type\n"
PROVIDERS = HEAD + "T1;Åhuset æøå;egen;330;botilbud\nT2;To;region;;\n"
NAMES = "select name from extract_providers order by provider_id"


@pytest.mark.parametrize(
    ("encoding", "ending", "delimiter"),
    [("utf-8", "\n", ";"), ("utf-8", "\r\n", ","), ("utf-8", "\r", "\t"), ("utf-8-sig", "\r\n", ";"),
     ("utf-8-sig", "\r", ","), ("cp1252", "\r\n", ";"), ("cp1252", "\r", ";"), ("cp1252", "\n", "\t")],
)  # fmt: skip
def test_every_writing_of_a_file_reads_the_same(
    tmp_path: Path, settings: Settings, encoding: str, ending: str, delimiter: str
) -> None:
    text = (PROVIDERS + "T3;Tre;stat;;\n").replace("\n", ending).replace(";", delimiter)
    report = check(write(tmp_path / "delivery", {"providers": text}, encoding), settings)
    assert counts(report, "providers") == (3, 2, 1, 0, 0)
    assert only(report.rejected, "code") == [(4, "owner")]


def test_danish_letters_survive_windows_1252(tmp_path: Path, loaded: Loader, rows: Rows) -> None:
    folder = write(tmp_path / "old", {"providers": PROVIDERS}, "cp1252")
    loaded({"providers.csv": (folder / "providers.csv").read_text("cp1252")})
    assert rows(NAMES)[0] == {"name": "Åhuset æøå"}


@pytest.mark.parametrize("last", ["\n", "", "\n\n", "\r\n \r\n"])
def test_the_end_of_the_file(checked: Checker, last: str) -> None:
    report = checked({"providers": PROVIDERS.rstrip("\n") + last})
    assert counts(report, "providers") == (2, 2, 0, 0, 0)
    assert not report.refusals


def test_line_numbers_are_physical_lines(checked: Checker) -> None:
    text = HEAD + 'T1;"Den\nlange; vej";own;;\n\nT2;To;stat;;\n  \n"T3";"Tre ""3""";stat;;\n'
    report = checked({"providers": text})
    assert counts(report, "providers") == (3, 1, 2, 0, 0)
    assert only(report.rejected, "code") == [(5, "owner"), (7, "owner")]


def test_a_blank_last_line_does_not_make_up_for_an_empty_one(checked: Checker) -> None:
    """As many records as lines prove nothing where one line is no record and another is blank."""
    report = checked({"providers": HEAD + "T1;Et;own;;\n\nT2;To;stat;;\n  \n"})
    assert counts(report, "providers") == (2, 1, 1, 0, 0)
    assert only(report.rejected, "code") == [(4, "owner")]


def test_quoted_fields_keep_delimiters_breaks_and_quotes(loaded: Loader, rows: Rows) -> None:
    loaded({"providers": HEAD + 'T1;"Den\nlange; ""vej""";own;;\nT2;5" rør;own;;\nT3;"a" b;own;;\n'})
    assert [row["name"] for row in rows(NAMES)] == ['Den\nlange; "vej"', '5" rør', "a b"]


def test_empty_fields_too_many_may_hide_a_shift(checked: Checker) -> None:
    report = checked({"providers": HEAD + "T1;Et; to;own;;\nT2;To;own;;;;\n"})
    assert only(report.rejected, "column_count") == [(2, ""), (3, "")]


@pytest.mark.parametrize("quoted", [False, True])
def test_rows_with_too_many_or_few_fields_are_rejected(checked: Checker, quoted: bool) -> None:
    name = '"E\nt"' if quoted else "Et"
    text = HEAD + f"T1;{name};own;;\nT2;To;own\nT3;Tre;own;;;;;\nT4;Fire;own;;\n"
    report = checked({"providers": text})
    assert counts(report, "providers") == (4, 2, 2, 0, 0)
    shift = 1 if quoted else 0
    assert only(report.rejected, "column_count") == [(3 + shift, ""), (4 + shift, "")]


def test_headings_in_any_writing_and_order(loaded: Loader, rows: Rows) -> None:
    report = loaded({"providers": "\ufeff OWNER ;Noter; Name;provider_ID;0102031234\nown;x;Et;T1;y\n"})
    assert rows("select provider_id, name, owner, municipality from extract_providers") == [
        {"provider_id": "T1", "name": "Et", "owner": "own", "municipality": None}
    ]
    assert report.ignored == ("kolonnen Noter i providers.csv", "kolonnen nr. 5 i providers.csv")


@pytest.mark.parametrize("first", ["sep=;\n", "SEP=;\r\n", '"sep=;"\n', "\ufeffsep=;\n"])
def test_a_first_line_that_excel_writes_for_itself(checked: Checker, first: str) -> None:
    report = checked({"providers": f"{first}{PROVIDERS}T3;Tre;stat;;\n"})
    assert (report.refusals, counts(report, "providers")) == ((), (3, 2, 1, 0, 0))
    assert only(report.rejected, "code") == [(5, "owner")]


def test_many_unknown_columns_are_one_line(checked: Checker) -> None:
    more = "".join(f";Note{place}" for place in range(1, 913))
    report = checked({"providers": f"provider_id;name;owner{more}\nT1;Et;own{';x' * 912}\n"})
    ten = ", ".join(f"Note{place}" for place in range(1, 11))
    assert report.ignored == (f"kolonnerne {ten} og 902 til i providers.csv",)


def test_several_files_feed_one_extract(checked: Checker) -> None:
    second = HEAD + "T3;Tre;own;;\nT4;Fire;stat;;\n"
    report = checked({"Providers_2025.CSV": PROVIDERS, "providers-nye [2].csv": second})
    assert counts(report, "providers") == (4, 3, 1, 0, 0)
    assert [(row.file, row.line) for row in report.rejected] == [("providers-nye [2].csv", 3)]


def test_unknown_files_are_ignored_and_named(checked: Checker) -> None:
    files = {"providers": PROVIDERS, "noter.txt": "x", "providersx.csv": "x", ".skjult.csv": "x"}
    assert checked(files | {"010203-1234.csv": "x"}).ignored == (
        "filen fil nr. 1", "filen noter.txt", "filen providersx.csv",
    )  # fmt: skip


def test_a_file_named_by_a_number_is_told_by_position(checked: Checker) -> None:
    report = checked({"providers_0102031234.csv": HEAD + "T1;Et;stat;;\n"})
    assert [row.file for row in report.rejected] == ["fil nr. 1"]


def test_a_folder_without_extracts_is_wrong_use(tmp_path: Path) -> None:
    for folder in (tmp_path / "ingen", write(tmp_path / "tom", {"noter.txt": "x"})):
        with pytest.raises(PlainError) as caught:
            check(folder, settings_in(tmp_path))
        assert caught.value.exit_status == 2
    with pytest.raises(PlainError, match="Angiv en mappe eller en zip-fil"):
        check(tmp_path / "tom" / "noter.txt", settings_in(tmp_path))


UNUSABLE = [
    ({"providers": ""}, "providers.csv er tom. Lav udtrækket igen."),
    ({"providers": "\ufeff\n \n"}, "providers.csv er tom. Lav udtrækket igen."),
    ({"providers": PROVIDERS + "T3;\0;own;;\n"},
     "providers.csv er ikke ren tekst. Gem den som CSV i UTF-8, og prøv igen."),
    ({"providers": PROVIDERS + "T3;Tre"},
     "providers.csv er afbrudt: den sidste række er ikke hel. Lav udtrækket igen."),
    ({"providers": PROVIDERS + 'T3;"Tre;own;;\nT4;Fire;own;;\n'},
     "providers.csv er afbrudt: den sidste række er ikke hel. Lav udtrækket igen."),
    ({"providers": PROVIDERS + 'T3;"Tre;own;;\nT4;Fire;own;;\nT5;"Fem";own;;\n'},
     "providers.csv har et anførselstegn, der ikke er lukket, i linje 4. "
     "Ret feltet i fagsystemet, og lav udtrækket igen."),
    ({"providers": PROVIDERS + 'T3;"Tre;own;;\nT4;5";own;x;y;z\nT5;Fem;own;;\n'},
     "providers.csv har et anførselstegn, der ikke er lukket, i linje 4. "
     "Ret feltet i fagsystemet, og lav udtrækket igen."),
    ({"providers": "provider_id;name\nT1;Et\n"},
     "Kolonnen owner mangler i providers.csv. Tag den med i udtrækket, og prøv igen."),
    (GOOD | {"rates": "service_id;unit\nS1;day\n"},
     "Kolonnerne from_date, amount og kind mangler i rates.csv. Tag dem med i udtrækket, og prøv igen."),
    ({"providers": "provider_id;name;owner;NAME\nT1;Et;own;x\n"},
     "Kolonnen name står to gange i providers.csv. Slet den ene."),
    ({"providers.xls": "x", "capacity": GOOD["capacity"]},
     "providers.xls kan ikke læses. Gem den som .xlsx, og prøv igen."),
]  # fmt: skip


@pytest.mark.parametrize(("texts", "refusal"), UNUSABLE)
def test_a_file_that_cannot_be_used_refuses_the_delivery(
    checked: Checker, texts: dict[str, str], refusal: str
) -> None:
    assert refusal in checked(texts).refusals


def test_bytes_that_no_encoding_has(tmp_path: Path, settings: Settings) -> None:
    folder = write(tmp_path / "delivery", {"providers": PROVIDERS})
    (folder / "providers.csv").write_bytes(PROVIDERS.encode("cp1252") + b"T3;\x81;own;;\n")
    refusal = check(folder, settings).refusals[0]
    assert refusal.startswith("Tegnene i providers.csv kan hverken læses som UTF-8 eller Windows-1252.")


def test_names_that_are_not_utf8(tmp_path: Path, settings: Settings, rows: Rows) -> None:
    """As an old file server keeps them: read all the same, and called by their place."""
    folder = write(tmp_path / "delivery", GOOD)
    (folder / "services.csv").rename(folder / os.fsdecode(b"services_\xf8.csv"))
    duckdb.execute(f"copy (from read_csv('{folder}/providers.csv')) to '{folder}/new.parquet'")
    (folder / "providers.csv").unlink()
    (folder / "new.parquet").rename(folder / os.fsdecode(b"providers_\xe6.parquet"))
    folder = folder.rename(tmp_path / os.fsdecode(b"2026-10-30 \xf8k"))
    profile = read_profile(CANONICAL, settings)
    report = load(folder, AS_OF, settings, progress=print)
    assert not report.refusals
    assert not report.rejected
    assert rows("select count(*) as services from extract_services") == [{"services": 3}]
    shown = [file.shown for files in find_delivery(folder, profile).files.values() for file in files]
    places = {place for place, file in enumerate(sorted(folder.iterdir()), 1) if not file.name.isascii()}
    assert {name for name in shown if name.startswith("fil ")} == {f"fil nr. {place}" for place in places}


@pytest.mark.parametrize(
    ("name", "shown"),
    [("Bo 01-01-80-1234.csv", False), ("Bo 0101 80.csv", True), ("Bo 01.01.80\u20111234.csv", False),
     ("０１０１８０-１２３４.csv", False), ("Indsatser_2026-10-31-1200.csv", True),
     ("rates_31-10-2026.csv", True)],
)  # fmt: skip
def test_a_file_name_that_may_hold_a_cpr_number_is_not_shown(name: str, shown: bool) -> None:
    assert shown_name(name, "fil nr. 1") == (name if shown else "fil nr. 1")
