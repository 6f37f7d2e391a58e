"""Titles, order and chart of På vej: the cases on both sides of each rule."""

from typing import Any

import pytest

from cockpit.charts import PALETTES
from cockpit.charts.coming_columns import coming_columns
from cockpit.components.arranged import BY_SECTION, DEAREST, laid_out
from cockpit.components.coming_findings import (
    expiring_title,
    review_due_title,
    reviews_title,
    turning_title,
)
from cockpit.components.filters import Filters
from cockpit.components.scope import services_counted
from tests.pages.made_answers import AS_OF, OPTIONS, made

PALETTE = PALETTES["light"]


def counts(column: str, *pairs: tuple[int, float]) -> list[dict[str, Any]]:
    return [{column: count, "annual_cost": cost} for count, cost in pairs]


@pytest.mark.parametrize(
    ("pairs", "title"),
    [
        ((), "Ingen unge med en indsats fylder 18 inden for 12 måneder"),
        (((0, 0), (0, 0)), "Ingen unge med en indsats fylder 18 inden for 12 måneder"),
        (((1, 0),), "1 ung fylder 18 inden for 12 måneder"),
        (((1, 5e5), (0, 0)), "1 ung fylder 18 inden for 12 måneder; hjælpen koster 500 t.kr. om året"),
        (((1, 1e6), (2, 3e6)), "3 unge fylder 18 inden for 12 måneder; hjælpen koster 4,00 mio. kr. om året"),
    ],
)  # fmt: skip
def test_turning_title(pairs: tuple[tuple[int, float], ...], title: str) -> None:
    assert turning_title(counts("citizens", *pairs), "12") == title


@pytest.mark.parametrize(
    ("pairs", "title"),
    [
        ((), "Ingen bevillinger udløber inden for 90 dage uden at blive afløst"),
        (((1, 0),), "Bevillinger udløber inden for 90 dage"),
        (((1, 1e6), (2, 3e6)), "Bevillinger for 4,00 mio. kr. om året udløber inden for 90 dage"),
    ],
)
def test_expiring_title(pairs: tuple[tuple[int, float], ...], title: str) -> None:
    assert expiring_title(counts("citizens", *pairs), "90") == title


@pytest.mark.parametrize(
    ("effects", "title"),
    [
        ((), "Gennemgåede indsatser"),
        ((-2e6, 2e6), "Gennemgåede indsatser"),
        ((-9_999.0,), "Gennemgåede indsatser"),
        ((-10_000.0,), "Taksterne er 10 t.kr. lavere om året efter gennemgang"),
        ((-1e6, 3e6), "Taksterne er 2,00 mio. kr. højere om året efter gennemgang"),
    ],
)
def test_reviews_title(effects: tuple[float, ...], title: str) -> None:
    assert reviews_title([{"annual_effect": effect} for effect in effects]) == title


@pytest.mark.parametrize(
    ("pairs", "title"),
    [
        ((), "Ingen indsatser har stået uden gennemgang i 24 måneder"),
        (((1, 0),), "1 indsats er hverken begyndt eller gået igennem i 24 måneder"),
        (
            ((1, 1e6), (2, 3e6)),
            "3 indsatser er hverken begyndt eller gået igennem i 24 måneder; de koster 4,00 mio. kr. om året",
        ),
    ],
)
def test_review_due_title(pairs: tuple[tuple[int, float], ...], title: str) -> None:
    assert review_due_title(counts("services", *pairs), "24") == title


def test_owners_of_a_section_together_the_dearest_on_top() -> None:
    rows = (("SEL 85", "own", 1, 10.25), ("SEL 107", "own", 2, 8.5), ("SEL 107", "private", 3, 4.25))
    found = laid_out(made("review_due", "section owner services annual_cost", *rows), BY_SECTION, OPTIONS)
    assert found.columns == ("section", "services", "annual_cost")
    assert [tuple(row.values()) for row in found.rows] == [("SEL 107", 5, 12.75), ("SEL 85", 1, 10.25)]
    grants = made("expiring", "section citizens annual_cost", ("a", 9, 1.0), ("b", 1, 2.0), days="90")
    assert [row["section"] for row in laid_out(grants, DEAREST, OPTIONS).rows] == ["b", "a"]


def test_months_have_their_cost_above_where_there_is_room() -> None:
    labels = ["nov.<br>2026", "dec.<br>2026"]
    figure = coming_columns(labels, [2, 0], [4_252_250.0, 0.0], PALETTE)
    assert [note["text"] for note in figure["layout"]["annotations"]] == ["<b>2</b><br>4,3"]
    assert figure["data"][0]["customdata"][0] == "nov. 2026: 2 unge, 4,25 mio. kr."
    small = coming_columns(labels, [2, 0], [4_252_250.0, 0.0], PALETTE, narrow=True)
    assert [note["text"] for note in small["layout"]["annotations"]] == ["<b>2</b>"]


def test_services_are_told_as_what_is_counted() -> None:
    usual = Filters(AS_OF, AS_OF)
    assert services_counted(usual, OPTIONS) == "Alle indsatser, som kommunen betaler for"
    own = Filters(AS_OF, AS_OF, owners=("own",), role="all")
    assert services_counted(own, OPTIONS) == "Indsatser hos egne tilbud, uanset betaler"
