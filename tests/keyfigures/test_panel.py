"""panel.toml: the project's own holds, and whatever is wrong in one is told in one sentence."""

from dataclasses import replace
from pathlib import Path

import pytest

from cockpit.keyfigures import catalogue
from cockpit.keyfigures.columns import columns_of
from cockpit.keyfigures.panel import check_panel, panel, read_panel
from cockpit.settings import PROJECT, read_settings
from cockpit.wording import PlainError

GOOD = (
    '[[tile]]\nname = "Frister"\nfigure = "deadlines_kept"\ncolumn = "kept"\nof = "due"\nformat = "percent"\n'
)
PERIOD = 'parameters = { period = "quarter" }\n'


def written(folder: Path, text: str) -> Path:
    path = folder / "panel.toml"
    path.write_text(text, encoding="utf-8")
    return path


def tile(figure: str, column: str) -> str:
    return f'[[tile]]\nname = "X"\nfigure = "{figure}"\ncolumn = "{column}"\nformat = "count"\n'


def test_the_projects_own_panel_holds() -> None:
    entries = read_panel(PROJECT / "data" / "panel.toml")
    assert {"stock_flow", "deadlines_kept", "occupancy"} <= {entry.figure for entry in entries}


def test_the_municipalitys_own_file_wins(tmp_path: Path) -> None:
    settings = replace(read_settings({}), reference_dir=tmp_path)
    assert len(panel(settings)) > 1
    written(tmp_path, GOOD + PERIOD)
    assert [entry.name for entry in panel(settings)] == ["Frister"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (GOOD.replace('"Frister"', '"Frister'), r"kan ikke læses ved linje 2"),
        ("", "har ingen nøgletal"),
        (f"\nfelt = 1\n{GOOD}", "linje 2: »felt« kendes ikke her"),
        (
            GOOD.replace("deadlines_kept", "frister"),
            r"linje 3, nøgletal nr\. 1 \(»Frister«\): Nøgletallet »frister«.*caseload",
        ),
        (
            GOOD + PERIOD + GOOD.replace('"due"', '"alle"'),
            r"linje 12, nøgletal nr\. 2.*Kolonnen »alle«.*share_kept",
        ),
        (GOOD + 'parameters = { uge = "1" }\n', "linje 7, .*Parameteren »uge«.*period"),
        (GOOD + 'parameters = { period = "uge" }\n', "linje 7, .*period kan ikke være »uge«"),
        (GOOD + "farve = 1\n", "Nøglen »farve«.*target"),
        (GOOD.replace("percent", "procent"), "format »procent«.*percent"),
        (GOOD.replace('column = "kept"\n', ""), "linje 1, .*column mangler"),
        (GOOD + 'target = "95"\n', "tal for hvert år"),
        (GOOD + "limit = { 2026 = 90 }\n", "limit for 2026 har intet target"),
        (
            GOOD + "target = { 2026 = 90 }\nlimit = { 2026 = 95 }\n",
            "linje 8, .*limit for 2026 skal ligge under target",
        ),
        (GOOD + 'default = { group = "botilbud" }\n', "default »group« findes ikke"),
        (GOOD, "linje 3, .*mangler parameteren period .*quarter"),
        (tile("history_change", "change"), "Kolonnen »change« findes ikke"),
        (tile("pathways_in", "spells"), "linje 3, .*mangler group eller section i default"),
        (tile("budget", "account"), "linje 4, .*Kolonnen »account« er ikke et tal"),
        (GOOD.replace('"due"', '"period_start"'), "linje 5, .*Kolonnen »period_start« er ikke et tal"),
        (GOOD.replace('"Frister"', '"Frister i {kommune}"'), "linje 2, .*Pladsholderen »kommune«.*periode"),
        (GOOD + PERIOD + "target = { 2026 = nan }\n", "linje 8, .*tal for hvert år"),
        (GOOD + PERIOD + "target = { 2026 = inf }\n", "linje 8, .*tal for hvert år"),
        (tile("stock_flow", "closing") + PERIOD + "target = { 2026 = 9 }\n", "linje 7, .*ingen status"),
        (tile("cost", "citizens") + 'where = { by_value = "SEL 107" }\n', "linje 6, .*by_value er tom"),
        (tile("cost", "citizens") + 'where = { age_band = "0-17" }\n', "linje 6, .*»age_band« findes ikke"),
        (
            tile("cost_intervals", "citizens") + 'where = { interval = "2000000+" }\n',
            "linje 6, .*interval .* findes ikke.*0-500000.*4000000\\+",
        ),
        (
            tile("age_intervals", "citizens")
            + 'where = { age_band = "18-24" }\nparameters = { bands = "18,30" }\n',
            "linje 6, .*age_band »18-24« findes ikke.*18-29",
        ),
        (tile("market", "citizens") + 'where = { direction = "køb" }\n', "linje 6, .*kan ikke være »køb«"),
        (tile("residential_count", "value") + 'where = { definition = "x" }\n', "linje 6, .*definition"),
        (
            tile("caseload", "citizens_per_fte") + 'trend = "caseload_trend"\n',
            "linje 3, .*mangler parameteren by",
        ),
    ],
)
def test_one_sentence_tells_what_is_wrong(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(PlainError, match=told) as problem:
        read_panel(written(tmp_path, text))
    assert "\n" not in str(problem.value)
    assert problem.value.exit_status == 2


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (f"# figure = 1\n{GOOD}{PERIOD}page = '/nowhere'\n", 9),
        (
            f"{GOOD}{PERIOD}page = '/frister'\n\n{GOOD}{PERIOD}# page = '/frister'\n\"page\" = '/nowhere'\n",
            18,
        ),
        (f"{GOOD}{PERIOD}page = '/nowhere'\n[tile.target]\n2026 = 95\n", 8),
    ],
)
def test_a_page_that_there_is_not(tmp_path: Path, text: str, line: int) -> None:
    settings = replace(read_settings({}), reference_dir=tmp_path)
    written(tmp_path, text)
    with pytest.raises(PlainError, match=rf"linje {line}, .*»Frister«.*»/nowhere« findes ikke.*/frister"):
        check_panel(settings, ("/", "/frister"))


def test_a_table_of_its_own_has_its_line(tmp_path: Path) -> None:
    text = f"{GOOD}[tile.target]\n2026 = 90\n[tile.limit]\n2025 = 80\n"
    with pytest.raises(PlainError, match=r"linje 9, .*limit for 2025"):
        read_panel(written(tmp_path, text))


def test_tiles_written_in_one_line(tmp_path: Path) -> None:
    one = 'name = "Frister", figure = "frister", column = "kept", format = "count"'
    good = one.replace('"frister"', '"deadlines_kept"') + f", {PERIOD.strip()}"
    path = written(tmp_path, f"tile = [{{ {good} }}, {{ {one} }}]\n")
    with pytest.raises(PlainError, match=r"panel.toml, nøgletal nr\. 2 .*»frister« findes ikke"):
        read_panel(path)


def test_a_guideline_is_its_own_limit(tmp_path: Path) -> None:
    text = '[[tile]]\nname = "Sagstal"\nfigure = "caseload"\ncolumn = "cases"\nformat = "count"\n'
    with pytest.raises(PlainError, match="vejledende"):
        read_panel(written(tmp_path, text + "target = { 2026 = 60 }\n"))


def test_columns_are_read_from_the_query() -> None:
    figures = catalogue()
    assert columns_of(figures["stock_flow"])[-2:] == ("closing", "complete")
    assert columns_of(figures["residential_count"]) == ("definition", "value")
    assert all(columns_of(figure) for figure in figures.values() if not figure.compares)
