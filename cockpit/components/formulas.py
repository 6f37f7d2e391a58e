"""Texts from the professional systems and from addresses, kept from starting a formula in a spreadsheet."""

STARTS = ("=", "+", "-", "@", "\t", "\r")


def no_formula(text: str) -> str:
    """The text, behind an apostrophe where a spreadsheet would compute it."""
    return f"'{text}" if text.startswith(STARTS) else text
