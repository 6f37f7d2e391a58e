"""benchmark and initiatives: cases that a reader can count."""

from datetime import date

import pytest

from cockpit.wording import PlainError
from tests.keyfigures.comparing import differences, table
from tests.keyfigures.deliveries import by_hand
from tests.keyfigures.loading import Loaded, Loader

AS_OF = date(2026, 10, 31)
COST = "cost.unit_cost"

# 2024: 330 is published three times, 316 twice on one day. 2025: an even number, and two of one value.
BENCHMARKS = f"""
    330; 2024; {COST}; 400; Nettet; 01-06-2025
    330; 2024; {COST}; 420; Nettet; 01-06-2026
    330; 2024; {COST}; 999; Nettet;
    316; 2024; {COST}; 410; B; 01-06-2025
    316; 2024; {COST}; 415; A; 01-06-2025
    306; 2024; {COST}; 380,25; Nettet; 01-06-2025
    330; 2025; {COST}; 400; Nettet; 01-06-2026
    316; 2025; {COST}; 400; Nettet; 01-06-2026
    306; 2025; {COST}; 300; Nettet; 01-06-2026
    350; 2025; {COST}; 600; Nettet; 01-06-2026
    340; 2025; {COST}; 100; Nettet; 01-06-2026
    370; 2025; {COST}; 500; Nettet; 01-06-2026
    330; 2025; full_year_persons.per_1000_adults; 7; Nettet; 01-06-2026
    """


@pytest.fixture(scope="module")
def loaded(loader: Loader) -> Loaded:
    return loader(by_hand(benchmarks=BENCHMARKS), AS_OF)


def test_the_newest_value_of_each_and_the_one_in_the_middle(loaded: Loaded) -> None:
    expected = table(
        """
        municipality | value  | rank | position | median | distance | in_group | source | published_on
        330          | 420    | 1    | above    | 415    | 5        | true     | Nettet | 2026-06-01
        316          | 415    | 2    | at       | 415    | 0        | true     | A      | 2025-06-01
        306          | 380.25 | 3    | below    | 415    | -34.75   | true     | Nettet | 2025-06-01
        """
    )
    rows = loaded.run(f"benchmark figure={COST} year=2024")
    expected = [row | {"municipality": str(row["municipality"])} for row in expected]
    assert differences(expected, rows) == []
    assert [row["municipality"] for row in rows] == ["330", "316", "306"]


def test_one_value_is_one_place_and_the_next_is_left_out(loaded: Loaded) -> None:
    rows = loaded.run(f"benchmark figure={COST} year=2025")
    assert [(row["municipality"], row["rank"]) for row in rows] == [
        ("350", 1), ("370", 2), ("316", 3), ("330", 3), ("306", 5), ("340", 6),
    ]  # fmt: skip
    assert {row["median"] for row in rows} == {400}
    assert [row["position"] for row in rows] == ["above", "above", "at", "at", "below", "below"]


@pytest.mark.parametrize(
    ("group", "median", "position"),
    [
        ("306,340", 200, "above"),  # without us: between 300 and 100
        ("330,350,370", 500, "below"),
        ("306,316", 350, "above"),
        ("316", 400, "at"),
        ("306,751", 300, "above"),  # 751 has published nothing
        ("751", None, None),
    ],
)
def test_the_comparison_group_is_a_setting(
    loader: Loader, group: str, median: float | None, position: str | None
) -> None:
    rows = loader(by_hand(benchmarks=BENCHMARKS), AS_OF, comparison_group=group).run(
        f"benchmark figure={COST} year=2025"
    )
    assert len(rows) == 6
    assert {row["municipality"] for row in rows if row["in_group"]} == set(group.split(",")) - {"751"}
    assert {row["median"] for row in rows} == {median}
    (ours,) = [row for row in rows if row["municipality"] == "330"]
    assert (ours["rank"], ours["position"]) == (3, position)
    assert ours["distance"] == (None if median is None else 400 - median)


def test_a_figure_or_a_year_that_nobody_published(loaded: Loaded) -> None:
    assert loaded.run(f"benchmark figure={COST} year=2023") == []
    with pytest.raises(PlainError, match=r"Vælg blandt: cost\.unit_cost eller full_year_persons\.per_1000"):
        loaded.run("benchmark figure=cost year=2025")
    with pytest.raises(PlainError, match="mangler parameteren figure"):
        loaded.run("benchmark year=2025")
    with pytest.raises(PlainError, match="year kan højst være 2026"):
        loaded.run(f"benchmark figure={COST} year=2027")


def test_initiatives_with_what_is_known_of_them(loader: Loader) -> None:
    # A gain not yet made up leaves net empty; one of nothing does not; an investment not told is none.
    rows = """
        P2; Bostøtte ; Unge; Udvalget; ; idé       ;           ; 2027; 800,00 ; 1500,00;
        P1; Ungehus  ; Unge; Udvalget; stock_flow; i gang; 01-03-2025; 2026; 650,00 ; 2400,00; 1150,50
        P1; Ungehus  ; Unge; Udvalget; stock_flow; i gang; 01-03-2025; 2025; 1450,00; 900,00 ; 310,00
        P4; Uden tema;     ;         ; ; stoppet   ;           ;     ;        ;        ; -20,00
        P3; Aflastning; Børn;        ; ; evalueres ;           ; 2025; 100,00 ; 50,00  ; 0,00
        """
    expected = table(
        """
        initiative | theme | committee | status    | year | investment | expected_gain | realised_gain | net
        Aflastning | Børn  |           | evalueres | 2025 | 100        | 50            | 0             | -100
        Bostøtte   | Unge  | Udvalget  | idé       | 2027 | 800        | 1500          |               |
        Ungehus    | Unge  | Udvalget  | i gang    | 2025 | 1450       | 900           | 310           | -1140
        Ungehus    | Unge  | Udvalget  | i gang    | 2026 | 650        | 2400          | 1150.5        | 500.5
        Uden tema  |       |           | stoppet   |      |            |               | -20           | -20
        """
    )
    found = loader(by_hand(initiatives=rows), AS_OF).run("initiatives")
    assert differences(expected, found) == []
    assert [(row["initiative"], row["year"]) for row in found] == [
        (row["initiative"], row["year"]) for row in expected
    ]
    assert (found[2]["figure"], found[2]["starts_on"]) == ("stock_flow", date(2025, 3, 1))
