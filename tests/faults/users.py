"""People who look at one page again and again: the question that it asks, and the answers."""

import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

from tests.faults.room import told_badly

UPDATE = "/_dash-update-component"
CARDS = "til-og-afgang-cards"
PAUSE = 0.5  # seconds between one user's questions: two cores have the server to run too
AGAIN = (
    0.1,
    0.4,
    1.5,
)  # the page asks again after these seconds when the connection is lost: assets/again.js


@dataclass
class User:
    address: str
    stop: threading.Event
    seen: list[tuple[float, str]] = field(default_factory=list)  # when it was asked, and the answer
    failures: list[str] = field(default_factory=list)

    def run(self) -> None:
        while not self.stop.wait(PAUSE):
            began = time.monotonic()
            try:
                text = _asked(self.address)
            except OSError as problem:
                self.failures.append(repr(problem))
                continue
            self.seen.append((began, text))
            if wrong := told_badly(text):
                self.failures.append(wrong)


def _asked(address: str) -> str:
    for wait in AGAIN:
        try:
            return _answer(address)
        except (URLError, ConnectionError, TimeoutError) as problem:
            if isinstance(problem, HTTPError):
                raise  # the page has an answer, and does not ask again
            time.sleep(wait)
    return _answer(address)


def _answer(address: str) -> str:
    """The page's cards, as Dash sends them."""
    asked = {
        "output": f"{CARDS}.children",
        "outputs": {"id": CARDS, "property": "children"},
        "inputs": [
            {"id": "url", "property": "search", "value": ""},
            {"id": "view", "property": "data", "value": {"theme": "light", "narrow": False}},
        ],
        "changedPropIds": [],
        "state": [],
    }
    request = Request(address, json.dumps(asked).encode(), {"Content-Type": "application/json"})
    with urlopen(request, timeout=30) as answer:
        text: str = answer.read().decode()
    return text


@contextmanager
def looking(url: str, how_many: int) -> Iterator[list[User]]:
    """Users at work until the block ends."""
    stop = threading.Event()
    users = [User(url + UPDATE, stop) for _ in range(how_many)]
    threads = [threading.Thread(target=user.run) for user in users]
    for thread in threads:
        thread.start()
    try:
        yield users
    finally:
        stop.set()
        for thread in threads:
            thread.join()
