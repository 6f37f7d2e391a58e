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
    assert found(then(alone, by_hand(services=A), JUNE)).changes == ()


def test_the_answer_is_kept_with_the_version(loader: Loader, monkeypatch: pytest.MonkeyPatch) -> None:
    loaded = then(loader(by_hand(services=A), MAY), by_hand(services=A), JUNE)
    first = found(loaded)
    monkeypatch.setattr(changes, "compared", None)
    assert found(loaded).changes is first.changes


def test_each_standard_question_can_be_asked(at_random: Callable[[int], Loaded]) -> None:
    for seed in (2, 3, 4):
        asked = changes.questions(DELIVERIES[seed])
        assert asked.keys() == changes.TOLD.keys()
        for figure, given in asked.items():
            columns = run(figure, given, warehouse=at_random(seed).warehouse).columns
            assert set(changes.TOLD[figure]) <= set(columns), figure


def test_every_figure_that_can_be_compared_is_told_of_or_left_out_with_a_reason() -> None:
    assert {*changes.TOLD} | {*changes.NOT_TOLD} == {*comparable()}
    assert not {*changes.TOLD} & {*changes.NOT_TOLD}
    # The panel's own figures above all; how long stays last goes on changing by itself.
    shown = {entry.trend or entry.figure for entry in read_panel(PROJECT / "data" / "panel.toml")}
    assert shown - {*changes.TOLD} == {"length_of_stay"}
