"""Fact sheets as their users meet them: made, moved, written, filled by a new version, shown to a hall."""

import json
import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, ViewportSize, expect

from cockpit.demo import write_demo
from cockpit.intake import load
from cockpit.settings import Settings
from cockpit.sheets.keeping import KEPT, kept_sets
from tests.pages.seeing import PHONE, WIDE, at_rest, faults, overflow, see
from tests.screenshots import watch
from tests.serving import AS_OF, served


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
    expect(looking.locator("#sheets-told")).to_have_text("Rækkefølgen er gemt. Planchen er nu nr. 3.")
    at_rest(looking)
    expect(form.get_by_label("Budskab")).to_have_value("Vi mangler boliger")
    form.get_by_role("checkbox").first.check()
    form.get_by_role("button", name="Gem planchen").click()
    expect(form.get_by_role("alert")).to_have_text(
        "Der er valgt 1 tal. Vælg 3 til 5, eller fjern alle fluebenene."
    )
    form.get_by_role("checkbox").first.uncheck()
    form.get_by_role("button", name="Gem planchen").click()
    expect(looking.locator("#sheets-told")).to_have_text("Planchen er gemt.")
    expect(form.get_by_text("Ikke gemt endnu")).to_be_hidden()
    expect(looking.locator(".sheet .title").first).to_have_text("Vi mangler boliger")
    assert faults(looking) == []
    form.get_by_label("Tendenser").fill("Et ord " * 140)
    form.get_by_role("button", name="Gem planchen").click()
    expect(looking.locator("#sheets-told")).to_contain_text("Den har ikke plads til al teksten")
    expect(looking.locator(".sheet-moved").first).to_contain_text("kan læses fra bagerste række")
    form.get_by_label("Tendenser").fill("")
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


def topics(settings: Settings) -> list[str]:
    return [sheet.topic for sheet in kept_sets(settings.data_dir)[0].sheets]


def test_quick_moves_are_all_kept(looking: Page, url: str, settings: Settings) -> None:
    own_edition(looking, url)
    before = topics(settings)
    looking.get_by_role("button", name="Flyt ned: planche 1").focus()
    for _ in range(3):
        looking.keyboard.press("Enter")
    expect(looking.locator("#sheets-told")).to_have_text("Rækkefølgen er gemt. Planchen er nu nr. 4.")
    expect(looking.get_by_role("button", name="Flyt ned: planche 4")).to_be_focused()
    assert topics(settings) == [*before[1:4], before[0], *before[4:]]


def test_what_is_chosen_while_the_page_is_drawn_anew_stands(looking: Page, url: str) -> None:
    own_edition(looking, url)
    held: list[Route] = []

    def hold(route: Route) -> None:
        """The answer that draws the sheets comes when the reader has gone on."""
        draws = '"output":"..sheets-cards' in (route.request.post_data or "")
        held.append(route) if draws else route.continue_()

    looking.route(re.compile("_dash-update-component"), hold)
    looking.get_by_role("button", name="Flyt ned: planche 1").click()
    expect(looking.locator("#sheets-told")).to_have_text("Rækkefølgen er gemt. Planchen er nu nr. 2.")
    looking.locator("#sheet-set form[data-form=rename]").get_by_label("Sættets navn").fill(" ")
    looking.get_by_role("button", name="Omdøb").click()
    expect(looking.get_by_text("Skriv et navn til plancherne.")).to_be_visible()
    adding = looking.locator("form[data-form=add]")
    adding.get_by_label("Emne").select_option("Sagstal")
    looking.locator(".sheet-edit summary").nth(2).click()
    message = looking.locator("form[data-form=write]").nth(2).get_by_label("Budskab")
    message.fill("Vi mangler boliger")
    message.press("Home")
    message.press("ArrowRight")
    looking.evaluate("document.querySelector('.sheet-item').dataset.old = ''")
    assert held
    for route in held:
        route.continue_()
    looking.wait_for_function("() => !document.querySelector('[data-old]')")
    expect(adding.get_by_label("Emne")).to_have_value("caseload")
    expect(adding.get_by_label("Handler om")).to_have_value(":")
    expect(looking.get_by_text("Skriv et navn til plancherne.")).to_be_visible()
    expect(message).to_have_value("Vi mangler boliger")
    expect(message).to_be_focused()
    assert message.evaluate("field => field.selectionStart") == 1


def test_two_who_write_lose_nothing_unsaid(looking: Page, browser: Browser, url: str) -> None:
    own_edition(looking, url)
    other = browser.new_page()
    see(other, looking.url)
    for page, words in ((other, "Den andens ord"), (looking, "Mine ord")):
        for number in range(2):
            page.locator(".sheet-edit summary").nth(number).click()
            page.locator("form[data-form=write]").nth(number).get_by_label("Budskab").fill(words)
    other.get_by_role("button", name="Gem planchen").first.click()
    expect(other.locator("#sheets-told")).to_have_text("Planchen er gemt.")
    form = looking.locator("form[data-form=write]").first
    form.get_by_role("button", name="Gem planchen").click()
    expect(form.get_by_role("alert")).to_contain_text("En anden har ændret planchen imens.")
    expect(looking.locator(".sheet .title").first).to_have_text("Den andens ord")
    expect(form.get_by_label("Budskab")).to_have_value("Mine ord")
    form.get_by_role("button", name="Gem planchen").click()
    expect(looking.locator(".sheet .title").first).to_have_text("Mine ord")
    # One that is removed leaves what was being written on it.
    other.locator(".sheet-asks summary").nth(1).click()
    other.get_by_role("button", name="Ja, fjern").click()
    expect(other.locator(".sheet-item")).to_have_count(5)
    looking.get_by_role("button", name="Gem planchen").nth(1).click()
    expect(looking.locator(".sheet-item")).to_have_count(5)
    rescued = looking.locator("#sheets-rescued")
    expect(rescued).to_contain_text("en anden har fjernet den, mens du skrev")
    expect(rescued.get_by_label("Din tekst")).to_have_value(re.compile("^Mine ord"))
    assert faults(looking) == []
    other.close(run_before_unload=False)


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
