"""Own views as their users meet them: saved, found, kept through a new version, said to be gone, deleted."""

import json
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from cockpit.intake import load
from cockpit.own_views import KEPT, own_views
from cockpit.settings import Settings
from cockpit.wording import kroner
from tests.pages.seeing import PHONE, WIDE, at_rest, faults, overflow, see
from tests.pages.test_figures_on_pages import command_line
from tests.screenshots import watch
from tests.serving import AS_OF, served

PRICE = "/noegletal/cost?paragraf=gruppe:botilbud&form=soejler"
NAME = "Pris i botilbud"


@pytest.fixture(scope="module")
def settings(demo_settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """The demo with a data folder of its own, to save and load into."""
    folder = tmp_path_factory.mktemp("own") / "data"
    shutil.copytree(demo_settings.data_dir, folder)
    return replace(demo_settings, data_dir=folder)


@pytest.fixture(scope="module")
def url(settings: Settings) -> Iterator[str]:
    with served(settings) as address:
        yield address


@pytest.fixture
def looking(page: Page, url: str, settings: Settings) -> Iterator[Page]:
    """A page that may not complain, before anything has been saved."""
    (settings.data_dir / KEPT.name).unlink(missing_ok=True)
    problems: list[str] = []
    watch(page, url, problems)
    yield page
    assert problems == []


def save(page: Page, address: str, name: str) -> None:
    see(page, address)
    page.locator("#own-view-new .pill").click()
    page.get_by_label("Navn").fill(name)
    page.get_by_role("button", name="Gem", exact=True).click()
    expect(page.locator("#own-view-saved .pill")).to_contain_text(name)


def test_saved_found_in_the_menu_and_on_overblik(looking: Page, url: str, settings: Settings) -> None:
    save(looking, url + PRICE, f"  {NAME} ")
    expect(looking.locator("#own-view [role=status]")).to_contain_text("er gemt")
    expect(looking.locator("#own-view-saved .pill")).to_be_focused()
    assert faults(looking) == []
    # At once, for everyone, whichever of the server's processes answers.
    for _ in range(4):
        see(looking, url)
        expect(looking.locator("#nav .own")).to_have_text(NAME)
    cost = command_line(settings, "cost", "from_year=2022", "to_year=2026", "group=botilbud")
    tile = looking.locator(".own-tiles .tile")
    expect(tile.locator(".tile-value")).to_have_text(kroner(cost[-1]["unit_cost"]))
    looking.locator("#nav .own").first.click()
    looking.wait_for_url(url + PRICE)
    at_rest(looking)
    drawn = looking.evaluate("document.querySelector('.js-plotly-plot').data.map(({type, y}) => [type, y])")
    assert drawn == [["bar", [row["unit_cost"] for row in cost]]]
    expect(looking.locator("#nav [aria-current]")).to_have_text(NAME)


def test_renamed_and_deleted_by_keyboard(looking: Page, url: str, settings: Settings) -> None:
    save(looking, url + PRICE, NAME)
    save(looking, f"{url}/noegletal/caseload", "Sagstal")
    press = looking.keyboard.press
    looking.locator("#own-view-saved .pill").focus()
    press("Enter")
    field = looking.get_by_label("Navn")
    field.focus()
    field.fill(NAME.upper())
    press("Enter")
    expect(looking.locator(".own-wrong")).to_contain_text("allerede en visning")
    field.fill("Sagstal pr. team")
    press("Enter")
    expect(looking.locator("#own-view-saved .pill")).to_contain_text("Sagstal pr. team")
    expect(looking.locator("#nav .own")).to_have_text([NAME, "Sagstal pr. team"])
    looking.locator(".asks summary").focus()
    press("Enter")
    expect(looking.locator(".asks p")).to_have_text("Skal »Sagstal pr. team« slettes for alle?")
    press("Tab")
    press("Enter")
    expect(looking.locator("#own-view [role=status]")).to_contain_text("kan gemmes igen")
    expect(looking.locator("#nav .own")).to_have_text([NAME])
    assert [view.name for view in own_views(settings.data_dir)] == [NAME]


def test_kept_through_a_new_version(looking: Page, url: str, settings: Settings, demo_folder: Path) -> None:
    save(looking, url + PRICE, NAME)
    assert load(demo_folder, AS_OF, settings, progress=print).version
    see(looking, url)
    expect(looking.locator("#nav .own")).to_have_text(NAME)
    expect(looking.locator(".own-tiles .tile-value")).to_contain_text("kr.")


def test_what_is_gone_says_so_and_can_be_deleted(looking: Page, url: str, settings: Settings) -> None:
    gone = {"id": "1", "name": "Et gammelt tal", "figure": "taget_ud", "query": "by=section"}
    changed = {"id": "2", "name": "Farvet", "figure": "cost", "query": "farve=1"}
    (settings.data_dir / KEPT.name).write_text(json.dumps({"views": [gone, changed]}), encoding="utf-8")
    see(looking, url)
    expect(looking.locator("#nav .own").first).to_contain_text("findes ikke mere")
    tiles = looking.locator(".own-tiles .tile")
    expect(tiles.first).to_contain_text("Nøgletallet findes ikke mere")
    expect(tiles.last).to_contain_text("»farve«, som nøgletallet ikke har mere")
    assert faults(looking) == []
    tiles.last.get_by_role("link").click()
    expect(looking.locator(".notice")).to_contain_text("»farve« er ikke en parameter")
    expect(looking.locator("#own-view-saved .pill")).to_contain_text("Farvet")
    looking.locator("#nav .own").first.click()
    expect(looking.locator("h1")).to_have_text("Nøgletallet findes ikke mere")
    assert faults(looking) == []
    looking.locator(".asks summary").click()
    looking.get_by_role("button", name="Ja, slet").click()
    expect(looking.locator("#nav .own")).to_have_text(["Farvet"])
    expect(looking.locator("#own-view")).to_have_text("Visningen er slettet.")
    assert looking.request.get(f"{url}/noegletal/taget_ud").status == 404


def test_a_damaged_file_is_told_and_nothing_falls(looking: Page, url: str, settings: Settings) -> None:
    (settings.data_dir / KEPT.name).write_text("{", encoding="utf-8")
    see(looking, url)
    expect(looking.locator(".own-tiles .notice")).to_contain_text("er beskadiget")
    expect(looking.locator("#nav .nav-note")).to_contain_text("Kan ikke læses")
    expect(looking.locator(".tile-value").first).to_be_visible()
    see(looking, url + PRICE)
    expect(looking.locator("#own-view")).to_contain_text("er beskadiget")
    assert looking.locator(".failed").count() == 0


@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["1440", "390"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_form_and_the_tiles_at_both_widths(
    browser: Browser, looking: Page, url: str, settings: Settings, size: ViewportSize, scheme: str
) -> None:
    save(looking, url + PRICE, "Et navn på tres tegn uden mellemrum_i_den_sidste_halvdel_xyz")
    page = browser.new_page(viewport=size, color_scheme="dark" if scheme == "dark" else "light")
    for address, form in ((url + PRICE, "saved"), (f"{url}/noegletal/caseload", "new")):
        see(page, address)
        page.locator(f"#own-view-{form} .pill").click()
        expect(page.get_by_label("Navn")).to_be_visible()
        assert faults(page) == []
        assert overflow(page) == 0
    see(page, url)
    assert faults(page) == []
    assert overflow(page) == 0
    page.close()


def test_another_site_cannot_save(looking: Page, url: str, settings: Settings) -> None:
    asked = {"what": "save", "view": "", "name": "Fremmed", "path": "/noegletal/cost", "search": "", "at": 1}
    body = {
        "output": "..own-views.data...own-view-wrong.children..",
        "outputs": [
            {"id": "own-views", "property": "data"}, {"id": "own-view-wrong", "property": "children"},
        ],
        "inputs": [{"id": "own-view-asked", "property": "data", "value": asked}],
        "changedPropIds": ["own-view-asked.data"],
    }  # fmt: skip
    elsewhere = {"Origin": "http://ondsindet.dk", "Sec-Fetch-Site": "cross-site"}
    answer = looking.request.post(f"{url}/_dash-update-component", data=body, headers=elsewhere)
    assert answer.status == 403
    assert own_views(settings.data_dir) == ()
    assert looking.request.post(f"{url}/_dash-update-component", data=body).status == 200
    assert [view.name for view in own_views(settings.data_dir)] == ["Fremmed"]
