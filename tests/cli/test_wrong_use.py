"""Wrong use: exactly one plain line, exit status 2, never a traceback."""

import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from cockpit.settings import PROJECT, Settings
from tests.cli.commands import TIME_LIMIT, Answer, cockpit, cockpit_here
from tests.serving import environment, free_port

STOCK = ("figure", "stock_flow")
YEAR = ("period=year", "from=2024-01-01", "to=2026-10-31")

# Arguments, and what the line must name so that the reader knows what to mend.
WRONG = (
    (("figure", "helaarspersoner"), "stock_flow"),
    (("figure",), "--help"),
    ((), "--help"),
    (("opret",), "--help"),
    ((*STOCK, *YEAR, "farve=rød"), "group"),
    ((*STOCK, *YEAR, "by=farve"), "section"),
    ((*STOCK, *YEAR, "group=slot"), "botilbud"),
    ((*STOCK, *YEAR, "section=SEL 999"), "SEL 107"),
    ((*STOCK, *YEAR, "role"), "navn=værdi"),
    ((*STOCK, "period=uge", *YEAR[1:]), "month"),
    ((*STOCK, *YEAR[:2]), "to"),
    ((*STOCK, *YEAR[:2], "to=2026-11-01"), "31-10-2026"),
    ((*STOCK, *YEAR[:2], "to=2026-02-30"), "2026-02-30"),
    ((*STOCK, *YEAR[:2], "to=i går"), "i går"),
    ((*STOCK, "period=year", "from=2026-01-01", "to=2024-01-01"), "from"),
    (("figure", "cost", "from_year=2026", "to_year=2027"), "to_year kan højst være 2026"),
    (("figure", "cost", "from_year=2026", "to_year=toogtyve"), "to_year"),
    (("figure", "cost", "from_year=2012", "to_year=2026", "prices=fixed"), "price_index mangler 2012"),
    ((*STOCK, *YEAR, "--format", "xml"), "--format"),
    (("serve", "--port", "otteogfirs"), "--port"),
    (("serve", "--port", "0"), "--port"),
    (("serve", "--port", "65536"), "--port"),
    (("load", "MISSING", "--as-of", "2026-10-31"), "Mappen"),
    (("load", "MISSING", "--as-of", "2026-10-31", "--source", "sensumm"), "canonical eller sensum"),
    (("check", "MISSING", "--source", "../sensum"), "canonical eller sensum"),
    (("load", "--inbox", "MISSING", "--source", "x"), "canonical eller sensum"),
    (("profile",), "--help"),
    (("profile", "new"), "FIL"),
    (("profile", "new", "MISSING.csv"), "kan ikke åbnes"),
    (("check", "MISSING"), "Mappen"),
    (("load", "EMPTY", "--as-of", "2026-10-31"), ".csv"),
    (("check", "EMPTY"), ".csv"),
    (("load", "EMPTY"), "--as-of"),
    (("load", "EMPTY", "--as-of", "i går"), "i går"),
)


def assert_one_plain_line(answer: Answer, named: str) -> None:
    assert answer.status == 2
    assert answer.out == ""
    assert answer.told.count("\n") == 1
    assert named in answer.told
    assert not re.search(r"Traceback|Error|Exception|usage:|File \"", answer.told)


@pytest.mark.parametrize(("arguments", "named"), WRONG, ids=str)
def test_one_line_that_says_what_to_mend(
    arguments: tuple[str, ...], named: str, demo_settings: Settings, tmp_path: Path
) -> None:
    (tmp_path / "EMPTY").mkdir()
    (tmp_path / "EMPTY" / "noter.txt").write_text("intet", encoding="utf-8")
    given = [str(tmp_path / item) if item in ("MISSING", "EMPTY") else item for item in arguments]
    # A load that fails is recorded, which the other tests of the demo would see.
    settings = replace(demo_settings, data_dir=tmp_path / "data") if "load" in given else demo_settings
    assert_one_plain_line(cockpit_here(settings, *given), named)


