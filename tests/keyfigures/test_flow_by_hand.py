"""stock_flow and length_of_stay: cases that a reader can count."""

from datetime import date

import pytest

from tests.keyfigures.comparing import differences, table
from tests.keyfigures.deliveries import by_hand
from tests.keyfigures.loading import Loader

AS_OF = date(2024, 6, 30)
YEAR_2023 = "stock_flow period=year from=2023-01-01 to=2023-12-31 group=botilbud"


def test_from_one_108_home_to_another_is_no_outflow(loader: Loader) -> None:
    loaded = loader(
        by_hand(
            services="""
            A; SEL 108; 10-01-2023; 31-05-2023; own
            A; SEL 108; 01-06-2023;           ; private
            """
        ),
        AS_OF,
    )
    # One spell by section; by owner A leaves `own` (1 June is the first day without) and enters `private`.
    by_section = table(
        """
        period_start | by_value | opening | inflow | outflow | closing | complete
        2023-01-01   | SEL 108  | 0       | 1      | 0       | 1       | true
        """
    )
    by_owner = table(
        """
        period_start | by_value | opening | inflow | outflow | closing | complete
        2023-01-01   | own      | 0       | 1      | 1       | 0       | true
        2023-01-01   | private  | 0       | 1      | 0       | 1       | true
        """
    )
    assert differences(by_section, loaded.run(f"{YEAR_2023} by=section")) == []
    assert differences(by_owner, loaded.run(f"{YEAR_2023} by=owner")) == []


def test_from_107_to_108_is_an_outflow_by_section_and_none_for_all_residential_care(loader: Loader) -> None:
    loaded = loader(
        by_hand(
            services="""
            A; SEL 107; 10-01-2023; 31-05-2023
            A; SEL 108; 01-06-2023;
            """
        ),
        AS_OF,
    )
    by_section = table(
        """
        period_start | by_value | opening | inflow | outflow | closing
        2023-01-01   | SEL 107  | 0       | 1      | 1       | 0
        2023-01-01   | SEL 108  | 0       | 1      | 0       | 1
        """
    )
    in_all = table(
        """
        period_start | by_value | opening | inflow | outflow | closing
        2023-01-01   |          | 0       | 1      | 0       | 1
        """
    )
    assert differences(by_section, loaded.run(f"{YEAR_2023} by=section")) == []
    assert differences(in_all, loaded.run(YEAR_2023)) == []


@pytest.mark.parametrize(
    ("second_start", "inflow", "outflow"),
    [
        ("15-03-2023", 1, 0),  # overlaps
        ("01-04-2023", 1, 0),  # the day after: joined
        ("02-04-2023", 2, 1),  # one day without: 1 April
    ],
)
def test_services_join_when_no_day_lies_between(
    loader: Loader, second_start: str, inflow: int, outflow: int
) -> None:
    services = f"""
        A; SEL 107; 01-02-2023; 31-03-2023
        A; SEL 107; {second_start}; 30-06-2024
        """
    (row,) = loader(by_hand(services=services), AS_OF).run(YEAR_2023)
    assert (row["opening"], row["inflow"], row["outflow"], row["closing"]) == (0, inflow, outflow, 1)


def test_outflow_is_counted_on_the_first_day_without(loader: Loader) -> None:
    loaded = loader(
        by_hand(
            services="""
            A; SEL 107; 01-01-2023; 31-01-2023
            B; SEL 107; 28-02-2023; 28-02-2023
            """
        ),
        AS_OF,
    )
    # A is there on 31 January: closing 1, gone on 1 February. B's one day: in on 28 February, out on 1 March.
    expected = table(
        """
        period_start | by_value | opening | inflow | outflow | closing | complete
        2023-01-01   |          | 0       | 1      | 0       | 1       | true
        2023-02-01   |          | 1       | 1      | 1       | 1       | true
        2023-03-01   |          | 1       | 0      | 1       | 0       | true
        """
    )
    rows = loaded.run("stock_flow period=month from=2023-01-15 to=2023-03-02")
    assert differences(expected, rows) == []


def test_ends_around_as_of_and_planned_services(loader: Loader) -> None:
    loaded = loader(
        by_hand(
            services="""
            A; SEL 107; 01-01-2024; 28-06-2024
            B; SEL 107; 01-01-2024; 29-06-2024
            C; SEL 107; 01-01-2024; 30-06-2024
            D; SEL 107; 30-06-2024; 31-12-2024
            E; SEL 107; 01-07-2024;
            """
        ),
        AS_OF,
    )
    # As-of is 30 June: A has gone (29 June), B too (30 June); C and D are there; E is planned.
    expected = table(
        """
        period_start | by_value | opening | inflow | outflow | closing | complete
        2024-01-01   |          | 0       | 4      | 2       | 2       | false
        """
    )
    rows = loaded.run("stock_flow period=year from=2024-06-30 to=2024-06-30")
    assert differences(expected, rows) == []


