"""Whoever makes up a question of their own gets no further than a page, and hides nothing from the audit."""

import json
from typing import Any

import pytest

from app import server
from cockpit.access import User, asked_by
from cockpit.pages.kept_answers import UPDATE
from cockpit.settings import Settings
from tests.access.written import lines_written
from tests.pages.test_audited import ANNA, cards, seen

FORGED = ("[]", "{{", "{}", '"x"', '{"output": "nix"}', '{"output": []}', '{"output": {"a": 1}}')


@pytest.fixture(scope="module")
def settings(small: Settings) -> Settings:
    return small


def _told(settings: Settings, question: dict[str, Any]) -> list[tuple[str, dict[str, str]]]:
    return [(line.path, dict(line.filters)) for line in seen(settings, ANNA, UPDATE, question)]


def test_made_up_names_and_a_long_question_hide_no_seeing(settings: Settings) -> None:
    asked = cards("udgifter", "?omraade=voksne")
    told = [("/udgifter", {"omraade": "voksne"})]
    assert _told(settings, asked | {"changedPropIds": ["drop-tick.n_intervals"]}) == told
    assert _told(settings, asked | {"beside": "x" * 20_000}) == told
    other = [{"id": "url", "property": "pathname"}, {"id": "url", "property": "search"}]
    renamed = [place | name for place, name in zip(asked["inputs"], other, strict=True)]
    assert _told(settings, asked | {"inputs": renamed}) == told


def test_a_set_of_sheets_is_told_by_what_is_shown(settings: Settings) -> None:
    values = {"sheets-set": "klar-botilbud", "sheets-done": None}
    asked = {
        "output": "..sheets-cards.children...sheets-head.children..",
        "inputs": [{"id": name, "property": "data", "value": value} for name, value in values.items()],
        "state": [{"id": "url", "property": "pathname", "value": "/budget"}],
    }
    assert _told(settings, asked) == [("/temamoede/klar-botilbud", {})]


@pytest.mark.parametrize("question", [*FORGED, json.dumps(cards("budget") | {"inputs": []}), None])
def test_what_no_page_asks_is_refused_plainly_and_told_of(settings: Settings, question: str | None) -> None:
    before = len(lines_written(settings))
    client = server.test_client()
    client.environ_base["cockpit.user"] = User("anna", "leder")
    with asked_by(ANNA):
        if question is None:
            # In pieces and without a length, as the audit cannot read it beforehand.
            terms = {"wsgi.input_terminated": True, "CONTENT_LENGTH": ""}
            answer = client.post(UPDATE, data=json.dumps(cards("budget")), environ_overrides=terms)
        else:
            answer = client.post(UPDATE, data=question, content_type="application/json")
    assert (answer.status_code, "Det kan ikke læses" in answer.text) == (400, True)
    [line] = lines_written(settings)[: len(lines_written(settings)) - before]
    assert (line.user, line.what, line.path, line.status) == ("anna", "call", "", 400)


@pytest.mark.parametrize("headers", [{"Origin": "https://ondsindet.dk"}, {"Sec-Fetch-Site": "cross-site"}])
@pytest.mark.usefixtures("settings")
def test_another_site_is_refused_what_has_been_asked_before(headers: dict[str, str]) -> None:
    client = server.test_client()
    client.environ_base["cockpit.user"] = ANNA
    with asked_by(ANNA):
        assert client.post(UPDATE, json=cards("tiltag")).status_code == 200
        assert client.post(UPDATE, json=cards("tiltag"), headers=headers).status_code == 403
