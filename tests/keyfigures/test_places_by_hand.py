"""places, occupancy and market: cases that a reader can count."""

from datetime import date

from tests.keyfigures.comparing import differences, table
from tests.keyfigures.deliveries import Tables, by_hand
from tests.keyfigures.loading import Loader

AS_OF = date(2024, 6, 20)
# A, B and C are ours, D and E another municipality's; F is planned, G has left.
PEOPLE = """
    A; SEL 107; 01-01-2023;           ; own
    A; SEL 103; 01-01-2023;           ; own
    B; SEL 107; 01-01-2023; 10-06-2024; own
    C; SEL 108; 11-06-2024;           ; own
    D; SEL 107; 01-01-2023;           ; own; 316; 316
    E; SEL 107; 01-01-2023;           ; own; 330; 316
    F; SEL 107; 21-06-2024;           ; own
    G; SEL 107; 01-01-2023; 31-05-2024; own
    H; SEL 107; 01-01-2023;           ; private
    """


def delivery(capacity: str, services: str = PEOPLE) -> Tables:
    return by_hand(services=services, capacity=capacity)


def test_our_own_citizens_sold_places_and_free_ones(loader: Loader) -> None:
    loaded = loader(delivery("own; 01-01-2023; ; 6\nprivate; 01-01-2023; ; 9"), AS_OF)
    expected = table(
        """
        provider | owner | places | own_citizens | sold | free | occupancy_rate
        own      | own   | 6      | 2            | 2    | 2    | 0.6666667
        """
    )
    # On 20 June A (once, with two services) and C; on 10 June A and B; on 31 May A, B and G.
    for day, own_citizens in (("2024-06-20", 2), ("2024-06-10", 2), ("2024-05-31", 3)):
        (row,) = loaded.run(f"places on={day}")
        assert (row["own_citizens"], row["sold"], row["free"]) == (own_citizens, 2, 6 - own_citizens - 2)
    assert differences(expected, loaded.run("places on=2024-06-20")) == []


def test_whoever_both_pay_for_is_ours_and_takes_one_place(loader: Loader) -> None:
    services = """
        A; SEL 107; 01-01-2023; ; own; ; 316
        A; SEL 103; 01-01-2023; ; own
        """
    (row,) = loader(delivery("own; 01-01-2023; ; 1", services), AS_OF).run("places on=2024-06-20")
    assert (row["own_citizens"], row["sold"], row["free"]) == (1, 0, 0)


def test_more_people_than_places_and_no_places(loader: Loader) -> None:
    loaded = loader(delivery("own; 01-01-2023; 31-05-2024; 2\nown; 01-06-2024; ; 0"), AS_OF)
    full = table(
        """
        provider | owner | places | own_citizens | sold | free | occupancy_rate
        own      | own   | 2      | 3            | 2    | -3   | 2.5
        """
    )
    none = table(
        """
        provider | owner | places | own_citizens | sold | free | occupancy_rate
        own      | own   | 0      | 2            | 2    | -4   |
        """
    )
    assert differences(full, loaded.run("places on=2024-05-31")) == []
    assert differences(none, loaded.run("places on=2024-06-01")) == []


def test_changes_gaps_and_overlaps_of_places(loader: Loader) -> None:
    # 4, then more for a time while the first row stands open, then none known until June but for a day.
    capacity = """
        own; 01-01-2023; 31-03-2024; 4
        own; 01-02-2023; 28-02-2023; 7
        own; 15-04-2024; 15-04-2024; 9
        own; 01-06-2024;           ; 5
        """
    loaded = loader(delivery(capacity), AS_OF)
    places = {
        day: [row["places"] for row in loaded.run(f"places on={day}")]
        for day in (
            "2022-12-31", "2023-01-31", "2023-02-01", "2023-02-28", "2023-03-01", "2024-03-31", "2024-04-01",
            "2024-04-15", "2024-05-31", "2024-06-01",
        )
    }  # fmt: skip
    assert list(places.values()) == [[], [4], [7], [7], [4], [4], [], [9], [], [5]]


def test_occupancy_counts_the_days_up_to_as_of(loader: Loader) -> None:
    # May: A, B, D, E, G for 31 days. June, 20 days: A, D and E for 20, B for 10, C for 10.
    loaded = loader(delivery("own; 01-01-2023; ; 6\nprivate; 01-01-2023; ; 9"), AS_OF)
    expected = table(
        """
        month      | provider | used_days | available_days | occupancy_rate
        2024-05-31 | own      | 155       | 186            | 0.8333333
        2024-06-30 | own      | 80        | 120            | 0.6666667
        """
    )
    assert differences(expected, loaded.run("occupancy from=2024-05-15 to=2024-06-20")) == []


