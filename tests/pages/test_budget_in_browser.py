"""Budget in a browser, on the demo: figures, files, the month, the filters that count, what is lacking."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from cockpit.keyfigures import run
from cockpit.warehouse import Warehouse
from cockpit.wording import kroner, number, percent, signed
from tests.pages.reading import csv_rows, table_of
from tests.pages.seeing import at_rest, faults, see
from tests.serving import loaded, served

ACCOUNTS = "[aria-labelledby=budget-accounts-title]"
ACTIVITY = "[aria-labelledby=budget-activity-title]"
RECONCILIATION = "[aria-labelledby=budget-reconciliation-title]"
REFUND = "[aria-labelledby=budget-refund-title]"
LATEST = {"year": "2026", "month": "10"}


def thousands(value: float | None) -> str:
    return number(None if value is None else value / 1000)


def test_accounts_are_the_figure_and_so_is_their_file(
    watched: Page, served_url: str, warehouse: Warehouse
) -> None:
    see(watched, f"{served_url}/budget")
    rows = run("budget", LATEST, warehouse=warehouse).rows
    *table, together = table_of(watched, ACCOUNTS)[1:]
    actual, revised = (sum(row[name] for row in rows) for name in ("actual", "revised_budget"))
    assert together[:4] == ["I alt", together[1], thousands(revised), thousands(actual)]
    assert together[4] == percent(actual / revised, 0)
    assert together[6:] == [signed(sum(row["variance"] for row in rows) / 1000), ""]
    for line, row in zip(table, rows, strict=True):
        assert row["account"] in line[0]
        assert line[1:4] == [thousands(row[name]) for name in ("original_budget", "revised_budget", "actual")]
        assert line[4:6] == [percent(row["share_used"], 0), thousands(row["forecast"])]
        assert line[6] == signed(row["variance"] / 1000)
        assert (line[7] == "Over budgettet") == (row["variance"] > 0.01 * row["revised_budget"])
    file = csv_rows(watched, ACCOUNTS)[:-1]
    assert [line[0].split()[0] for line in file[1:]] == [row["account"] for row in rows]
    assert [line[6].replace(",", ".") for line in file[1:]] == [str(row["variance"]) for row in rows]
    assert [line[7] for line in file[1:]] == [line[7] for line in table]


def test_accounts_that_are_not_certain_are_told(watched: Page, served_url: str) -> None:
    see(watched, f"{served_url}/budget")
    told = [line[0] for line in table_of(watched, ACCOUNTS)[1:]]
    marked = sum("skal bekræftes" in text for text in told)
    assert 0 < marked < len(told)
    expect(watched.locator(f"{ACCOUNTS} .told")).to_contain_text(f"{marked} konti er mærket »skal bekræftes«")


def test_the_month_is_chosen_in_the_address(watched: Page, served_url: str, warehouse: Warehouse) -> None:
    see(watched, f"{served_url}/budget")
    watched.locator("#budget-year summary").click()
    watched.locator("#budget-year").get_by_role("link", name="2025").click()
    expect(watched).to_have_url(re.compile(r"/budget\?aar=2025$"))
    expect(watched.locator(ACCOUNTS)).to_contain_text("januar–december 2025")
    at_rest(watched)
    watched.locator("#budget-month summary").click()
    watched.locator("#budget-month").get_by_role("link", name="Marts").click()
    expect(watched).to_have_url(re.compile(r"/budget\?aar=2025&maaned=3$"))
    expect(watched.locator(ACCOUNTS)).to_contain_text("januar–marts 2025")
    first = run("budget", {"year": "2025", "month": "3"}, warehouse=warehouse).rows[0]
    assert table_of(watched, ACCOUNTS)[1][3] == thousands(first["actual"])
    see(watched, f"{served_url}/budget?til=2025-05")
    expect(watched.locator(ACCOUNTS)).to_contain_text("januar–maj 2025")
    see(watched, f"{served_url}/budget?aar=1950&maaned=uge")
    expect(watched.locator(".notice")).to_have_count(2)
    expect(watched.locator(ACCOUNTS)).to_contain_text("januar–oktober 2026")


def test_what_is_granted_stands_beside_the_forecast(
    watched: Page, served_url: str, warehouse: Warehouse
) -> None:
    see(watched, f"{served_url}/budget")
    years = {"from_year": "2026", "to_year": "2026"}
    granted = run("cost", {**years, "basis": "committed", "section": "SEL 107"}, warehouse=warehouse).rows[0]
    whole = run("cost", {**years, "basis": "committed"}, warehouse=warehouse).rows[0]
    line = next(line for line in table_of(watched, ACTIVITY) if "5.38.52" in line[0])
    assert line[2] == thousands(granted["total_cost"])
    assert "Ingen konto på listen" in table_of(watched, ACTIVITY)[-1][0]
    file = csv_rows(watched, ACTIVITY)[1:]
    assert sum(float(line[2].replace(",", ".")) for line in file) == pytest.approx(whole["total_cost"])


def test_services_and_ledger_are_reconciled(watched: Page, served_url: str, warehouse: Warehouse) -> None:
    see(watched, f"{served_url}/budget")
    rows = run("reconciliation", LATEST, warehouse=warehouse).rows
    for line, row in zip(table_of(watched, RECONCILIATION)[1:], rows, strict=True):
        assert line[1:3] == [thousands(row[name]) for name in ("cost_from_services", "ledger_actual")]
        assert line[4].endswith(percent(row["share"]))
    expect(watched.locator(RECONCILIATION)).to_contain_text("egne tilbud, som bogføres som løn")
    file = csv_rows(watched, RECONCILIATION)[1:]
    assert [line[3].replace(",", ".") for line in file] == [str(row["difference"]) for row in rows]


def test_the_refund_alone_follows_the_filters(watched: Page, served_url: str, warehouse: Warehouse) -> None:
    see(watched, f"{served_url}/budget?omraade=voksne")
    expect(watched.locator(".card-note")).to_contain_text("Område ændrer kun skønnet over statsrefusion")
    given = {"year": "2026", "basis": "committed", "area": "voksne"}
    row = run("state_refund", given, warehouse=warehouse).rows[0]
    assert table_of(watched, REFUND)[-1][1:] == [number(row["citizens"]), kroner(row["refund"])]
    expect(watched.locator(f"{REFUND} .told")).to_contain_text("Beløbsgrænserne er fra 01-01-2022")
    watched.locator(REFUND).get_by_role("link", name="Se skønnet i Nøgletal").click()
    expect(watched).to_have_url(re.compile(r"/noegletal/state_refund\?omraade=voksne.*basis=committed"))


@pytest.fixture(scope="module")
def without_ledger(demo_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A cockpit that was never given a ledger."""
    home = tmp_path_factory.mktemp("no_ledger")
    shutil.copytree(demo_folder, home / "delivery", ignore=shutil.ignore_patterns("ledger.csv"))
    with served(loaded(home / "delivery", home)) as url:
        yield url


def test_without_a_ledger_the_refund_still_stands(page: Page, without_ledger: str) -> None:
    see(page, f"{without_ledger}/budget")
    expect(page.locator(".lacking")).to_contain_text(
        "Budgetopfølgning og Afstemning af indsatser og økonomi kræver Økonomi (ledger), som ikke er leveret."
    )
    expect(page.locator(".failed")).to_have_count(0)
    assert len(table_of(page, REFUND)) == 3
    assert faults(page) == []
