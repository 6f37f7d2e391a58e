"""An invented system's files and its profile, for the tests of profiles."""

from dataclasses import dataclass
from pathlib import Path

from cockpit.intake import LoadReport, check
from cockpit.settings import Settings
from tests.intake.deliveries import write

PROFILE = """
title = "Sagsvogn"
decimal = "."

[files]
Ydelser = ["Ydelser_*"]
Personer = "Personer"
Enheder = "Enheder*"

[extracts.citizens]
file = "Personer"

[extracts.citizens.columns]
citizen_id = "Person nr"
birth_date = "Født"
sex = { from = "Køn", codes.k = "Kvinde", codes.m = ["Mand", "Hr."] }

[extracts.services]
file = "Ydelser"
known.Status = ["Aktiv", "Slut", ""]
joins = [
    { file = "Personer", on = { "Løbenr" = "Løbenr" } },
    { file = "Enheder", on = { Enhed = "Kode" }, missing = "empty" },
]
leave_out = [{ reason = "kun søgt", where.Status = ["Søgt", "Kladde"] }]

[extracts.services.columns]
service_id = "Id"
citizen_id = "Personer.Person nr"
law = { value = "SEL" }
section = { from = "Paragraf", patterns = [['^§ *(\\d+)\\b', '\\1']] }
start_date = { from = "Start", where_empty = "Bestilt" }
end_date = "Slut"
hours_per_week = "Timer"
support_level = { from = "Enheder.Niveau", codes.lav = "1", codes."høj" = ["2", "3"] }
end_reason = { from = "Årsag", otherwise = "uoplyst" }
"""
FILES = {
    "Personer": "Løbenr;Person nr;Navn;Født;Køn\n1;B1;Ane;01-02-1980;kvinde\n2;B2;Bo;03-04-1990;HR.\n",
    "Ydelser_1": """Id;Løbenr;Status;Paragraf;Start;Bestilt;Slut;Timer;Enhed;Årsag
Y1;1;Aktiv;§ 107;01-01-2024;;;1,234.5;E1;
Y2;2;aktiv;§85;;05-05-2024;31-12-2024;7;E9;Flyttet
Y3;2;Søgt;Sundhed;;;;;;
""",
    "Enheder": "Kode;Niveau\nE1;3\nE2;1\n",
}


@dataclass(frozen=True)
class System:
    """A cockpit whose own lists hold the invented profile."""

    home: Path
    settings: Settings

    def write_profile(self, text: str, name: str = "sagsvogn") -> None:
        folder = self.settings.reference_dir / "sources"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{name}.toml").write_text(text, encoding="utf-8")

    def checked(self, files: dict[str, str], profile: str = PROFILE) -> LoadReport:
        self.write_profile(profile)
        folder = self.home / f"delivery-{len(list(self.home.iterdir()))}"
        return check(write(folder, files), self.settings, "sagsvogn")


def with_line(file: str, line: str) -> dict[str, str]:
    return FILES | {file: f"{FILES[file]}{line}\n"}
