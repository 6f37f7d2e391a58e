"""since_last: which figures a version has changed for past periods, told by the largest change of each."""

from collections.abc import Callable
from datetime import date

import pytest

from cockpit.keyfigures import Change, SinceLast, changes, run, since_last
from cockpit.keyfigures.definitions import comparable
from cockpit.keyfigures.panel import read_panel
from cockpit.settings import PROJECT
from tests.keyfigures.deliveries import by_hand
from tests.keyfigures.loading import Loaded, Loader
from tests.keyfigures.random_deliveries import DELIVERIES
from tests.keyfigures.two_versions import then

MAY, JUNE = date(2024, 5, 31), date(2024, 6, 30)
A = "A; SEL 107; 01-07-2023; ; own"
FLOW = {"figure": "stock_flow", "period": "month", "from": "2020-01-01", "to": "2024-05-31"}
DUE = "F1; A; follow_up; 01-01-2024; 01-02-2024; {}; Team A"


def found(loaded: Loaded, **filters: str) -> SinceLast:
    return since_last(filters, warehouse=loaded.warehouse)


def told(loaded: Loaded, **filters: str) -> dict[str, Change]:
    return {change.figure: change for change in found(loaded, **filters).changes}


def test_the_largest_change_of_the_first_column_that_has_one(loader: Loader) -> None:
    # Two more from February, one of them only until March: 1 more in April and May.
    late = f"{A}\nB; SEL 108; 01-02-2024; ; own\nC; SEL 104; 10-02-2024; 31-03-2024; own"
    loaded = then(loader(by_hand(services=A), MAY), by_hand(services=late), JUNE)
    before = found(loaded).before
    assert before is not None
    assert before.as_of == MAY
    # Who leaves on 31 March is there to the end of it: of February and March, both 2 more, the latest.
    # C is gone on 1 April.
    row = {"period_start": date(2024, 3, 1), "period_end": date(2024, 3, 31), "by_value": None}
    assert told(loaded)["stock_flow"] == Change("stock_flow", FLOW, "closing", row, 1, 3, 4)
    change = told(loaded, group="dagtilbud", role="paying")["stock_flow"]
    assert (change.before, change.now, change.rows) == (0, 1, 2)
    assert change.given == {**FLOW, "group": "dagtilbud", "role": "paying"}
    assert found(loaded, group="anbringelse").changes == ()


def test_who_changes_places_changes_the_flow_alone(loader: Loader) -> None:
    moved = by_hand(services=A.replace("; ;", "; 31-03-2024;") + "\nB; SEL 107; 01-04-2024; ; own")
    change = told(then(loader(by_hand(services=A), MAY), moved, JUNE))["stock_flow"]
    assert (change.column, change.row["period_start"].month, change.now) == ("inflow", 4, 1)


def test_years_that_are_over_and_deadlines(loader: Loader) -> None:
    first = by_hand(services=A, rates="S1; 01-07-2023; ; 100; day; base", deadlines=DUE.format(""))
    second = by_hand(
        services=A.replace("01-07", "01-12"),
        rates="S1; 01-07-2023; ; 100; day; base",
        deadlines=DUE.format("31-01-2024"),
    )
    loaded = then(loader(first, MAY), second, JUNE)
    changed = told(loaded)
    # One citizen of the same age in the same interval of cost in both: that is not told.
    assert set(changed) == {"stock_flow", "full_year_persons", "cost", "deadlines_kept"}
    # 184 days become 31.
    assert (changed["cost"].before, changed["cost"].now) == (18_400, 3_100)
    assert changed["cost"].row == {"year": 2023, "by_value": None}
    assert changed["full_year_persons"].now == round(31 / 365, 6)
    kept = changed["deadlines_kept"]
    assert (kept.column, kept.row["kind"], kept.before, kept.now) == ("share_kept", "follow_up", 0, 1)
    # From nothing first, then by the share of what there was.
    assert found(loaded).changes[0].figure == "deadlines_kept"
    shares = [change.share for change in found(loaded).changes]
    assert shares == sorted(shares, reverse=True)
    assert changed["cost"].share == pytest.approx(153 / 184)


def test_people_on_the_last_day_and_what_they_cost(loader: Loader) -> None:
    rate, ledger = "S1; 01-07-2023; ; 4000; day; base", "2024-05; 5.38.50; actual; {}"
    one = A.replace("own", "region")
    two = f"{one}\n{one.replace('A;', 'B;')}"
    rates = f"{rate}\n{rate.replace('S1', 'S2')}"
    first = by_hand(services=one, rates=rate, ledger=ledger.format(100))
    second = by_hand(services=two, rates=rates, ledger=ledger.format(250))
    changed = told(then(loader(first, MAY), second, JUNE))
    for figure, column, before, now in (
        ("age_intervals", "citizens", 1, 2),
        ("cost", "total_cost", 736_000, 1_472_000),
        ("cost_intervals", "citizens", 1, 2),
        ("budget", "actual", 100, 250),
    ):
        assert (changed[figure].column, changed[figure].before, changed[figure].now) == (column, before, now)


