"""One request's user is not another's."""

from contextvars import copy_context

from cockpit.access import ROLES, User, asked_by, asking


def test_a_user_lasts_as_long_as_the_request() -> None:
    alone = asking()
    with asked_by(User("anna", "teamleder", teams=("A",))):
        assert asking().teams == ("A",)
        assert copy_context().run(asking).id == "anna"
    assert asking() is alone
    assert alone.role in ROLES
