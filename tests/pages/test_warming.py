"""The usual views are there before people ask, and a server that has worked stops without a word."""

import json
import subprocess
import threading
import time
from typing import Any
from urllib.request import Request, urlopen

import pytest

from app import server
from cockpit.access import User, asking
from cockpit.pages import budget
from cockpit.pages.kept_answers import UPDATE
from cockpit.pages.warming import HEADERS, SCREENS, questions, warm
from cockpit.pages.who_asks import client_of
from cockpit.settings import Settings
from tests.access.written import lines_written
from tests.serving import COCKPIT, environment, free_port

CARDS: dict[str, Any] = {
    "output": "overblik-cards.children",
    "outputs": {"id": "overblik-cards", "property": "children"},
    "inputs": [
        {"id": "url", "property": "search", "value": ""},
        {"id": "view", "property": "data", "value": {"theme": "light", "narrow": False}},
    ],
    "changedPropIds": [],
}


def test_a_server_that_has_worked_stops_without_a_word(demo_settings: Settings) -> None:
    port = free_port()
    command = [str(COCKPIT), "serve", "--port", str(port)]
    server = subprocess.Popen(
        command, env=environment(demo_settings), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    try:
        assert server.stdout
        server.stdout.readline()
        assert "tile" in ask(f"http://127.0.0.1:{port}")
    finally:
        server.terminate()
        _, complaints = server.communicate(timeout=60)
    assert (server.returncode, complaints) == (0, "")


def test_what_comes_after_the_tiles_is_asked_as_the_browser_does() -> None:
    bodies = list(questions(server.test_client(), ("/",)))
    place = {"type": "since-last", "place": "overblik"}
    [light, _dark] = [body for body in bodies if "since-last" in body["output"]]
    assert json.loads(light["output"].removesuffix(".children")) == place
    assert light["outputs"] == {"id": place, "property": "children"}
    assert light["inputs"] == [{"id": place, "property": "id", "value": place}]
    assert {one["id"]: one["value"] for one in light["state"]} == {"url": "", "view": SCREENS[0]}
    # A body with another word in it is another question to the answers that are kept.
    assert all("state" not in body for body in bodies if "since" not in body["output"])
    assert not any("ALL" in body["output"] for body in bodies)


def test_a_politician_s_pages_are_warm_too_and_of_theirs_alone(
    small: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    warm(server, ("/budget", "/udgifter"), threading.Event())
    assert lines_written(small) == ()
    worked_out: list[str] = []

    def visit(*_: object) -> list[object]:
        worked_out.append(asking().role)
        return []

    monkeypatch.setattr(budget, "visit", visit)
    for role in ("politiker", "datakonsulent", "leder"):
        client = client_of(server, User("anna", role))
        light, *_ = (body for body in questions(client, ("/budget",)) if body["output"].startswith("budget-"))
        assert client.post(UPDATE, json=light, headers=HEADERS).status_code == 200
    # The one at this machine may see more than these two, so that its answers are not theirs.
    assert worked_out == ["datakonsulent", "leder"]


def ask(url: str) -> str:
    """The Overblik's cards, as soon as the server listens."""
    question = Request(url + UPDATE, json.dumps(CARDS).encode(), {"Content-Type": "application/json"})
    deadline = time.monotonic() + 60
    while True:
        try:
            with urlopen(question, timeout=60) as answer:
                return str(answer.read().decode())
        except OSError:
            assert time.monotonic() < deadline
            time.sleep(0.2)
