"""Twenty people who change filters at once: the requests that a browser sent, from threads."""

import http.client
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from itertools import count

from tests.bench.in_browser import UPDATE
from tests.bench.servers import Side

USERS = 20
MOST_CHANGES = 4000
HEADERS = {"Content-Type": "application/json", "Accept-Encoding": "gzip, deflate, br, zstd"}


@dataclass
class Load:
    """Seconds of each change, and of the whole."""

    times: list[float] = field(default_factory=list)
    seconds: float = 0

    @property
    def rate(self) -> float:
        return len(self.times) / self.seconds


def changes_at_once(
    side: Side, requests: Sequence[Sequence[str]], seconds: float, users: int = USERS
) -> Load:
    """Each user goes on to the next view as soon as the last has come, until the time is up."""
    load = Load()
    places = count()
    start = time.perf_counter()
    deadline = start + seconds

    def one_user(_: int) -> None:
        connection = http.client.HTTPConnection(side.url.removeprefix("http://"), timeout=120)
        while time.perf_counter() < deadline and (place := next(places)) < MOST_CHANGES:
            load.times.append(_change(connection, requests[place % len(requests)]))
        connection.close()

    with ThreadPoolExecutor(users) as pool:
        list(pool.map(one_user, range(users)))
    load.seconds = time.perf_counter() - start
    return load


def warm(side: Side, requests: Sequence[Sequence[str]], times: int) -> None:
    """Ask for each view until every worker is sure to have met it."""
    connection = http.client.HTTPConnection(side.url.removeprefix("http://"), timeout=120)
    for _ in range(times):
        for bodies in requests:
            _change(connection, bodies)
    connection.close()


def _change(connection: http.client.HTTPConnection, bodies: Sequence[str]) -> float:
    start = time.perf_counter()
    for body in bodies:
        connection.request("POST", UPDATE, body.encode(), HEADERS)
        answer = connection.getresponse()
        answer.read()
        assert answer.status == 200, f"{answer.status} to {body}"
    return time.perf_counter() - start
