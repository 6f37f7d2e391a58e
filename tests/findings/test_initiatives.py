"""What is said of what initiatives have come to: the cases on both sides of the rule."""

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
    rows = [{"expected_gain": expected, "realised_gain": realised} for expected, realised in gains]
    assert initiatives_title(rows) == title
