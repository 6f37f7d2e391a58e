"""The cockpit as another role sees it, chosen by keyboard on a phone."""

from playwright.sync_api import Page, expect

from tests.pages.seeing import PHONE, faults, overflow, see


def test_a_politician_sees_less(watched: Page, served_url: str) -> None:
    watched.set_viewport_size(PHONE)
    see(watched, f"{served_url}/budget")
    pill = watched.locator("#shown-as summary")
    expect(pill).to_have_text("Vis som Datakonsulent")
    pill.press("Enter")
    assert faults(watched) == []
    assert overflow(watched) == 0
    watched.get_by_role("button", name="Teamleder, Voksen A").focus()
    watched.get_by_role("button", name="Politiker").press("Enter")
    expect(pill).to_have_text("Vis som Politiker")
    expect(watched).to_have_url(f"{served_url}/budget")
    see(watched, served_url)
    assert faults(watched) == []
    names = [name.strip() for name in watched.locator("#nav .nav-link").all_text_contents()]
    assert {"Overblik", "Budget", "Benchmark", "Nøgletal"} <= set(names)
    assert {"Udgifter", "Sagstal", "Data"}.isdisjoint(names)
    assert watched.request.get(f"{served_url}/udgifter").status == 403
    assert watched.request.get(f"{served_url}/hent/sagstal/sager.csv").status == 403