CHILD = by_hand(
    services="""
    A; SEL 52.3.7; 01-10-2023; 31-12-2023
    A; BL 46     ; 01-01-2024;
    """
)
AROUND_NEW_YEAR = "stock_flow period=quarter from=2023-10-01 to=2024-03-31 by=section"


def test_a_newer_law_is_no_flow_with_a_group_filter(loader: Loader) -> None:
    expected = table(
        """
        period_start | by_value | opening | inflow | outflow | closing
        2023-10-01   | BL 46    | 0       | 1      | 0       | 1
        2024-01-01   | BL 46    | 1       | 0      | 0       | 1
        """
    )
    loaded = loader(CHILD, AS_OF)
    assert differences(expected, loaded.run(f"{AROUND_NEW_YEAR} group=anbringelse")) == []
    assert differences(expected, loaded.run(f"{AROUND_NEW_YEAR} area=børn og unge")) == []
    assert differences(expected, loaded.run(f"{AROUND_NEW_YEAR} group=anbringelse section=BL 46")) == []


def test_without_a_group_filter_a_section_counts_as_itself(loader: Loader) -> None:
    expected = table(
        """
        period_start | by_value   | opening | inflow | outflow | closing
        2023-10-01   | SEL 52.3.7 | 0       | 1      | 0       | 1
        2024-01-01   | SEL 52.3.7 | 1       | 0      | 1       | 0
        2023-10-01   | BL 46      | 0       | 0      | 0       | 0
        2024-01-01   | BL 46      | 0       | 1      | 0       | 1
        """
    )
    assert differences(expected, loader(CHILD, AS_OF).run(AROUND_NEW_YEAR)) == []


def test_roles_and_missing_providers(loader: Loader) -> None:
    loaded = loader(
        by_hand(
            services="""
            A; SEL 107; 01-01-2023;; own; 330; 330
            B; SEL 107; 01-01-2023;; own; 316; 330
            C; SEL 107; 01-01-2023;; own; 330; 316
            D; SEL 107; 01-01-2023;;    ;    ;
            """
        ),
        AS_OF,
    )
    # Paid: A, B, D (empty = own). Acted for: A, C, D. Everyone: four. D has no provider.
    closing = {
        role: loaded.run(f"{YEAR_2023} role={role}")[0]["closing"] for role in ("paying", "acting", "all")
    }
    assert closing == {"paying": 3, "acting": 3, "all": 4}
    by_owner = {row["by_value"]: row["closing"] for row in loaded.run(f"{YEAR_2023} by=owner")}
    assert by_owner == {"own": 2, "uoplyst": 1}


def test_length_of_stay_when_all_have_left(loader: Loader) -> None:
    # 10, 20, 30 and 40 days: a quarter have left after 10, half after 20, three quarters after 30.
    services = """
        A; SEL 107; 01-01-2023; 10-01-2023
        B; SEL 107; 01-01-2023; 20-01-2023
        C; SEL 107; 01-01-2023; 30-01-2023
        D; SEL 107; 01-01-2023; 09-02-2023
        """
    expected = table(
        """
        by_value | spells | ended | p25_days | median_days | p75_days
                 | 4      | 4     | 10       | 20          | 30
        """
    )
    loaded = loader(by_hand(services=services), AS_OF)
    assert differences(expected, loaded.run("length_of_stay from=2023-01-01 to=2023-01-31")) == []


def test_length_of_stay_of_those_still_there_is_at_least_so_far(loader: Loader) -> None:
    # As-of 30 June. A: 10 days, ended. B: two joined services, 5 + 15 = 20 days, ended. C: there since
    # 1 June, 30 days so far; D likewise, though its end is known. E came before the window, F is planned.
    # Still there after 10 days 3/4, after 20 days 2/4; three quarters have not left yet.
    services = """
        A; SEL 107; 01-06-2024; 10-06-2024
        B; SEL 107; 01-06-2024; 05-06-2024
        B; SEL 108; 06-06-2024; 20-06-2024
        C; SEL 107; 01-06-2024;
        D; SEL 107; 01-06-2024; 30-06-2024
        E; SEL 107; 31-05-2024; 02-06-2024
        F; SEL 107; 01-07-2024;
        """
    expected = table(
        """
        by_value | spells | ended | p25_days | median_days | p75_days
                 | 4      | 2     | 10       | 20          |
        """
    )
    rows = loader(by_hand(services=services), AS_OF).run("length_of_stay from=2024-06-01 to=2024-06-30")
    assert differences(expected, rows) == []
