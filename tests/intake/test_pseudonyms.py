"""Citizens' ids: the key, the pseudonyms, and no CPR number left anywhere."""

import hmac
import re
import stat
from pathlib import Path

import pytest

from cockpit.intake import check
from cockpit.settings import Settings
from cockpit.wording import PlainError
from tests.intake.conftest import Checker, Loader, Rows
from tests.intake.deliveries import GOOD, counts, settings_in, write

# The third has a date that does not exist; the fourth is a substitute number, day + 60.
CPR = ["010203" + "1234", "020304" + "2345", "310299" + "1111", "650180" + "4321"]


def _with_cpr() -> dict[str, str]:
    hyphened = f"{CPR[0][:6]}-{CPR[0][6:]}"
    return GOOD | {
        "citizens": "citizen_id;birth_date\n"
        f"{hyphened};\n{CPR[1]};04-03-1902\n{CPR[2]};28-02-1999\n{CPR[3]};\n",
        "services": GOOD["services"].replace("B1", CPR[0]).replace("B2", CPR[1]).replace("B3", CPR[3])
        + f"{CPR[0]};{CPR[1]};SEL;107;T1;01-01-2024;\nS9;{CPR[1]};{CPR[0]};107;T1;{CPR[0]};\n",
        "case_assignments": GOOD["case_assignments"].replace("B1", CPR[0]),
    }  # fmt: skip


def test_pseudonyms_are_the_same_in_every_extract(loaded: Loader, rows: Rows) -> None:
    assert not loaded(_with_cpr()).refusals
    joined = rows(
        "select count(distinct case_id) as cases from extract_case_assignments "
        "join extract_citizens using (citizen_id) join extract_services using (citizen_id)"
    )
    assert joined == [{"cases": 1}]
    ids = rows("select citizen_id from extract_citizens union all select citizen_id from extract_services")
    assert all(re.fullmatch("[0-9a-f]{24}", row["citizen_id"]) for row in ids)


def test_birth_dates_come_from_the_cpr_number_where_empty(loaded: Loader, rows: Rows) -> None:
    loaded(_with_cpr())
    born = rows("select cast(birth_date as varchar) as born from extract_citizens order by born")
    assert [row["born"] for row in born] == ["1902-03-04", "1903-02-01", "1980-01-05", "1999-02-28"]


def test_birth_date_may_be_left_out_only_where_every_id_is_a_cpr_number(checked: Checker) -> None:
    assert not checked({"citizens": f"citizen_id;sex\n{CPR[0]};k\n{CPR[1]};\n"}).refusals
    for other in ("B1", CPR[2]):
        report = checked({"citizens": f"citizen_id;sex\n{CPR[0]};k\n{other};k\n"})
        assert report.refusals[0].startswith("Kolonnen birth_date mangler i citizens.csv.")


def test_an_id_of_ten_digits_without_a_date_is_the_systems_own(checked: Checker) -> None:
    report = checked({"citizens": f"citizen_id;birth_date\n{CPR[2]};28-02-1999\n{CPR[2][:6]}-1112;\n"})
    assert counts(report, "citizens") == (2, 2, 0, 0, 0)
    assert [row.rule for row in report.warnings] == ["birth_date_unknown"]


def test_no_cpr_number_is_left_behind(
    loaded: Loader, tmp_path: Path, settings: Settings, capfd: pytest.CaptureFixture[str]
) -> None:
    texts = _with_cpr()
    spoiled = texts | {"services": texts["services"] + f'S7;{CPR[0]};SEL;"107\n{CPR[1]}";T1;01-01-2024;;;;\n'}
    for delivery in (texts, spoiled, spoiled | {"rates": f"service_id;{CPR[0]}\n{CPR[1]};1\n"}):
        print("\n".join(loaded(delivery).lines()))
    out, err = capfd.readouterr()
    assert not any(number[:6] in out + err or number[6:] in out + err for number in CPR)
    for path in (path for path in settings.data_dir.rglob("*") if path.is_file()):
        content = path.read_bytes()
        assert not any(number.encode() in content for number in CPR), path.name
    left = {path.name for path in tmp_path.iterdir() if not path.name.startswith("delivery")}
    assert left == {"data", "key"}


def test_the_key_is_made_once_and_for_this_user_only(
    loaded: Loader, settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    loaded(GOOD)
    key = settings.key_file.read_text()
    assert stat.S_IMODE(settings.key_file.stat().st_mode) == 0o600
    assert re.fullmatch("[0-9a-f]{64}\n", key)
    assert "Gem en kopi et sikkert sted" in capsys.readouterr().out
    assert not loaded(GOOD).refusals
    assert settings.key_file.read_text() == key


def test_check_makes_and_writes_nothing(checked: Checker, settings: Settings) -> None:
    checked(GOOD)
    assert not settings.key_file.exists()
    assert not settings.data_dir.exists()


def test_a_missing_or_another_key_refuses_the_delivery(
    loaded: Loader, checked: Checker, settings: Settings
) -> None:
    loaded(GOOD)
    settings.key_file.unlink()
    for report in (loaded(GOOD), checked(GOOD)):
        assert [refusal[:37] for refusal in report.refusals] == ["Nøglen til pseudonymer mangler. De ti"]
    assert not settings.key_file.exists()
    settings.key_file.write_text("en anden nøgle\n", encoding="utf-8")
    services = {"services": GOOD["services"]}
    for report in (loaded(services), checked(services)):
        assert [refusal[:34] for refusal in report.refusals] == ["Nøglen til pseudonymer er ikke den"]
        assert not report.rejected


def test_the_key_must_lie_outside_the_data_folder(tmp_path: Path) -> None:
    settings = settings_in(tmp_path, COCKPIT_KEY_FILE=str(tmp_path / "data" / "key"))
    with pytest.raises(PlainError, match="må ikke ligge i datamappen"):
        check(write(tmp_path / "delivery", GOOD), settings)


@pytest.mark.parametrize("key", ["k", "x" * 64, "æ" * 40])
def test_pseudonyms_are_hmac_sha256(loaded: Loader, rows: Rows, settings: Settings, key: str) -> None:
    """Made by SQL for speed, they are what Python's hmac makes, of short and long keys and any letter."""
    settings.key_file.parent.mkdir(parents=True)
    settings.key_file.write_text(key, encoding="utf-8")
    ids = [CPR[1], "Ådal-7", "B1"]
    loaded({"citizens": "citizen_id;birth_date\n" + "".join(f"{one};01-01-1980\n" for one in ids)})
    found = {row["citizen_id"] for row in rows("select citizen_id from extract_citizens")}
    assert found == {hmac.new(key.encode(), one.encode(), "sha256").hexdigest()[:24] for one in ids}
