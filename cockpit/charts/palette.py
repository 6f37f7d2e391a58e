"""The colours of assets/10-tokens.css for what is drawn outside the style sheet's reach."""

from dataclasses import dataclass

FONT = '"IBM Plex Sans Variable", "IBM Plex Sans", system-ui, sans-serif'


@dataclass(frozen=True)
class Palette:
    """One meaning, one colour, on every page. `intervals` runs from pale to dark."""

    surface: str
    ink: str
    ink_2: str
    ink_3: str
    line: str
    brand: str
    brand_2: str
    inflow: str
    outflow: str
    stock: str
    other: str
    intervals: tuple[str, ...]
    interval_edge: str
    tint: str
    breach: str
    cost_up: str
    cost_down: str

    def series(self, count: int) -> list[str]:
        """Colours for lines side by side, the strongest first."""
        ring = [self.brand, self.stock, self.outflow, self.other, self.brand_2, self.ink_3]
        return [ring[place % len(ring)] for place in range(count)]


PALETTES = {
    "light": Palette(
        surface="#FFFFFF",
        ink="#14212B",
        ink_2="#45545F",
        ink_3="#566570",
        line="#DDE3E1",
        brand="#0F4C5C",
        brand_2="#26707E",
        inflow="#0F4C5C",
        outflow="#5E9AA4",
        stock="#94650E",
        other="#7D8B99",
        intervals=("#DCEAEC", "#A9CBD0", "#6AA5AE", "#26707E", "#0F4C5C"),
        interval_edge="#26707E",
        tint="#E4EEF0",
        breach="#A3321F",
        cost_up="#B5482F",
        cost_down="#3C8D93",
    ),
    "dark": Palette(
        surface="#16232A",
        ink="#E9EFF1",
        ink_2="#B4C2C9",
        ink_3="#93A3AC",
        line="#28383F",
        brand="#8FD0D9",
        brand_2="#5FB0BC",
        inflow="#8FD0D9",
        outflow="#4A8490",
        stock="#E3B04B",
        other="#8A99A5",
        intervals=("#21383F", "#2F5660", "#43808B", "#66B0BB", "#A6DFE6"),
        interval_edge="#5FB0BC",
        tint="#1D3038",
        breach="#F0927C",
        cost_up="#E08368",
        cost_down="#4FA3AE",
    ),
}
