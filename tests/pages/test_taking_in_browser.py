"""A card's table on the clipboard, its rows as a workbook, its chart as a picture."""

import struct
from base64 import b64encode
from io import BytesIO
from pathlib import Path
from typing import Literal

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Page, expect

from tests.pages.reading import csv_rows, table_of
from tests.pages.seeing import PHONE, see

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


def taken(page: Page, within: str, name: str = "PNG") -> bytes:
    with page.expect_download() as download:
        page.locator(within).get_by_role("button", name=name, exact=True).click()
    assert download.value.suggested_filename.endswith(".png")
    return Path(download.value.path()).read_bytes()


def size(png: bytes) -> tuple[int, int]:
    assert png.startswith(b"\x89PNG")
    wide, tall = struct.unpack(">II", png[16:24])
    return wide, tall


@pytest.mark.parametrize("card", [FLOW, STREAMS])
def test_the_chart_is_taken_as_a_picture(watched: Page, served_url: str, card: str) -> None:
    see(watched, f"{served_url}/til-og-afgang")
    assert size(taken(watched, card))[0] == WIDTH


def test_the_table_below_a_chart_is_taken_as_a_picture_of_its_own(watched: Page, served_url: str) -> None:
    see(watched, f"{served_url}/til-og-afgang")
    watched.locator(FLOW).get_by_role("button", name="Vis som tabel").click()
    assert size(taken(watched, FLOW, "Tabellen som PNG"))[1] > size(taken(watched, FLOW))[1]


ROWS_OF_INK = """async (png) => {
    const image = new Image();
    image.src = `data:image/png;base64,${png}`;
    await image.decode();
    const {width, height} = image;
    const canvas = Object.assign(document.createElement("canvas"), {width, height});
    const pen = canvas.getContext("2d");
    pen.drawImage(image, 0, 0);
    const {data} = pen.getImageData(0, 0, image.width, image.height);
    const [red, green] = data;
    const inked = (line) => {
        for (let at = line * image.width * 4; at < (line + 1) * image.width * 4; at += 4)
            if (Math.abs(data[at] - red) + Math.abs(data[at + 1] - green) > 200) return true;
        return false;
    };
    let runs = 0;
    for (let line = 1; line < image.height; line += 1) runs += inked(line) && !inked(line - 1);
    return runs;
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_list_that_scrolls_is_taken_whole_also_on_a_phone(
    watched: Page, served_url: str, scheme: Literal["light", "dark"]
) -> None:
    """Each line of text is a run of ink with air above it: the title, what is told, the heading, the rows."""
    watched.set_viewport_size(PHONE)
    watched.emulate_media(color_scheme=scheme)
    asked: list[str] = []
    watched.on("request", lambda request: asked.append(request.url))
    see(watched, f"{served_url}/frister?vis=fristsager")
    assert not any("/later/" in url for url in asked), "what draws pictures is fetched with the first of them"
    rows = len(table_of(watched, ".long-list"))
    png = taken(watched, ".long-list")
    assert size(png)[0] == WIDTH
    lines = watched.evaluate(ROWS_OF_INK, b64encode(png).decode())
    assert lines == pytest.approx(rows + 3, abs=2)


@pytest.mark.parametrize("path", ["/data", "/budget", "/tiltag"])
def test_every_table_is_taken_as_a_picture(watched: Page, served_url: str, path: str) -> None:
    see(watched, f"{served_url}{path}")
    cards = [card for card in watched.locator(".card").all() if card.locator("table.figures").count()]
    assert cards
    for card in cards:
        with watched.expect_download() as download:
            card.get_by_role("button", name="PNG", exact=True).click()
        tall = size(Path(download.value.path()).read_bytes())[1]
        assert tall > 50 * card.locator("tbody tr").count()
