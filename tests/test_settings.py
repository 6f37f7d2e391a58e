"""Settings from the environment, and what a wrong one says."""

from pathlib import Path

import pytest

from cockpit.settings import PROJECT, read_settings
from cockpit.wording import PlainError


def test_defaults_need_no_environment() -> None:
    settings = read_settings({})
    assert settings.data_dir == PROJECT / "data" / "local"
    assert settings.municipality == "330"
    assert settings.reference_dir == settings.data_dir / "reference"
    assert not settings.key_file.is_relative_to(settings.data_dir)
    assert settings.port == 8050


def test_the_environment_wins(tmp_path: Path) -> None:
    settings = read_settings({"COCKPIT_DATA_DIR": str(tmp_path), "COCKPIT_MUNICIPALITY": "101"})
    assert (settings.data_dir, settings.municipality) == (tmp_path, "101")


def test_whom_we_are_compared_with() -> None:
    assert read_settings({}).compared_with == ()
    assert read_settings({"COCKPIT_COMPARISON_GROUP": "306, 316,306"}).compared_with == ("306", "316")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("COCKPIT_MUNICIPALITY", "33"),
        ("COCKPIT_COMPARISON_GROUP", "306,33"),
        ("COCKPIT_COMPARISON_GROUP", "Sorø"),
        ("COCKPIT_COMPARISON_GROUP", "306;316"),
        ("COCKPIT_MAX_REJECTED_SHARE", "5 %"),
        ("COCKPIT_MAX_REJECTED_SHARE", "1.5"),
        ("COCKPIT_PORT", "x"),
        ("COCKPIT_KEEP_MONTHS", "0"),
    ],
)
def test_a_wrong_setting_is_named(name: str, value: str) -> None:
    with pytest.raises(PlainError, match=name):
        read_settings({name: value})
