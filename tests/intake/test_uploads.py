"""Files are kept where nobody else may look, under their own names, and not too many of them."""

import io
import stat

import pytest

from cockpit.intake import uploads
from cockpit.intake.uploads import begin_upload, receive, upload_in
from cockpit.settings import Settings
from cockpit.wording import PlainError
from tests.intake.dropping import WITH_CPR, drop, raw_folders


def test_nobody_else_may_look(settings: Settings) -> None:
    drop(settings, WITH_CPR)
    assert stat.S_IMODE((settings.data_dir / "dropped").stat().st_mode) == 0o700


@pytest.mark.parametrize("name", ["../../etc/passwd", "..", ".skjult", "a/b.csv", "", "a\nb.csv", "x" * 300])
def test_a_name_cannot_lead_elsewhere(settings: Settings, name: str) -> None:
    place = begin_upload(settings.data_dir)
    with pytest.raises(PlainError, match="navn, der ikke kan bruges"):
        receive(settings.data_dir, place, name, io.BytesIO(b"x").read)


@pytest.mark.parametrize("place", ["", "..", "lock", "0" * 32, "../versions"])
def test_a_place_cannot_be_made_up(settings: Settings, place: str) -> None:
    begin_upload(settings.data_dir)
    with pytest.raises(PlainError, match="ryddet væk"):
        receive(settings.data_dir, place, "citizens.csv", io.BytesIO(b"x").read)


def test_too_much_is_refused_and_removed(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(uploads, "MOST_BYTES", 1000)
    place = drop(settings, {"citizens": "x" * 600})
    # The same file again takes its place.
    receive(settings.data_dir, place, "citizens.csv", io.BytesIO(b"y" * 900).read)
    assert (upload_in(settings.data_dir, place) / "citizens.csv").read_bytes() == b"y" * 900
    with pytest.raises(PlainError, match="fylder tilsammen over"):
        receive(settings.data_dir, place, "rates.csv", io.BytesIO(b"y" * 101).read)
    assert raw_folders(settings) == []
    monkeypatch.setattr(uploads, "MOST_FILES", 1)
    with pytest.raises(PlainError, match="over 1 filer"):
        drop(settings, {"citizens": "x", "rates": "x"})
