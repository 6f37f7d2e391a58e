"""Fact sheets as their users meet them: made, moved, written, filled by a new version, shown to a hall."""

import json
import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from cockpit.demo import write_demo
from cockpit.intake import load
from cockpit.settings import Settings
from cockpit.sheets.keeping import KEPT, kept_sets
from tests.pages.seeing import PHONE, WIDE, at_rest, faults, overflow, see
from tests.screenshots import watch
from tests.serving import AS_OF, served

HALL: ViewportSize = {"width": 1920, "height": 1080}
SHOW = "/temamoede/klar-botilbud/vis"
# Every piece of text that is seen, with its size on the screen and its contrast to what lies under it.
READ = """() => {
    const parts = (colour) => colour.match(/[\\d.]+/g).slice(0, 3).map((part) => part / 255);
    const linear = (part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
    const light = (colour) => { const [r, g, b] = parts(colour).map(linear);
        return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
    const seen = (part) => part.checkVisibility() && part.getBoundingClientRect().width > 2;
    const texts = [...document.querySelectorAll('main *')].filter((part) => seen(part)
        && [...part.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim()));
    return texts.map((part) => {
        const look = getComputedStyle(part), box = part.getBoundingClientRect();
        const svg = part.closest('svg');
        const scale = svg ? svg.getBoundingClientRect().width / svg.viewBox.baseVal.width : 1;
        const under = document.elementsFromPoint(box.x + box.width / 2, box.y + box.height / 2)
            .find((one) => ['rect', 'path', 'polygon'].includes(one.tagName));
        const ink = light(svg ? look.fill : look.color);
        const paper = light(under ? getComputedStyle(under).fill : 'rgb(255, 255, 255)');
        return { text: part.textContent.trim(), size: parseFloat(look.fontSize) * scale,
            contrast: (Math.max(ink, paper) + 0.05) / (Math.min(ink, paper) + 0.05),
            outside: box.right > innerWidth + 1 || box.bottom > innerHeight + 1 };
    });
}"""


