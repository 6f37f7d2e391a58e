"""What opens and closes, where the focus goes, light and dark, and the fold on a phone."""

import re
import time

from playwright.sync_api import Browser, Page, Route, expect

from tests.pages.seeing import PHONE, faults, see


def test_axe_finds_nothing_in_what_opens(watched: Page, served_url: str) -> None:
    see(watched, f"{served_url}/til-og-afgang")
    for pill in ("Paragraf", "Periode"):
        watched.locator("#filters summary", has_text=pill).click()
        assert faults(watched) == []
        watched.keyboard.press("Escape")
    watched.locator(".flow-card").get_by_role("button", name="Vis som tabel").click()
    watched.locator(".flow-card").get_by_role("button", name="Hvad tæller vi?").click()
    watched.locator(".panel summary:visible").click()
    assert faults(watched) == []


def test_the_keyboard_reaches_everything(watched: Page, served_url: str) -> None:
    see(watched, served_url)
    watched.keyboard.press("Tab")
    expect(watched.locator(":focus")).to_have_text("Gå til indholdet")
    pill = watched.locator("#filters summary", has_text="Ejer")
    pill.focus()
    watched.keyboard.press("Enter")
    watched.keyboard.press("Tab")
    watched.keyboard.press("Tab")
    watched.keyboard.press("Enter")
    expect(watched).to_have_url(re.compile(r"ejer=own"))
    expect(watched.locator(":focus")).to_contain_text("Egne tilbud")
    watched.keyboard.press("Escape")
    expect(watched.locator(":focus")).to_contain_text("Ejer")
    assert not watched.locator(".menu-box:visible").count()


def test_the_focus_outlives_an_answer_that_comes_late(watched: Page, served_url: str) -> None:
    see(watched, served_url)
    pill = watched.locator("#filters summary", has_text="Ejer")
    pill.click()
    watched.route("**/_dash-update-component", answered_late)
    watched.locator(".pill-menu[open]").get_by_role("link", name="Egne tilbud").press("Enter")
    watched.keyboard.press("Escape")
    expect(pill).to_contain_text("Egne tilbud")
    expect(pill).to_be_focused()
    assert not watched.locator(".menu-box:visible").count()


def answered_late(route: Route) -> None:
    answer = route.fetch()
    time.sleep(0.5)
    route.fulfill(response=answer)


def test_the_definition_opens_beside_the_chart_and_gives_focus_back(watched: Page, served_url: str) -> None:
    see(watched, served_url)
    button = watched.locator(".flow-card").get_by_role("button", name="Hvad tæller vi?")
    button.click()
    panel = watched.locator(".panel:visible")
    expect(panel).to_be_focused()
    for part in ("Tæller", "Hvorfor", "Spørg om", "Forbehold", "Kilde og ejer", "SQL"):
        expect(panel).to_contain_text(part)
    watched.keyboard.press("Escape")
    expect(button).to_be_focused()


def test_light_and_dark_with_the_charts_and_remembered(watched: Page, served_url: str) -> None:
    see(watched, served_url)
    surface = "document.querySelector('.js-plotly-plot').layout.paper_bgcolor"
    assert watched.evaluate(surface) == "#FFFFFF"
    watched.get_by_role("button", name="Mørkt udseende").click()
    watched.wait_for_function(f"() => {surface} === '#16232A'")
    see(watched, f"{served_url}/til-og-afgang")
    assert watched.evaluate(surface) == "#16232A"
    assert watched.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(14, 23, 28)"


def test_a_new_page_has_its_name_and_its_heading_in_focus(watched: Page, served_url: str) -> None:
    see(watched, served_url)
    expect(watched).to_have_title("Overblik – Styringscockpit")
    watched.locator("#nav").get_by_role("link", name="Til- og afgang").click()
    expect(watched).to_have_title("Til- og afgang – Styringscockpit")
    expect(watched.locator("h1")).to_be_focused()
    expect(watched.locator("#nav [aria-current=page]")).to_have_text("Til- og afgang")


def test_what_is_open_stays_open_when_the_figures_change(watched: Page, served_url: str) -> None:
    see(watched, f"{served_url}/til-og-afgang")
    watched.locator(".flow-card").get_by_role("button", name="Vis som tabel").click()
    watched.get_by_role("link", name="År", exact=True).click()
    watched.wait_for_selector(".choices a[aria-current]:text-is('År')")
    expect(watched.locator("#til-og-afgang-flow-table")).to_be_visible()


def test_a_phone_folds_navigation_and_filters(browser: Browser, served_url: str) -> None:
    page = browser.new_page(viewport=PHONE)
    see(page, f"{served_url}/?ejer=own&kommune=all")
    expect(page.locator("#filter-button")).to_have_text("Filtre 2")
    assert not page.locator("#filters").is_visible()
    page.locator("#filter-button").click()
    expect(page.locator("#filters")).to_be_visible()
    assert not page.locator("#nav").is_visible()
    page.locator("#menu-button").click()
    page.locator("#nav").get_by_role("link", name="Til- og afgang").click()
    expect(page).to_have_url(re.compile("/til-og-afgang"))
    assert not page.locator("#nav").is_visible()
    page.close()


def test_on_a_phone_the_chart_follows_the_two_first_tiles(browser: Browser, served_url: str) -> None:
    page = browser.new_page(viewport=PHONE)
    see(page, served_url)
    tops = [page.locator(".tile").nth(place).bounding_box() for place in (0, 1, 2)]
    chart = page.locator(".flow-card .js-plotly-plot").bounding_box()
    assert chart
    assert all(tops)
    first, second, third = (box["y"] for box in tops if box)
    assert first == second < chart["y"] < third
    assert chart["y"] < PHONE["height"]
    # Redrawn by quarter, not shrunk.
    assert "kvt." in page.evaluate(
        "document.querySelector('.flow-card .js-plotly-plot').layout.xaxis.ticktext[0]"
    )
    page.close()
