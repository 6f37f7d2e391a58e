"""A new version is published while people look: no request is lost, and the next ones see the new data."""

import shutil
import threading
import time
from dataclasses import dataclass, field, replace
from pathlib import Path
from urllib.request import urlopen

from cockpit.settings import Settings
from tests.cli.commands import cockpit
from tests.serving import served

FIGURE = "/hent/stock_flow.csv?period=year&from=2024-01-01&to=2026-06-30"
OLD, NEW = "31-10-2026", "30-11-2026"
SEEN_WITHIN = 2.0  # seconds after the load has ended; a quarter of one on an idle machine
CLIENTS = 3
PAUSE = 0.01  # seconds between a client's requests: two cores have the load and the server to run too


@dataclass
class Client:
    """Asks for one figure again and again, and keeps what it met."""

    address: str
    stop: threading.Event
    seen: list[tuple[float, bool]] = field(default_factory=list)  # when, and whether the new data came
    failures: list[str] = field(default_factory=list)

    def run(self) -> None:
        while not self.stop.is_set():
            try:
                with urlopen(self.address, timeout=10) as answer:
                    text = answer.read().decode("utf-8-sig")
            except OSError as problem:
                self.failures.append(repr(problem))
                continue
            if (OLD in text) == (NEW in text):
                self.failures.append(f"neither or both versions: {text[:300]}")
            self.seen.append((time.monotonic(), NEW in text))
            time.sleep(PAUSE)


def test_a_load_loses_no_request(demo_settings: Settings, demo_folder: Path, tmp_path: Path) -> None:
    settings = replace(demo_settings, data_dir=shutil.copytree(demo_settings.data_dir, tmp_path / "data"))
    stop = threading.Event()
    with served(settings) as url:
        clients = [Client(url + FIGURE, stop) for _ in range(CLIENTS)]
        threads = [threading.Thread(target=client.run) for client in clients]
        for thread in threads:
            thread.start()
        loaded = cockpit(settings, "load", str(demo_folder), "--as-of", NEW)
        ended = time.monotonic()
        time.sleep(SEEN_WITHIN + 1)
        stop.set()
        for thread in threads:
            thread.join()
    assert loaded.status == 0, loaded.told
    assert [failure for client in clients for failure in client.failures] == []
    for client in clients:
        assert not client.seen[0][1], "the load had ended before the first request"
        assert all(new for when, new in client.seen if when > ended + SEEN_WITHIN)
        assert client.seen[-1][1]
