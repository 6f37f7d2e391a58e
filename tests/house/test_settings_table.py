"""The table of settings is what is in force: each has a field, and the default it states."""

from pathlib import Path

from cockpit.settings import PROJECT, SETTINGS, Settings, read_settings

PATHS = {"COCKPIT_DATA_DIR", "COCKPIT_KEY_FILE", "COCKPIT_REFERENCE_DIR"}


def field_of(name: str) -> str:
    return name.removeprefix("COCKPIT_").lower()


def test_every_field_is_a_setting() -> None:
    assert set(Settings.__dataclass_fields__) == {field_of(setting.name) for setting in SETTINGS}


def test_the_stated_default_is_the_default() -> None:
    settings = read_settings({})
    for setting in SETTINGS:
        if setting.name not in PATHS:
            assert str(getattr(settings, field_of(setting.name))) == setting.default
    assert settings.key_file == Path.home() / ".config" / "styringscockpit" / "pseudonym.key"


def test_a_path_starts_at_home_or_at_the_project() -> None:
    settings = read_settings({"COCKPIT_KEY_FILE": "~/key", "COCKPIT_REFERENCE_DIR": "own"})
    assert (settings.key_file, settings.reference_dir) == (Path.home() / "key", PROJECT / "own")


def test_an_empty_value_is_no_value() -> None:
    assert read_settings({setting.name: "" for setting in SETTINGS}) == read_settings({})


def test_tests_cannot_reach_real_data_or_the_real_key() -> None:
    in_force, real = read_settings(), read_settings({})
    for place in ("data_dir", "key_file", "reference_dir"):
        assert not getattr(in_force, place).is_relative_to(PROJECT)
        assert getattr(in_force, place) != getattr(real, place)
