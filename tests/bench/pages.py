"""The server's time for each page of the navigation after a filter was changed, with no answer kept.

`python -m tests.bench.pages` prints a line for each page and view as JSON, of the version that the
environment names; with a number only for that many views. What a process learns once, such as the values
of the filters, it knows already. What a page asks for once its cards are there is not in the time: on the
Overblik the changes since the version before, of the tiles and in *Siden sidst*.
"""

import json
import sys
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any

from flask.testing import FlaskClient

from tests.bench.views import Asked, asked

# One filter of each kind, and everyone.
VIEWS = (
    asked(kommune="all"),
    asked(kommune="all", paragraf="SEL 107"),
    asked(kommune="all", ejer="own"),
    asked(kommune="all", omraade="voksne"),
    asked(kommune="all", fra="2024-01", til="2025-06"),
    asked(ejer="private"),
    asked(kommune="acting"),
    asked(),
)
TRIES = 2  # the better one counts: the neighbours' work is not the page's


@dataclass(frozen=True)
class Timed:
    """Seconds on the wall and of the processor until the frame and the cards of a view are there."""

    page: str
    search: str
    wall: float
    cpu: float


def timed(views: tuple[Asked, ...] = VIEWS) -> Iterator[Timed]:
    from app import server
    from cockpit.pages import PAGES

    client = server.test_client()
    for page in PAGES:
        _ask(client, page.path, Asked())
        for view in views:
            tries = [_ask(client, page.path, view) for _ in range(TRIES)]
            wall, cpu = (min(one[place] for one in tries) for place in (0, 1))
            yield Timed(page.path, view.search, wall, cpu)


def _ask(client: FlaskClient, path: str, view: Asked) -> tuple[float, float]:
    from cockpit.pages.kept_answers import UPDATE

    bodies = [_body(callback, path, view.search) for callback in _callbacks(client, path)]
    forget_answers()
    wall, cpu = time.perf_counter(), time.process_time()
    for body in bodies:
        assert client.post(UPDATE, json=body).status_code == 200, body
    return time.perf_counter() - wall, time.process_time() - cpu


def _callbacks(client: FlaskClient, path: str) -> list[dict[str, Any]]:
    """Those that a changed address sets off: the frame's, and the one that fills the page's cards."""
    from cockpit.pages import MODULES

    module = next(module for module in MODULES if path == module.PAGE.path)
    cards = f"{module.__name__.rpartition('.')[2].replace('_', '-')}-cards.children"
    callbacks = client.get("/_dash-dependencies").get_json()
    return [one for one in callbacks if one["output"] == cards or one["output"].startswith("..nav.")]


def _body(callback: dict[str, Any], path: str, search: str) -> dict[str, Any]:
    values = {"pathname": path, "search": search, "data": {"theme": "light", "narrow": False}}
    outputs = [_place(one) for one in callback["output"].strip(".").split("...")]
    return {
        "output": callback["output"],
        "outputs": outputs if len(outputs) > 1 else outputs[0],
        "inputs": [{**one, "value": values[one["property"]]} for one in callback["inputs"]],
        "changedPropIds": ["url.search"],
    }


def _place(output: str) -> dict[str, str]:
    name, _, prop = output.rpartition(".")
    return {"id": name, "property": prop}


def forget_answers() -> None:
    """The figures' rows and whole answers that the open version has kept."""
    from cockpit.keyfigures import catalogue
    from cockpit.warehouse import served

    kept = served().reader()._results
    forgotten = {*catalogue(), "answers", "areas_of_teams"}
    for key in list[Any](kept):
        if (key if isinstance(key, str) else next(iter(key))) in forgotten:
            del kept[key]


if __name__ == "__main__":
    for one in timed(VIEWS[: int(sys.argv[1])] if sys.argv[1:] else VIEWS):
        print(json.dumps(asdict(one)), flush=True)
