"""A session that ends while a page is open."""

import re

from playwright.sync_api import Page, expect

from tests.pages.seeing import faults, see


def test_the_page_says_so_and_leads_back_in(page: Page, served_url: str) -> None:
    see(page, f"{served_url}/?ejer=own")
    page.route("**/_dash-update-component*", lambda route: route.fulfill(status=401, body="Log ind"))
    page.get_by_role("link", name="Budget", exact=True).click()
    told = page.get_by_role("alert")
    expect(told).to_contain_text("Du er logget ud")
    way = told.get_by_role("link", name="Log ind igen")
    expect(way).to_have_attribute("href", re.compile(r"/log-ind\?til=%2Fbudget%3Fejer%3Down"))
    assert faults(page) == []
