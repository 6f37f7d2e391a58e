"""A number before and now with the difference between them, in the column's own unit and scale."""

from cockpit.components.cells import ONE_DECIMAL, is_share
from cockpit.components.labels import heading
from cockpit.findings.change import share_change
from cockpit.wording import kroner, number, signed, signed_kroner, signed_percent

KRONER = " (kr.)"
MOST_DECIMALS = 4


def changed(column: str, before: float, now: float) -> str:
    """`bestand ved slut 203 er nu 204 (+1)`, `udgift i alt 1,18 mio. kr. er nu 1,21 mio. kr. (+27 t.kr.)`."""
    name = heading(column)
    if name.endswith(KRONER):
        first, last, difference = _money(before, now)
    elif is_share(column):
        first, last, difference = _numbers(before * 100, now * 100, 1, (" pct.", " procentpoint"))
    else:
        first, last, difference = _numbers(before, now, 1 if column in ONE_DECIMAL else 0)
    name = name.removesuffix(KRONER)
    return f"{name[:1].lower()}{name[1:]} {first} er nu {last} ({difference})"


def share_changed(column: str, before: float, now: float) -> str:
    """`+2,6 pct.`; nothing of what is a share itself, nor of what was nothing or less before."""
    return "" if is_share(column) or before <= 0 else signed_percent(share_change(now, before))


def _money(before: float, now: float) -> tuple[str, str, str]:
    """Scaled; in whole kr. where that hides the change, and with øre where that does."""
    if kroner(before) == kroner(now):
        return _numbers(before, now, 0 if number(before) != number(now) else 2, (" kr.", " kr."))
    return kroner(before), kroner(now), signed_kroner(now - before)


def _numbers(
    before: float, now: float, decimals: int, units: tuple[str, str] = ("", "")
) -> tuple[str, str, str]:
    """With so many decimals, or as many more as tell the two apart."""
    while number(before, decimals) == number(now, decimals) and decimals < MOST_DECIMALS:
        decimals += 1
    unit, of_difference = units
    difference = f"{signed(now - before, decimals)}{of_difference}"
    return f"{number(before, decimals)}{unit}", f"{number(now, decimals)}{unit}", difference
