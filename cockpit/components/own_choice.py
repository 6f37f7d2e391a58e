"""A choice of a page's own, such as how far ahead it looks: read from the address, shown as links."""

from collections.abc import Mapping
from dataclasses import dataclass

from dash.development.base_component import Component

from cockpit.components.pill import Choice, pill, segments
from cockpit.components.view import View
from cockpit.wording import safe_quote


@dataclass(frozen=True)
class OwnChoice:
    """`names` maps each value of the address to its name; the first of them is what is usual."""

    key: str
    label: str
    names: Mapping[str, str]

    @property
    def usual(self) -> str:
        return next(iter(self.names))

    def of(self, view: View) -> str:
        asked = view.query.get(self.key, self.usual)
        return asked if asked in self.names else self.usual

    def notices(self, view: View) -> list[str]:
        """One sentence where the address asks for a value that there is not."""
        asked = view.query.get(self.key, self.usual)
        if asked in self.names:
            return []
        return [
            f"{safe_quote(asked)} findes ikke under {self.label}. {self.names[self.usual]} vises i stedet."
        ]

    def links(self, view: View) -> list[Choice]:
        chosen = self.of(view)
        return [
            Choice(name, view.href(**{self.key: None if value == self.usual else value}), value == chosen)
            for value, name in self.names.items()
        ]

    def side_by_side(self, view: View) -> Component:
        return segments(self.label, self.links(view))

    def unfolding(self, view: View) -> Component:
        """For names that are too long to stand side by side."""
        chosen = self.of(view)
        menu = (("", self.links(view)),)
        return pill(f"choice-{self.key}", self.label, self.names[chosen], menu, is_set=chosen != self.usual)