def test_a_cpr_number_is_not_repeated(demo_settings: Settings) -> None:
    answer = cockpit(demo_settings, *STOCK, *YEAR, "provider=0101701234")
    assert_one_plain_line(answer, "provider")
    assert "0101701234" not in answer.told


def test_nothing_loaded(demo_settings: Settings, tmp_path: Path) -> None:
    settings = replace(demo_settings, data_dir=tmp_path / "data")
    assert_one_plain_line(cockpit(settings, *STOCK, *YEAR), "cockpit load")


@pytest.mark.parametrize(
    "command", [("versions",), (*STOCK, *YEAR), ("serve",), ("load", "DEMO", "--as-of", "2026-10-31")]
)
def test_a_data_folder_that_is_a_file(
    command: tuple[str, ...], demo_settings: Settings, demo_folder: Path, tmp_path: Path
) -> None:
    settings = replace(demo_settings, data_dir=tmp_path / "data")
    settings.data_dir.write_text("not a folder", encoding="utf-8")
    given = [str(demo_folder) if item == "DEMO" else item for item in command]
    assert_one_plain_line(cockpit(settings, *given), "COCKPIT_DATA_DIR")


def test_an_occupied_port(demo_settings: Settings) -> None:
    with occupied_port() as port:
        assert_one_plain_line(cockpit(demo_settings, "serve", "--port", str(port)), str(port))


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ('figure = "frist"\ncolumn = "kept"\nformat = "count"\n', "panel.toml, linje 3, nøgletal nr. 1"),
        (
            'figure = "deadlines_kept"\ncolumn = "kept"\nformat = "count"\nparameters.period = "year"\n'
            'page = "/fristen"\n',
            "panel.toml, linje 7, nøgletal nr. 1 (»Frister«): Siden »/fristen« findes ikke",
        ),
        (
            'figure = "cost"\ncolumn = "citizens"\nformat = "count"\ndefault.group = "botilbudd"\n',
            "panel.toml, linje 6, nøgletal nr. 1 (»Frister«): group kan ikke være »botilbudd«",
        ),
    ],
)
def test_a_panel_that_names_what_there_is_not(
    text: str, named: str, demo_settings: Settings, tmp_path: Path
) -> None:
    (tmp_path / "panel.toml").write_text(f'[[tile]]\nname = "Frister"\n{text}', encoding="utf-8")
    answer = cockpit(replace(demo_settings, reference_dir=tmp_path), "serve")
    assert_one_plain_line(answer, named)


def test_gunicorn_alone_does_not_start_with_a_panel_that_is_wrong(
    demo_settings: Settings, tmp_path: Path
) -> None:
    (tmp_path / "panel.toml").write_text("felt = 1\n", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "gunicorn", "app:server", "--bind", f"127.0.0.1:{free_port()}"],
        cwd=PROJECT,
        env=environment(replace(demo_settings, reference_dir=tmp_path)),
        capture_output=True,
        text=True,
        timeout=TIME_LIMIT,
        check=False,
    )
    assert done.returncode
    # gunicorn's own lines begin with their time.
    [told] = [line for line in done.stderr.splitlines() if not line.startswith("[")]
    assert told.startswith("panel.toml, linje 1: »felt« kendes ikke her.")


@pytest.mark.parametrize("port", ["-1", "70000"])
def test_a_port_that_is_none(port: str, demo_settings: Settings) -> None:
    assert_one_plain_line(cockpit(demo_settings, "serve", "--port", port), "--port")


def test_a_setting_that_does_not_fit(demo_settings: Settings) -> None:
    answer = cockpit(replace(demo_settings, municipality="Ukendt"), "versions")
    assert_one_plain_line(answer, "COCKPIT_MUNICIPALITY")


@contextmanager
def occupied_port() -> Iterator[int]:
    with socket.socket() as holder:
        holder.bind(("127.0.0.1", 0))
        holder.listen()
        yield holder.getsockname()[1]
