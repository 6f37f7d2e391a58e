"""Filters, periods and exact values live in the address: back, forward and a shared link show the same."""

import re

from playwright.sync_api import Browser, Page, expect

from tests.pages.seeing import at_rest, see


def choose(page: Page, pill: str, *options: str) -> None:
    page.locator("#filters summary", has_text=pill).click()
    for option in options:
        page.locator("#filters .menu-box").get_by_role("link", name=option, exact=True).click()
        page.wait_for_selector(f"#filters .option.chosen:has-text('{option}')", state="attached")
    page.keyboard.press("Escape")


def numbers(page: Page) -> list[str]:
    """The values of all tiles, when the figures have come to rest."""
    at_rest(page)
    return page.locator(".tile-value").all_inner_texts()


def test_a_filter_changes_figures_address_and_pill(watched: Page, served_url: str) -> None:
    see(watched, served_url)
    before = numbers(watched)
    choose(watched, "Ejer", "Private")
    expect(watched).to_have_url(re.compile(r"\?ejer=private$"))
    assert numbers(watched) != before
    expect(watched.locator("#filters summary", has_text="Ejer")).to_have_text("EjerPrivate")


def test_several_sections_may_be_chosen_while_the_list_stays_open(watched: Page, served_url: str) -> None:
    see(watched, served_url)
    choose(watched, "Paragraf", "§ 107 Midlertidigt botilbud", "§ 108 Længerevarende botilbud")
    expect(watched).to_have_url(re.compile(r"\?paragraf=SEL%20107,SEL%20108$"))
    expect(watched.locator("#filters summary", has_text="Paragraf")).to_have_text("Paragraf2 valgte")


def test_filters_hold_across_pages(watched: Page, served_url: str) -> None:
    see(watched, f"{served_url}/?paragraf=gruppe:botilbud&ejer=own")
    watched.locator("#nav").get_by_role("link", name="Til- og afgang").click()
    expect(watched).to_have_url(re.compile(r"/til-og-afgang\?paragraf=gruppe:botilbud&ejer=own$"))
    watched.locator("#nav").get_by_role("link", name="Nøgletal", exact=True).click()
    watched.get_by_role("link", name="Borgere efter alder").click()
    expect(watched).to_have_url(re.compile(r"/noegletal/age_intervals\?paragraf=gruppe:botilbud&ejer=own$"))
    expect(watched.locator("#figure-cards")).to_contain_text("Borgere i botilbud hos egne tilbud")


def test_back_and_forward(watched: Page, served_url: str) -> None:
    see(watched, served_url)
    before = numbers(watched)
    choose(watched, "Kommune", "Handler for")
    expect(watched.locator("#filters")).to_contain_text("Handler for")
    numbers(watched)
    watched.go_back()
    expect(watched.locator("#filters summary", has_text="Kommune")).to_have_text("KommuneBetaler")
    expect(watched.locator(".tile-value").first).to_have_text(before[0])
    watched.go_forward()
    expect(watched.locator("#filters summary", has_text="Kommune")).to_have_text("KommuneHandler for")


def test_a_shared_link_shows_the_same(watched: Page, served_url: str, browser: Browser) -> None:
    see(watched, served_url)
    choose(watched, "Paragraf", "§ 107 Midlertidigt botilbud")
    choose(watched, "Ejer", "Egne tilbud")
    expect(watched.locator(".scope")).to_contain_text("hos egne tilbud")
    seen = numbers(watched)
    other = browser.new_page(viewport={"width": 1440, "height": 900})
    see(other, watched.url)
    assert numbers(other) == seen
    other.close()


def test_a_period_of_ones_own(watched: Page, served_url: str) -> None:
    see(watched, f"{served_url}/til-og-afgang")
    watched.locator("#filters summary", has_text="Periode").click()
    watched.get_by_role("textbox", name="Fra").click()
    watched.get_by_role("option", name="maj 2024").click()
    watched.locator("#period-show").click()
    expect(watched).to_have_url(re.compile(r"\?fra=2024-05&til=2026-10$"))
    expect(watched.locator("#filters summary", has_text="Periode")).to_have_text(
        "Periodemaj 2024 – okt. 2026"
    )


def test_a_period_beyond_the_data_is_clipped(watched: Page, served_url: str) -> None:
    see(watched, f"{served_url}/?fra=2025-01&til=2027-12")
    expect(watched.locator(".notice")).to_contain_text("afkortet til 31-10-2026")
    expect(watched.locator(".scope")).to_contain_text("Opgjort pr. 31-10-2026")


def test_an_earlier_period_is_told_as_of_its_end(watched: Page, served_url: str) -> None:
    see(watched, f"{served_url}/?fra=2023-01&til=2024-06")
    expect(watched.locator(".scope")).to_contain_text("Opgjort pr. 30-06-2024")


def test_what_the_address_cannot_mean_becomes_a_notice(watched: Page, served_url: str) -> None:
    see(watched, f"{served_url}/?ejer=staten&paragraf=SEL%20999")
    assert watched.locator(".notice").count() == 2
    assert watched.locator(".tile").count() == 10


def test_exact_values_go_into_the_address(watched: Page, served_url: str) -> None:
    see(watched, f"{served_url}/noegletal/cost_intervals?paragraf=gruppe:botilbud")
    watched.locator("#figure-more > summary").click()
    watched.get_by_role("textbox", name="Grænser i kr.").fill("1000000,3000000")
    watched.locator("#figure-show").click()
    expect(watched).to_have_url(re.compile(r"limits=1000000,3000000"))
    watched.get_by_role("button", name="Vis som tabel").click()
    expect(watched.locator("table.figures")).to_contain_text("1–3 mio. kr.")


def test_a_wrong_parameter_falls_back_with_a_notice(watched: Page, served_url: str) -> None:
    see(watched, f"{served_url}/noegletal/cost?basis=x&from_year=2030&foo=1")
    told = watched.locator(".notice").all_inner_texts()
    assert any("»foo« er ikke en parameter her" in text for text in told)
    assert any("Grundlag i adressen kan ikke bruges her" in text for text in told)
    assert watched.locator(".js-plotly-plot").count() == 1


def test_reset_gives_up_every_filter(watched: Page, served_url: str) -> None:
    see(watched, f"{served_url}/?ejer=own&kommune=all&fra=2025-01")
    watched.get_by_role("link", name="Nulstil").click()
    expect(watched).to_have_url(re.compile(r"/$"))
