"""A published version is taken back: the earlier one is in use again, and what follows builds on that."""

from pathlib import Path

import pytest

from cockpit.settings import Settings
from cockpit.warehouse import Warehouse, current_version, list_versions, new_draft, roll_back
from cockpit.warehouse.versions import version_before
from cockpit.wording import PlainError
from tests.warehouse.making import publish_tiny, settings_in


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return settings_in(tmp_path)


def in_use(settings: Settings) -> str:
    version = current_version(settings.data_dir)
    return version.id if version else ""


def test_the_earlier_version_is_in_use_and_nothing_is_deleted(settings: Settings) -> None:
    for _ in range(3):
        publish_tiny(settings)
    warehouse = Warehouse(settings)
    assert warehouse.version.id == "v000003"
    roll_back(settings, "v000001")
    fresh = Warehouse(settings)
    assert (in_use(settings), fresh.version.id, fresh.notice) == ("v000001", "v000001", None)
    assert [version.id for version in list_versions(settings.data_dir)] == ["v000003", "v000002", "v000001"]


def test_the_next_load_follows_the_version_rolled_back_to(settings: Settings) -> None:
    for _ in range(3):
        publish_tiny(settings)
    roll_back(settings, "v000001")
    fourth = publish_tiny(settings)
    assert (fourth.id, fourth.replaces, in_use(settings)) == ("v000004", "v000001", "v000004")
    before = version_before(settings.data_dir, fourth)
    assert before
    assert before.id == "v000001"
    fourth.path.write_bytes(b"damaged")
    assert in_use(settings) == "v000001"


def test_a_rollback_can_be_taken_back(settings: Settings) -> None:
    publish_tiny(settings)
    publish_tiny(settings)
    roll_back(settings, "v000001")
    roll_back(settings, "v000002")
    assert in_use(settings) == "v000002"


def test_what_cannot_be_used_is_told_and_nothing_changes(settings: Settings) -> None:
    with pytest.raises(PlainError, match="Der er ingen versioner"):
        roll_back(settings, "v000001")
    first = publish_tiny(settings)
    publish_tiny(settings)
    with pytest.raises(PlainError, match=r"findes ikke.*v000002 eller v000001"):
        roll_back(settings, "v000009")
    first.path.write_bytes(b"damaged")
    with pytest.raises(PlainError, match="v000001 er beskadiget"):
        roll_back(settings, "v000001")
    with new_draft(settings), pytest.raises(PlainError, match="indlæsning er i gang"):
        roll_back(settings, "v000002")
    assert in_use(settings) == "v000002"
