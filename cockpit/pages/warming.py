"""After a start and each publish the usual views are asked in the background, before people ask them."""

import atexit
import json
import threading
import time
from collections.abc import Iterator
from itertools import product
from typing import Any

from flask import Flask
from flask.testing import FlaskClient

from cockpit.access import AT_THIS_MACHINE, User
from cockpit.access.roles import may_see
from cockpit.pages import PAGES
from cockpit.pages.kept_answers import UPDATE
from cockpit.pages.unseen import UNSEEN
from cockpit.pages.who_asks import client_of
from cockpit.settings import Settings, read_settings
from cockpit.warehouse import served
from cockpit.wording import PlainError

SECONDS_BETWEEN_LOOKS = 2.0
# As every browser of today asks.
HEADERS = {"Accept-Encoding": "gzip, deflate, br, zstd"}
SCREENS = ({"theme": "light", "narrow": False}, {"theme": "dark", "narrow": False})
EVERY = '["ALL"]'  # the mark of a callback for places that only the browser knows
USUAL, POLITICIAN = User("cockpit", "leder"), User("cockpit", "politiker")
ASKED_BY_ADDRESS = {"url.pathname", "url.search", "view.data", "own-views.data"}


def start_warming(server: Flask) -> None:
    """Start this process's warming thread; a process that only imports the app has none."""
    paths = tuple(page.path for page in PAGES)
    stop = threading.Event()
    thread = threading.Thread(target=_keep_warm, args=(server, paths, stop), name="warming", daemon=True)

    def end() -> None:
        # A thread that is inside DuckDB when the process ends would take it down with a complaint.
        stop.set()
        thread.join()

    atexit.register(end)
    thread.start()


def _keep_warm(server: Flask, paths: tuple[str, ...], stop: threading.Event) -> None:
    warmed = None
    while not stop.wait(SECONDS_BETWEEN_LOOKS):
        try:
            reader = served().reader()
        except PlainError:
            continue
        if reader is not warmed:
            warmed = reader
            warm(server, paths, stop)


def warm(server: Flask, paths: tuple[str, ...], stop: threading.Event) -> None:
    """Ask every page as it is without filters, until told to stop; half the time is left to people."""
    for user in usual_users(read_settings()):
        client = client_of(server, user)
        client.environ_base = {**client.environ_base, UNSEEN: "yes"}
        for body in questions(client, tuple(path for path in paths if may_see(user.role, path))):
            start = time.monotonic()
            client.post(UPDATE, json=body, headers=HEADERS)
            if stop.wait(time.monotonic() - start):
                return


def usual_users(settings: Settings) -> tuple[User, ...]:
    """The one at this machine, or where people are known the role that most of them have; and a politician.

    They alone read tables of their own: with another's figures at hand a page costs the others next to
    nothing.
    """
    return (USUAL if settings.knows_people else AT_THIS_MACHINE, POLITICIAN)


def questions(client: FlaskClient, paths: tuple[str, ...]) -> Iterator[dict[str, Any]]:
    """The bodies that a browser sends for the usual views, by the app's own account of its callbacks."""
    callbacks = [one for one in client.get("/_dash-dependencies").get_json() if _is_asked_by_address(one)]
    asked: set[str] = set()
    for path, screen, callback in product(paths, SCREENS, callbacks):
        values = {"url.pathname": path, "url.search": "", "view.data": screen, "own-views.data": {}}
        body = _body(callback, values)
        question = json.dumps([body.get(part) for part in ("output", "inputs", "state")])
        if question not in asked:
            asked.add(question)
            yield body


def _is_asked_by_address(callback: dict[str, Any]) -> bool:
    """Set off by the address and the screen; or by its own place on the page, to read them then."""
    if callback["clientside_function"]:
        return False
    names = {_name(one) for one in callback["inputs"]}
    read = {_name(one) for one in callback["state"]}
    place = callback["output"].rpartition(".")[0]
    waits = names == {f"{place}.id"} and EVERY not in place
    return (waits or (names <= ASKED_BY_ADDRESS and not read)) and read <= ASKED_BY_ADDRESS


def _body(callback: dict[str, Any], values: dict[str, Any]) -> dict[str, Any]:
    output = callback["output"]
    outputs = [_one_output(one) for one in output.strip(".").split("...")]
    several = output.startswith("..")
    body = {
        "output": output,
        "outputs": outputs if several else outputs[0],
        "inputs": [_valued(one, values) for one in callback["inputs"]],
        "changedPropIds": [],
    }
    # As the browser has it: no word of what there is none of.
    read = [_valued(one, values) for one in callback["state"]]
    return {**body, "state": read} if read else body


def _valued(one: dict[str, str], values: dict[str, Any]) -> dict[str, Any]:
    place = _place(one["id"])
    return {"id": place, "property": one["property"], "value": values.get(_name(one), place)}


def _one_output(text: str) -> dict[str, Any]:
    name, _, prop = text.rpartition(".")
    return {"id": _place(name), "property": prop}


def _place(name: str) -> Any:
    """An id in parts is told of as JSON, and sent in its parts."""
    return json.loads(name) if name.startswith("{") else name


def _name(one: dict[str, str]) -> str:
    return f"{one['id']}.{one['property']}"
