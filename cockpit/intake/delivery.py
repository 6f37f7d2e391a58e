"""Which files of a folder, or of a zip file, feed which extract."""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from cockpit.confined.memory_file import MemoryFile, OpenFile
from cockpit.intake.contract import contracts
from cockpit.intake.profile import Feed, Profile
from cockpit.intake.zipped import NoDeliveryError, unpacked
from cockpit.wording import PlainError, listed, may_be_cpr

READ_TYPES = {".csv", ".xlsx", ".parquet"}
SAVE_AS = {
    ".xls": "Gem den som .xlsx",
    ".xlsb": "Gem den som .xlsx",
    ".xlsm": "Gem den som .xlsx",
    ".ods": "Gem den som .xlsx",
    ".zip": "Pak den ud",
}


class NothingKnownError(PlainError):
    """The delivery holds no known extract."""


@dataclass(frozen=True)
class DeliveredFile:
    """One file; `shown` is what messages call it, `held` its content where it came out of a zip file."""

    path: Path
    shown: str
    held: MemoryFile | None = None

    @property
    def kind(self) -> str:
        """`.csv`, `.xlsx`, `.parquet`."""
        return self.path.suffix.lower()

    @property
    def place(self) -> Path:
        """Where this process can open it, in UTF-8: DuckDB takes no other. OSError when it cannot."""
        if self.held:
            return Path(self.held.path)
        return self.path if _is_utf8(self.path) else Path(self._opened.path)

    @cached_property
    def _opened(self) -> OpenFile:
        return OpenFile(os.open(self.path, os.O_RDONLY))


@dataclass
class Delivery:
    """The files by extract, what cannot be read yet, and what nobody claims.

    `system` are the files by the name that the profile gives them; they are among `files` too, under the
    extracts that come from them by one of `feeds`.
    """

    name: str
    profile: Profile
    files: dict[str, list[DeliveredFile]] = field(default_factory=dict)
    system: dict[str, list[DeliveredFile]] = field(default_factory=dict)
    feeds: dict[str, tuple[Feed, ...]] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    unreadable: list[str] = field(default_factory=list)
    ignored: list[str] = field(default_factory=list)

    @property
    def of_system(self) -> set[str]:
        """The names of the system's files that some feed reads."""
        return {file for feeds in self.feeds.values() for feed in feeds for file in feed.files}

    def leave_out(self, extract: str) -> None:
        """Take the extract as not delivered: its file has too little to make it of."""
        del self.files[extract], self.feeds[extract]


def find_delivery(folder: Path, profile: Profile) -> Delivery:
    """The delivery in a folder or a zip file; PlainError when it is neither, NothingKnownError when no
    extract in it is known.

    A zip file that cannot be read whole makes a delivery with nothing but that to tell.
    """
    packed = _is_packed(folder)
    delivery = Delivery(delivery_name(folder), profile)
    try:
        for file in _packed_files(folder) if packed else _visible_files(folder):
            _place(delivery, file)
        delivery.ignored += [] if packed else _no_files(folder)
    except NoDeliveryError as problem:
        delivery.unreadable.append(f"{shown_name(folder.name, 'Zip-filen')} {problem}")
    _feed(delivery)
    if not delivery.files and not delivery.unreadable:
        raise NothingKnownError(_nothing_known(profile))
    return delivery


def delivery_name(folder: Path) -> str:
    """What messages call the delivery in a folder or a zip file."""
    name = folder.resolve().stem if _is_packed(folder) else folder.resolve().name
    return shown_name(name, "leverance")


def _is_packed(folder: Path) -> bool:
    return folder.is_file() and folder.suffix.lower() == ".zip"


def _nothing_known(profile: Profile) -> str:
    told = (
        "Leverancen indeholder ingen kendte udtræk. Filerne skal hedde fx services.csv "
        f"eller services_2026.csv; de kendte navne er: {', '.join(contracts())}."
    )
    patterns = [pattern for patterns in profile.files.values() for pattern in patterns]
    return f"{told} Profilen {profile.name} kender også {listed(patterns)}." if patterns else told


