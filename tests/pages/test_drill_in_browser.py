"""By the keyboard down from a chart and up again, and no hand where no click leads anywhere."""

import re

from playwright.sync_api import Page, expect

from cockpit.components.drill import BY_KEYBOARD
from tests.pages.seeing import at_rest, see

FLOW, RAPID, STREAMS = (
    f"[aria-labelledby=til-og-afgang-{part}-title]" for part in ("flow", "rapid", "streams")
)


def test_from_a_quarter_to_its_months_and_back_by_the_keyboard(watched: Page, served_url: str) -> None:
    see(watched, f"{served_url}/til-og-afgang")
    cursor = watched.eval_on_selector(f"{RAPID} .nsewdrag", "layer => getComputedStyle(layer).cursor")
    assert cursor == "default"
    watched.locator(f"{FLOW} summary", has_text=BY_KEYBOARD).focus()
    watched.keyboard.press("Enter")
    watched.locator(FLOW).get_by_role("link", name="3. kvt. 2026").focus()
    watched.keyboard.press("Enter")
    expect(watched).to_have_url(re.compile(r"fra=2026-07&til=2026-09&opdeling=maaned$"))
    at_rest(watched)
    trail = watched.get_by_role("navigation", name="Periode")
    expect(trail).to_have_text("Hele perioden › 2026 › 3. kvt. 2026")
    watched.go_back()
    expect(watched).to_have_url(re.compile(r"/til-og-afgang$"))
    watched.go_forward()
    trail.get_by_role("link", name="Hele perioden").click()
    expect(watched).to_have_url(re.compile(r"/til-og-afgang$"))


def test_from_a_stream_to_its_group_and_back(watched: Page, served_url: str) -> None:
    see(watched, f"{served_url}/til-og-afgang")
    watched.locator(f"{STREAMS} [data-leads]", has_text="Anbringelse").locator("text").click()
    expect(watched).to_have_url(re.compile(r"/til-og-afgang\?paragraf=gruppe:anbringelse$"))
    at_rest(watched)
    expect(watched.locator(".breadcrumb")).to_have_text("Alle botilbud › Anbringelse")
    watched.locator(".breadcrumb a").click()
    expect(watched).to_have_url(re.compile(r"/til-og-afgang$"))


def test_from_a_bar_on_the_page_of_a_figure_to_its_parts(watched: Page, served_url: str) -> None:
    see(watched, f"{served_url}/noegletal/places")
    bar = watched.locator("[aria-labelledby=figure-title] .trace.bars .point").first.bounding_box()
    assert bar is not None
    watched.mouse.click(bar["x"] + bar["width"] / 2, bar["y"] + bar["height"] / 2)
    expect(watched).to_have_url(re.compile(r"/noegletal/places\?provider="))
    at_rest(watched)
    expect(watched.locator("#figure-cards .breadcrumb a").last).to_have_text("Pladser i egne tilbud")
