"""A reader can follow a number down to the extracts."""

from cockpit.keyfigures import catalogue
from cockpit.keyfigures.prepared import prepared_behind
from cockpit.warehouse.schema import PREPARED


def test_every_table_that_a_figure_stands_on_is_shown() -> None:
    names = [name for name, _ in prepared_behind(catalogue()["cost"].sql)]
    along_cuts = ["spell_cuts", "citizen_year_cuts", "cut_years"]
    assert names == ["year_bases", "service_facts", "service_years", *along_cuts]
    assert [name for name, _ in prepared_behind(catalogue()["caseload_trend"].sql)] == ["caseload_months"]
    assert prepared_behind(catalogue()["load_quality"].sql) == ()


def test_every_prepared_table_serves_a_figure() -> None:
    used = {name for figure in catalogue().values() for name, _ in prepared_behind(figure.sql)}
    assert used == set(PREPARED)