def _feed(delivery: Delivery) -> None:
    """Which extracts come from the system's files. A canonical file of an extract takes their place."""
    for extract, feeds in delivery.profile.feeds.items():
        fitting = tuple(feed for feed in feeds if feed.file in delivery.system)
        if extract in delivery.files and fitting:
            names = listed([file.shown for file in delivery.files[extract]])
            delivery.notes.append(
                f"{extract} læses af {names} og ikke af filerne fra {delivery.profile.title}."
            )
        elif fitting:
            delivery.feeds[extract] = fitting
            delivery.files[extract] = delivery.system[fitting[0].file]
    for file in delivery.system.keys() - delivery.of_system:
        delivery.ignored += [f"filen {one.shown}" for one in delivery.system[file]]


def _packed_files(archive: Path) -> Iterator[DeliveredFile]:
    for position, (name, content) in enumerate(unpacked(archive), 1):
        yield DeliveredFile(Path(name), shown_name(name, f"fil nr. {position}"), content)


def _visible_files(folder: Path) -> Iterator[DeliveredFile]:
    if folder.is_file():
        raise PlainError("Angiv en mappe eller en zip-fil, ikke en enkelt fil.")
    if not folder.is_dir():
        raise PlainError("Mappen findes ikke. Angiv den mappe, som leverancens filer ligger i.")
    try:
        paths = sorted(path for path in folder.iterdir() if path.is_file() and not path.name.startswith("."))
    except OSError as error:
        raise PlainError("Mappen kan ikke åbnes. Giv adgang til den, og prøv igen.") from error
    for position, path in enumerate(paths, 1):
        yield DeliveredFile(path, shown_name(path.name, f"fil nr. {position}"))


def _no_files(folder: Path) -> Iterator[str]:
    """What lies in the folder and is never read: folders, and links that lead nowhere."""
    paths = sorted(folder.iterdir()) if folder.is_dir() else []
    others = [path for path in paths if not path.is_file() and not path.name.startswith(".")]
    for position, path in enumerate(others, 1):
        word = "mappen" if path.is_dir() else "genvejen"
        yield f"{word} {shown_name(path.name, f'nr. {position}')}"


def _is_utf8(path: Path) -> bool:
    """What is not stands in the path as halves of letters."""
    return not any("\ud800" <= letter <= "\udfff" for letter in str(path))


def shown_name(name: str, otherwise: str) -> str:
    """The name, unless it may hold a CPR number."""
    parted = re.search(r"\b\d{2}[-./]\d{2}[-./]\d{2}\W\d{4}\b", name)
    hidden = parted or re.search(r"\d{6}", name) or may_be_cpr(name) or not name.isprintable()
    return otherwise if hidden else name


def _place(delivery: Delivery, file: DeliveredFile) -> None:
    of_system = delivery.profile.file_of(file.path.name, file.path.stem)
    claimed = of_system or _extract_of(file.path)
    if of_system and not file.shown.endswith(file.path.name):
        file = replace(file, shown=f"{of_system} ({file.shown})")
    if claimed and file.kind in READ_TYPES:
        files = delivery.system if of_system else delivery.files
        files.setdefault(claimed, []).append(file)
    elif claimed and file.kind in SAVE_AS:
        delivery.unreadable.append(f"{file.shown} kan ikke læses. {SAVE_AS[file.kind]}, og prøv igen.")
    else:
        delivery.ignored.append(f"filen {file.shown}")


def _extract_of(path: Path) -> str | None:
    """The contract that claims the file: its canonical name, then anything after `_` or `-`."""
    stem = path.stem.lower()
    fitting = [name for name in contracts() if re.fullmatch(rf"{name}([_-].*)?", stem)]
    return max(fitting, key=len, default=None)
