"""The usual views are there before people ask, and a server that has worked stops without a word."""

import json
import subprocess
import time
from typing import Any
from urllib.request import Request, urlopen

from cockpit.pages.kept_answers import UPDATE
from cockpit.settings import Settings
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
