"""Where the thresholds of the state refund come from: a reader must know when they are not verified."""

from datetime import date

from cockpit.warehouse import Reader

SOURCES = "select valid_from, source from reference_state_refund"
NOT_VERIFIED = "to be verified"


def is_verified(reader: Reader, valid_from: date) -> bool:
    """False where the list marks the thresholds that hold from the day."""
    sources: dict[date, str | None] = reader.remembered(
        "sources of the state refund",
        lambda: {row["valid_from"]: row["source"] for row in reader.rows(SOURCES)},
    )
    return NOT_VERIFIED not in (sources.get(valid_from) or "").lower()
