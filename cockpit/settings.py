"""Every setting: name, default, meaning. The only reader of the environment."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from cockpit.wording import PlainError

EVERYONE = "all"
PROJECT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Setting:
    """One environment variable; `default` is its text form as shown in the README."""

    name: str
    default: str
    meaning: str


SETTINGS = (
    Setting("COCKPIT_DATA_DIR", "data/local", "Folder of versions, rejected rows and manifest"),
    Setting("COCKPIT_MUNICIPALITY", "330", "The municipality's own code, three digits"),
    Setting(
        "COCKPIT_COMPARISON_GROUP",
        EVERYONE,
        "Municipalities to compare with: codes by comma, or all in the extract; from the next load",
    ),
    Setting(
        "COCKPIT_KEY_FILE",
        "~/.config/styringscockpit/pseudonym.key",
        "Key that pseudonyms are made with; outside the data folder, kept apart from its backups",
    ),
    Setting(
        "COCKPIT_REFERENCE_DIR",
        "COCKPIT_DATA_DIR/reference",
        "The municipality's own lists, such as sections and deadlines; its rows win over data/reference",
    ),
    Setting("COCKPIT_MAX_REJECTED_SHARE", "0.05", "Share of an extract's rows that may be rejected"),
    Setting(
        "COCKPIT_SMALLEST_COUNT",
        "5",
        "Counts of citizens below this are hidden from politicians; from the next load",
    ),
    Setting("COCKPIT_KEEP_MONTHS", "24", "How many months versions are kept; the one in use always is"),
    Setting("COCKPIT_AUDIT_MONTHS", "13", "How many months it is kept who has seen what"),
    Setting(
        "COCKPIT_RHYTHM_DAYS", "45", "Days from the as-of date until every page says the figures are old"
    ),
    Setting("COCKPIT_PORT", "8050", "Port on the loopback address"),
    Setting("COCKPIT_WORKERS", "2", "Server processes"),
    Setting("COCKPIT_THREADS", "4", "Threads in each server process"),
    Setting(
        "COCKPIT_MEMORY_LIMIT",
        "2GB",
        "DuckDB's memory in each process; for the version before the one in use, as much again",
    ),
)


@dataclass(frozen=True)
class Settings:
    """The settings in force, paths absolute."""

    data_dir: Path
    municipality: str
    key_file: Path
    reference_dir: Path
    comparison_group: str = EVERYONE
    max_rejected_share: float = 0.05
    smallest_count: int = 5
    keep_months: int = 24
    audit_months: int = 13
    rhythm_days: int = 45
    port: int = 8050
    workers: int = 2
    threads: int = 4
    memory_limit: str = "2GB"

    @property
    def compared_with(self) -> tuple[str, ...]:
        """The codes of the comparison group; none where all are compared with."""
        return () if self.comparison_group == EVERYONE else tuple(self.comparison_group.split(","))


def read_settings(environ: Mapping[str, str] = os.environ) -> Settings:
    """Settings from the environment; a value that does not fit is a PlainError naming the variable."""
    texts = {setting.name: environ.get(setting.name) or setting.default for setting in SETTINGS}
    data_dir = _path(texts["COCKPIT_DATA_DIR"])
    own_reference = environ.get("COCKPIT_REFERENCE_DIR")
    return Settings(
        data_dir=data_dir,
        municipality=_municipality(texts["COCKPIT_MUNICIPALITY"]),
        key_file=_path(texts["COCKPIT_KEY_FILE"]),
        reference_dir=_path(own_reference) if own_reference else data_dir / "reference",
        comparison_group=_comparison_group(texts["COCKPIT_COMPARISON_GROUP"]),
        max_rejected_share=_share(texts["COCKPIT_MAX_REJECTED_SHARE"]),
        smallest_count=_whole("COCKPIT_SMALLEST_COUNT", texts),
        keep_months=_whole("COCKPIT_KEEP_MONTHS", texts),
        audit_months=_whole("COCKPIT_AUDIT_MONTHS", texts),
        rhythm_days=_whole("COCKPIT_RHYTHM_DAYS", texts),
        port=_whole("COCKPIT_PORT", texts),
        workers=_whole("COCKPIT_WORKERS", texts),
        threads=_whole("COCKPIT_THREADS", texts),
        memory_limit=texts["COCKPIT_MEMORY_LIMIT"],
    )


def _path(text: str) -> Path:
    return (PROJECT / Path(text).expanduser()).resolve()


def _municipality(text: str) -> str:
    if len(text) == 3 and text.isdigit():
        return text
    raise PlainError("COCKPIT_MUNICIPALITY skal være kommunens kode på tre cifre. Ret indstillingen, fx 330.")


def _comparison_group(text: str) -> str:
    """The codes with a comma between and no blanks, each once."""
    codes = [code.strip() for code in text.split(",")]
    if text.strip().lower() == EVERYONE or all(len(code) == 3 and code.isdigit() for code in codes):
        return ",".join(dict.fromkeys(codes)).lower()
    raise PlainError(
        "COCKPIT_COMPARISON_GROUP skal være kommunekoder på tre cifre med komma imellem, fx 306,316, "
        f"eller {EVERYONE}. Ret indstillingen."
    )


def _share(text: str) -> float:
    try:
        share = float(text)
    except ValueError:
        share = -1.0
    if 0 <= share <= 1:
        return share
    raise PlainError("COCKPIT_MAX_REJECTED_SHARE skal være et tal fra 0 til 1. Ret indstillingen, fx 0.05.")


def _whole(name: str, texts: Mapping[str, str]) -> int:
    text = texts[name]
    if text.isdigit() and int(text) > 0:
        return int(text)
    raise PlainError(f"{name} skal være et helt tal over nul. Ret indstillingen.")
