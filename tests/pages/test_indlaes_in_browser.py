"""A delivery from dropping its files to its figures on Overblik; one discarded, one refused."""

import json
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from pathlib import Path
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from cockpit.settings import Settings
from tests.access.written import lines_written
from tests.pages.reading import table_of
from tests.pages.seeing import PHONE, WIDE, faults, overflow, see
from tests.serving import served

LONG = 60_000  # milliseconds; a whole load on a busy machine
ROWS = "[aria-labelledby=drop-rows-title]"
FIGURES = "[aria-label='Nøgletal, der flytter sig']"
CPR_NUMBERS = [f"120380-{4000 + number}" for number in range(60)]
DROP = """([name, text]) => {
    const carried = new DataTransfer();
    carried.items.add(new File([text], name));
    const zone = document.getElementById("drop-zone");
    for (const kind of ["dragover", "drop"])
        zone.dispatchEvent(new DragEvent(kind, { dataTransfer: carried, bubbles: true, cancelable: true }));
}"""


@pytest.fixture(scope="module")
def settings(demo_settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> Settings:
    settings = replace(demo_settings, data_dir=tmp_path_factory.mktemp("dropped") / "data")
    shutil.copytree(demo_settings.data_dir, settings.data_dir)
    return settings


@pytest.fixture(scope="module")
def url(settings: Settings) -> Iterator[str]:
    with served(settings) as url:
        yield url


@pytest.fixture(scope="module")
def later(demo_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo without its last services, and with citizens known by their CPR numbers."""
    folder = tmp_path_factory.mktemp("later")
    services = (demo_folder / "services.csv").read_text("utf-8-sig").splitlines(keepends=True)
    (folder / "services.csv").write_text("".join(services[:-120]), encoding="utf-8")
    for name in ("rates.csv", "reviews.csv"):
        shutil.copy(demo_folder / name, folder)
    citizens = (demo_folder / "citizens.csv").read_text("utf-8-sig").rstrip("\n")
    known = [f"{number};12-03-1980;k;;;" for number in CPR_NUMBERS]
    (folder / "citizens.csv").write_text("\n".join([citizens, *known, ""]), encoding="utf-8")
    return folder


def version(url: str) -> str:
    with urlopen(f"{url}/health") as answer:
        return str(json.load(answer)["version"])


def choose(page: Page, files: Sequence[Path]) -> None:
    with page.expect_file_chooser() as chooser:
        page.locator("#drop-choose").press("Enter")
    chooser.value.set_files(files)


def check(page: Page, title: str) -> None:
    page.get_by_role("button", name="Vis, hvad de ændrer").click()
    expect(page.get_by_role("heading", name=title)).to_be_visible(timeout=LONG)


def confirm(page: Page, name: str, answer: str) -> None:
    page.locator("summary", has_text=name).click()
    page.get_by_role("button", name=answer).click()


def test_dropped_previewed_and_published(
    page: Page, browser: Browser, url: str, settings: Settings, later: Path
) -> None:
    see(page, f"{url}/data")
    page.get_by_role("link", name="Læg en leverance op").click()
    expect(page.locator("#drop-fewer")).to_be_visible()
    page.evaluate(DROP, ["rates.csv", "a file that is then chosen again"])
    expect(page.locator("#drop-list li")).to_have_text(["rates.csv1 kBFjern"])
    choose(page, sorted(later.iterdir()))
    expect(page.locator("#drop-list li")).to_have_count(4)
    expect(page.locator("#drop-as-of")).to_have_value("31-10-2026")
    expect(page.get_by_label("Filerne kommer fra")).to_have_value("canonical")
    expect(page.get_by_label("Filerne kommer fra").locator("option")).to_contain_text(
        ["Standardformat", "Sensum"]
    )
    assert faults(page) == []
    check(page, "Klar til at blive udgivet")
    assert version(url) == "v000001"
    rows = {line[0]: line[1:] for line in table_of(page, ROWS)[1:]}
    new, changed, gone = rows["Indsatser"][:3]
    assert (new, changed) == ("0", "0")
    assert int(gone) > 100
    assert rows["Borgere"][:3] == [str(len(CPR_NUMBERS)), "0", "0"]
    assert rows["Rådgivere"][:3] == ["0", "0", "0"]
    assert rows["Rådgivere"][-1] == "–"
    expect(page.locator("[aria-labelledby=drop-earlier-title] li").first).to_contain_text(" bliver ")
    moved = table_of(page, FIGURES)[1:]
    assert moved
    assert any(line[0].startswith("Borgere") or "personer" in line[0] for line in moved)
    assert all(line[1] != line[2] or line[3] != "Uændret" for line in moved)
    # It lies on the server: another browser sees it, and so does this one when the page is loaded anew.
    other = browser.new_page(viewport=PHONE, color_scheme="dark")
    see(other, f"{url}/data/indlaes")
    expect(other.get_by_role("heading", name="Klar til at blive udgivet")).to_be_visible()
    assert (faults(other), overflow(other)) == ([], 0)
    other.close()
    page.reload()
    with page.expect_download() as download:
        page.get_by_role("link", name="Hent alle afviste rækker (CSV)").click()
    assert download.value.path().read_text("utf-8-sig").startswith("file;line;column;rule;message")
    confirm(page, "Udgiv", "Ja, udgiv")
    expect(page.locator(".notice.done")).to_contain_text("v000002 er udgivet, opgjort pr. 31-10-2026")
    assert version(url) == "v000002"
    page.get_by_role("link", name="Se Overblik").click()
    expect(page.get_by_role("heading", name="Siden sidst")).to_be_visible()
    [done] = [line for line in lines_written(settings) if line.path == "/data/indlaes/udgiv"]
    assert (done.user, done.status, done.filters) == ("lokal", 200, {"version": "v000002"})
    nothing_personal_is_left(settings)


def nothing_personal_is_left(settings: Settings) -> None:
    written = [text.encode() for one in CPR_NUMBERS for text in (one, one.replace("-", ""))]
    for path in settings.data_dir.rglob("*"):
        content = path.read_bytes() if path.is_file() else b""
        assert not [one for one in written if one in content], path.name
    assert [path.name for path in (settings.data_dir / "dropped").iterdir()] == ["lock"]


def test_discarded_it_changes_nothing(page: Page, url: str, settings: Settings, demo_folder: Path) -> None:
    before = version(url)
    see(page, f"{url}/data/indlaes")
    choose(page, [demo_folder / "caseworkers.csv", demo_folder / "ledger.csv"])
    page.get_by_role("button", name="Fjern ledger.csv").click()
    expect(page.locator("#drop-list li")).to_have_count(1)
    page.locator("#drop-as-of").fill("30-11-2026")
    page.keyboard.press("Tab")
    check(page, "Klar til at blive udgivet")
    expect(page.locator("#drop-cards")).to_contain_text("1 fil, hele til og med 30-11-2026.")
    confirm(page, "Kassér", "Ja, kassér")
    expect(page.locator("#drop-zone")).to_be_visible()
    assert version(url) == before
    assert not [*(settings.data_dir / "versions").glob("*.staged")]
    # What the page asks by itself while it waits is not seeing it; what it then shows is.
    done = [path for path, _ in groupby(line.path for line in lines_written(settings))]
    steps = ["", "/begynd", "/filer", "/kontrol", "", "/kasser", ""]
    assert done[: len(steps)] == [f"/data/indlaes{step}" for step in reversed(steps)]


def test_a_refused_delivery_says_why(page: Page, url: str, demo_folder: Path, tmp_path: Path) -> None:
    before = version(url)
    heading, rest = (demo_folder / "rates.csv").read_text("utf-8-sig").split("\n", 1)
    (tmp_path / "rates.csv").write_text(f"{heading.replace('amount', 'beløb')}\n{rest}", encoding="utf-8")
    see(page, f"{url}/data/indlaes")
    page.get_by_role("button", name="Vis, hvad de ændrer").click()
    expect(page.locator("#drop-told")).to_have_text("Vælg først de filer, der skal kontrolleres.")
    choose(page, [tmp_path / "rates.csv"])
    check(page, "Leverancen kan ikke bruges, og intet er ændret")
    expect(page.locator("#drop-cards")).to_contain_text("Kolonnen amount mangler i rates.csv")
    assert page.get_by_text("Udgiv").count() == 0
    assert faults(page) == []
    page.get_by_role("button", name="Læg nye filer op").click()
    expect(page.locator("#drop-zone")).to_be_visible()
    assert version(url) == before


@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["1440", "390"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_and_nothing_overflows(
    browser: Browser, url: str, size: ViewportSize, scheme: str
) -> None:
    page = browser.new_page(viewport=size, color_scheme="dark" if scheme == "dark" else "light")
    see(page, f"{url}/data/indlaes")
    expect(page.locator("#drop-fewer")).to_be_visible()
    assert (faults(page), overflow(page)) == ([], 0)
    page.close()
