"""A figure is limited, in its query, to what the one who asks may see."""

from typing import Any

import pytest

from cockpit.access import User, asked_by
from cockpit.keyfigures import NotAllowedError, catalogue, may_run
from cockpit.keyfigures.smallnumbers import OPEN_FIGURES, TABLES
from cockpit.wording import PlainError
from tests.keyfigures.deliveries import by_hand
from tests.keyfigures.loading import Loaded, Loader
from tests.keyfigures.test_lists_by_hand import AS_OF, ASSIGNMENTS, DEADLINES, WORKERS

SERVICES = """
    B1; SEL 107; 01-01-2020; ; own
    B2; SEL 108; 01-01-2020; ; private
    B3; BL 32;   01-02-2024; ; own
    B4; BL 32;   01-02-2024; ; private
    """
STOCK = "stock_flow period=year from=2024-01-01 to=2024-06-30"
LEADER = User("l", "leder")
OF_AREA = User("o", "leder", areas=("voksne",))
OF_OWNER = User("e", "leder", owners=("own",))
OF_TEAM = User("t", "teamleder", teams=("Team B",))
KEEPER = User("d", "datakonsulent")
LISTS = [definition.id for definition in catalogue().values() if definition.lists]


@pytest.fixture(scope="module")
def loaded(loader: Loader) -> Loaded:
    tables = by_hand(services=SERVICES, assignments=ASSIGNMENTS, caseworkers=WORKERS, deadlines=DEADLINES)
    return loader(tables, AS_OF)


def asked(loaded: Loaded, user: User, line: str) -> list[dict[str, Any]]:
    with asked_by(user):
        return loaded.result(line, role=None).rows


def closing(loaded: Loaded, user: User, filters: str = "") -> int:
    return sum(row["closing"] for row in asked(loaded, user, STOCK + filters))


def test_figures_are_of_one_s_own_areas_and_owners(loaded: Loaded) -> None:
    assert closing(loaded, LEADER) == 4
    assert closing(loaded, OF_AREA) == closing(loaded, OF_OWNER) == 2
    assert closing(loaded, User("b", "leder", areas=("voksne",), owners=("own",))) == 1
    assert closing(loaded, User("b", "leder", areas=("voksne", "børn og unge"))) == 4
    assert {row["by_value"] for row in asked(loaded, OF_AREA, f"{STOCK} by=section")} == {
        "SEL 107",
        "SEL 108",
    }
    # A section of another area has none of one's own.
    assert closing(loaded, OF_AREA, " section=BL 32") == 0


def test_the_answer_says_what_it_is_limited_to(loaded: Loaded) -> None:
    with asked_by(OF_AREA):
        assert loaded.result(STOCK, role=None).parameters["area"] == "voksne"


@pytest.mark.parametrize("given", ["area=børn og unge", "area=voksne,børn og unge"])
def test_another_area_is_refused(loaded: Loaded, given: str) -> None:
    with pytest.raises(NotAllowedError, match="børn og unge er uden for"):
        closing(loaded, OF_AREA, f" {given}")
    assert closing(loaded, OF_AREA, " area=voksne") == 2
    with pytest.raises(PlainError, match="area kan ikke være"):
        closing(loaded, OF_AREA, " area=månen")


def test_what_cannot_be_limited_is_refused(loaded: Loaded) -> None:
    for line in ("caseload on=2024-06-30 by=area", "deadline_risk days=30", "budget year=2024 month=6"):
        for user in (OF_AREA, OF_OWNER):
            with pytest.raises(NotAllowedError, match="kan ikke afgrænses til"):
                asked(loaded, user, line)
    # Our own places are of our own owner; how the delivery was read is nobody's own.
    with asked_by(OF_OWNER):
        assert may_run("occupancy")
        assert may_run("load_quality")
    with asked_by(User("e", "leder", owners=("private",))):
        assert not may_run("occupancy")


def test_what_is_compared_is_limited_too(loaded: Loaded) -> None:
    with asked_by(OF_AREA):
        found = loaded.result(
            "history_change figure=stock_flow period=year from=2024-01-01 to=2024-06-30", role=None
        )
        assert found.parameters["area"] == "voksne"
        with pytest.raises(NotAllowedError):
            loaded.result("history_change figure=caseload on=2024-06-30 by=team", role=None)
    with asked_by(OF_TEAM), pytest.raises(PlainError, match="hver rådgiver"):
        loaded.result("history_change figure=caseload on=2024-06-30 by=caseworker", role=None)


@pytest.mark.parametrize("figure", LISTS)
def test_lists_are_for_team_leaders(figure: str) -> None:
    for user in (LEADER, KEEPER, OF_AREA, User("t", "teamleder"), User("p", "politiker")):
        with asked_by(user):
            assert not may_run(figure)
    with asked_by(OF_TEAM):
        assert may_run(figure) == (catalogue()[figure].parameter("team") is not None)


def test_a_team_leader_has_the_list_of_the_own_team(loaded: Loaded) -> None:
    cases = asked(loaded, OF_TEAM, "caseload_list on=2024-06-30 by=team")
    assert {(row["by_value"], row["case_id"]) for row in cases} == {("Team B", "C2"), ("Team B", "C3")}
    assert [row["deadline_id"] for row in asked(loaded, OF_TEAM, "deadline_list days=31")] == [
        "F7",
        "F8",
        "F9",
    ]
    for line in ("caseload_list on=2024-06-30 by=team team=Team A", "deadline_list days=31 team=Team A"):
        with pytest.raises(NotAllowedError, match="Team A er uden for"):
            asked(loaded, OF_TEAM, line)


def test_a_team_leader_knows_the_own_caseworkers_by_name(loaded: Loaded) -> None:
    rows = asked(loaded, OF_TEAM, "caseload on=2024-06-30 by=caseworker")
    named = {row["by_value"]: row["team"] for row in rows}
    assert {name for name, team in named.items() if team == "Team B"} == {"R3"}
    assert all(name.startswith("Rådgiver ") for name, team in named.items() if team != "Team B")
    listed = asked(loaded, OF_TEAM, "caseload_list on=2024-06-30 by=caseworker")
    assert {row["by_value"] for row in listed} == {"R3"}


def test_a_politician_runs_what_is_public_and_no_more(loaded: Loaded) -> None:
    politician = User("p", "politiker", teams=("Team B",))
    public = {*OPEN_FIGURES, *(table.figure for table in TABLES)}
    for figure in catalogue():
        with asked_by(politician):
            assert may_run(figure) == (figure in public)
        if figure not in public:
            with pytest.raises(NotAllowedError, match="vises ikke for politikere"):
                asked(loaded, politician, figure)
    with pytest.raises(PlainError, match="af hensyn til små tal"):
        asked(loaded, politician, "caseload on=2024-06-30 by=caseworker")
    shown = asked(loaded, politician, "caseload on=2024-06-30 by=area")
    assert shown == loaded.result("caseload on=2024-06-30 by=area", role="politiker").rows
    assert not any(row["citizens"] in range(1, 5) for row in shown)
