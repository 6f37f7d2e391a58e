"""Which files of a folder feed which extract."""

import re
from dataclasses import dataclass, field
from pathlib import Path

from cockpit.intake.contract import contracts
from cockpit.wording import PlainError

READ_TYPES = {".csv", ".xlsx"}
SAVE_AS = {
    ".xls": "Gem den som .xlsx",
    ".xlsb": "Gem den som .xlsx",
    ".xlsm": "Gem den som .xlsx",
    ".ods": "Gem den som .xlsx",
    ".parquet": "Gem den som CSV (semikolonsepareret)",
    ".zip": "Pak den ud",
}


@dataclass(frozen=True)
class DeliveredFile:
    """One file; `shown` is what messages call it."""

    path: Path
    shown: str

    @property
    def kind(self) -> str:
        """`.csv`, `.xlsx`."""
        return self.path.suffix.lower()


@dataclass
class Delivery:
    """The files by extract, what cannot be read yet, and what nobody claims."""

    name: str
    files: dict[str, list[DeliveredFile]] = field(default_factory=dict)
    unreadable: list[str] = field(default_factory=list)
    ignored: list[str] = field(default_factory=list)


def find_delivery(folder: Path) -> Delivery:
    """The delivery in `folder`; PlainError when it is no folder or holds no known extract."""
    delivery = Delivery(shown_name(folder.resolve().name, "leverance"))
    for position, path in enumerate(_visible_files(folder), 1):
        _place(delivery, DeliveredFile(path, shown_name(path.name, f"fil nr. {position}")))
    if not delivery.files and not delivery.unreadable:
        raise PlainError(
            "Mappen indeholder ingen kendte udtræk. Filerne skal hedde fx services.csv "
            f"eller services_2026.csv; de kendte navne er: {', '.join(contracts())}."
        )
    return delivery


def _visible_files(folder: Path) -> list[Path]:
    if folder.is_file():
        raise PlainError("Angiv en mappe, ikke en fil. En zip-fil skal pakkes ud først.")
    if not folder.is_dir():
        raise PlainError("Mappen findes ikke. Angiv den mappe, som leverancens filer ligger i.")
    try:
        return sorted(path for path in folder.iterdir() if path.is_file() and not path.name.startswith("."))
    except OSError as error:
        raise PlainError("Mappen kan ikke åbnes. Giv adgang til den, og prøv igen.") from error


def shown_name(name: str, otherwise: str) -> str:
    """The name, unless it may hold a CPR number."""
    return otherwise if re.search(r"\d{6}", name) or not name.isprintable() else name


def _place(delivery: Delivery, file: DeliveredFile) -> None:
    extract = _extract_of(file.path)
    if extract and file.kind in READ_TYPES:
        delivery.files.setdefault(extract, []).append(file)
    elif extract and file.kind in SAVE_AS:
        delivery.unreadable.append(f"{file.shown} kan ikke læses. {SAVE_AS[file.kind]}, og prøv igen.")
    else:
        delivery.ignored.append(f"filen {file.shown}")


def _extract_of(path: Path) -> str | None:
    """The contract that claims the file: its canonical name, then anything after `_` or `-`."""
    stem = path.stem.lower()
    fitting = [name for name in contracts() if re.fullmatch(rf"{name}([_-].*)?", stem)]
    return max(fitting, key=len, default=None)
