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

from cockpit.pages import PAGES
from cockpit.pages.kept_answers import UPDATE
from cockpit.warehouse import served
from cockpit.wording import PlainError

SECONDS_BETWEEN_LOOKS = 2.0
# As every browser of today asks.
HEADERS = {"Accept-Encoding": "gzip, deflate, br, zstd"}
SCREENS = ({"theme": "light", "narrow": False}, {"theme": "dark", "narrow": False})
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
    client = server.test_client()
    for body in questions(client, paths):
        start = time.monotonic()
        client.post(UPDATE, json=body, headers=HEADERS)
        if stop.wait(time.monotonic() - start):
            return


def questions(client: FlaskClient, paths: tuple[str, ...]) -> Iterator[dict[str, Any]]:
    """The bodies that a browser sends for the usual views, by the app's own account of its callbacks."""
    callbacks = [
        callback
        for callback in client.get("/_dash-dependencies").get_json()
        if not callback["clientside_function"]
        and not callback["state"]
        and {_name(one) for one in callback["inputs"]} <= ASKED_BY_ADDRESS
    ]
    asked: set[str] = set()
    for path, screen, callback in product(paths, SCREENS, callbacks):
        values = {"url.pathname": path, "url.search": "", "view.data": screen, "own-views.data": {}}
        inputs = [{**one, "value": values[_name(one)]} for one in callback["inputs"]]
        question = json.dumps([callback["output"], inputs])
        if question not in asked:
            asked.add(question)
            yield _body(callback["output"], inputs)


def _body(output: str, inputs: list[dict[str, Any]]) -> dict[str, Any]:
    outputs = [_one_output(one) for one in output.strip(".").split("...")]
    several = output.startswith("..")
    return {
        "output": output,
        "outputs": outputs if several else outputs[0],
        "inputs": inputs,
        "changedPropIds": [],
    }


def _one_output(text: str) -> dict[str, str]:
    name, _, prop = text.rpartition(".")
    return {"id": name, "property": prop}


def _name(one: dict[str, str]) -> str:
    return f"{one['id']}.{one['property']}"
