"""Which pages each role has, and what each sees of the figures."""

import pytest

from cockpit.access import ROLES, User, sight_of, whole_sight
from cockpit.access.identity import AT_THIS_MACHINE
from cockpit.access.roles import EVERYONE, keeps_data, may_see

TO_ALL = ("/", "/budget", "/temamoede", "/benchmark", "/tiltag", "/noegletal", "/noegletal/cost")
EXACT = ("/til-og-afgang", "/botilbud", "/udgifter", "/pladser", "/sagstal", "/frister", "/paa-vej", "/data")
KEPT = ("/data/indlaes", "/data/indlaes/afviste.csv", "/data/log")


@pytest.mark.parametrize("role", ROLES)
def test_pages_of_each_role(role: str) -> None:
    seen = [path for path in (*TO_ALL, *EXACT, *KEPT, "/en-ny-side") if may_see(role, path)]
    expected = [*TO_ALL]
    expected += EXACT if role != "politiker" else ()
    expected += KEPT if role == "datakonsulent" else ()
    expected += ["/en-ny-side"] if role != "politiker" else []
    assert seen == expected
    assert keeps_data(role) == (role == "datakonsulent")


def test_a_role_that_is_none_sees_nothing() -> None:
    assert not any(may_see("borgmester", path) for path in (*TO_ALL, *EXACT, *KEPT))
    assert set(EVERYONE) == set(ROLES)


def test_teams_belong_to_team_leaders() -> None:
    of_teams = sight_of(User("t", "teamleder", teams=("A", "B")))
    assert (of_teams.named, of_teams.listed) == (("A", "B"), ("A", "B"))
    for role in set(ROLES) - {"teamleder"}:
        sight = sight_of(User("x", role, teams=("A", "B")))
        assert (sight.named, sight.listed) == ((), ())
    # A name with a comma would be read as two.
    assert sight_of(User("t", "teamleder", teams=("A,B", "C"))).listed == ("C",)


def test_without_sign_in_lists_are_open_and_names_are_not() -> None:
    assert (sight_of(AT_THIS_MACHINE).named, sight_of(AT_THIS_MACHINE).listed) == ((), None)
    assert sight_of(User("anna", "datakonsulent")).listed == ()


def test_a_role_named_by_a_command_is_limited_to_nothing() -> None:
    assert whole_sight("teamleder").named is None
    assert whole_sight("leder").listed == ()
