"""Asking the pages of fact sheets as the roles do, and what assets/temamoede.js asks of them."""

import json
from typing import Any

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from app import server
from cockpit.access import User
from cockpit.pages.kept_answers import UPDATE

POLITICIAN, LEADER = User("p", "politiker"), User("l", "leder")
TEAM_LEADER, KEEPER = User("t", "teamleder", teams=("Team A",)), User("d", "datakonsulent")


def client_of(user: User) -> FlaskClient:
    client: FlaskClient = server.test_client()
    client.environ_base["cockpit.user"] = user  # type: ignore[assignment]
    return client


def get(user: User, path: str) -> TestResponse:
    return client_of(user).get(path)


def text_of(user: User, path: str) -> str:
    return get(user, path).get_data(as_text=True)


def cards(user: User) -> str:
    """The list of sets, as its page asks for it."""
    places = [("url", "search", ""), ("view", "data", {})]
    body = {
        "output": "temamoede-cards.children",
        "outputs": {"id": "temamoede-cards", "property": "children"},
        "inputs": [{"id": name, "property": prop, "value": value} for name, prop, value in places],
        "changedPropIds": ["url.search"],
    }
    return json.dumps(client_of(user).post(UPDATE, json=body).get_json(), ensure_ascii=False)


def ask(user: User, asked: Any, **headers: str) -> TestResponse:
    """What assets/temamoede.js asks to have done."""
    outputs = [("sheets-done", "data"), ("sheets-wrong", "data"), ("url", "pathname@")]
    known = server.test_client().get("/_dash-dependencies").get_json()
    output = next(one["output"] for one in known if one["output"].startswith("..sheets-done.data"))
    named = output.strip(".").split("...")
    body = {
        "output": output,
        "outputs": [
            {"id": name, "property": whole.rpartition(".")[2]}
            for (name, _), whole in zip(outputs, named, strict=True)
        ],
        "inputs": [{"id": "sheets-asked", "property": "data", "value": asked}],
        "changedPropIds": ["sheets-asked.data"],
    }
    return client_of(user).post(UPDATE, json=body, headers=headers)
