"""The views that both sides are asked for: an address for ours, values of dropdowns for theirs."""

from dataclasses import dataclass
from urllib.parse import urlencode


@dataclass(frozen=True)
class Asked:
    """Some filters by their names in our addresses; months as `2026-04`."""

    filters: tuple[tuple[str, str], ...] = ()

    @property
    def search(self) -> str:
        return f"?{urlencode(self.filters)}" if self.filters else ""


def asked(**filters: str) -> Asked:
    return Asked(tuple(filters.items()))


# A walk on which each step sets or clears one filter, as a reader does, and shows other figures than before.
WALK = (
    asked(),
    asked(paragraf="SEL 107"),
    asked(paragraf="SEL 107", ejer="own"),
    asked(paragraf="SEL 108", ejer="own"),
    asked(paragraf="SEL 108"),
    asked(paragraf="SEL 108", kommune="all"),
    asked(paragraf="SEL 108", kommune="acting"),
    asked(paragraf="SEL 85", kommune="acting"),
    asked(paragraf="SEL 85", kommune="acting", fra="2025-03"),
    asked(paragraf="SEL 107", kommune="acting", fra="2025-03"),
    asked(paragraf="SEL 107", kommune="acting", fra="2025-03", ejer="private"),
)
