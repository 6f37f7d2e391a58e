"""Without sign-in and gateway: this machine by its own name, and nobody else."""

from dataclasses import replace
from pathlib import Path

import pytest

from cockpit.access import AT_THIS_MACHINE, NotLetInError, check_access, user_of
from cockpit.wording import PlainError
from tests.warehouse.making import settings_in

HERE = {"REMOTE_ADDR": "127.0.0.1", "HTTP_HOST": "127.0.0.1:8050"}


@pytest.mark.parametrize("name", ["127.0.0.1:8050", "localhost", "[::1]:8050"])
def test_this_machine_by_its_names(tmp_path: Path, name: str) -> None:
    assert user_of({**HERE, "HTTP_HOST": name}, settings_in(tmp_path)) == AT_THIS_MACHINE


@pytest.mark.parametrize(
    "other",
    [
        {"REMOTE_ADDR": "10.0.0.7"},
        {"REMOTE_ADDR": ""},
        {"HTTP_HOST": "ondsindet.dk"},
        {"HTTP_HOST": "["},
        {"HTTP_HOST": ""},
        {"HTTP_X_FORWARDED_FOR": "10.0.0.7"},
        {"HTTP_FORWARDED": "for=10.0.0.7"},
    ],
)
def test_nobody_else(tmp_path: Path, other: dict[str, str]) -> None:
    with pytest.raises(NotLetInError):
        user_of({**HERE, **other}, settings_in(tmp_path))


@pytest.mark.parametrize("host", ["0.0.0.0", "10.0.0.7", "::"])
def test_it_is_not_served_elsewhere(tmp_path: Path, host: str) -> None:
    settings = replace(settings_in(tmp_path), host=host)
    with pytest.raises(PlainError, match="COCKPIT_HOST"):
        check_access(settings)
    check_access(replace(settings, gateway_headers="id=X-User,role=X-Role"))
