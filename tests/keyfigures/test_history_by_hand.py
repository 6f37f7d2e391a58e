"""history_change: cases that a reader can count."""

from datetime import date

import pytest

from cockpit.keyfigures import history
from cockpit.keyfigures.history import NONE_BEFORE, is_rounding
from cockpit.wording import PlainError
from tests.keyfigures.comparing import table
from tests.keyfigures.deliveries import by_hand
from tests.keyfigures.loading import Loaded, Loader
from tests.keyfigures.two_versions import then

MAY, JUNE = date(2024, 5, 31), date(2024, 6, 30)
FLOW = "history_change figure=stock_flow from=2024-01-01 to=2024-06-30"
# A is there throughout; in the next delivery A has left on 15 March, and B came in February.
FIRST = by_hand(services="A; SEL 107; 01-07-2023; ; own")
SECOND = by_hand(services="A; SEL 107; 01-07-2023; 15-03-2024; own\nB; SEL 108; 01-02-2024; ; own")


@pytest.fixture(scope="module")
def changed(loader: Loader) -> Loaded:
    return then(loader(FIRST, MAY), SECOND, JUNE)


def test_a_row_for_each_number_that_differs(changed: Loaded) -> None:
    # June is not over in the first version. In April and May there is one citizen in both: A, now B.
    expected = table(
        """
        period_start | period_end | by_value | column  | before | now | change
        2024-02-01   | 2024-02-29 |          | inflow  | 0      | 1   | 1
        2024-02-01   | 2024-02-29 |          | closing | 1      | 2   | 1
        2024-03-01   | 2024-03-31 |          | opening | 1      | 2   | 1
        2024-03-01   | 2024-03-31 |          | outflow | 0      | 1   | 1
        """
    )
    result = changed.result(f"{FLOW} period=month")
    assert result.rows == expected
    assert list(result.columns) == list(expected[0])
    assert "31-05-2024" in result.notice
    assert (result.figure, result.as_of) == ("history_change", JUNE)
    # What was compared ends with the earlier version.
    assert result.parameters["to"] == "2024-05-31"
    assert result.parameters["figure"] == "stock_flow"


def test_a_period_that_the_first_did_not_cover_whole_is_left_out(changed: Loaded) -> None:
    rows = changed.run(f"{FLOW} period=quarter")
    assert {row["period_start"] for row in rows} == {date(2024, 1, 1)}
    assert {row["column"]: row["change"] for row in rows} == {"inflow": 1, "outflow": 1}
    for line in (f"{FLOW} period=year", FLOW.replace("2024-01-01", "2024-06-01") + " period=month"):
        result = changed.result(line)
        assert result.rows == []
        assert "dækker ikke hele perioden" in result.notice


def test_rows_that_are_new_and_rows_that_are_gone(changed: Loaded, loader: Loader) -> None:
    # SEL 108 is new: its row for January says nothing, and is not told.
    line = f"{FLOW} period=month by=section group=botilbud"
    new = [row for row in changed.run(line) if row["by_value"] == "SEL 108"]
    assert {row["period_start"].month for row in new} == {2, 3, 4, 5}
    assert [(row["column"], row["before"], row["now"], row["change"]) for row in new[:2]] == [
        ("inflow", None, 1, None),
        ("closing", None, 1, None),
    ]
    back = then(then(loader(FIRST, MAY), SECOND, JUNE), FIRST, JUNE)
    gone = [row for row in back.run(line) if row["by_value"] == "SEL 108"]
    assert (gone[0]["before"], gone[0]["now"]) == (1, None)
    assert back.run(line)[-1]["by_value"] == "SEL 108"


def test_figures_of_years_and_of_a_day(changed: Loaded, loader: Loader) -> None:
    line = "history_change figure=full_year_persons from_year=2023 to_year=2024"
    assert changed.run(line) == []
    later = then(then(loader(FIRST, MAY), FIRST, date(2025, 1, 1)), SECOND, date(2025, 6, 30))
    # 366 days become 75 of A, and 335 of B from 1 February; on 44 days both are there.
    assert [(row["year"], row["column"], row["before"], row["now"]) for row in later.run(line)] == [
        (2024, "citizens", 1, 2),
        (2024, "service_days", 366, 75 + 335),
        (2024, "full_year_persons", 1.0, round(410 / 366, 6)),
    ]
    ages = later.result("history_change figure=age_intervals on=2025-06-30")
    assert ages.parameters["on"] == "2025-01-01"
    assert ages.rows == []
    [row] = later.run("history_change figure=age_intervals on=2024-02-01")
    assert (row["age_band"], row["column"], row["change"]) == ("35-44", "citizens", 1)


@pytest.mark.parametrize("year", ["2023", "2024"])
def test_a_single_year_is_over(changed: Loaded, year: str) -> None:
    result = changed.result(f"history_change figure=residential_count on=2024-02-28 year={year}")
    now = [row["change"] for row in result.rows if row["definition"] == "now"]
    assert now == ([1] if year == "2023" else [])
    assert ("dækker ikke" in result.notice) is (year == "2024")


def test_nothing_has_changed(loader: Loader) -> None:
    result = then(loader(SECOND, MAY), SECOND, JUNE).result(f"{FLOW} period=month")
    assert result.rows == []
    assert result.notice.startswith("Ingen af tallene er ændret siden versionen opgjort pr. 31-05-2024")


