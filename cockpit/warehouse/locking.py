"""One loader at a time."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from cockpit.wording import PlainError


@contextmanager
def only_loader(folder: Path) -> Iterator[None]:
    """PlainError while another load is running."""
    with (folder / "loader.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise PlainError(
                "En anden indlæsning er i gang. Vent, til den er færdig, og prøv igen."
            ) from error
        yield
