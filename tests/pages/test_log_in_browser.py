"""The data consultant finds who has seen what, and finds their own search in the log too."""

import re

from playwright.sync_api import Page, expect

from tests.pages.reading import csv_rows, table_of
from tests.pages.seeing import at_rest, see

LINES = "[aria-labelledby=log-lines-title]"


def test_who_has_seen_what_is_found(watched: Page, served_url: str) -> None:
    see(watched, f"{served_url}/udgifter?omraade=voksne")
    see(watched, f"{served_url}/data")
    watched.get_by_role("link", name="Hvem har set hvad?").click()
    expect(watched.locator("#log-user")).to_be_visible()
    watched.locator("#log-kind > summary").click()
    watched.locator("#log-kind").get_by_role("link", name="Udgifter", exact=True).click()
    expect(watched).to_have_url(re.compile(r"/data/log\?hvad=/udgifter$|\?hvad=%2Fudgifter$"))
    at_rest(watched)
    heading, latest, *_ = table_of(watched, LINES)
    assert heading[1:] == ["Bruger", "Rolle", "Slags", "Hvad", "Valg", "Svar"]
    assert latest[1:] == ["lokal", "Datakonsulent", "Side", "Udgifter", "område: voksne", "Vist"]
    assert csv_rows(watched, LINES)[1] == latest
    watched.locator("#log-user").fill("ingen")
    watched.keyboard.press("Enter")
    expect(watched.locator(LINES)).to_contain_text("Ingen opslag passer til valget")
    expect(watched.locator("#log-user")).to_be_focused()
    watched.get_by_role("link", name="Nulstil").click()
    expect(watched).to_have_url(re.compile(r"/data/log$"))
    expect(watched.locator(f"{LINES} tbody tr").first).to_contain_text("Log")
