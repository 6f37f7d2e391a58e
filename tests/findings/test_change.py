"""What is said of a change: the cases on both sides of each limit."""

import pytest

from cockpit.findings.change import Change, change_words, growth_title, is_notable, rises_title

PLACES = {"own": "i egne tilbud", "private": "hos private"}


def changes(lines: dict[str, tuple[int, int]]) -> list[Change]:
    return [Change(key, *pair) for key, pair in lines.items()]


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        ({"own": (77, 98), "private": (42, 50)}, "Stigningen er størst i egne tilbud"),
        ({"own": (77, 79), "private": (42, 50)}, "Stigningen er størst hos private"),
        ({"own": (77, 85), "private": (42, 50)}, "plain"),  # as much in both
        ({"own": (77, 80), "private": (42, 41)}, "plain"),  # three of seventy-seven
        ({"own": (77, 70), "private": (42, 30)}, "plain"),  # nothing grows
        ({"own": (77, 98)}, "plain"),  # nothing to be largest of
        ({"uoplyst": (0, 50), "own": (70, 71), "private": (5, 5)}, "plain"),
        ({}, "plain"),
    ],
)
def test_growth_title(lines: dict[str, tuple[int, int]], title: str) -> None:
    assert growth_title(changes(lines), PLACES, "plain") == title


@pytest.mark.parametrize(
    ("first", "last", "notable"),
    [
        (0, 2, False),
        (0, 3, True),
        (14, 16, False),
        (14, 17, True),
        (50, 54, False),
        (50, 55, True),
        (9, 6, True),
    ],
)
def test_notable(first: int, last: int, notable: bool) -> None:
    assert is_notable(first, last) is notable


@pytest.mark.parametrize(
    ("values", "title"),
    [
        ([1.0, 1.1, 1.2], "Prisen stiger hvert år"),
        ([1.2, 1.1, 1.0], "Prisen falder hvert år"),
        ([1.0, 1.2, 1.1], "plain"),
        ([1.0, 1.2], "plain"),
        ([1.0, None, 1.2, 1.3], "plain"),
    ],
)
def test_rises_title(values: list[float | None], title: str) -> None:
    assert rises_title(values, "Prisen", "plain") == title


def test_change_words() -> None:
    assert change_words(214, 203, "oktober 2025") == "+11 siden oktober 2025 (+5,4 pct.)"
    assert change_words(203, 214, "2025") == "−11 siden 2025 (−5,1 pct.)"
    assert change_words(10, 10, "2025") == "Uændret siden 2025"
    assert change_words(3, 0, "2025") == "+3 siden 2025"
    assert change_words(3, None, "2025") == "Intet tal fra 2025 at sammenligne med"
