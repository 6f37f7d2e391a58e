"""since_last: which figures a version has changed for past periods, told by the largest change of each."""

from collections.abc import Callable
from datetime import date

import pytest

from cockpit.keyfigures import Change, SinceLast, changes, run, since_last
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


def test_the_largest_change_of_the_first_column_that_has_one(loader: Loader) -> None:
    # Two more from February, one of them only until March: 1 more in April and May.
    late = f"{A}\nB; SEL 108; 01-02-2024; ; own\nC; SEL 104; 10-02-2024; 31-03-2024; own"
    loaded = then(loader(by_hand(services=A), MAY), by_hand(services=late), JUNE)
    told = found(loaded)
    assert told.before is not None
    assert told.before.as_of == MAY
    # Who leaves on 31 March is there to the end of it: of February and March, both 2 more, the latest.
    # C is gone on 1 April.
    row = {"period_start": date(2024, 3, 1), "period_end": date(2024, 3, 31), "by_value": None}
    assert told.changes == (Change("stock_flow", FLOW, "closing", row, 1, 3, 4),)
    [change] = found(loaded, group="dagtilbud", role="paying").changes
    assert (change.before, change.now, change.rows) == (0, 1, 2)
    assert change.given == {**FLOW, "group": "dagtilbud", "role": "paying"}
    assert found(loaded, group="anbringelse").changes == ()


def test_who_changes_places_changes_the_flow_alone(loader: Loader) -> None:
    moved = by_hand(services=A.replace("; ;", "; 31-03-2024;") + "\nB; SEL 107; 01-04-2024; ; own")
    [change] = found(then(loader(by_hand(services=A), MAY), moved, JUNE)).changes
    assert (change.column, change.row["period_start"].month, change.now) == ("inflow", 4, 1)


def test_years_that_are_over_and_deadlines(loader: Loader) -> None:
    first = by_hand(services=A, rates="S1; 01-07-2023; ; 100; day; base", deadlines=DUE.format(""))
    second = by_hand(
        services=A.replace("01-07", "01-12"),
        rates="S1; 01-07-2023; ; 100; day; base",
        deadlines=DUE.format("31-01-2024"),
    )
    told = {change.figure: change for change in found(then(loader(first, MAY), second, JUNE)).changes}
    assert set(told) == {"stock_flow", "full_year_persons", "cost", "deadlines_kept"}
    # 184 days become 31.
    assert (told["cost"].before, told["cost"].now) == (18_400, 3_100)
    assert told["cost"].row == {"year": 2023, "by_value": None}
    assert told["full_year_persons"].now == round(31 / 365, 6)
    kept = told["deadlines_kept"]
    assert (kept.column, kept.row["kind"], kept.before, kept.now) == ("share_kept", "follow_up", 0, 1)


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
        asked = changes._questions(DELIVERIES[seed])
        assert asked.keys() == changes.TOLD.keys()
        for figure, given in asked.items():
            columns = run(figure, given, warehouse=at_random(seed).warehouse).columns
            assert set(changes.TOLD[figure]) <= set(columns), figure
