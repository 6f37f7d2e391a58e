"""A proposal for a profile from the headings of some files."""

import tomllib
from pathlib import Path

import pytest

from cockpit.intake import propose_profile
from cockpit.wording import PlainError
from tests.intake.deliveries import GOOD, write
from tests.intake.systems import FILES
from tests.intake.test_sensum import FILES as SENSUM


def proposed(folder: Path, texts: dict[str, str]) -> str:
    return propose_profile(sorted(write(folder / "files", texts).iterdir()))


def test_what_is_sure_is_filled_in(tmp_path: Path) -> None:
    profile = tomllib.loads(proposed(tmp_path, SENSUM))
    assert profile["files"] == {name: [name, f"{name}_*"] for name in ("Indsatser", "Medarbejder", "Sager")}
    assert profile["extracts"]["services"] == {
        "file": "Indsatser",
        "columns": {
            "service_id": "IndsatsId",
            "section": "IndsatsParagraf",
            "provider_id": "LeverandørNavn",
            "start_date": "IndsatsStartDato",
            "end_date": "IndsatsSlutDato",
        },
    }
    assert profile["extracts"]["caseworkers"]["columns"] == {"caseworker_id": "MedarbejderId"}
    assert profile["extracts"]["case_assignments"]["columns"]["area"] == "AfdelingNavn"


def test_what_is_not_sure_is_to_be_done_by_hand(tmp_path: Path) -> None:
    text = proposed(tmp_path, FILES | {"Ydelser_1": FILES["Ydelser_1"].replace("Slut", "Slutdatoen")})
    lines = text.splitlines()
    assert '# end_date = "Slutdatoen" # TODO: er det slutdatoen?' in lines
    assert '# law = "" # TODO: loven kræves' in lines
    assert '# citizen_id = "" # TODO: borgerens id kræves; se "Personer.Person nr" med joins' in lines
    assert (
        '# joins = [{ file = "Personer", on = { "Løbenr" = "Løbenr" } }] # TODO: hvis noget læses dér'
        in lines
    )
    assert "# Ikke brugt: Løbenr, Status, Bestilt, Enhed, Årsag" in lines
    assert any(line.startswith("# Enheder: ligner intet udtræk.") for line in lines)


def test_canonical_files_are_known_by_their_own_headings(tmp_path: Path) -> None:
    profile = tomllib.loads(proposed(tmp_path, GOOD))
    for extract, text in GOOD.items():
        headings = text.split("\n")[0].split(";")
        assert profile["extracts"][extract]["columns"] == {name: name for name in headings}, extract


def test_no_value_of_a_file_is_told(tmp_path: Path) -> None:
    """Also where the first line is no headings, or a heading or a file is named by a number."""
    texts = {
        "Sager_0102031234": "SagId;SagsbehandlerId;010203-1234;BorgerId\n77;Værdi;Ane;B1\n",
        "uden": "Bo Bendtsen;Nygade 3;0102031234;31-12-2024\nIb;Vej;1;2\n",
    }
    text = proposed(tmp_path, texts)
    assert "SagsbehandlerId" in text
    for value in ("Værdi", "Ane", "B1", "010203", "Bendtsen", "Nygade", "31-12"):
        assert value not in text


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    for name, said in (
        ("tom.csv", "tom.csv er tom"),
        ("brev.pdf", "brev.pdf kan ikke læses"),
        ("nej.csv", "nej.csv"),
    ):
        folder = write(tmp_path, {} if name == "nej.csv" else {name: ""})
        with pytest.raises(PlainError, match=said):
            propose_profile([folder / name])


def test_headings_with_quotes_and_odd_characters_are_valid_toml(tmp_path: Path) -> None:
    profile = tomllib.loads(proposed(tmp_path, {"borger": 'CPR-nr.;"Køn ""m/k"""\n1;k\n'}))
    assert profile["extracts"]["citizens"]["columns"] == {"citizen_id": "CPR-nr."}


def test_a_list_of_grants_is_services_and_a_list_of_people_citizens(tmp_path: Path) -> None:
    grants = "Bevillings-ID;CPR;Hjemmel;Ydelse fra;Ydelse til;Udbyder;Pris pr. døgn;Status\n"
    people = "CPR;Fornavn;Efternavn;Adresse;Status\n"
    profile = tomllib.loads(proposed(tmp_path, {"Udtræk": grants, "Register": people}))
    assert profile["extracts"]["services"] == {
        "file": "Udtræk",
        "columns": {
            "service_id": "Bevillings-ID",
            "citizen_id": "CPR",
            "section": "Hjemmel",
            "provider_id": "Udbyder",
            "start_date": "Ydelse fra",
            "end_date": "Ydelse til",
        },
    }
    assert profile["extracts"]["citizens"]["file"] == "Register"


def test_a_heading_that_most_files_have_is_not_enough(tmp_path: Path) -> None:
    """Also where half of what services require has names that nobody foresaw."""
    headings = "Bevillings-ID;CPR;Hjemmel;Begynder;Ender;Sted nr;Status\n"
    assert "services" in tomllib.loads(proposed(tmp_path, {"Udtræk": headings}))["extracts"]
