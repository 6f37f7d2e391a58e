"""Which areas a team works in, on the day asked for."""

from datetime import date

from cockpit.keyfigures import areas_of_teams
from tests.keyfigures.deliveries import by_hand
from tests.keyfigures.loading import Loader

AS_OF = date(2024, 6, 30)
CASES = """
C1; C1; R1; voksne; 01-01-2024; ; 1
C2; C2; R1; børn og unge; 01-01-2024; 31-03-2024; 1
C3; C3; R2; børn og unge; 01-01-2024; ; 1
C4; C4; R3; voksne; 01-01-2024; ; 1
"""
WORKERS = """
R1; Anna; Team A; 01-01-2020; ; 1
R2; Bo; Team A; 01-01-2020; 31-12-2023; 1
R2; Bo; Team B; 01-01-2024; ; 1
R9; Ida; Team C; 01-01-2020; ; 1
"""


def test_areas_of_the_teams_with_cases_on_the_day(loader: Loader) -> None:
    reader = loader(by_hand(assignments=CASES, caseworkers=WORKERS), AS_OF).warehouse.reader()
    assert areas_of_teams(reader, AS_OF) == {
        "Team A": ("voksne",),
        "Team B": ("børn og unge",),
        "uoplyst": ("voksne",),
    }
    assert areas_of_teams(reader, date(2024, 3, 31))["Team A"] == ("børn og unge", "voksne")
