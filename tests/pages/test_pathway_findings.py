"""Titles of the ways in and out and of what is over quickly: the cases on both sides of each rule."""

from typing import Any

import pytest

from cockpit.components.pathway_findings import pathways_in_title, pathways_out_title, rapid_title


def moves(column: str, **spells: int) -> list[dict[str, Any]]:
    return [{column: group, "spells": count} for group, count in spells.items()]


@pytest.mark.parametrize(
    ("spells", "title"),
    [
        ({}, "Veje ind"),
        ({"ny": 9}, "Veje ind"),
        ({"ny": 10}, "100 pct. af de nye forløb i botilbud begynder uden en indsats forud"),
        ({"ny": 5, "anbringelse": 5}, "Veje ind"),
        ({"ny": 5, "BPA": 6}, "55 pct. af de nye forløb i botilbud kommer fra BPA"),
        ({"ny": 24, **{f"g{place}": 19 for place in range(4)}}, "Veje ind"),
        ({"x": 26, "a": 25, "b": 25, "c": 24}, "26 pct. af de nye forløb i botilbud kommer fra x"),
    ],
)  # fmt: skip
def test_where_most_come_from(spells: dict[str, int], title: str) -> None:
    assert pathways_in_title(moves("previous_group", **spells), "i botilbud") == title


@pytest.mark.parametrize(
    ("spells", "title"),
    [
        ({"afsluttet": 9}, "Veje ud"),
        ({"afsluttet": 6, "død": 4}, "60 pct. af de sluttede forløb i botilbud følges ikke af en ny indsats"),
        ({"støtte": 6, "død": 4}, "60 pct. af de sluttede forløb i botilbud går videre til støtte"),
        ({"død": 9, "afsluttet": 4}, "Veje ud"),
    ],
)
def test_where_most_go(spells: dict[str, int], title: str) -> None:
    assert pathways_out_title(moves("next_group", **spells), "i botilbud") == title


def test_what_is_over_quickly_is_told_of_enough_that_can_be_judged() -> None:
    few = [{"spells": 19, "closed_without_return": 19, "too_recent": 50}]
    assert rapid_title(few, "12") == "Hurtig indsats"
    enough = [*few, {"spells": 1, "closed_without_return": 0, "too_recent": 0}]
    assert rapid_title(enough, "26") == "95 pct. af forløbene er slut inden for 26 uger og kommer ikke igen"
