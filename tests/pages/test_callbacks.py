"""A callback answers the roles that it names, and one that names none stops the start."""

from collections.abc import Iterator

import pytest
from dash import Input, Output
from dash._callback import GLOBAL_CALLBACK_LIST, GLOBAL_CALLBACK_MAP
from flask import Flask
from werkzeug.exceptions import Forbidden

from app import app
from cockpit.access import ROLES, User, asked_by
from cockpit.pages.callbacks import callback, check_callbacks, undeclared
from cockpit.wording import PlainError


@pytest.fixture
def registered(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """What a test declares stays with it."""
    before, listed = dict(GLOBAL_CALLBACK_MAP), list(GLOBAL_CALLBACK_LIST)
    yield
    GLOBAL_CALLBACK_MAP.clear()
    GLOBAL_CALLBACK_MAP.update(before)
    GLOBAL_CALLBACK_LIST[:] = listed


def test_every_callback_of_the_app_names_its_roles() -> None:
    assert undeclared(app.callback_map.items()) == []
    told = [one["callback"].roles for one in app.callback_map.values() if "callback" in one]
    assert len(told) > 15
    assert {role for roles in told for role in roles} == set(ROLES)


@pytest.mark.parametrize("role", ROLES)
def test_others_get_403(role: str) -> None:
    one = next(one for name, one in app.callback_map.items() if name == "udgifter-cards.children")
    show = one["callback"].__wrapped__
    with Flask("site").test_request_context(), asked_by(User("x", role)):
        if role == "politiker":
            with pytest.raises(Forbidden):
                show("", {})
        else:
            assert show("", {})


@pytest.mark.usefixtures("registered")
def test_a_callback_without_roles_stops_the_start() -> None:
    import dash

    check_callbacks()
    dash.callback(Output("somewhere", "children"), Input("url", "search"))(lambda search: search)
    with pytest.raises(PlainError, match=r"somewhere\.children"):
        check_callbacks()


@pytest.mark.usefixtures("registered")
def test_ours_is_declared() -> None:
    callback(Output("somewhere", "children"), Input("url", "search"), roles=("leder",))(lambda search: search)
    check_callbacks()
