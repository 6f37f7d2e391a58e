"""The key that pseudonyms are made with, and the pseudonyms."""

import hashlib
import hmac
import secrets
from collections.abc import Callable
from pathlib import Path

from cockpit.intake.bench import Bench
from cockpit.settings import Settings
from cockpit.wording import PlainError

LENGTH = 24  # hex characters: 96 bits, no two of a country's citizens share one by chance
BLOCK = 64  # bytes that SHA-256 takes in at a time
# HMAC-SHA256 as `pseudonym` makes it, but of a whole column on all cores and without a Python object each.
KEYED = f"sha256($outer::blob || unhex(sha256($inner::blob || encode(citizen_id))))[:{LENGTH}]"
MISSING = (
    "Nøglen til pseudonymer mangler. De tidligere versioner brugte en; læg den tilbage, "
    "hvor COCKPIT_KEY_FILE peger, og prøv igen."
)
ANOTHER = (
    "Nøglen til pseudonymer er ikke den, som de tidligere versioner brugte. Læg den rigtige, "
    "hvor COCKPIT_KEY_FILE peger, og prøv igen."
)


def fingerprint(key: str) -> str:
    """What tells one key from another without telling the key."""
    return pseudonym(key, "styringscockpit: hvilken nøgle er dette?")


def pseudonym(key: str, citizen_id: str) -> str:
    return hmac.new(key.encode(), citizen_id.encode(), hashlib.sha256).hexdigest()[:LENGTH]


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
        raise PlainError("Nøglen til pseudonymer kan ikke læses. Giv adgang til COCKPIT_KEY_FILE.") from error


def make_key(path: Path, progress: Callable[[str], None]) -> str:
    """A new key in a file that only this user can read."""
    key = secrets.token_hex(32)
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        path.touch(mode=0o600, exist_ok=True)
        path.chmod(0o600)
        path.write_text(key + "\n", encoding="utf-8")
    except OSError as error:
        raise PlainError(
            "Nøglen til pseudonymer kan ikke skrives. Giv adgang til COCKPIT_KEY_FILE."
        ) from error
    progress(
        f"En ny nøgle til pseudonymer ligger i {path}. Gem en kopi et sikkert sted, "
        "men ikke sammen med sikkerhedskopier af data."
    )
    return key


def key_refusal(key: str | None, earlier: str | None) -> str | None:
    """Why the key cannot be used, given the fingerprint of the version in use."""
    if earlier is None or (key is not None and hmac.compare_digest(fingerprint(key), earlier)):
        return None
    return ANOTHER if key else MISSING


def make_pseudonyms(bench: Bench, key: str) -> None:
    """Fill temp table pseudonym (citizen_id, pseudonym) with every citizen id of the delivery."""
    bench.connection.execute("create temp table pseudonym (citizen_id varchar, pseudonym varchar)")
    ids = " union all ".join(
        f"select citizen_id from parsed_{contract.name}"
        for contract in bench.read.values()
        if "citizen_id" in contract.column_names
    )
    if ids:
        bench.connection.execute(
            f"insert into pseudonym select citizen_id, {KEYED} from "
            f"(select distinct citizen_id from ({ids}) where citizen_id is not null)",
            _pads(key),
        )


def _pads(key: str) -> dict[str, bytes]:
    """The key as HMAC works it into the outer and the inner hash."""
    name = key.encode()
    block = (hashlib.sha256(name).digest() if len(name) > BLOCK else name).ljust(BLOCK, b"\0")
    return {"outer": bytes(byte ^ 0x5C for byte in block), "inner": bytes(byte ^ 0x36 for byte in block)}
