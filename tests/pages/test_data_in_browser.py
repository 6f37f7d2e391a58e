"""Data in a browser: deliveries, rejected rows to choose and fetch, and a version that is damaged."""

import csv
import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from io import StringIO
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from cockpit.intake import contracts, load
from cockpit.intake.loaded import Choice, rejected_rows
from cockpit.keyfigures import run
from cockpit.settings import Settings
from cockpit.warehouse import Warehouse, current_version
from cockpit.wording import number
from tests.pages.reading import csv_rows, table_of
from tests.pages.seeing import PHONE, WIDE, at_rest, faults, see
from tests.serving import served

DELIVERIES, EXTRACTS, REJECTED = (
    f"[aria-labelledby=data-{part}-title]" for part in ("deliveries", "extracts", "rejected")
)


@pytest.fixture(scope="module")
def history(demo_settings: Settings, demo_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """The demo, then caseload alone (the rest is carried over), then a delivery that is refused."""
    home = tmp_path_factory.mktemp("history")
    settings = replace(demo_settings, data_dir=home / "data")
    shutil.copytree(demo_settings.data_dir, settings.data_dir)
    caseload, broken = home / "sagstal-november", home / "uden-beløb"
    for folder, names in ((caseload, ("case_assignments.csv", "caseworkers.csv")), (broken, ("rates.csv",))):
        folder.mkdir()
        for name in names:
            shutil.copy(demo_folder / name, folder)
    heading, rest = (broken / "rates.csv").read_text("utf-8-sig").split("\n", 1)
    (broken / "rates.csv").write_text(f"{heading.replace('amount', 'beløb')}\n{rest}", encoding="utf-8")
    assert load(caseload, date(2026, 11, 15), settings, progress=print).version
    assert load(broken, date(2026, 11, 20), settings, progress=print).refusals
    return settings


@pytest.fixture(scope="module")
def history_url(history: Settings) -> Iterator[str]:
    with served(history) as url:
        yield url


def shown_rejected(page: Page) -> list[list[str]]:
    return table_of(page, REJECTED)[1:]


def test_the_tiles_are_the_figure(page: Page, served_url: str, warehouse: Warehouse) -> None:
    see(page, f"{served_url}/data")
    rows = run("load_quality", {}, warehouse=warehouse).rows
    values = page.locator(".tile-value").all_inner_texts()
    loaded = sum(row["rows_loaded"] for row in rows)
    rejected = sum(row["rows_rejected"] for row in rows)
    assert [value.strip() for value in values[:3]] == ["31-10-2026", number(loaded), number(rejected)]
    page.locator(".tile", has_text="Afviste rækker").click()
    expect(page).to_have_url(re.compile(r"/noegletal/load_quality\?vis=rows_rejected$"))
    at_rest(page)
    assert page.locator(".failed").count() == 0


def test_no_filters_stand_where_they_change_nothing(page: Page, served_url: str) -> None:
    see(page, f"{served_url}/data?omraade=voksne")
    assert page.locator("#filters *").count() == 0
    page.locator("#nav").get_by_role("link", name="Sagstal").click()
    expect(page).to_have_url(re.compile(r"/sagstal\?omraade=voksne$"))


def test_the_extracts_are_load_quality(page: Page, served_url: str, warehouse: Warehouse) -> None:
    see(page, f"{served_url}/data")
    rows = run("load_quality", {}, warehouse=warehouse).rows
    table = table_of(page, EXTRACTS)
    assert [line[2:6] for line in table[1:]] == [
        [number(row[name]) for name in ("rows_read", "rows_loaded", "rows_rejected", "warnings")]
        for row in rows
    ]
    file = csv_rows(page, EXTRACTS)
    assert file[0] == table[0]
    assert [[line[0], line[6], line[7]] for line in file] == [[line[0], line[6], line[7]] for line in table]


def test_deliveries_refused_and_carried_over_are_told(page: Page, history_url: str) -> None:
    see(page, f"{history_url}/data")
    table = table_of(page, DELIVERIES)
    assert [line[:2] for line in table[1:]] == [
        ["20-11-2026", "uden-beløb"], ["15-11-2026", "sagstal-november"], ["31-10-2026", "delivery"],
    ]  # fmt: skip
    assert [line[2][:6] for line in table[1:]] == ["Afvist", "I brug", "Gemt"]
    assert "Kolonnen amount mangler i rates.csv" in table[1][2]
    expect(page.locator(DELIVERIES)).to_contain_text("Den seneste leverance blev afvist")
    assert [line[:2] for line in csv_rows(page, DELIVERIES)] == [line[:2] for line in table]
    carried = len(contracts()) - 2
    expect(page.locator(f"{EXTRACTS} .status")).to_have_count(carried)
    expect(page.locator(".tile", has_text="Udtræk i brug")).to_contain_text(
        f"{carried} videreført, ældste opgjort pr. 31-10-2026"
    )
    expect(page.locator(REJECTED)).to_contain_text("2 rækker er afvist, flest i")
    expect(page.locator(REJECTED)).to_contain_text("er ikke på listen: de kom med en tidligere leverance")


def test_a_refusal_is_seen_at_once(page: Page, history: Settings, history_url: str, tmp_path: Path) -> None:
    see(page, f"{history_url}/data")
    before = len(table_of(page, DELIVERIES))
    (tmp_path / "tom").mkdir()
    (tmp_path / "tom" / "rates.csv").write_text("service_id\n")
    load(tmp_path / "tom", date(2026, 11, 21), history, progress=print)
    see(page, f"{history_url}/data")
    assert len(table_of(page, DELIVERIES)) == before + 1


def test_rejected_rows_are_chosen_and_fetched(page: Page, served_url: str, warehouse: Warehouse) -> None:
    see(page, f"{served_url}/data")
    everything = rejected_rows(warehouse.reader(), Choice())
    assert [line[:2] for line in shown_rejected(page)] == [[r["file"], str(r["line"])] for r in everything]
    assert csv_rows(page, REJECTED)[1:] == shown_rejected(page)
    page.locator("#rejected-extract > summary").click()
    page.get_by_role("link", name="Takster (4)").click()
    expect(page).to_have_url(re.compile(r"\?udtraek=rates$"))
    at_rest(page)
    assert [line[0] for line in shown_rejected(page)] == ["rates.csv"] * 4
    page.locator("#rejected-text").fill("uge")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"\?udtraek=rates&soeg=uge$"))
    expect(page.locator(f"{REJECTED} tbody tr")).to_have_count(1)
    expect(page.locator("#rejected-text")).to_be_focused()
    expect(page.locator("#rejected-text")).to_have_value("uge")
    with page.expect_download() as download:
        page.get_by_role("link", name="Hent de 1 valgte (CSV)").click()
    text = download.value.path().read_text("utf-8-sig")
    lines = list(csv.reader(StringIO(text), delimiter=";"))
    assert ["Søgning", "uge"] in lines
    assert lines[lines.index([]) + 2 :] == shown_rejected(page)
    page.locator("#rejected-controls").get_by_role("link", name="Nulstil").click()
    expect(page).to_have_url(re.compile(r"/data$"))
    expect(page.locator(f"{REJECTED} tbody tr")).to_have_count(len(everything))


