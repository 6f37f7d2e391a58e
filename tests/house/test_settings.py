"""Settings are read from the environment, and one that does not fit is told by name."""

from pathlib import Path

import pytest

from cockpit.settings import PROJECT, SETTINGS, Settings, read_settings
from cockpit.wording import PlainError


def test_without_an_environment_the_defaults_hold() -> None:
    settings = read_settings({})
    assert settings.data_dir == PROJECT / "data" / "local"
    assert settings.reference_dir == settings.data_dir / "reference"
    assert not settings.key_file.is_relative_to(settings.data_dir)
    plain = {"COCKPIT_DATA_DIR", "COCKPIT_KEY_FILE", "COCKPIT_REFERENCE_DIR"}
    for setting in SETTINGS:
        if setting.name not in plain:
            assert str(getattr(settings, field_of(setting.name))) == setting.default


def test_every_field_is_a_setting() -> None:
    assert set(Settings.__dataclass_fields__) == {field_of(setting.name) for setting in SETTINGS}


def field_of(name: str) -> str:
    return name.removeprefix("COCKPIT_").lower()


def test_paths_are_absolute_and_home_is_known(tmp_path: Path) -> None:
    environ = {"COCKPIT_DATA_DIR": str(tmp_path), "COCKPIT_KEY_FILE": "~/key", "COCKPIT_REFERENCE_DIR": "own"}
    settings = read_settings(environ)
    assert settings.data_dir == tmp_path
    assert settings.key_file == Path.home() / "key"
    assert settings.reference_dir == PROJECT / "own"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("COCKPIT_MUNICIPALITY", "Sorø"),
        ("COCKPIT_MUNICIPALITY", "33"),
        ("COCKPIT_MAX_REJECTED_SHARE", "5 %"),
        ("COCKPIT_MAX_REJECTED_SHARE", "5"),
        ("COCKPIT_MAX_REJECTED_SHARE", "nan"),
        ("COCKPIT_KEEP_VERSIONS", "0"),
        ("COCKPIT_PORT", "-1"),
        ("COCKPIT_WORKERS", "to"),
        ("COCKPIT_THREADS", "1.5"),
    ],
)
def test_a_value_that_does_not_fit_is_named(name: str, value: str) -> None:
    with pytest.raises(PlainError, match=name) as problem:
        read_settings({name: value})
    assert problem.value.exit_status == 2
    assert "\n" not in str(problem.value)


def test_an_empty_value_is_no_value() -> None:
    assert read_settings({setting.name: "" for setting in SETTINGS}) == read_settings({})
