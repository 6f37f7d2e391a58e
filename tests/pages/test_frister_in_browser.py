"""Sagsbehandlingsfrister in a browser, on the demo: figures, files, choices and levels."""

import re

from playwright.sync_api import Page, expect

from cockpit.keyfigures import run
from cockpit.warehouse import Warehouse
from cockpit.wording import number
from tests.pages.reading import csv_rows, drawn, table_of
from tests.pages.seeing import at_rest, see

KEPT, RISK, WAITS, LIST = (
    f"[aria-labelledby=frister-{part}-title]" for part in ("kept", "risk", "waits", "list")
)
PERIOD = {"from": "2022-01-01", "to": "2026-10-31"}


def test_each_kind_has_its_line_and_alone_its_columns(
    watched: Page, served_url: str, warehouse: Warehouse
) -> None:
    see(watched, f"{served_url}/frister")
    rows = run("deadlines_kept", PERIOD | {"period": "quarter"}, warehouse=warehouse).rows
    first = min(row["period_start"] for row in rows if row["due"])
    rows = [row for row in rows if row["period_start"] >= first]
    marks = [trace["y"] for trace in drawn(watched, "frister-kept") if trace["name"]]
    by_kind = {kind: [r for r in rows if r["kind"] == kind] for kind in sorted({r["kind"] for r in rows})}
    assert marks == [[row["share_kept"] for row in of_kind] for of_kind in by_kind.values()]
    watched.locator("#choice-frist summary").click()
    watched.get_by_role("link", name="Opfølgning", exact=True).first.click()
    expect(watched).to_have_url(re.compile(r"/frister\?frist=follow_up$"))
    at_rest(watched)
    kept, breached = (trace["y"] for trace in drawn(watched, "frister-kept"))
    assert kept == [row["kept"] for row in by_kind["follow_up"]]
    assert breached == [row["breached"] for row in by_kind["follow_up"]]
    watched.locator(KEPT).get_by_role("button", name="Vis som tabel").click()
    screen, file = table_of(watched, KEPT), csv_rows(watched, KEPT)
    assert [line[:5] for line in file] == [line[:5] for line in screen]
    assert len(screen) == len(by_kind["follow_up"]) + 1


def test_what_is_overdue_and_soon_due_the_worst_first(
    watched: Page, served_url: str, warehouse: Warehouse
) -> None:
    see(watched, f"{served_url}/frister?dage=90")
    rows = run("deadline_risk", {"days": "90"}, warehouse=warehouse).rows
    rows.sort(key=lambda row: (-row["overdue"], -row["due_within"]))
    table = table_of(watched, RISK)[1:]
    assert [(line[1], line[3]) for line in table] == [
        (number(row["overdue"]), number(row["due_within"])) for row in rows
    ]
    assert table[0][0] == "Voksen BOpfølgning"
    file = csv_rows(watched, RISK)[1:]
    assert [[line[0], *line[2:]] for line in file] == [
        [row["team"], str(row["overdue"]), str(row["due_within"])] for row in rows
    ]
    watched.locator(RISK).get_by_role("link", name="Voksen B").click()
    expect(watched).to_have_url(re.compile(r"dage=90&vis=fristsager&team=Voksen%20B&frist=follow_up$"))
    at_rest(watched)
    rows = run("deadline_list", {"days": "90"}, warehouse=warehouse).rows
    rows = [row for row in rows if (row["team"], row["kind"]) == ("Voksen B", "follow_up")]
    table = table_of(watched, LIST)
    assert [line[0] for line in table[1:]] == [row["case_id"] for row in rows]
    assert [line[0] for line in csv_rows(watched, LIST)] == [line[0] for line in table]
    expect(watched.locator(".breadcrumb")).to_have_text(
        "Sagsbehandlingsfrister › Frister i fare › Voksen B, Opfølgning"
    )
    watched.locator(".breadcrumb").get_by_role("link", name="Sagsbehandlingsfrister").click()
    expect(watched).to_have_url(re.compile(r"/frister\?dage=90$"))


def test_what_needs_attention_leads_to_its_list(watched: Page, served_url: str, warehouse: Warehouse) -> None:
    see(watched, served_url)
    watched.locator(".attention").get_by_role("link", name="Frister").first.click()
    expect(watched).to_have_url(re.compile(r"/frister\?vis=fristsager$"))
    at_rest(watched)
    rows = run("deadline_list", {"days": "30"}, warehouse=warehouse).rows
    assert [line[0] for line in table_of(watched, LIST)[1:]] == [row["case_id"] for row in rows]
    see(watched, f"{served_url}/frister?vis=fristsager&team=Ingen%20s%C3%A5dan")
    expect(watched.locator(".notice")).to_contain_text("har ingen frister i fare")


def test_waiting_by_section_and_of_one_section_by_owner(
    watched: Page, served_url: str, warehouse: Warehouse
) -> None:
    see(watched, f"{served_url}/frister?omraade=voksne")
    expect(watched.locator(".card-note")).to_contain_text("Område ændrer kun ventetiden")
    asked = PERIOD | {"area": "voksne"}
    rows = run("waiting_time", asked | {"by": "section"}, warehouse=warehouse).rows
    rows.sort(key=lambda row: (row["services"] < 10, -row["median_days_to_decision"]))
    columns = ("median_days_to_decision", "p90_days_to_decision", "median_days_to_start", "services")
    expected = [[number(row[column]) for column in columns] for row in rows]
    assert [[line[1], *line[3:]] for line in table_of(watched, WAITS)[1:]] == expected
    assert [line[4] for line in csv_rows(watched, WAITS)[1:]] == [str(row["services"]) for row in rows]
    watched.locator(WAITS).get_by_role("link", name="§ 107", exact=True).click()
    expect(watched).to_have_url(re.compile("paragraf=SEL%20107"))
    expect(watched.locator(".breadcrumb")).to_have_text("Alle indsatser › § 107")
    at_rest(watched)
    rows = run("waiting_time", asked | {"by": "owner", "section": "SEL 107"}, warehouse=warehouse).rows
    assert {line[-1] for line in table_of(watched, WAITS)[1:]} == {number(row["services"]) for row in rows}


def test_wrong_values_fall_back_with_a_notice(watched: Page, served_url: str) -> None:
    see(watched, f"{served_url}/frister?frist=%3Cscript%3E&dage=31")
    expect(watched.locator(".notice")).to_have_count(2)
    expect(watched.locator(".notice").last).to_have_text(
        "»31« findes ikke under Dage frem. 30 dage vises i stedet."
    )
    assert watched.locator(".choices a[aria-current]").inner_text() == "30 dage"


def test_a_time_before_anything_leaves_an_empty_page_that_says_so(watched: Page, served_url: str) -> None:
    see(watched, f"{served_url}/frister?fra=1950-01&til=1950-12")
    expect(watched.locator(KEPT)).to_contain_text("Ingen frister udløber i perioden")
    expect(watched.locator(WAITS)).to_contain_text("er afgjort i perioden")
    assert watched.locator(".failed").count() == 0
