"""Files that are dropped, as a browser sends them."""

import io
from pathlib import Path

from cockpit.intake.uploads import begin_upload, receive
from cockpit.settings import Settings
from tests.intake.deliveries import GOOD

CPR = "0102801234"
WITH_CPR = GOOD | {name: text.replace("B1", CPR) for name, text in GOOD.items() if "B1" in text}


def drop(settings: Settings, texts: dict[str, str]) -> str:
    place = begin_upload(settings.data_dir)
    for name, text in texts.items():
        receive(settings.data_dir, place, f"{name}.csv", io.BytesIO(text.encode()).read)
    return place


def raw_folders(settings: Settings) -> list[str]:
    return [path.name for path in (settings.data_dir / "dropped").iterdir() if path.is_dir()]


def holding(folder: Path, text: str) -> list[str]:
    return [str(path) for path in folder.rglob("*") if path.is_file() and text.encode() in path.read_bytes()]