@pytest.fixture(scope="module")
def settings(demo_settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """The demo with a data folder of its own, to keep sets and load into."""
    folder = tmp_path_factory.mktemp("meeting") / "data"
    shutil.copytree(demo_settings.data_dir, folder)
    return replace(demo_settings, data_dir=folder)


@pytest.fixture(scope="module")
def url(settings: Settings) -> Iterator[str]:
    with served(settings) as address:
        yield address


@pytest.fixture
def looking(page: Page, url: str, settings: Settings) -> Iterator[Page]:
    """A page that may not complain, before anything has been made."""
    (settings.data_dir / KEPT.name).unlink(missing_ok=True)
    problems: list[str] = []
    watch(page, url, problems)
    yield page
    assert problems == []


def titles(page: Page) -> list[str]:
    return page.locator(".sheet-beside h2").all_text_contents()


def own_edition(page: Page, url: str) -> None:
    see(page, f"{url}/temamoede")
    page.get_by_role("button", name="Lav din egen udgave af Voksne i botilbud").click()
    page.wait_for_url("**/temamoede/*")
    expect(page.locator(".sheet-item")).to_have_count(6)


def test_made_moved_by_keyboard_and_written(looking: Page, url: str, settings: Settings) -> None:
    own_edition(looking, url)
    first, second, *rest = titles(looking)
    looking.get_by_role("button", name="Flyt ned: planche 1").focus()
    looking.keyboard.press("Enter")
    expect(looking.locator(".sheet-beside h2").first).to_have_text(second)
    assert titles(looking) == [second, first, *rest]
    expect(looking.get_by_role("button", name="Flyt ned: planche 2")).to_be_focused()
    looking.locator(".sheet-edit summary").first.click()
    form = looking.locator("form[data-form=write]").first
    expect(form.get_by_label("Budskab")).to_have_attribute("placeholder", second)
    form.get_by_label("Budskab").fill("Vi mangler boliger")
    # What is not saved yet stands through another change.
    looking.get_by_role("button", name="Flyt op: planche 4").click()
    expect(looking.locator(".sheet-top [role=status]")).to_have_text("Rækkefølgen er gemt.")
    at_rest(looking)
    expect(form.get_by_label("Budskab")).to_have_value("Vi mangler boliger")
    form.get_by_role("checkbox").first.check()
    form.get_by_role("button", name="Gem planchen").click()
    expect(form.get_by_role("alert")).to_have_text(
        "Der er valgt 1 tal. Vælg 3 til 5, eller fjern alle fluebenene."
    )
    form.get_by_role("checkbox").first.uncheck()
    form.get_by_role("button", name="Gem planchen").click()
    expect(form.get_by_role("status")).to_have_text("Planchen er gemt.")
    expect(looking.locator(".sheet .title").first).to_have_text("Vi mangler boliger")
    assert faults(looking) == []
    form.get_by_role("button", name="Brug forslaget").click()
    form.get_by_role("button", name="Gem planchen").click()
    expect(looking.locator(".sheet .title").first).to_have_text(second)
    looking.locator(".sheet-asks summary").first.click()
    looking.get_by_role("button", name="Ja, fjern").first.click()
    expect(looking.locator(".sheet-item")).to_have_count(5)
    (kept,) = kept_sets(settings.data_dir)
    assert [sheet.topic for sheet in kept.sheets[:2]] == ["flow", "unit_cost"]


def test_moved_by_the_mouse_and_added_where_it_may_be(looking: Page, url: str, settings: Settings) -> None:
    own_edition(looking, url)
    before = titles(looking)
    looking.locator(".sheet-grip").nth(1).drag_to(
        looking.locator(".sheet-item").first, target_position={"x": 40, "y": 8}
    )
    expect(looking.locator(".sheet-beside h2").first).to_have_text(before[1])
    # The page is drawn anew when the order has been kept; what was chosen before that is lost.
    expect(looking.locator(".sheet-top [role=status]")).to_have_text("Rækkefølgen er gemt.")
    at_rest(looking)
    looking.get_by_label("Emne").select_option("Sagstal")
    expect(looking.locator("form[data-form=add]").get_by_label("Handler om")).to_have_value(":")
    looking.get_by_role("button", name="Tilføj planche").click()
    expect(looking.locator(".sheet-item")).to_have_count(7)
    (kept,) = kept_sets(settings.data_dir)
    assert [sheet.topic for sheet in kept.sheets] == [
        "sections", "flow", "ages", "unit_cost", "intervals", "market", "caseload",
    ]  # fmt: skip
    looking.get_by_text("Slet sættet").click()
    looking.get_by_role("button", name="Ja, slet").click()
    looking.wait_for_url("**/temamoede")
    assert kept_sets(settings.data_dir) == ()


def test_the_show_is_read_from_the_back_row(browser: Browser, url: str) -> None:
    page = browser.new_page(viewport=HALL, color_scheme="dark")
    problems: list[str] = []
    watch(page, url, problems)
    page.goto(url + SHOW)
    page.evaluate("document.fonts.ready")
    for number in range(1, 7):
        expect(page.locator("section:not([hidden]) .page")).to_have_text(f"{number} / 6")
        texts = page.evaluate(READ)
        assert len(texts) > 10
        assert [one for one in texts if one["size"] < 23.9 or one["contrast"] < 7 or one["outside"]] == []
        page.keyboard.press("ArrowRight" if number % 2 else "PageDown")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert faults(page) == []
    for key, number in (
        ("Home", 1),
        ("End", 6),
        ("ArrowLeft", 5),
        (" ", 6),
        ("PageUp", 5),
        ("Home", 1),
        (" ", 2),
    ):
        page.keyboard.press(key)
        expect(page.locator("section:not([hidden])")).to_have_id(f"planche-{number}")
    page.locator("section:not([hidden]) .sheet-part.chart a").click()
    page.wait_for_url("**/noegletal/stock_flow?*by=section*")
    page.go_back()
    expect(page.locator("section:not([hidden])")).to_have_id("planche-2")
    page.keyboard.press("Escape")
    page.wait_for_url("**/temamoede/klar-botilbud")
    assert problems == []
    page.close()


def test_the_show_on_a_telephone(browser: Browser, url: str) -> None:
    page = browser.new_page(viewport=PHONE)
    page.goto(url + SHOW)
    assert overflow(page) == 0
    page.evaluate("document.fonts.ready")
    texts = page.evaluate(READ)
    assert len(texts) > 60
    assert [one for one in texts if one["size"] < 14.9] == []
    assert faults(page) == []
    page.close()


@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["1440", "390"])
def test_the_builder_at_both_widths(looking: Page, browser: Browser, url: str, size: ViewportSize) -> None:
    own_edition(looking, url)
    page = browser.new_page(viewport=size, color_scheme="dark" if size is PHONE else "light")
    for address in (looking.url, f"{url}/temamoede/klar-boern-og-familier"):
        see(page, address)
        for summary in page.locator(".sheet-edit summary").all()[:1]:
            summary.click()
        assert faults(page) == []
        assert overflow(page) == 0
    page.close()


def test_a_new_version_fills_them_anew_and_tells_what_moved(
    looking: Page, url: str, settings: Settings, tmp_path: Path
) -> None:
    own_edition(looking, url)
    kept = settings.data_dir / KEPT.name
    texts = json.loads(kept.read_text(encoding="utf-8"))
    texts["sets"][0]["sheets"][0]["title"] = "Vores egne ord"
    kept.write_text(json.dumps(texts), encoding="utf-8")
    see(looking, looking.url)
    before = looking.locator(".sheet .numbers b").all_text_contents()
    expect(looking.locator(".sheet-moved")).to_have_count(0)
    write_demo(tmp_path / "next", seed=2)
    assert load(tmp_path / "next", AS_OF, settings, progress=print).version
    see(looking, looking.url)
    at_rest(looking)
    expect(looking.locator(".sheet .title").first).to_have_text("Vores egne ord")
    assert looking.locator(".sheet .numbers b").all_text_contents() != before
    told = looking.locator(".sheet-moved li").first.text_content() or ""
    assert re.search(
        r": var [\d.,]+.* pr. 31-10-2026, da teksten blev skrevet, og er nu ([\d.,]+|skjult)", told
    ), told
