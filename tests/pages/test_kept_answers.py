"""A kept answer is the answer: of this version, this question and this role, and never of an accident."""

import json
from collections.abc import Callable, Iterable
from io import BytesIO
from typing import Any

import pytest
from flask import Flask

from cockpit.access import ROLES, User, asked_by
from cockpit.components.states import WENT_WRONG
from cockpit.pages import kept_answers
from cockpit.pages.kept_answers import LONGEST, UPDATE, KeptAnswers, keep_answers


class OpenVersion:
    """In place of a Reader: remembers, and is equal to itself alone."""

    def __init__(self) -> None:
        self.kept: dict[Any, Any] = {}

    def remembered(self, key: Any, compute: Callable[[], Any]) -> Any:
        return self.kept.setdefault(key, compute())


class Served:
    """In place of the warehouse: what is in force can be changed between, and within, two questions."""

    def __init__(self) -> None:
        self.open = OpenVersion()
        self.notice: str | None = None

    def reader(self) -> OpenVersion:
        return self.open


@pytest.fixture
def served(monkeypatch: pytest.MonkeyPatch) -> Served:
    served = Served()
    monkeypatch.setattr(kept_answers, "served", lambda: served)
    monkeypatch.setattr(kept_answers, "warnings", lambda served, _today: (served.notice,))
    return served


@pytest.fixture
def asked(served: Served) -> "Asked":
    return Asked()


class Asked:
    """A server that counts, behind kept answers; calling it asks."""

    def __init__(self) -> None:
        self.count = 0
        self.text = "svar"
        self.meanwhile: Callable[[], None] = lambda: None
        server = Flask("counting")

        @server.post(UPDATE)
        def update() -> str:
            self.count += 1
            self.meanwhile()
            return f"{self.text} {self.count}"

        keep_answers(server)
        self.application = server.wsgi_app

    def __call__(self, search: str = "", theme: str = "light", narrow: bool = False, **more: Any) -> str:
        screen = {"theme": theme, "narrow": narrow}
        inputs = [{"id": "url", "value": search}, {"id": "view", "value": screen}]
        return self.raw(json.dumps({"output": "cards.children", "inputs": inputs, **more}).encode())

    def raw(self, body: bytes) -> str:
        environ = {
            "REQUEST_METHOD": "POST", "PATH_INFO": UPDATE, "SERVER_NAME": "x", "SERVER_PORT": "80",
            "wsgi.url_scheme": "http", "wsgi.input": BytesIO(body), "CONTENT_LENGTH": str(len(body)),
        }  # fmt: skip
        answer: Iterable[bytes] = self.application(environ, lambda *_: print)
        return b"".join(answer).decode()


def test_the_same_question_is_answered_once(asked: Asked) -> None:
    assert asked() == asked() == asked(changedPropIds=["url.search"]) == "svar 1"


def test_other_questions_are_others(asked: Asked) -> None:
    state = [{"id": "url", "property": "pathname", "value": "/noegletal/cost"}]
    answers = [asked(), asked("?ejer=own"), asked(theme="dark"), asked(narrow=True), asked(state=state)]
    assert len(set(answers)) == len(answers)
    assert asked(output="other.children") == "svar 6"


def test_those_who_may_see_other_things_do_not_share(asked: Asked) -> None:
    own, others = ("voksne",), ("børn og unge",)
    users = [
        *(User("a", role) for role in ROLES),
        *(User("a", "leder", areas=areas) for areas in (own, others)),
        *(User("a", "leder", owners=owners) for owners in (own, others)),
        *(User("a", "teamleder", teams=teams) for teams in (own, others)),
    ]
    answers = [asked()]
    for user in users:
        with asked_by(user):
            answers.append(asked())
            assert asked() == answers[-1]
    assert len(set(answers)) == len(users) + 1
    with asked_by(User("another", "leder")):
        assert asked() in answers


def test_an_answer_goes_with_its_version(asked: Asked, served: Served) -> None:
    first = asked()
    served.open = OpenVersion()
    assert asked() != first


def test_a_notice_about_the_version_makes_another_answer(asked: Asked, served: Served) -> None:
    first = asked()
    served.notice = "Den nyeste version kan ikke læses."
    assert asked() != first


def test_an_answer_that_saw_the_version_change_is_not_kept(asked: Asked, served: Served) -> None:
    before = served.open

    def publish() -> None:
        served.open = OpenVersion()

    asked.meanwhile = publish
    first = asked()
    served.open = before
    asked.meanwhile = lambda: None
    assert asked() != first


def test_what_shows_saved_views_is_kept_until_they_change(
    asked: Asked, monkeypatch: pytest.MonkeyPatch
) -> None:
    now: list[tuple[int, ...]] = [()]
    monkeypatch.setattr(kept_answers, "_views_now", lambda: now[0])
    first = asked("?a")
    asked.meanwhile = kept_answers.hangs_on_own_views
    shown = asked()
    now[0] = (1,)
    changed = asked()
    assert changed != shown
    assert changed == asked()
    # Another answer has nothing to do with them.
    assert asked("?a") == first


def test_views_that_change_while_they_are_shown_are_shown_again(
    asked: Asked, monkeypatch: pytest.MonkeyPatch
) -> None:
    now: list[tuple[int, ...]] = [()]
    monkeypatch.setattr(kept_answers, "_views_now", lambda: now[0])

    def meanwhile() -> None:
        kept_answers.hangs_on_own_views()
        now[0] = (1,)

    asked.meanwhile = meanwhile
    first = asked()
    assert asked() != first


def test_an_accident_is_not_kept(asked: Asked) -> None:
    asked.text = WENT_WRONG
    assert asked() != asked()
    asked.text = json.dumps({"children": WENT_WRONG})
    assert asked() != asked()


def test_what_is_no_question_of_a_page_goes_straight_through(asked: Asked) -> None:
    assert asked.raw(b"[1]") != asked.raw(b"[1]")
    assert asked("?x=" + "y" * LONGEST) != asked("?x=" + "y" * LONGEST)
    assert isinstance(asked.application, KeptAnswers)
