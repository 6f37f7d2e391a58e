"""Who has signed in: one small file each on the server, so that signing out ends it for every server process.

Kept as JSON below the data folder. A library's store was tried: it writes Python objects, which run code when
they are read, and leaves what has expired lying.
"""

import json
import os
import secrets
import time
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path

from cockpit.access.identity import User

FOLDER = "sessions"
# Where the municipality's sign-in sends people back to.
ANSWER = "/log-ind/svar"
IDLE = 30 * 60  # seconds
AT_MOST = 8 * 60 * 60  # seconds
SEEN_EVERY = 60  # seconds between notes that someone is still there


@dataclass(frozen=True)
class Session:
    """`began` is in seconds since 1970; `id_token` is handed back to the sign-in when one leaves it too."""

    user: User
    began: float
    id_token: str = ""


class Sessions:
    """The sessions of one data folder; a token is known to the browser alone, here only its hash is kept."""

    def __init__(self, data_dir: Path) -> None:
        self.folder = data_dir / FOLDER

    def begin(self, user: User, id_token: str = "") -> str:
        """A new session's token; what has expired is cleared away."""
        self.folder.mkdir(parents=True, exist_ok=True)
        self.folder.chmod(0o700)
        self._clear()
        token, now = secrets.token_urlsafe(32), time.time()
        path, written = self._path(token), self.folder / secrets.token_hex(8)
        written.write_text(json.dumps(asdict(Session(user, now, id_token))), encoding="utf-8")
        written.chmod(0o600)
        os.utime(written, (now, now))
        written.replace(path)
        return token

    def of(self, token: str) -> Session | None:
        """The session, which counts as used; None when it has ended or expired, or never was."""
        path = self._path(token)
        try:
            seen = path.stat().st_mtime
            session = _read(path)
            now = time.time()
            if now - seen > IDLE or now - session.began > AT_MOST:
                return None
            if now - seen > SEEN_EVERY:
                os.utime(path, (now, now))
        except (OSError, ValueError, TypeError, KeyError):
            return None
        return session

    def end(self, token: str) -> None:
        self._path(token).unlink(missing_ok=True)

    def _path(self, token: str) -> Path:
        return self.folder / f"{sha256(token.encode()).hexdigest()}.json"

    def _clear(self) -> None:
        for path in self.folder.iterdir():
            if time.time() - path.stat().st_mtime > IDLE:
                path.unlink(missing_ok=True)


def _read(path: Path) -> Session:
    kept = json.loads(path.read_text(encoding="utf-8"))
    user = kept["user"]
    limits = (tuple(user[part]) for part in ("areas", "owners", "teams"))
    return Session(User(user["id"], user["role"], *limits), kept["began"], kept["id_token"])