def test_nothing_before_and_nothing_changed(loader: Loader) -> None:
    alone = loader(by_hand(services=A), MAY)
    assert found(alone) == SinceLast(None, ())
    same = found(then(alone, by_hand(services=A), JUNE))
    assert same.changes == ()
    # Those whose extract was never delivered are not said to be the same.
    assert {"stock_flow", "full_year_persons"} <= {*same.compared}
    assert not {"budget", "deadlines_kept", "reviews"} & {*same.compared}


def test_a_rate_of_the_year_that_goes_on(loader: Loader) -> None:
    rate = "S1; 01-07-2023; 31-12-2023; 100; day; base\nS1; 01-01-2024; ; {}; day; base"
    first, second = (by_hand(services=A, rates=rate.format(amount)) for amount in (100, 200))
    same_day = told(then(loader(first, MAY), second, MAY))
    # 31 + 29 + 31 + 30 + 31 days of 2024.
    assert (same_day["cost"].before, same_day["cost"].now) == (15_200, 30_400)
    assert same_day["cost"].row["year"] == 2024
    # In June the year has gone on, and what it costs is told of the day that both have.
    later = told(then(loader(first, MAY), second, JUNE))
    assert "cost" not in later
    assert (later["market"].before, later["market"].now) == (36_500, 73_000)
    assert later["market"].given["on"] == "2024-05-31"


def test_the_ledger_of_years_that_are_over(loader: Loader) -> None:
    ledger = "2022-11; 5.38.50; actual; {}\n2023-12; 5.38.50; actual; {}\n2024-05; 5.38.50; actual; 100"
    first, second = (by_hand(services=A, ledger=ledger.format(*two)) for two in ((50, 80), (90, 70)))
    change = told(then(loader(first, MAY), second, JUNE))["budget"]
    assert (change.column, change.before, change.now, change.rows) == ("actual", 50, 90, 2)
    assert (change.given["year"], change.given["month"]) == ("2022", "12")


def test_refunds_of_a_year_before_the_last(loader: Loader) -> None:
    citizens = "A; 01-01-1990; m; ; "
    stay = "A; SEL 107; 01-01-2022; 31-12-2022; own"
    rate = "S1; 01-01-2022; 31-12-2022; {}; day; base"
    first, second = (
        by_hand(services=stay, citizens=citizens, rates=rate.format(amount)) for amount in (4_000, 9_000)
    )
    change = told(then(loader(first, MAY), second, JUNE))["state_refund"]
    assert (change.column, change.given["year"]) == ("refund", "2022")
    # 600,000 over 860,000 at 25 pct.; of 3,285,000 also 440,000 at 50 pct. and the rest at 75 pct.
    assert (change.before, change.now) == (150_000, 205_000 + 220_000 + 873_750)


def test_the_wait_for_a_decision(loader: Loader) -> None:
    first, second = by_hand(services=A), by_hand(services=A)
    for delivery, applied in ((first, "01-05-2023"), (second, "01-03-2023")):
        for row in delivery["services"]:
            row |= {"applied_on": applied, "decided_on": "01-06-2023"}
    change = told(then(loader(first, MAY), second, JUNE))["waiting_time"]
    # May has 31 days; March and April 61 more.
    assert (change.column, change.before, change.now) == ("median_days_to_decision", 31, 92)


def test_the_answer_is_kept_with_the_version(loader: Loader, monkeypatch: pytest.MonkeyPatch) -> None:
    loaded = then(loader(by_hand(services=A), MAY), by_hand(services=A), JUNE)
    first = found(loaded)
    monkeypatch.setattr(changes, "compared", None)
    assert found(loaded).changes is first.changes


def test_each_standard_question_can_be_asked(at_random: Callable[[int], Loaded]) -> None:
    for seed in (2, 3, 4):
        asked = changes.questions(DELIVERIES[seed])
        assert asked.keys() == changes.TOLD.keys()
        for figure, given in ((figure, given) for figure, all_of in asked.items() for given in all_of):
            columns = run(figure, given, warehouse=at_random(seed).warehouse).columns
            assert set(changes.TOLD[figure]) <= set(columns), figure


def test_every_figure_that_can_be_compared_is_told_of_or_left_out_with_a_reason() -> None:
    assert {*changes.TOLD} | {*changes.NOT_TOLD} == {*comparable()}
    assert not {*changes.TOLD} & {*changes.NOT_TOLD}
    # The panel's own figures above all; how long stays last goes on changing by itself.
    shown = {entry.trend or entry.figure for entry in read_panel(PROJECT / "data" / "panel.toml")}
    assert shown - {*changes.TOLD} == {"length_of_stay"}
