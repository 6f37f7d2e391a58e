"""waiting_time: cases that a reader can count."""

from datetime import date

from tests.keyfigures.comparing import differences, table
from tests.keyfigures.deliveries import by_hand
from tests.keyfigures.loading import Loader

AS_OF = date(2024, 6, 30)
LINE = "waiting_time from=2024-01-01 to=2024-06-30"


def test_days_to_decision_and_from_decision_to_start(loader: Loader) -> None:
    # To decision 10, 20, 30, 40: halfway 25; nine tenths of the way from the first to the last, 37.
    # From decision to start 0, 5 and 9, and one that began 2 days before: in order -2, 0, 5, 9, halfway 2.5.
    services = """
        A; SEL 107; 11-01-2024; ; own;;; 01-01-2024; 11-01-2024
        B; SEL 107; 26-01-2024; ; own;;; 01-01-2024; 21-01-2024
        C; SEL 107; 09-02-2024; ; own;;; 01-01-2024; 31-01-2024
        D; SEL 107; 08-02-2024; ; own;;; 01-01-2024; 10-02-2024
        """
    expected = table(
        """
        by_value | services | median_days_to_decision | p90_days_to_decision | median_days_to_start
                 | 4        | 25                      | 37                   | 2.5
        """
    )
    assert differences(expected, loader(by_hand(services=services), AS_OF).run(LINE)) == []


def test_decided_in_the_window_with_what_is_not_known(loader: Loader) -> None:
    # A was decided the day before, E the day after; B has no application, F no decision, G is planned.
    services = """
        A; SEL 107; 01-02-2024; ; own;;; 01-12-2023; 31-12-2023
        B; SEL 107; 04-01-2024; ; own;;;           ; 01-01-2024
        C; SEL 108; 30-06-2024; ; own;;; 20-06-2024; 30-06-2024
        D; SEL 85 ; 02-02-2024; ; own;;; 01-02-2024; 02-02-2024
        E; SEL 107; 30-06-2024; ; own;;; 01-06-2024; 01-07-2024
        F; SEL 107; 04-01-2024; ; own;;; 01-01-2024;
        G; SEL 107; 01-07-2024; ; own;;; 01-06-2024; 15-06-2024
        """
    loaded = loader(by_hand(services=services), AS_OF)
    by_section = table(
        """
        by_value | services | median_days_to_decision | p90_days_to_decision | median_days_to_start
        SEL 107  | 1        |                         |                      | 3
        SEL 108  | 1        | 10                      | 10                   | 0
        SEL 85   | 1        | 1                       | 1                    | 0
        """
    )
    assert differences(by_section, loaded.run(f"{LINE} by=section")) == []
    assert [row["services"] for row in loaded.run(f"{LINE} group=botilbud")] == [2]
    assert loaded.run(f"{LINE} owner=private") == []


def test_roles(loader: Loader) -> None:
    services = """
        A; SEL 107; 11-01-2024; ; own; 330; 316; 01-01-2024; 11-01-2024
        B; SEL 107; 11-01-2024; ; own; 316; 330; 01-01-2024; 11-01-2024
        C; SEL 107; 11-01-2024; ; own; 316; 330; 01-01-2024; 11-01-2024
        """
    loaded = loader(by_hand(services=services), AS_OF)
    found = {role: loaded.run(f"{LINE} role={role}")[0]["services"] for role in ("paying", "acting", "all")}
    assert found == {"paying": 2, "acting": 1, "all": 3}
