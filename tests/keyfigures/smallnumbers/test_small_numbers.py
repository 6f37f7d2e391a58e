"""What politicians are answered on the demo municipality: enough to steer by, and nothing of anybody."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

import pytest

from cockpit.demo import write_demo
from cockpit.keyfigures import Result
from cockpit.keyfigures.smallnumbers import HIDDEN, TABLES, Table
from cockpit.wording import PlainError
from tests.keyfigures.loading import Loaded, load_delivery

AS_OF = date(2026, 10, 31)
# As the design lists them: figure, what it is divided by, and the columns that must be there.
LISTED = (
    ("stock_flow", "group", "closing"),
    ("stock_flow", "group", "inflow"),
    ("stock_flow", "group", "outflow"),
    ("stock_flow", "section", "closing"),
    ("age_intervals", "group", "citizens"),
    ("cost_intervals", "group", "citizens"),
    ("cost", "group", "unit_cost"),
    ("deadlines_kept", "", "kept"),
    ("caseload", "area", "citizens"),
    ("places", "", "places"),
    ("market", "", "citizens"),
    ("budget", "", "actual"),
)
FLOW = "stock_flow period=year from=2022-01-01 to=2026-10-31"


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Loaded:
    folder = tmp_path_factory.mktemp("demo")
    write_demo(folder / "delivery", 1, 1)
    return load_delivery(folder / "delivery", AS_OF, folder, {}, allow_rejected=True)


def asked(demo: Loaded, line: str) -> Result:
    return demo.result(line, role="politiker")


def lines(table: Table) -> Iterator[str]:
    """Every question that the table answers."""
    by = f" by={table.by}" if table.by else ""
    days = ["2026-10-31"] if table.times == "now" else [f"{year}-12-31" for year in range(2022, 2026)]
    if table.figure in ("cost", "cost_intervals"):
        yield f"{table.figure} from_year=2022 to_year=2026{by}"
    elif table.figure in ("stock_flow", "deadlines_kept"):
        yield f"{table.figure} period=year from=2022-01-01 to=2026-10-31{by}"
    elif table.figure == "budget":
        yield from (f"budget year={year} month={month}" for year, month in ((2025, 12), (2026, 10)))
    else:
        yield from (f"{table.figure} on={day}{by}" for day in days)


@pytest.mark.parametrize(("figure", "by", "column"), LISTED)
def test_every_table_of_the_design_is_there(demo: Loaded, figure: str, by: str, column: str) -> None:
    table = next(one for one in TABLES if (one.figure, one.by) == (figure, by))
    result = asked(demo, next(lines(table)))
    assert any(row[column] is not None for row in result.rows)


def test_three_in_four_cells_stay_visible(demo: Loaded) -> None:
    shown = cells = 0
    for table in TABLES:
        for line in lines(table):
            for row in asked(demo, line).rows:
                numbers = (*table.counts, *table.follows)
                cells += len(numbers)
                shown += sum(name not in row[HIDDEN] for name in numbers)
    assert cells > 900
    assert shown / cells >= 0.75


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_no_small_number_is_shown_and_every_other_is_right(demo: Loaded, table: Table) -> None:
    fixed = "".join(f" {name}={value}" for name, value in table.fixed if name != "period")
    for line in lines(table):
        if table.one_row:
            continue
        exact = {tuple(row[key] for key in table.keys): row for row in demo.run(line + fixed)}
        for row in asked(demo, line).rows:
            true = exact[tuple(row[key] for key in table.keys)]
            for column in table.counts:
                assert row[column] in ({None} if column in row[HIDDEN] else {true[column]})
                assert row[column] is None or not 0 < row[column] < 5 or column in ("places", "free")


def test_a_year_that_goes_on_tells_nothing_of_who_came(demo: Loaded) -> None:
    rows = asked(demo, f"{FLOW} by=none").rows
    assert [row["inflow"] is None for row in rows] == [False, False, False, False, True]
    for earlier, later in pairwise(rows):
        assert earlier["closing"] == later["opening"]


def test_one_group_is_a_row_of_the_groups(demo: Loaded) -> None:
    groups = [row for row in asked(demo, f"{FLOW} by=group").rows if row["by_value"] == "botilbud"]
    one = asked(demo, f"{FLOW} group=botilbud").rows
    assert [row | {"by_value": "botilbud"} for row in one] == groups


def test_prices_are_rounded_and_of_the_group(demo: Loaded) -> None:
    exact = demo.run("cost from_year=2025 to_year=2025 group=botilbud")[0]["unit_cost"]
    assert asked(demo, "cost from_year=2025 to_year=2025 group=botilbud").rows[0]["unit_cost"] == round(
        exact, -3
    )


@pytest.mark.parametrize(
    "line",
    [
        f"{FLOW} by=provider",
        f"{FLOW} sex=k",
        f"{FLOW} by=group owner=own",
        f"{FLOW} group=botilbud,dagtilbud",
        f"{FLOW} by=section group=botilbud",
        "stock_flow period=month from=2026-01-01 to=2026-10-31",
        "age_intervals on=2026-09-30",
        "age_intervals on=2026-10-31 bands=18,19",
        "age_intervals on=2026-10-31 by=section",
        "cost_intervals from_year=2025 to_year=2025 limits=1200000",
        "cost from_year=2025 to_year=2025",
        "cost from_year=2026 to_year=2026 basis=committed group=botilbud",
        "caseload on=2026-10-31 by=caseworker",
        "caseload on=2026-10-31 by=team",
        "deadlines_kept period=quarter from=2025-01-01 to=2025-12-31",
        "caseload_list on=2026-10-31 by=team",
        "history_change figure=age_intervals on=2026-10-31",
        "residential_count on=2026-10-31 year=2026",
        "market on=2025-12-31",
    ],
)
def test_every_other_question_is_refused_in_plain_words(demo: Loaded, line: str) -> None:
    with pytest.raises(PlainError, match=r"[Pp]olitikere"):
        asked(demo, line)


def test_a_politician_reads_the_public_tables_alone(demo: Loaded, monkeypatch: pytest.MonkeyPatch) -> None:
    reader, read = demo.warehouse.reader(), list[str]()
    table = type(reader).table

    def watched(self: object, sql: str, parameters: object = None) -> object:
        read.append(sql)
        return table(reader, sql, parameters)  # type: ignore[arg-type]

    monkeypatch.setattr(type(reader), "table", watched)
    monkeypatch.setattr(reader, "_results", {})
    for one in TABLES:
        for line in lines(one):
            asked(demo, line)
    asked(demo, f"{FLOW} group=botilbud")
    places = ("public_row", "reference_section", "information_schema.tables")
    assert all(any(f"from {place}" in sql for place in places) for sql in read)
    assert not any(f"from {name}" in sql for sql in read for name in ("services", "citizens", "guarded_cell"))


def test_the_file_of_answers_holds_nothing_that_is_hidden(demo: Loaded) -> None:
    for row in demo.warehouse.reader().rows("select facts from public_row"):
        assert '"hidden"' in row["facts"]
    exact = demo.run(f"{FLOW} by=group")
    small = [row for row in exact if 0 < row["inflow"] < 5]
    shown = {(row["period_start"], row["by_value"]): row for row in asked(demo, f"{FLOW} by=group").rows}
    assert small
    assert all(shown[row["period_start"], row["by_value"]]["inflow"] is None for row in small)
