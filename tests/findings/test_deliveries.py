"""What is said of deliveries and their rows: the cases on both sides of each rule."""

import pytest

from cockpit.findings.deliveries import deliveries_title, rejected_title

NAMES = {"rates": "Takster", "services": "Indsatser"}


@pytest.mark.parametrize(
    ("refused", "title"),
    [
        ((), "Leverancer"),
        ((False, True), "Leverancer"),
        ((True, False), "Den seneste leverance blev afvist"),
    ],
)
def test_deliveries_title(refused: tuple[bool, ...], title: str) -> None:
    assert deliveries_title(refused) == title


@pytest.mark.parametrize(
    ("rows", "title"),
    [
        ([], "Ingen rækker er afvist"),
        ([("rates", 0)], "Ingen rækker er afvist"),
        ([("rates", 1)], "1 række er afvist i takster"),
        ([("rates", 4), ("services", 6)], "10 rækker er afvist, flest i indsatser"),
        ([("rates", 3), ("services", 0)], "3 rækker er afvist i takster"),
    ],
)
def test_rejected_title(rows: list[tuple[str, int]], title: str) -> None:
    quality = [{"extract": name, "rows_rejected": count} for name, count in rows]
    assert rejected_title(quality, NAMES.__getitem__) == title


def test_rows_that_fell_with_those_rejected_make_up_the_list() -> None:
    quality = [{"extract": "rates", "rows_rejected": 162}]
    assert (
        rejected_title(quality, NAMES.__getitem__, 1)
        == "162 rækker er afvist i takster, og 1 er faldet med dem"
    )
