"""What a hostile review found: each was loaded, garbled or ended in a traceback before."""

from datetime import date
from pathlib import Path

import pytest

from cockpit.intake import check, load
from cockpit.keyfigures import run
from cockpit.settings import Settings
from cockpit.warehouse import Warehouse
from cockpit.wording import PlainError

CITIZENS = "citizen_id;birth_date\nA1;01-01-1980\n"
SERVICES = "service_id;citizen_id;law;section;start_date;end_reason\nI1;A1;SEL;999;01-01-2020;{reason}\n"
OWN = (
    "law;section;label_da;name_da;group;area;valid_from;valid_to;successor;source\n"
    "SEL;999;§ 999;Eget;{group};voksne;;;;\n"
)


def settings_in(folder: Path) -> Settings:
    return Settings(folder / "data", "330", folder / "key", folder / "own")


def written(folder: Path, **files: bytes | str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        (folder / f"{name}.csv").write_bytes(content.encode() if isinstance(content, str) else content)
    return folder


def silent(_line: str) -> None:
    pass


def test_services_of_a_section_that_left_the_list_still_count(tmp_path: Path) -> None:
    settings = settings_in(tmp_path)
    written(tmp_path / "own", sections=OWN.format(group="eget"))
    first = written(tmp_path / "first", citizens=CITIZENS, services=SERVICES.format(reason=""))
    assert not load(first, date(2025, 12, 31), settings, progress=silent).refusals
    (tmp_path / "own" / "sections.csv").unlink()
    cases = "case_id;citizen_id;caseworker_id;area;from_date\nS1;A1;R1;voksne;01-01-2020\n"
    later = written(tmp_path / "later", case_assignments=cases)
    assert not load(later, date(2025, 12, 31), settings, progress=silent).refusals
    rows = run(
        "full_year_persons", {"from_year": "2025", "to_year": "2025"}, warehouse=Warehouse(settings)
    ).rows
    assert [row["citizens"] for row in rows] == [1]


def test_a_file_cut_within_a_danish_letter_is_told(tmp_path: Path) -> None:
    providers = "provider_id;name;owner;provider_type\nP1;Æblegården;own;hjem\nP2;Bo;own;botilbud på".encode()
    report = check(written(tmp_path / "cut", providers=providers[:-1]), settings_in(tmp_path))
    assert any("afbrudt" in refusal for refusal in report.refusals)


def test_a_long_remark_is_no_obstacle(tmp_path: Path) -> None:
    services = SERVICES.format(reason="x" * 200_000).replace("999", "107").replace("\n", "\r")
    report = check(written(tmp_path / "long", citizens=CITIZENS, services=services), settings_in(tmp_path))
    assert not report.refusals
    assert not report.rejected


@pytest.mark.parametrize("day", [date(9999, 12, 31), date(2199, 1, 1), date(1899, 1, 1)])
def test_an_as_of_date_far_away_is_a_slip(tmp_path: Path, day: date) -> None:
    folder = written(tmp_path / "good", citizens=CITIZENS)
    with pytest.raises(PlainError, match="--as-of"):
        load(folder, day, settings_in(tmp_path), progress=silent)


def test_a_comma_in_an_own_group_is_named(tmp_path: Path) -> None:
    written(tmp_path / "own", sections=OWN.format(group="egen, gruppe"))
    with pytest.raises(PlainError, match=r"sections\.csv har et komma"):
        check(written(tmp_path / "good", citizens=CITIZENS), settings_in(tmp_path))


@pytest.mark.parametrize("text", ["010180 1234", "010180/1234", "010180–1234", "010180-1234", "0101801234"])
def test_a_cpr_number_in_a_text_rejects_its_row(tmp_path: Path, text: str) -> None:
    rows = "".join(f"B{number};01-01-1980;Autisme\n" for number in range(30))
    citizens = f"citizen_id;birth_date;target_group\n{rows}A1;01-01-1980;{text}\n"
    report = check(written(tmp_path / "cpr", citizens=citizens), settings_in(tmp_path))
    assert [problem.rule for problem in report.rejected] == ["cpr"]
    assert text not in "\n".join(report.lines())


def test_an_impossible_time_is_no_date(tmp_path: Path) -> None:
    rows = "".join(f"B{number};01-01-1980\n" for number in range(30))
    report = check(
        written(tmp_path / "time", citizens=f"citizen_id;birth_date\n{rows}A1;01-01-1980 25:99\n"),
        settings_in(tmp_path),
    )
    assert [problem.column for problem in report.rejected] == ["birth_date"]
