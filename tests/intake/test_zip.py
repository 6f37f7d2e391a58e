"""A delivery in a zip file is the delivery in a folder; what could do harm is refused in one sentence."""

import stat
import time
import zipfile
from pathlib import Path
from typing import Any

import pytest

from cockpit.confined.parts import MOST_PARTS
from cockpit.intake import check, load
from cockpit.intake.inbox import take_deliveries
from cockpit.intake.lying import QUIET_SECONDS
from cockpit.settings import Settings
from cockpit.wording import PlainError
from tests.cli.commands import cockpit
from tests.intake.conftest import AS_OF, Rows
from tests.intake.deliveries import GOOD, write
from tests.intake.test_parquet import parquet
from tests.intake.test_xlsx import HEAD, workbook

CPR = "010280" + "1234"


def packed(path: Path, texts: dict[str, str], folder: str = "") -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in texts.items():
            archive.writestr(f"{folder}{name if '.' in name else f'{name}.csv'}", text)
    return path


@pytest.mark.parametrize("folder", ["", "Leverance oktober/"])
def test_a_zip_is_the_same_as_its_files(tmp_path: Path, settings: Settings, folder: str) -> None:
    noise = {"__MACOSX/._services.csv": "x", ".DS_Store": "x"} if not folder else {}
    archive = packed(tmp_path / "2026-10-31.ZIP", GOOD | noise, folder)
    report = check(archive, settings)
    plain = check(write(tmp_path / "2026-10-31", GOOD), settings)
    assert (report.extracts, report.rejected, report.ignored) == (plain.extracts, plain.rejected, ())
    assert not report.refusals
    loaded = load(archive, AS_OF, settings, progress=print)
    assert loaded.version
    assert loaded.version.delivery == "2026-10-31"


def test_every_type_of_file_in_one_zip(tmp_path: Path, settings: Settings, rows: Rows) -> None:
    head, first, second = GOOD["providers"].splitlines()
    parquet(tmp_path / "providers_3.parquet", "select 'T3' as provider_id, 'Tre' as name, 'own' as owner")
    workbook(tmp_path / "providers_4.xlsx", {"Ark1": [HEAD, ("T4", "Fire", "own")]})
    archive = packed(
        tmp_path / "alt.zip",
        {"2025/providers": f"{head}\n{first}\n", "2026/providers": f"{head}\n{second}\n"},
    )
    with zipfile.ZipFile(archive, "a") as more:
        for name in ("providers_3.parquet", "providers_4.xlsx"):
            more.write(tmp_path / name, f"2026\\{name}")
    report = load(archive, AS_OF, settings, progress=print)
    assert not report.rejected
    assert report.extracts[0].files == (
        "2025/providers.csv", "2026/providers.csv", "2026/providers_3.parquet", "2026/providers_4.xlsx",
    )  # fmt: skip
    assert [row["provider_id"] for row in rows("select provider_id from extract_providers order by 1")] == [
        "T1", "T2", "T3", "T4",
    ]  # fmt: skip


def test_a_danish_name_as_windows_writes_it(tmp_path: Path, settings: Settings) -> None:
    archive = packed(tmp_path / "a.zip", GOOD | {"services_b??rn": GOOD["services"]})
    archive.write_bytes(archive.read_bytes().replace(b"services_b??rn", b"services_b\x91\x9brn"))
    assert "services_bæørn.csv" in {
        name for extract in check(archive, settings).extracts for name in extract.files
    }


def test_nothing_of_it_is_left_on_disk_or_told(
    tmp_path: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path / "temporary"))
    (tmp_path / "temporary").mkdir()
    citizens = f"citizen_id;sex\n{CPR};k\n{CPR};m\n"
    archive = packed(tmp_path / "a.zip", {"citizens": citizens, CPR: "x", f"services_{CPR}": "x\n"})
    print("\n".join(load(archive, AS_OF, settings, progress=print).lines()))
    assert CPR not in "".join(capfd.readouterr())
    assert list((tmp_path / "temporary").iterdir()) == []
    assert not [
        path for path in settings.data_dir.rglob("*") if path.is_file() and CPR.encode() in path.read_bytes()
    ]


def info(name: str, mode: int = 0) -> zipfile.ZipInfo:
    member = zipfile.ZipInfo(name)
    member.external_attr = mode << 16
    return member


