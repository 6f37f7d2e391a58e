"""What is said of where the young and the old live."""

from typing import Any

import pytest

from cockpit.findings.residential import age_title

YOUNG_OFTEN = "De unge bor oftest midlertidigt, de ældre længerevarende"


def ages(**counts: tuple[int, int, int]) -> list[dict[str, Any]]:
    """Citizens under 25, of 25–54 and of 67 and over, by section."""
    bands = ("18-24", "35-44", "67+")
    return [
        {"age_band": band, "by_value": f"SEL {key[1:]}", "citizens": count}
        for key, values in counts.items()
        for band, count in zip(bands, values, strict=True)
    ]


@pytest.mark.parametrize(
    ("rows", "title"),
    [
        (ages(s107=(8, 0, 2), s108=(4, 9, 12)), YOUNG_OFTEN),
        (ages(s107=(6, 0, 2), s108=(6, 9, 12)), "plain"),  # as many of the young in both
        (ages(s107=(4, 0, 2), s108=(8, 9, 12)), "plain"),
        (ages(s107=(8, 0, 7), s108=(4, 9, 6)), "plain"),
        (ages(s107=(6, 0, 2), s108=(3, 9, 12)), "plain"),  # too few young
        (ages(s107=(8, 0, 2), s108=(4, 9, 5)), "plain"),  # too few old
        ([{"age_band": "uoplyst", "by_value": "SEL 107", "citizens": 40}], "plain"),
        ([], "plain"),
    ],
)
def test_age_title(rows: list[dict[str, Any]], title: str) -> None:
    assert age_title(rows, "plain") == title


def test_a_band_across_the_limit_of_youth_is_not_young() -> None:
    rows = [
        {"age_band": "18-66", "by_value": "SEL 107", "citizens": 90},
        {"age_band": "67+", "by_value": "SEL 108", "citizens": 40},
    ]
    assert age_title(rows, "plain") == "plain"
