"""Titles of the ways in and out and of what is over quickly: the cases on both sides of each rule."""

from typing import Any

import pytest

from cockpit.findings.pathways import pathways_in_title, pathways_out_title, rapid_title


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
def test_pathways_in_title(spells: dict[str, int], title: str) -> None:
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
def test_pathways_out_title(spells: dict[str, int], title: str) -> None:
    assert pathways_out_title(moves("next_group", **spells), "i botilbud") == title


@pytest.mark.parametrize(
    ("judged", "closed", "title"),
    [
        (0, 0, "Hurtig indsats"),
        (19, 19, "Hurtig indsats"),
        (20, 19, "95 pct. af forløbene er slut inden for 12 uger og kommer ikke igen"),
        (20, 0, "0 pct. af forløbene er slut inden for 12 uger og kommer ikke igen"),
    ],
)
def test_rapid_title(judged: int, closed: int, title: str) -> None:
    """Those that are too recent to judge say nothing, however many they are."""
    row = {"spells": judged, "closed_without_return": closed, "too_recent": 50}
    assert rapid_title([row], "12") == title
