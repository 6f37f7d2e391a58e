"""What is said of what initiatives have come to: the cases on both sides of the rule."""

from datetime import date

import pytest

from cockpit.findings.initiatives import initiatives_title

Gain = tuple[float | None, float | None]
SHORT, FULL, UNSETTLED = (10.0, 4.0), (10.0, 10.0), (10.0, None)


@pytest.mark.parametrize(
    ("gains", "title"),
    [
        ((SHORT, SHORT, FULL), "Gevinsten er mindre end ventet i 2 af 3 opgørelser"),
        ((SHORT, FULL, FULL, UNSETTLED), "Gevinsten er som ventet eller større i 2 af 3 opgørelser"),
        ((SHORT, SHORT, UNSETTLED), "Tiltag efter tema"),
        ((SHORT, SHORT, FULL, FULL), "Tiltag efter tema"),
        ((SHORT, SHORT, (0.0, 0.0)), "Tiltag efter tema"),
        ((), "Tiltag efter tema"),
    ],
)
def test_initiatives_title(gains: tuple[Gain, ...], title: str) -> None:
    rows = [{"expected_gain": one, "realised_gain": other, "year": 2025} for one, other in gains]
    assert initiatives_title(rows, date(2025, 12, 31)) == title


def test_a_year_that_is_not_over_is_not_judged() -> None:
    rows = [{"expected_gain": 10.0, "realised_gain": 4.0, "year": year} for year in (2023, 2024, 2025, 2025)]
    assert initiatives_title(rows, date(2025, 10, 31)) == "Tiltag efter tema"
    assert initiatives_title(rows, date(2025, 12, 31)).endswith("i 4 af 4 opgørelser")