def test_there_is_no_version_before(loader: Loader) -> None:
    result = loader(FIRST, JUNE).result(f"{FLOW} period=month")
    assert (result.rows, result.notice) == ([], NONE_BEFORE)
    assert list(result.columns) == ["column", "before", "now", "change"]


def test_the_one_before_is_the_newest_that_is_whole(loader: Loader) -> None:
    loaded = then(then(then(loader(FIRST, MAY), SECOND, MAY), FIRST, MAY), SECOND, JUNE)
    assert len(loaded.run(f"{FLOW} period=month")) == 4
    (loaded.warehouse.settings.data_dir / "versions" / "v000003.duckdb").write_bytes(b"damaged")
    again = Loaded(type(loaded.warehouse)(loaded.warehouse.settings), None)
    assert again.run(f"{FLOW} period=month") == []


def test_an_earlier_version_that_cannot_answer(
    changed: Loaded, loader: Loader, monkeypatch: pytest.MonkeyPatch
) -> None:
    line = "history_change figure=deadlines_kept period=month from=2024-01-01 to=2024-05-31"
    due = by_hand(deadlines="F1; B1; follow_up; 01-01-2024; 01-02-2024; ; Team A")
    result = then(loader(FIRST, MAY), SECOND | {"deadlines": due["deadlines"]}, JUNE).result(line)
    assert result.rows == []
    assert "mangler et udtræk eller er indlæst med en ældre udgave" in result.notice

    def outdated(*_: object) -> None:
        raise RuntimeError("no such column")

    monkeypatch.setattr(history, "computed", outdated)
    assert "ældre udgave" in changed.result(f"{FLOW} period=month by=owner").notice


def test_caseworkers_are_not_told_by_name(loader: Loader) -> None:
    case = "C1; A; R1; voksne; 01-01-2024; ; 1"
    team = "R1; Rikke; Team A; 01-01-2024; ; 1"
    first = by_hand(assignments=case, caseworkers=team)
    second = by_hand(assignments=f"{case}\nC2; B; R1; voksne; 01-02-2024; ; 1", caseworkers=team)
    loaded = then(loader(first, MAY), second, JUNE)
    line = "history_change figure=caseload on=2024-05-31 by="
    assert loaded.result(f"{line}caseworker").rows[0]["by_value"] == "R1"
    with pytest.raises(PlainError, match="by=team"):
        loaded.result(f"{line}caseworker", role="leder")
    assert {row["by_value"] for row in loaded.result(f"{line}team", role="leder").rows} == {"Team A"}


def test_a_month_that_the_first_saw_half_of_is_left_out(loader: Loader) -> None:
    case = "C1; A; R1; voksne; 01-01-2024; ; 1"
    first, second = (
        by_hand(assignments=case),
        by_hand(assignments=f"{case}\nC2; B; R1; voksne; 01-04-2024; ; 1"),
    )
    workers = by_hand(caseworkers="R1; Rikke; Team A; 01-01-2024; ; 1")["caseworkers"]
    early = loader(first | {"caseworkers": workers}, date(2024, 5, 15))
    loaded = then(early, second | {"caseworkers": workers}, JUNE)
    rows = loaded.run("history_change figure=caseload_trend from=2024-01-01 to=2024-06-30 by=team")
    assert {row["month"] for row in rows} == {date(2024, 4, 30)}
    assert {row["column"]: row["change"] for row in rows} == {
        "cases": 1,
        "citizens": 1,
        "citizens_per_fte": 1,
    }


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ("history_change", "figure"),
        ("history_change period=month", "stock_flow"),
        ("history_change figure=findes_ikke period=month", "stock_flow"),
        ("history_change figure=deadline_risk days=30", "deadlines_kept"),
        ("history_change figure=history_change", "stock_flow"),
        ("history_change figure=benchmark year=2023", "stock_flow"),
        ("history_change figure=stock_flow period=month from=2024-01-01", "to"),
        ("history_change figure=age_intervals on=2024-01-01 period=month", "bands"),
        ("history_change figure=stock_flow period=month from=2024-01-01 to=2024-07-01", "30-06-2024"),
    ],
)
def test_wrong_questions(changed: Loaded, line: str, named: str) -> None:
    with pytest.raises(PlainError, match=named):
        changed.run(line)


def test_an_answer_changed_by_its_reader_is_whole_for_the_next(changed: Loaded) -> None:
    line = f"{FLOW} period=month"
    first = changed.run(line)
    first[0]["now"] = -1
    first.pop()
    assert len(changed.run(line)) == len(first) + 1
    assert changed.run(line)[0]["now"] == 1


@pytest.mark.parametrize(
    ("before", "now", "rounding"),
    [
        (1000.0, 1000.01, True),
        (1000.01, 1000.0, True),
        (1000.0, 1000.02, False),
        (0.25, 0.26, False),
        (150.123456, 150.126196, False),
        (1000, 1001, False),
        (None, 1000.0, False),
    ],
)
def test_an_øre_is_rounding(before: float | None, now: float, rounding: bool) -> None:
    assert is_rounding(before, now) is rounding