UNSAFE = "har en genvej eller et filnavn, der peger ud af den."
HARMFUL: list[tuple[list[tuple[zipfile.ZipInfo, Any]], str]] = [
    ([(info("../services.csv"), "x")], UNSAFE),
    ([(info("a/../../services.csv"), "x")], UNSAFE),
    ([(info("..\\services.csv"), "x")], UNSAFE),
    ([(info("/etc/services.csv"), "x")], UNSAFE),
    ([(info("C:\\services.csv"), "x")], UNSAFE),
    ([(info("C:services.csv"), "x")], UNSAFE),
    ([(info("services.csv", stat.S_IFLNK | 0o777), "/etc/passwd")], UNSAFE),
    ([(info("services.csv", stat.S_IFIFO | 0o600), "")], UNSAFE),
    ([(info("mere.zip"), "x")], "har en pakket fil i sig."),
    ([(info("a/b/services.csv"), "x")], "har mapper i mapper."),
    ([(info(f"services_{number}.csv"), "x") for number in range(MOST_PARTS + 1)], "har flere end 200 filer."),
]


@pytest.mark.parametrize(("members", "reason"), HARMFUL, ids=lambda value: str(value)[:40])
def test_what_could_do_harm(
    tmp_path: Path, settings: Settings, members: list[tuple[zipfile.ZipInfo, Any]], reason: str
) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("providers.csv", GOOD["providers"])
        for member, content in members:
            archive.writestr(member, content)
    report = check(tmp_path / "a.zip", settings)
    assert len(report.refusals) == 1
    assert report.refusals[0].startswith(f"a.zip {reason}")
    assert not report.extracts


def test_an_encrypted_file_is_told(tmp_path: Path, settings: Settings) -> None:
    archive = packed(tmp_path / "a.zip", GOOD)
    content = bytearray(archive.read_bytes())
    # The first file's flags, in its own header and in the directory.
    for signature, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.index(signature) + place] |= 1
    archive.write_bytes(content)
    assert check(archive, settings).refusals == (
        "a.zip er beskyttet med en adgangskode. Lav zip-filen igen uden.",
    )


def test_a_refused_zip_is_recorded_and_the_version_stays(tmp_path: Path, settings: Settings) -> None:
    assert load(write(tmp_path / "good", GOOD), AS_OF, settings, progress=print).version
    (tmp_path / f"{CPR}.zip").write_bytes(b"%PDF-1.7")
    answer = cockpit(settings, "load", str(tmp_path / f"{CPR}.zip"), "--as-of", "2026-10-31")
    assert answer.status == 1
    assert answer.told.startswith("Zip-filen er ikke en zip-fil, som navnet ellers siger.")
    assert CPR not in answer.out + answer.told
    assert list((settings.data_dir / "refused").iterdir())
    assert (settings.data_dir / "versions" / "current").read_text() == "v000001"


def test_a_zip_without_extracts_is_wrong_use(tmp_path: Path, settings: Settings) -> None:
    with pytest.raises(PlainError, match="Leverancen indeholder ingen kendte udtræk"):
        check(packed(tmp_path / "a.zip", {"noter.txt": "x"}), settings)


def test_the_inbox_takes_zip_files(tmp_path: Path, settings: Settings) -> None:
    inbox = tmp_path / "indbakke"
    inbox.mkdir()
    packed(inbox / "2026-10-31.zip", GOOD)
    (inbox / "2026-11-30.zip").write_bytes(b"PK half")
    now = time.time()
    assert list(take_deliveries(inbox, settings, now, print)) == []
    loaded, refused = take_deliveries(inbox, settings, now + 10 * QUIET_SECONDS, print)
    assert loaded.is_loaded
    assert not refused.is_loaded
    left = {str(path.relative_to(inbox)) for path in inbox.rglob("*") if path.is_file()}
    assert left == {
        "indlæst/2026-10-31/rapport.txt", "afvist/2026-11-30/rapport.txt", "afvist/2026-11-30/2026-11-30.zip",
    }  # fmt: skip


def test_its_files_are_let_go(tmp_path: Path, settings: Settings) -> None:
    archive = packed(tmp_path / "a.zip", GOOD)
    open_before = len(list(Path("/dev/fd").iterdir()))
    check(archive, settings)
    assert len(list(Path("/dev/fd").iterdir())) <= open_before
