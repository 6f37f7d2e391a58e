"""panel.toml against the data: values that there are not, columns that are no numbers, several rows."""

from dataclasses import replace
from pathlib import Path

import pytest

from cockpit.components.cells import is_number
from cockpit.components.figure_form import asked_for
from cockpit.components.panel_tiles import tile_facts
from cockpit.components.view import view_of
from cockpit.keyfigures import catalogue, run
from cockpit.keyfigures.columns import NOT_NUMBERS
from cockpit.keyfigures.panel import check_panel, read_panel
from cockpit.settings import Settings, read_settings
from cockpit.warehouse import Warehouse
from cockpit.wording import PlainError
from tests.keyfigures.test_panel import tile, written


def looked_at(settings: Settings, demo: Warehouse, told: str) -> None:
    """The panel is accepted where nothing is `told`; else refused in those words."""
    if not told:
        check_panel(settings, ("/",), demo.reader())
        return
    with pytest.raises(PlainError, match=told):
        check_panel(settings, ("/",), demo.reader())


@pytest.mark.parametrize(
    ("choice", "told"),
    [
        ('default = { area = "børnene" }', "linje 7, .*area kan ikke være »børnene«"),
        ('default = { group = "botilbudd" }', "linje 7, .*group kan ikke være »botilbudd«.*botilbud"),
        ('default = { section = "SEL 107,SEL 999" }', "linje 7, .*section kan ikke være »SEL 999«"),
        ('parameters.section = "SEL 999"', "linje 6, .*section kan ikke være »SEL 999«"),
        ('default = { section = "SEL 107" }', ""),
    ],
)
def test_a_value_that_is_not_in_the_data(tmp_path: Path, demo: Warehouse, choice: str, told: str) -> None:
    settings = replace(read_settings({}), reference_dir=tmp_path)
    written(tmp_path, f"{tile('stock_flow', 'closing')}parameters.period = 'month'\n{choice}\n")
    check_panel(settings, ("/",))
    looked_at(settings, demo, told)


@pytest.mark.parametrize(
    ("chosen", "told"),
    [
        (
            'parameters = { by = "area" }\nwhere = { by_value = "voksn" }',
            "linje 7, .*»voksn« findes ikke.*voksne",
        ),
        ('parameters = { by = "section" }\nwhere = { by_value = "SEL 999" }', "linje 7, .*»SEL 999«"),
        ('parameters = { by = "owner" }\nwhere = { by_value = "egen" }', "linje 7, .*»egen«.*own"),
        # A provider that is not there today may come with the next delivery.
        ('parameters = { by = "provider" }\nwhere = { by_value = "T999" }', ""),
        ('parameters = { by = "area" }\nwhere = { by_value = "voksne" }', ""),
    ],
)
def test_rows_that_no_list_has(tmp_path: Path, demo: Warehouse, chosen: str, told: str) -> None:
    settings = replace(read_settings({}), reference_dir=tmp_path)
    written(tmp_path, f"{tile('cost', 'citizens')}{chosen}\n")
    looked_at(settings, demo, told)


@pytest.mark.parametrize(
    ("figure", "column", "chosen"),
    [
        ("cost", "citizens", 'parameters = { by = "provider" }\nwhere = { by_value = "T999" }'),
        ("places", "places", '\nwhere = { provider = "T999" }'),
        ("deadlines_kept", "due", 'parameters = { period = "month" }\nwhere = { kind = "child_review" }'),
        ("deadline_risk", "overdue", 'parameters = { days = "30" }\nwhere = { team = "Voksen Z" }'),
    ],
)
def test_rows_that_the_data_lacks_are_no_zero(
    tmp_path: Path, demo: Warehouse, figure: str, column: str, chosen: str
) -> None:
    assert demo
    entry = read_panel(written(tmp_path, f"{tile(figure, column)}{chosen}\n"))[0]
    with pytest.raises(PlainError, match=r"Ingen rækker passer til where \(panel.toml, linje 7\)"):
        tile_facts(entry, view_of("/", "", None))


def test_the_columns_that_are_no_numbers(demo: Warehouse) -> None:
    view = view_of("/", "", None)
    for figure, definition in catalogue().items():
        if definition.compares:
            continue
        for row in run(figure, asked_for(definition, view)[0], warehouse=demo).rows:
            wrong = [
                name
                for name, value in row.items()
                if value is not None and is_number(value) == (name in NOT_NUMBERS)
            ]
            assert not wrong, figure


def test_several_rows_are_told_with_the_line(tmp_path: Path, demo: Warehouse) -> None:
    assert demo
    text = tile("places", "places").replace("count", "decimal") + '\nwhere = { owner = "own" }\n'
    entry = read_panel(written(tmp_path, text))[0]
    with pytest.raises(PlainError, match=r"panel.toml, linje 7: places giver flere tal"):
        tile_facts(entry, view_of("/", "", None))
