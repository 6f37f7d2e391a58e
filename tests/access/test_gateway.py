"""Behind a gateway its headers tell who asks; from anywhere else they tell nothing."""

from dataclasses import replace
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from cockpit.access import asking
from cockpit.pages.who_asks import know_who_asks
from cockpit.settings import Settings, read_settings
from cockpit.wording import PlainError
from tests.access.written import lines_written
from tests.warehouse.making import settings_in

HEADERS = "id=X-User,role=X-Role,areas=X-Area,owners=X-Owner,teams=X-Team"
ANNA = {"X-User": "anna", "X-Role": "datakonsulent", "X-Team": "Voksen Nord, Børn"}
PROXY = {"REMOTE_ADDR": "10.1.2.3"}


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return replace(settings_in(tmp_path), gateway_headers=HEADERS, proxy="10.1.2.3")


@pytest.fixture
def client(settings: Settings) -> FlaskClient:
    server = Flask("cockpit")

    @server.get("/")
    def who() -> str:
        user = asking()
        return "|".join([user.id, user.role, *user.areas, *user.teams])

    @server.get("/health")
    def health() -> str:
        return f"well, {asking().role or 'nobody'}"

    know_who_asks(server, settings)
    return server.test_client()


def test_the_gateway_tells_who_asks(client: FlaskClient) -> None:
    told = {name: value.encode().decode("latin-1") for name, value in ANNA.items()}
    answer = client.get("/", headers=told, environ_base=PROXY)
    assert answer.text == "anna|datakonsulent|Voksen Nord|Børn"
    # What is chosen where nobody signs in counts for nothing here.
    client.set_cookie("cockpit-vis-som", "datakonsulent")
    limited = {"X-User": "lone", "X-Role": "leder", "X-Area": "voksne"}
    assert client.get("/", headers=limited, environ_base=PROXY).text == "lone|leder|voksne"


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"X-User": "anna"},
        {"X-Role": "leder"},
        {"X-User": "anna", "X-Role": "chef"},
        {"X-User": "anna", "X-Role": "leder,politiker"},
        {"X-User": "anna,bo", "X-Role": "datakonsulent"},
        {"X-User": "lokal", "X-Role": "datakonsulent"},
    ],
)
def test_who_it_does_not_tell_of_is_refused(
    client: FlaskClient, settings: Settings, headers: dict[str, str]
) -> None:
    answer = client.get("/", headers=headers, environ_base=PROXY)
    assert answer.status_code == 403
    assert "Du har ikke adgang" in answer.text
    [line] = lines_written(settings)
    assert (line.user, line.what, line.status) == ("", "sign-in", 403)
    assert line.filters["reason"] in ("no name", "no role", "unknown role", "several roles")


@pytest.mark.parametrize("address", ["127.0.0.1", "10.1.2.4", "", "::ffff:10.1.2.3"])
def test_nobody_else_can_tell(client: FlaskClient, address: str) -> None:
    told = {**ANNA, "X-Forwarded-For": "10.1.2.3"}
    answer = client.get(
        "/", headers={"X-User": "anna", **told, "X-Team": "A"}, environ_base={"REMOTE_ADDR": address}
    )
    assert answer.status_code == 403
    assert "anna" not in answer.text
    assert answer.headers["X-Frame-Options"] == "DENY"


def test_monitoring_needs_nobody(client: FlaskClient) -> None:
    assert client.get("/health", environ_base={"REMOTE_ADDR": "10.9.9.9"}).text == "well, nobody"


@pytest.mark.parametrize(
    "text", ["X-User", "id=X-User", "id=X_User,role=X-Role", "id=X-User,role=", "id=A,role=B,x=C"]
)
def test_headers_that_cannot_be_used_are_told(text: str) -> None:
    with pytest.raises(PlainError, match="COCKPIT_GATEWAY_HEADERS"):
        read_settings({"COCKPIT_GATEWAY_HEADERS": text})
