"""Who may send files, and what is answered to those who cannot."""

from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from cockpit.pages import indlaes, indlaes_filer
from cockpit.settings import Settings
from cockpit.warehouse import Warehouse
from tests.intake.deliveries import settings_in

HERE = "http://127.0.0.1:8050"


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return settings_in(tmp_path)


@pytest.fixture
def client(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> FlaskClient:
    warehouse = Warehouse(settings)
    for module in (indlaes_filer, indlaes):
        monkeypatch.setattr(module, "served", lambda: warehouse)
    server = Flask("site")
    indlaes_filer.add_file_routes(server)
    return server.test_client()


def folders(settings: Settings) -> list[str]:
    return [path.name for path in (settings.data_dir / "dropped").glob("*/*/*")]


def test_files_are_kept_as_they_are_sent(client: FlaskClient, settings: Settings) -> None:
    place = client.post("/data/indlaes/begynd", base_url=HERE).get_json()["sted"]
    for content in (b"first", b"second"):
        answer = client.put(f"/data/indlaes/filer/{place}/b%C3%B8rn.csv", data=content, base_url=HERE)
        assert answer.status_code == 200
    [file] = (settings.data_dir / "dropped" / place).glob("*/*")
    assert (file.name, file.read_bytes()) == ("børn.csv", b"second")


@pytest.mark.parametrize(
    ("address", "remote"),
    [
        ("http://cockpit.kommune.dk", "127.0.0.1"),
        ("http://ondsindet.dk:8050", "127.0.0.1"),
        (HERE, "10.0.0.7"),
        ("http://localhost:8050", "10.0.0.7"),
    ],
)
def test_nobody_sends_from_elsewhere(
    client: FlaskClient, settings: Settings, address: str, remote: str
) -> None:
    asked = (
        client.post("/data/indlaes/begynd", base_url=address, environ_base={"REMOTE_ADDR": remote}),
        client.put("/data/indlaes/filer/x/y.csv", base_url=address, environ_base={"REMOTE_ADDR": remote}),
        client.post("/data/indlaes/kontrol/x", base_url=address, environ_base={"REMOTE_ADDR": remote}),
        client.get("/data/indlaes/afviste.csv", base_url=address, environ_base={"REMOTE_ADDR": remote}),
    )
    assert [answer.status_code for answer in asked] == [403] * 4
    assert not (settings.data_dir / "dropped").exists()


@pytest.mark.parametrize("address", ["http://localhost:8050", "http://[::1]:8050", HERE])
def test_this_machine_has_three_names(client: FlaskClient, address: str) -> None:
    assert client.post("/data/indlaes/begynd", base_url=address).status_code == 200


def test_what_cannot_be_done_is_a_sentence(client: FlaskClient) -> None:
    place = client.post("/data/indlaes/begynd", base_url=HERE).get_json()["sted"]
    check = f"/data/indlaes/kontrol/{place}"
    for answer, words in (
        (client.put("/data/indlaes/filer/x/y.csv", data=b"", base_url=HERE), "ryddet væk"),
        (client.put(f"/data/indlaes/filer/{place}/.y", data=b"", base_url=HERE), "ikke kan bruges"),
        (client.post(check, json={"dato": "31-10-2026"}, base_url=HERE), "Der er ingen filer"),
        (client.post(check, json={"dato": "i går"}, base_url=HERE), "er ikke en dato"),
        (client.post(check, json=["dato"], base_url=HERE), "Datoen mangler"),
        (client.post(check, data="x" * 2000, base_url=HERE), "Datoen mangler"),
    ):
        assert answer.status_code == 400
        assert words in answer.get_json()["besked"]
    assert client.get("/data/indlaes/afviste.csv", base_url=HERE).status_code == 404


def test_the_page_shows_nothing_to_others(client: FlaskClient) -> None:
    server = Flask("page")
    with server.test_request_context(base_url="http://cockpit.kommune.dk"):
        cards, sha256, at_rest = indlaes.show(0, None, "")
        assert "kun lægges op fra den maskine" in str(cards)
        assert (sha256, at_rest) == ("", True)
    with server.test_request_context(base_url=HERE, environ_base={"REMOTE_ADDR": "127.0.0.1"}):
        assert "drop-zone" in str(indlaes.show(0, None, "")[0])
