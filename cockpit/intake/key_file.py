"""The key that pseudonyms are made with: made once, kept apart from the data, changed only on request."""

import hmac
import secrets
from collections.abc import Callable
from pathlib import Path

from cockpit.intake.bench import Bench
from cockpit.intake.contract import contracts
from cockpit.intake.pseudonyms import pseudonym
from cockpit.settings import Settings
from cockpit.warehouse import Version
from cockpit.wording import PlainError, listed

MISSING = (
    "Nøglen til pseudonymer mangler. De tidligere versioner brugte en; læg den tilbage, "
    "hvor COCKPIT_KEY_FILE peger, og prøv igen."
)
ANOTHER = (
    "Nøglen til pseudonymer er ikke den, som de tidligere versioner brugte. Læg den rigtige, "
    "hvor COCKPIT_KEY_FILE peger, og prøv igen."
)
NEXT, BEFORE = ".new", ".before"  # beside the key, while and after it is changed


def fingerprint(key: str) -> str:
    """What tells one key from another without telling the key."""
    return pseudonym(key, "styringscockpit: hvilken nøgle er dette?")


def read_key(settings: Settings) -> str | None:
    """The key, or None when there is no file; PlainError when it lies where backups of the data take it."""
    if settings.key_file.resolve().is_relative_to(settings.data_dir.resolve()):
        raise PlainError(
            "Nøglen til pseudonymer må ikke ligge i datamappen. Ret COCKPIT_KEY_FILE til et andet sted."
        )
    try:
        return settings.key_file.read_text(encoding="utf-8").strip() or None
    except FileNotFoundError:
        return None
    except (OSError, UnicodeDecodeError) as error:
        raise PlainError(
            "Nøglen til pseudonymer kan ikke læses. Giv adgang til COCKPIT_KEY_FILE.", 1
        ) from error


def make_key(path: Path, progress: Callable[[str], None]) -> str:
    """A new key in a file that only this user can read."""
    key = _write_key(path)
    progress(
        f"En ny nøgle til pseudonymer ligger i {path}. Gem en kopi et sikkert sted, "
        "men ikke sammen med sikkerhedskopier af data."
    )
    return key


def make_next_key(path: Path) -> str:
    """A new key beside the one at `path`, which stays until a version made with the new one is in use."""
    return _write_key(_beside(path, NEXT))


def settle_key(path: Path, used: str | None, progress: Callable[[str], None]) -> None:
    """Put a next key in its place when the version in use has its fingerprint, `used`; else drop it.

    Also mends what a loader left that was killed between publishing and this.
    """
    fresh = _beside(path, NEXT)
    if not fresh.is_file():
        return
    if used != fingerprint(fresh.read_text(encoding="utf-8", errors="replace").strip()):
        fresh.unlink()
        return
    if path.is_file():
        path.replace(_beside(path, BEFORE))
    fresh.replace(path)
    progress(
        f"Pseudonymerne er lavet om med en ny nøgle, der ligger i {path}. Gem en kopi et sikkert sted, men "
        f"ikke sammen med sikkerhedskopier af data. Den forrige hedder nu {_beside(path, BEFORE).name}: den "
        "bruges kun, hvis I går tilbage til en tidligere version."
    )


def _beside(path: Path, ending: str) -> Path:
    return path.with_name(path.name + ending)


def _write_key(path: Path) -> str:
    key = secrets.token_hex(32)
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        path.touch(mode=0o600, exist_ok=True)
        path.chmod(0o600)
        path.write_text(key + "\n", encoding="utf-8")
    except OSError as error:
        raise PlainError(
            "Nøglen til pseudonymer kan ikke skrives. Giv adgang til COCKPIT_KEY_FILE.", exit_status=1
        ) from error
    return key


def key_refusal(key: str | None, earlier: str | None) -> str | None:
    """Why the key cannot be used, given the fingerprint of the version in use."""
    if earlier is None or (key is not None and hmac.compare_digest(fingerprint(key), earlier)):
        return None
    return ANOTHER if key else MISSING


def partial_refusal(bench: Bench) -> str | None:
    """Why a new key cannot be taken: extracts in use would keep citizens under their old pseudonyms."""
    kept = [
        contract.name
        for contract in contracts().values()
        if "citizen_id" in contract.column_names
        and contract.name not in bench.delivery.files
        and bench.in_use_holds(contract.name)
    ]
    if not kept:
        return None
    return (
        f"En ny nøgle kræver alle udtræk med borgere på én gang, og {listed(kept)} er ikke i leverancen. "
        "Tag det med, eller indlæs uden --new-key."
    )


def key_alarm(settings: Settings, version: Version) -> str | None:
    """What the data consultant must know of the key before the next delivery comes; None when it is in order.

    A server that may not read the key cannot tell, and says nothing.
    """
    try:
        refusal = key_refusal(read_key(settings), version.key_fingerprint)
    except PlainError as problem:
        return str(problem) if settings.key_file.is_relative_to(settings.data_dir) else None
    return refusal and f"{refusal.removesuffix(', og prøv igen.')}: ellers afvises næste leverance."
