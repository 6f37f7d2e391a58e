"""People who ask for one figure again and again, as their browsers do, and what they met."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from urllib.request import urlopen

from tests.faults.room import told_badly

FIGURE = "/hent/stock_flow.csv?period=year&from=2024-01-01&to=2026-06-30"
PAUSE = 0.2  # seconds between one user's questions: two cores have the server to run too
AGAIN = (0.1, 0.4, 1.5)  # the page asks again after these seconds when the connection is lost


@dataclass
class User:
    address: str
    stop: threading.Event
    seen: list[tuple[float, str]] = field(default_factory=list)  # when, and the answer
    failures: list[str] = field(default_factory=list)

    def run(self) -> None:
        while not self.stop.wait(PAUSE):
            try:
                text = _asked(self.address)
            except OSError as problem:
                self.failures.append(repr(problem))
                continue
            self.seen.append((time.monotonic(), text))
            if wrong := told_badly(text):
                self.failures.append(wrong)


def _asked(address: str) -> str:
    for wait in AGAIN:
        try:
            return _answer(address)
        except (ConnectionError, TimeoutError):
            time.sleep(wait)
    return _answer(address)


def _answer(address: str) -> str:
    with urlopen(address, timeout=30) as answer:
        text: str = answer.read().decode("utf-8-sig")
    return text


@contextmanager
def looking(url: str, how_many: int) -> Iterator[list[User]]:
    """Users at work until the block ends."""
    stop = threading.Event()
    users = [User(url + FIGURE, stop) for _ in range(how_many)]
    threads = [threading.Thread(target=user.run) for user in users]
    for thread in threads:
        thread.start()
    try:
        yield users
    finally:
        stop.set()
        for thread in threads:
            thread.join()
