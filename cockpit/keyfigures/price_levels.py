"""Fixed prices and the bridge's index effect: both need the price index of every year asked for."""

from collections.abc import Mapping

from cockpit.warehouse import Reader
from cockpit.wording import PlainError, extract_called, listed

EXTRACT = "price_index"


def check_price_index(values: Mapping[str, str | None], reader: Reader) -> None:
    """PlainError where the extract is missing or lacks a year; a bridge does without it, not with half."""
    delivered = EXTRACT in reader.version.rows
    years = _years(values, delivered)
    if years and not delivered:
        raise PlainError(
            f"Faste priser kræver udtrækket {extract_called(EXTRACT)}, som ikke er leveret. "
            "Vælg prices=current."
        )
    missing = [str(year) for year in years if year not in _indexed(reader)]
    if missing:
        raise PlainError(
            f"Udtrækket price_index mangler {listed(missing)}. Læg {'årene' if len(missing) > 1 else 'året'} "
            "i næste leverance, eller vælg andre år."
        )


def _years(values: Mapping[str, str | None], delivered: bool) -> list[int]:
    """The years whose index the question needs."""
    if values.get("prices") == "fixed":
        return list(range(int(values["from_year"] or 0), int(values["to_year"] or 0) + 1))
    return [int(year) for name in ("year_a", "year_b") if delivered and (year := values.get(name))]


def _indexed(reader: Reader) -> frozenset[int]:
    return reader.remembered(
        "years of price_index",
        lambda: frozenset(row["year"] for row in reader.rows("select year from price_index")),
    )
