"""Danish numbers, dates, units and plain-language messages."""

import re
from collections.abc import Sequence
from datetime import date, datetime

MINUS = "\u2212"
NOTHING = "–"
# 2.675 lies a hair below itself as a float, 100 times a share a little more: spreadsheets see past that.
PAST_HALF = 1 + 2**-51
MONTHS = (
    "januar", "februar", "marts", "april", "maj", "juni",
    "juli", "august", "september", "oktober", "november", "december",
)  # fmt: skip

EXTRACTS = {
    "citizens": "Borgere",
    "services": "Indsatser",
    "rates": "Takster",
    "providers": "Tilbud",
    "capacity": "Pladser",
    "case_assignments": "Sager",
    "caseworkers": "Rådgivere",
    "population": "Befolkning",
    "deadlines": "Fristsager",
    "reviews": "Revisiteringer",
    "ledger": "Økonomi",
    "price_index": "Pris- og lønindeks",
    "benchmarks": "Sammenligningstal",
    "initiatives": "Prøvehandlinger",
}


class PlainError(Exception):
    """A problem told in plain Danish: what is wrong, where, and what to do.

    `exit_status` is what the command line ends with: 2 for wrong use, 1 for a refused delivery.
    """

    def __init__(self, message: str, exit_status: int = 2) -> None:
        super().__init__(message)
        self.exit_status = exit_status


def number(value: float | None, decimals: int = 0) -> str:
    """1234567.8 with one decimal is `1.234.567,8`, a half is rounded up in size; nothing is a dash."""
    if value is None:
        return NOTHING
    size = float(abs(value)) * PAST_HALF
    text = f"{size:,.{decimals}f}".replace(",", " ").replace(".", ",").replace(" ", ".")
    return f"{MINUS}{text}" if value < 0 and text.strip("0,.") else text


def rows_text(count: int) -> str:
    return "1 række" if count == 1 else f"{number(count)} rækker"


def rounded(value: float, decimals: int) -> float:
    """What `number` shows of it, for comparing what is shown."""
    return round(float(value) * PAST_HALF, decimals)


def signed(value: float | None, decimals: int = 0) -> str:
    """A change: `+11`, `−4`, `0`."""
    text = number(value, decimals)
    return f"+{text}" if value is not None and value > 0 and text.strip("0,.") else text


def percent(share: float | None, decimals: int = 1) -> str:
    return NOTHING if share is None else f"{number(share * 100, decimals)} pct."


def signed_percent(share: float | None) -> str:
    text = percent(share)
    return f"+{text}" if share is not None and share > 0 and text.strip("0,. pct") else text


def kroner(value: float | None) -> str:
    """An amount in the unit a reader takes in: kr., t.kr. or mio. kr."""
    if value is None:
        return NOTHING
    size = abs(value)
    if size >= 999_500:
        return f"{number(value / 1e6, 1 if size >= 99_950_000 else 2)} mio. kr."
    if size >= 9_999.5:
        return f"{number(value / 1e3)} t.kr."
    return f"{number(value)} kr."


def signed_kroner(change: float) -> str:
    """`+3,10 mio. kr.`, `−657 t.kr.`"""
    return f"{'+' if change > 0 else ''}{kroner(change)}"


def date_text(value: date) -> str:
    return value.strftime("%d-%m-%Y")


def month_name(value: date) -> str:
    return f"{MONTHS[value.month - 1]} {value.year}"


def month_text(value: date) -> str:
    """`okt. 2026`; the short months keep their full name."""
    name = MONTHS[value.month - 1]
    return f"{name if len(name) <= 4 else name[:3] + '.'} {value.year}"


def parse_date(text: str) -> date:
    """A date written `2026-10-31` or `31-10-2026`; else a PlainError."""
    for form in ("%Y-%m-%d", "%d-%m-%Y"):
        try:
            return datetime.strptime(text.strip(), form).date()  # noqa: DTZ007 (a date has no zone)
        except ValueError:
            continue
    raise PlainError(f"{safe_quote(text)} er ikke en dato. Skriv den som 2026-10-31 eller 31-10-2026.")


# Signs that stand for a plain one in a number, and those that nobody sees: read by Python and by DuckDB.
DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u00ad\ufe63\uff0d"
SPACES = "\u00a0\u2002\u2003\u2007\u2009\u200a\u202f\u3000"
WIDE_DIGITS = "０１２３４５６７８９"
UNSEEN = "\u200b\u200c\u200d\u2060\ufeff"
# \b does not see an underscore as a border, so it is made a space.
WRITTEN = f"_{DASHES}{SPACES}{WIDE_DIGITS}{UNSEEN}"
PLAIN = f" {'-' * len(DASHES)}{' ' * len(SPACES)}0123456789"
_PLAIN = str.maketrans(WRITTEN[: len(PLAIN)], PLAIN, UNSEEN)
# A CPR number as it is written: its two parts apart or together, by themselves. Digits behind a letter are
# an id, and parts such as 27.12.04-1234 a journal number of KLE.
# Searched for in texts of which `WRITTEN` is made `PLAIN`.
WHOLE_NUMBER = r"\b[0-9]{6}(?:[/ ]?| *- *)[0-9]{4}\b"
# Holds in every ASCII text that holds a token, and is found faster.
TEN_DIGITS = r"[0-9]{6}[-/ _]*[0-9]{4}"


def may_be_cpr(text: str) -> bool:
    """Ten digits stand in the text by themselves; whether they hold a date is not looked at."""
    return bool(re.search(WHOLE_NUMBER, text.translate(_PLAIN)))


def safe_quote(text: str) -> str:
    """`»text«` cut at 40 characters; a text that may hold a CPR number is never shown."""
    ten_digits = re.search(r"\d(?:[-./\s]*\d){9}", text.translate(_PLAIN)) and not _is_date(text)
    if re.search(r"\d{6}", text) or ten_digits or may_be_cpr(text):
        return "(værdien vises ikke)"
    flat = " ".join(text.split())
    return f"»{flat if len(flat) <= 40 else flat[:39] + '…'}«"


def _is_date(text: str) -> bool:
    day = r"(\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[-./]\d{1,2}[-./]\d{4})"
    return bool(re.fullmatch(rf"\s*{day}([T ][\d:.]*)?\s*", text))


def extract_called(extract: str) -> str:
    """`Indsatser (services)`: what people call it, and what its file is called."""
    return f"{EXTRACTS[extract]} ({extract})" if extract in EXTRACTS else extract


def in_sentence(name: str) -> str:
    """A name within a sentence; an abbreviation stays as it is."""
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]


def listed(values: Sequence[str], last: str = "og") -> str:
    """`a, b og c`; `last` may be `eller`."""
    if len(values) < 2:
        return "".join(values)
    return f"{', '.join(values[:-1])} {last} {values[-1]}"
