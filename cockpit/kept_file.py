"""One file of a user's own things beside the versions: read whole, changed by one process at a time."""

import fcntl
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, TypeVar

from cockpit.warehouse.versions import write_durably
from cockpit.wording import PlainError

T = TypeVar("T")
NOT_WRITTEN = "kunne ikke gemmes: der kan ikke skrives i datamappen. Sig det til datakonsulenten."


@dataclass(frozen=True)
class KeptFile(Generic[T]):
    """`read` and `written` turn the file's content (JSON) into things and back; `read` raises if it cannot.

    `plural` and `one` are what the things are called: `Egne visninger`, `Visningen`.
    """

    name: str
    plural: str
    one: str
    read: Callable[[Any], T]
    written: Callable[[T], Any]
    nothing: T

    def content(self, data_dir: Path) -> T:
        """PlainError where the file is damaged."""
        try:
            return self.read(json.loads((data_dir / self.name).read_text(encoding="utf-8")))
        except FileNotFoundError:
            return self.nothing
        except (OSError, ValueError, TypeError, KeyError, AttributeError):
            raise PlainError(
                f"{self.plural} kan ikke læses: filen {self.name} i datamappen er beskadiget. Sig det til "
                "datakonsulenten, som kan hente den fra en sikkerhedskopi eller flytte den væk, så listen "
                "begynder forfra."
            ) from None

    def change(self, data_dir: Path, changed: Callable[[T], T]) -> None:
        """Read, change and write, all other processes waiting; a damaged file is left as it is."""
        try:
            data_dir.mkdir(parents=True, exist_ok=True)
            with self._alone(data_dir):
                content = self.written(changed(self.content(data_dir)))
                write_durably(data_dir / self.name, json.dumps(content, ensure_ascii=False, indent=1))
        except OSError:
            raise PlainError(f"{self.one} {NOT_WRITTEN}") from None

    @contextmanager
    def _alone(self, data_dir: Path) -> Iterator[None]:
        with (data_dir / f"{self.name}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield
