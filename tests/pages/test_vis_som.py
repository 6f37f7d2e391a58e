"""Where nobody signs in the one at this machine sees what a role sees, and may do no more than that."""

from pathlib import Path
from urllib.parse import quote

import pytest
from flask import Flask
from flask.testing import FlaskClient

from app import server
from cockpit.access import AT_THIS_MACHINE, User, asked_by, asking, user_of
from cockpit.access.this_machine import SHOWN_AS
from cockpit.components import role_switch
from cockpit.pages.vis_som import add_role_switch
from cockpit.pages.who_asks import know_who_asks
from cockpit.settings import Settings
from tests.warehouse.making import settings_in

HERE = {"REMOTE_ADDR": "127.0.0.1", "HTTP_HOST": "127.0.0.1:8050"}


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return settings_in(tmp_path)


@pytest.fixture
def client(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> FlaskClient:
    monkeypatch.setattr(role_switch, "_teams", lambda: ("Børn, Øst",))
    here = Flask("cockpit")
    add_role_switch(here)

    @here.get("/")
    def who() -> str:
        return "|".join([asking().id, asking().role, *asking().teams])

    know_who_asks(here, settings)
    return here.test_client()


@pytest.mark.parametrize(
    ("chosen", "shown_to"),
    [
        ("politiker", "lokal|politiker"),
        ("leder", "lokal|leder"),
        ("teamleder:Børn, Øst", "lokal|teamleder|Børn, Øst"),
        ("datakonsulent", "lokal|datakonsulent"),
    ],
)
def test_what_is_chosen_lasts(client: FlaskClient, chosen: str, shown_to: str) -> None:
    assert client.get("/").text == "lokal|datakonsulent"
    back = client.post(
        "/vis-som", data={"rolle": chosen}, headers={"Referer": "http://localhost/budget?ejer=own"}
    )
    assert (back.status_code, back.headers["Location"]) == (303, "/budget?ejer=own")
    [cookie] = back.headers.getlist("Set-Cookie")
    assert {"HttpOnly", "SameSite=Lax"} <= set(cookie.split("; "))
    assert client.get("/").text == shown_to


@pytest.mark.parametrize("page", ["http://localhost//ondsindet.dk", "http://[", "x"])
def test_nobody_is_sent_elsewhere(client: FlaskClient, page: str) -> None:
    back = client.post("/vis-som", data={"rolle": "leder"}, headers={"Referer": page})
    assert (back.status_code, back.headers["Location"]) == (303, "/")


@pytest.mark.parametrize("chosen", ["", "chef", "teamleder", "teamleder:Voksne"])
def test_what_there_is_not_cannot_be_chosen(client: FlaskClient, chosen: str) -> None:
    assert client.post("/vis-som", data={"rolle": chosen}).status_code == 400
    assert client.get("/").text == "lokal|datakonsulent"


def test_the_role_is_held_to_its_pages_and_choosing_is_for_our_own_pages() -> None:
    client = server.test_client()
    assert client.get("/udgifter").status_code == 200
    other = client.post("/vis-som", data={"rolle": "leder"}, headers={"Origin": "https://ondsindet.dk"})
    assert other.status_code == 403
    assert client.post("/vis-som", data={"rolle": "politiker"}).status_code == 303
    assert [client.get(path).status_code for path in ("/", "/udgifter", "/data")] == [200, 403, 403]


@pytest.mark.parametrize("value", ["chef", "datakonsulent:x", "", "%ff"])
def test_a_made_up_choice_is_none(settings: Settings, value: str) -> None:
    assert user_of({**HERE, "HTTP_COOKIE": f"{SHOWN_AS}={quote(value)}"}, settings) == AT_THIS_MACHINE


def test_who_has_signed_in_chooses_nothing() -> None:
    with asked_by(User("anna", "datakonsulent")):
        assert role_switch.role_switch() == []
