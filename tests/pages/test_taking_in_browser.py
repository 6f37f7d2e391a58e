"""A card's table on the clipboard, its rows as a workbook, its chart as a picture."""

import struct
from base64 import b64encode
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Page, expect

from tests.pages.reading import csv_rows, table_of
from tests.pages.seeing import see

FLOW, STREAMS = (f"[aria-labelledby=til-og-afgang-{part}-title]" for part in ("flow", "streams"))
WIDTH = 2400  # twice 1,200: a picture for a screen of today


def test_the_table_goes_to_the_clipboard(watched: Page, served_url: str) -> None:
    watched.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=served_url)
    see(watched, f"{served_url}/til-og-afgang")
    watched.locator(FLOW).get_by_role("button", name="Kopiér").click()
    expect(watched.locator(FLOW).get_by_role("button", name="Kopieret")).to_be_visible()
    copied: str = watched.evaluate("navigator.clipboard.readText()")
    assert [line.split("\t") for line in copied.splitlines()] == csv_rows(watched, FLOW)
    expect(watched.locator(FLOW).get_by_role("button", name="Kopiér")).to_be_visible()


def test_what_is_copied_pastes_as_cells_and_no_formula(watched: Page, served_url: str) -> None:
    watched.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=served_url)
    file = 'Titel\r\nGruppe;"A;B"\r\n\r\nA;B;C\r\n\'=1+1;-105,5;"Nord;\nSyd"\r\n"""=1+1""";;\r\n'
    watched.route("**/hent/*.csv*", lambda asked: asked.fulfill(body=file))
    see(watched, f"{served_url}/til-og-afgang")
    watched.locator(FLOW).get_by_role("button", name="Kopiér").click()
    expect(watched.locator(FLOW).get_by_role("button", name="Kopieret")).to_be_visible()
    copied: str = watched.evaluate("navigator.clipboard.readText()")
    assert copied.splitlines() == ["A\tB\tC", "'=1+1\t-105,5\tNord; Syd", '"""=1+1"""\t\t']


def test_the_workbook_has_the_rows_of_the_table(watched: Page, served_url: str) -> None:
    see(watched, f"{served_url}/til-og-afgang?ejer=own")
    with watched.expect_download() as download:
        watched.locator(FLOW).get_by_role("link", name="Excel").click()
    book = load_workbook(BytesIO(Path(download.value.path()).read_bytes()))
    rows = list(book["Tal"].iter_rows(values_only=True))
    shown = table_of(watched, FLOW)
    assert list(rows[0]) == shown[0]
    assert [f"{row[0]}" for row in rows] == [row[0] for row in shown]
    assert dict(book["Om tallene"].iter_rows(values_only=True))["Ejer"] == "Egne tilbud"


INK = """async ({png, title}) => {
    const image = new Image();
    image.src = `data:image/png;base64,${png}`;
    await image.decode();
    const canvas = Object.assign(document.createElement("canvas"), {width: image.width, height: 60});
    const pen = canvas.getContext("2d");
    pen.drawImage(image, 0, 0);
    const {data} = pen.getImageData(0, 0, image.width, 60);
    const inked = [...data.keys()].filter((at) => at % 4 === 0 && data[at] < 90);
    const dark = inked.map((at) => (at / 4) % image.width);
    pen.font = "700 36px 'IBM Plex Sans Variable'";
    const [first, last] = [Math.min, Math.max].map((most) => dark.reduce((one, other) => most(one, other)));
    return [last - first, pen.measureText(title).width];
}"""


def test_a_picture_is_written_in_the_font_of_the_page(watched: Page, served_url: str) -> None:
    """A system font is a fifth wider, and the names below a chart are then cut off."""
    see(watched, f"{served_url}/til-og-afgang")
    with watched.expect_download() as download:
        watched.locator(FLOW).get_by_role("button", name="PNG").click()
    png = b64encode(Path(download.value.path()).read_bytes()).decode()
    title = watched.locator(f"{FLOW} .card-head h2").inner_text()
    wide, meant = watched.evaluate(INK, {"png": png, "title": title})
    assert wide == pytest.approx(meant, rel=0.03)


@pytest.mark.parametrize("card", [FLOW, STREAMS])
def test_the_chart_is_taken_as_a_picture(watched: Page, served_url: str, card: str) -> None:
    see(watched, f"{served_url}/til-og-afgang")
    with watched.expect_download() as download:
        watched.locator(card).get_by_role("button", name="PNG").click()
    content = Path(download.value.path()).read_bytes()
    assert content.startswith(b"\x89PNG")
    assert struct.unpack(">I", content[16:20])[0] == WIDTH
    assert download.value.suggested_filename.endswith(".png")
