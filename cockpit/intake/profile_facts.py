"""One table of a profile's TOML, read strictly: what does not fit is one sentence with file and key."""

from cockpit.intake.profile import Texts
from cockpit.wording import PlainError, listed, safe_quote


class Facts:
    """The keys of one table; each is asked for once, and `end` refuses those that nobody asked for."""

    def __init__(self, file: str, place: str, table: object) -> None:
        self.file = file
        self.place = place
        if not isinstance(table, dict):
            raise self.wrong("", "skal være en tabel")
        self._left = dict(table)
        self._asked: list[str] = []

    def wrong(self, key: str, said: str) -> PlainError:
        """The error to raise of `key`, or of the whole table where it is empty."""
        place = ".".join(filter(None, (self.place, key)))
        return PlainError(f"{self.file}: {place or 'filen'} {said}. Ret profilen.")

    def take(self, key: str) -> object:
        self._asked.append(key)
        return self._left.pop(key, None)

    def text(self, key: str, default: str = "") -> str:
        value = self.take(key)
        if value is None:
            return default
        if not isinstance(value, str):
            raise self.wrong(key, "skal være en tekst i anførselstegn")
        return value

    def optional_text(self, key: str) -> str | None:
        return self.text(key) if key in self._left else self.text(key) or None

    def one_of(self, key: str, choices: Texts) -> str:
        """The first choice is the default."""
        value = self.text(key, choices[0])
        if value not in choices:
            raise self.wrong(key, f"er {safe_quote(value)}, men skal være {listed(choices, 'eller')}")
        return value

    def flag(self, key: str) -> bool:
        value = self.take(key)
        if value is not None and not isinstance(value, bool):
            raise self.wrong(key, "skal være true eller false")
        return bool(value)

    def texts(self, key: str) -> Texts:
        """A text, or a list of texts."""
        return self._texts(key, self.take(key))

    def _texts(self, key: str, value: object) -> Texts:
        values = [] if value is None else value if isinstance(value, list) else [value]
        if not all(isinstance(one, str) for one in values):
            raise self.wrong(key, "skal være en tekst eller en liste af tekster")
        return tuple(values)

    def texts_by_name(self, key: str) -> dict[str, Texts]:
        return {name: self._texts(f"{key}.{name}", value) for name, value in self._table(key).items()}

    def text_by_name(self, key: str) -> dict[str, str]:
        table = self.table(key)
        return {name: table.text(name) for name in table.names()}

    def pairs(self, key: str) -> tuple[tuple[str, str], ...]:
        value = self.take(key) or []
        if not isinstance(value, list):
            raise self.wrong(key, "skal være en liste af par")
        pairs = [self._texts(key, pair) for pair in value]
        if not all(len(pair) == 2 for pair in pairs):
            raise self.wrong(key, "skal være en liste af par: ['udtryk', 'det, det bliver til']")
        return tuple((pair[0], pair[1]) for pair in pairs)

    def table(self, key: str) -> "Facts":
        return Facts(self.file, ".".join(filter(None, (self.place, key))), self._table(key))

    def tables(self, key: str) -> list["Facts"]:
        """A table, or an array of tables."""
        value = self.take(key)
        found = [] if value is None else value if isinstance(value, list) else [value]
        place = ".".join(filter(None, (self.place, key)))
        return [Facts(self.file, place, table) for table in found]

    def _table(self, key: str) -> dict[str, object]:
        value = self.take(key)
        if value is not None and not isinstance(value, dict):
            raise self.wrong(key, "skal være en tabel")
        return value or {}

    def names(self) -> list[str]:
        return list(self._left)

    def end(self) -> None:
        for key in self._left:
            known = listed(sorted(set(self._asked)), "eller")
            raise self.wrong(key, f"er en ukendt nøgle; her kan stå {known}")
