"""A connection that is lost under an answer costs the reader a moment, not the page."""

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Page, Route

QUESTIONS = "**/_dash-update-component*"


@pytest.mark.parametrize("lost", [1, 3])
def test_a_lost_question_is_asked_again(page: "Page", served_url: str, lost: int) -> None:
    left = [lost]

    def answer(route: "Route") -> None:
        left[0] -= 1
        route.abort("connectionreset") if left[0] >= 0 else route.continue_()

    page.goto(f"{served_url}/til-og-afgang")
    page.locator(".card .js-plotly-plot").first.wait_for()
    page.route(QUESTIONS, answer)
    page.locator("a.nav-link", has_text="Botilbud").first.click()
    page.locator("h1", has_text="Botilbud").wait_for()
    page.locator(".card table").first.wait_for()
    assert left[0] < 0
