"""What stands for a citizen id in all that is kept: a keyed hash."""

import hashlib
import hmac

from cockpit.intake.bench import Bench

LENGTH = 24  # hex characters: 96 bits, no two of a country's citizens share one by chance
BLOCK = 64  # bytes that SHA-256 takes in at a time
# HMAC-SHA256 as `pseudonym` makes it, but of a whole column on all cores and without a Python object each.
KEYED = f"sha256($outer::blob || unhex(sha256($inner::blob || encode(citizen_id))))[:{LENGTH}]"


def pseudonym(key: str, citizen_id: str) -> str:
    return hmac.new(key.encode(), citizen_id.encode(), hashlib.sha256).hexdigest()[:LENGTH]


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
