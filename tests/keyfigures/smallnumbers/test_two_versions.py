"""What a version has told the next one minds: read from the file that was published."""

from datetime import date
from pathlib import Path

import pytest

from cockpit.intake import load
from cockpit.keyfigures.smallnumbers import building
from cockpit.warehouse import roll_back
from tests.keyfigures.deliveries import by_hand, write
from tests.keyfigures.loading import Loaded, load_delivery

FLOW = "stock_flow period=year from=2025-01-01 to=2025-12-31 by=group"
STAYS = "\n".join(f"B{number}; SEL 107; 01-03-2024;; own;;" for number in range(3))
MANY = "\n".join(f"C{number}; SEL 85; 01-03-2024;; own;;" for number in range(9))


def test_a_count_that_was_small_stays_hidden_when_it_has_grown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    loaded = load_delivery(
        write(by_hand(f"{STAYS}\n{MANY}"), tmp_path / "first"), date(2026, 1, 31), tmp_path, {}, True
    )
    assert _closing(loaded) == {"botilbud": None, "støtte i eget hjem": None}
    # The version in use is open for readers in this process while the next one is made.
    grown = STAYS + "".join(f"\nD{number}; SEL 107; 01-06-2024;; own;;" for number in range(4))
    delivery = write(by_hand(f"{grown}\n{MANY}"), tmp_path / "second")
    load(delivery, date(2026, 1, 31), loaded.warehouse.settings, progress=lambda _: None)
    loaded.warehouse._looked = 0.0
    assert [row["closing"] for row in loaded.run(FLOW)] == [7, 9]
    assert _closing(loaded)["botilbud"] is None
    monkeypatch.setattr(building, "_publication", lambda _: {})
    load(delivery, date(2026, 1, 31), loaded.warehouse.settings, progress=lambda _: None)
    loaded.warehouse._looked = 0.0
    assert _closing(loaded) == {"botilbud": 7, "støtte i eget hjem": 9}


@pytest.mark.parametrize("rolls_back", [False, True])
def test_what_any_kept_version_has_told_is_minded(tmp_path: Path, *, rolls_back: bool) -> None:
    """Three are hidden, then they are gone or their version is rolled back, and then there are seven."""
    loaded = load_delivery(
        write(by_hand(MANY), tmp_path / "first"), date(2026, 1, 31), tmp_path, {}, allow_rejected=True
    )
    _load(loaded, tmp_path / "second", f"{STAYS}\n{MANY}")
    assert _closing(loaded)["botilbud"] is None
    if rolls_back:
        roll_back(loaded.warehouse.settings, "v000001")
    else:
        _load(loaded, tmp_path / "third", MANY)
    loaded.warehouse._looked = 0.0
    assert _closing(loaded)["støtte i eget hjem"] == 9
    grown = STAYS + "".join(f"\nD{number}; SEL 107; 01-06-2024;; own;;" for number in range(4))
    _load(loaded, tmp_path / "fourth", f"{grown}\n{MANY}")
    assert _closing(loaded) == {"botilbud": None, "støtte i eget hjem": 9}


def _load(loaded: Loaded, folder: Path, services: str) -> None:
    delivery = write(by_hand(services), folder)
    report = load(delivery, date(2026, 1, 31), loaded.warehouse.settings, progress=lambda _: None)
    assert report.version
    loaded.warehouse._looked = 0.0


def _closing(loaded: Loaded) -> dict[str, int | None]:
    return {row["by_value"]: row["closing"] for row in loaded.result(FLOW, role="politiker").rows}