def test_a_choice_that_fits_nothing_says_so(page: Page, served_url: str) -> None:
    see(page, f"{served_url}/data?soeg=k%C3%A6nguru&regel=x&side=9")
    expect(page.locator(".notice")).to_have_count(2)
    expect(page.locator(REJECTED)).to_contain_text("Ingen afviste rækker passer til valget")
    expect(page.locator("#rejected-text")).to_have_value("kænguru")


@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["1440", "390"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_and_nothing_overflows(
    browser: Browser, history_url: str, size: ViewportSize, scheme: str
) -> None:
    page = browser.new_page(viewport=size, color_scheme="dark" if scheme == "dark" else "light")
    see(page, f"{history_url}/data?soeg=a")
    page.locator("#rejected-rule > summary").click()
    assert faults(page) == []
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    page.close()


def test_a_version_damaged_while_served_is_told_on_every_page(
    page: Page, history: Settings, tmp_path: Path
) -> None:
    settings = replace(history, data_dir=tmp_path / "data")
    shutil.copytree(history.data_dir, settings.data_dir)
    newest = current_version(settings.data_dir)
    assert newest
    with served(settings) as url:
        see(page, f"{url}/sagstal")
        expect(page.locator("#as-of")).to_have_text("Opgjort pr. 15-11-2026")
        expect(page.locator(".banner")).to_contain_text("blev afvist")
        content = bytearray(newest.path.read_bytes())
        content[len(content) // 2] ^= 1
        newest.path.write_bytes(content)
        for path in ("/sagstal", "/", "/noegletal", "/data"):
            page.wait_for_timeout(300)
            see(page, url + path)
            expect(page.locator(".banner").first).to_contain_text("Den nyeste version kan ikke læses")
            expect(page.locator(".banner").first).to_contain_text("opgjort pr. 31-10-2026")
            expect(page.locator("#as-of")).to_have_text("Opgjort pr. 31-10-2026")
        expect(page.locator(DELIVERIES)).to_contain_text("Kan ikke læses")
        assert faults(page) == []


def test_a_first_delivery_that_is_refused_is_told_before_anything_is_loaded(
    page: Page, demo_settings: Settings, tmp_path: Path
) -> None:
    settings = replace(demo_settings, data_dir=tmp_path / "data", key_file=tmp_path / "key")
    (tmp_path / "første").mkdir()
    (tmp_path / "første" / "rates.csv").write_text("service_id\n")
    assert load(tmp_path / "første", date(2026, 10, 31), settings, progress=print).refusals
    with served(settings) as url:
        see(page, f"{url}/data")
        expect(page.locator(".failed")).to_contain_text("Der er ikke indlæst data endnu")
        expect(page.locator(DELIVERIES)).to_contain_text("Afvist")
