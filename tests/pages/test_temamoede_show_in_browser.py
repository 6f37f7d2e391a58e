"""The show of fact sheets as a hall and a telephone see it: read, turned over, opened for its figures."""

from playwright.sync_api import Browser, Page, ViewportSize, expect

from tests.pages.seeing import PHONE, faults, overflow
from tests.screenshots import watch

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


def test_the_show_is_read_from_the_back_row(browser: Browser, served_url: str) -> None:
    page = browser.new_page(viewport=HALL, color_scheme="dark")
    problems: list[str] = []
    watch(page, served_url, problems)
    page.goto(served_url + SHOW)
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
    page.keyboard.press("End")
    page.keyboard.press("Enter")
    page.wait_for_url("**/noegletal/market?*")
    page.go_back()
    expect(page.locator("section:not([hidden])")).to_have_id("planche-6")
    page.keyboard.press("Escape")
    page.wait_for_url("**/temamoede/klar-botilbud")
    assert problems == []
    page.close()


def test_the_show_on_a_telephone(browser: Browser, served_url: str) -> None:
    context = browser.new_context(viewport=PHONE, has_touch=True)
    page = context.new_page()
    page.goto(served_url + SHOW)
    seen = page.locator("section:not([hidden])")
    page.evaluate("document.fonts.ready")
    for number in range(1, 7):
        expect(seen).to_have_id(f"planche-{number}")
        assert overflow(page) == 0
        texts = page.evaluate(READ)
        assert len(texts) > 10
        assert [one for one in texts if one["size"] < 14.9] == []
        swipe(page, -120)
    assert faults(page) == []
    swipe(page, 120)
    expect(seen).to_have_id("planche-5")
    swipe(page, -20)
    swipe(page, -90, down=300)
    expect(seen).to_have_id("planche-5")
    page.keyboard.press("ArrowDown")
    page.wait_for_function("() => scrollY > 0")
    expect(seen).to_have_id("planche-5")
    page.wait_for_timeout(400)  # the browser scrolls on for a moment
    page.get_by_role("button", name="Næste").tap()
    expect(seen).to_have_id("planche-6")
    page.wait_for_function("() => scrollY === 0")
    context.close()


def swipe(page: Page, across: int, down: int = 0) -> None:
    """A finger from the middle of the screen."""
    finger = page.context.new_cdp_session(page)
    for kind, points in (
        ("touchStart", [{"x": 195, "y": 400}]),
        ("touchMove", [{"x": 195 + across, "y": 400 + down}]),
        ("touchEnd", []),
    ):
        finger.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