def test_occupancy_counts_days_on_which_the_places_are_known(loader: Loader) -> None:
    # April: not known until the 21st; 10 days with 5 people. May: 3 places for 10 days, 6 for 21.
    capacity = """
        own; 01-01-2023; 31-03-2024; 4
        own; 21-04-2024; 10-05-2024; 3
        own; 11-05-2024;           ; 6
        """
    loaded = loader(delivery(capacity), AS_OF)
    expected = table(
        """
        month      | provider | used_days | available_days
        2024-04-30 | own      | 50        | 30
        2024-05-31 | own      | 155       | 156
        """
    )
    assert differences(expected, loaded.run("occupancy from=2024-04-01 to=2024-05-31")) == []
    assert loaded.run("occupancy from=2022-01-01 to=2022-12-31") == []


def test_occupancy_without_people_or_places(loader: Loader) -> None:
    services = "A; SEL 107; 01-06-2024; ; own"
    capacity = "own; 01-01-2024; 31-05-2024; 2\nown; 01-06-2024; ; 0"
    expected = table(
        """
        month      | provider | used_days | available_days | occupancy_rate
        2024-05-31 | own      | 0         | 62             | 0.0
        2024-06-30 | own      | 20        | 0              |
        """
    )
    loaded = loader(delivery(capacity, services), AS_OF)
    assert differences(expected, loaded.run("occupancy from=2024-05-01 to=2024-06-20")) == []


def test_a_filter_on_services_leaves_out_providers_without_them(loader: Loader) -> None:
    loaded = loader(delivery("own; 01-01-2023; ; 6"), AS_OF)
    (row,) = loaded.run("places on=2024-06-20 section=SEL 103")
    assert (row["places"], row["own_citizens"], row["sold"]) == (6, 1, 0)
    assert loaded.run("places on=2024-06-20 area=børn og unge") == []
    assert loaded.run("occupancy from=2024-06-01 to=2024-06-20 group=anbringelse") == []
    (month,) = loaded.run("occupancy from=2024-06-01 to=2024-06-20 section=SEL 108")
    assert (month["used_days"], month["available_days"]) == (10, 120)
    assert loaded.run("places on=2024-06-20 provider=private") == []


MARKET = by_hand(
    services="""
    A; SEL 107; 01-01-2023;           ; own
    B; SEL 107; 01-01-2023;           ; private
    C; SEL 108; 01-01-2023;           ; private
    D; SEL 107; 01-01-2023;           ; own    ; 316; 316
    E; SEL 103; 01-01-2023;           ; region
    A; SEL 108; 01-01-2023;           ; other_municipality
    F; SEL 107; 01-01-2023; 19-06-2024; private
    G; SEL 95 ; 01-01-2023;           ;
    H; SEL 107; 01-01-2023;           ; private; 330; 316
    """,
    rates="""
    S1; 01-01-2023; 31-12-2023; 1.000; day; base
    S1; 01-01-2024;           ; 2.000; day; base
    S1; 20-06-2024; 20-06-2024; 10   ; day; supplement
    S2; 01-01-2023;           ; 1.000; month; base
    S3; 01-01-2023;           ; 90.000; year; base
    S4; 01-01-2023;           ; 3.000; day; base
    S4; 20-06-2024;           ; 50.000; once; supplement
    S5; 21-06-2024;           ; 100; day; base
    """,
)


def test_bought_sold_and_own(loader: Loader) -> None:
    # Residential care: A, B and C are ours, A both at our own home and bought; D's place is sold.
    expected = table(
        """
        direction | owner              | group     | citizens | annual_amount | share
        bought    | other_municipality | botilbud  | 1        | 0             |
        bought    | private            | botilbud  | 2        | 102000        |
        bought    | region             | dagtilbud | 1        | 0             |
        bought    | uoplyst            | BPA       | 1        | 0             |
        sold      | own                | botilbud  | 1        | 1095000       | 0.5
        own       | own                | botilbud  | 1        | 733650        | 0.3333333
        """
    )
    loaded = loader(MARKET, AS_OF)
    rows = loaded.run("market on=2024-06-20")
    assert differences(expected, rows) == []
    assert [row["direction"] for row in rows] == ["bought"] * 4 + ["sold", "own"]
    before = {
        (row["direction"], row["owner"]): row for row in loaded.run("market on=2023-12-31 section=SEL 107")
    }
    assert before["own", "own"]["annual_amount"] == 365_000
    assert before["bought", "private"]["citizens"] == 2


def test_the_degree_of_self_supply_needs_all_our_citizens(loader: Loader) -> None:
    loaded = loader(MARKET, AS_OF)
    shares = {
        filters: [(row["direction"], row["share"]) for row in loaded.run(f"market on=2024-06-20 {filters}")]
        for filters in ("owner=own", "provider=own", "section=SEL 107", "group=dagtilbud")
    }
    assert shares == {
        "owner=own": [("sold", 0.5), ("own", None)],
        "provider=own": [("sold", 0.5), ("own", None)],
        "section=SEL 107": [("bought", None), ("sold", 0.5), ("own", 0.5)],
        "group=dagtilbud": [("bought", None)],
    }
