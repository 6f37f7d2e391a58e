"""What is said of what is on its way: the cases on both sides of each rule."""

from typing import Any

import pytest

from cockpit.findings.coming import expiring_title, review_due_title, reviews_title, turning_title


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
