"""Signing in: who is who they say comes in, and everybody else gets a plain sentence and nothing more."""

from base64 import urlsafe_b64encode
from collections.abc import Iterator
from dataclasses import replace
from json import dumps
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from time_machine import travel

from cockpit.access import NOBODY, User, asking
from cockpit.access.audit import Line, write_line
from cockpit.access.sessions import AT_MOST, IDLE
from cockpit.pages.audited import audit
from cockpit.pages.how_often import limit
from cockpit.pages.log_ind import add_sign_in
from cockpit.pages.same_site import refuse_other_sites
from cockpit.pages.told_plainly import tell_plainly
from cockpit.pages.who_asks import know_who_asks
from cockpit.settings import Settings
from cockpit.warehouse import Warehouse
from tests.access.issuer import CLIENT, OTHER_KEY, SECRET, SHARED_KEY, Issuer, issuing, signed
from tests.access.written import lines_written
from tests.warehouse.making import settings_in


@pytest.fixture(scope="module")
def running() -> Iterator[Issuer]:
    with issuing() as issuer:
        yield issuer


@pytest.fixture
def issuer(running: Issuer) -> Issuer:
    running.token, running.named = signed, running.address
    return running


@pytest.fixture
def settings(issuer: Issuer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    secret = tmp_path / "secret"
    secret.write_text(SECRET, encoding="utf-8")
    signing_in = replace(
        settings_in(tmp_path),
        public_url="https://cockpit.kommune.dk",
        oidc_issuer=issuer.address,
        oidc_client=CLIENT,
        oidc_secret_file=str(secret),
    )
    warehouse = Warehouse(signing_in)
    monkeypatch.setattr("cockpit.pages.audited.served", lambda: warehouse)
    return signing_in


@pytest.fixture
def client(settings: Settings) -> FlaskClient:
    return cockpit(settings)


def cockpit(settings: Settings) -> FlaskClient:
    server = Flask("cockpit")
    tell_plainly(server)
    refuse_other_sites(server)
    add_sign_in(server, settings)
    limit(server, settings)

    @server.route("/", defaults={"path": ""}, methods=["GET", "POST"])
    @server.route("/<path:path>", methods=["GET", "POST"])
    def who(path: str) -> dict[str, Any]:
        return {"id": asking().id, "role": asking().role, "path": path}

    audit(server, {"budget": "/budget"}, {})
    know_who_asks(server, settings)
    client = server.test_client()
    client.environ_base["wsgi.url_scheme"] = "https"
    return client


def test_who_signs_in_is_known_from_then_on(client: FlaskClient, issuer: Issuer) -> None:
    first = client.get("/budget?omraade=voksne")
    assert (first.status_code, first.headers["Location"]) == (303, "/log-ind?til=/budget%3Fomraade%3Dvoksne")
    back = issuer.sign_in(client, "/budget?omraade=voksne")
    assert (back.status_code, back.headers["Location"]) == (303, "/budget?omraade=voksne")
    assert client.get("/x").get_json() == {"id": "anna", "role": "datakonsulent", "path": "x"}


def test_what_the_sign_in_is_asked_for(client: FlaskClient, issuer: Issuer) -> None:
    issuer.sign_in(client)
    assert issuer.asked["code_challenge_method"] == "S256"
    assert issuer.asked["response_type"] == "code"
    assert issuer.asked["redirect_uri"] == "https://cockpit.kommune.dk/log-ind/svar"
    assert len(issuer.asked["nonce"]) >= 20


def test_cookies_are_for_this_server_over_https_alone(client: FlaskClient, issuer: Issuer) -> None:
    away = client.get("/log-ind").headers.getlist("Set-Cookie")
    back = issuer.sign_in(client).headers.getlist("Set-Cookie")
    assert len(away + back) >= 2
    for cookie in away + back:
        assert cookie.startswith("__Host-")
        assert {"Secure", "HttpOnly", "SameSite=Lax", "Path=/"} <= set(cookie.split("; "))


@pytest.mark.parametrize(
    "til", ["https://ondsindet.dk", "//ondsindet.dk", "/\\ondsindet.dk", "http://[", "x", "/a\nb"]
)
def test_nobody_is_sent_elsewhere_afterwards(client: FlaskClient, issuer: Issuer, til: str) -> None:
    assert issuer.sign_in(client, til).headers["Location"] == "/"


UNSIGNED = urlsafe_b64encode(dumps({"alg": "none"}).encode()).decode().rstrip("=")
WRONG: dict[str, tuple[Any, int]] = {
    "unsigned": (lambda claims: f"{UNSIGNED}.{signed(claims).split('.')[1]}.", 401),
    "HS256 with the shared secret": (lambda claims: signed(claims, SHARED_KEY, "HS256"), 401),
    "RS512": (lambda claims: signed(claims, algorithm="RS512"), 401),
    "another's key": (lambda claims: signed(claims, OTHER_KEY), 401),
    "no token": (lambda _: None, 401),
    "no JWT": (lambda _: "x", 401),
    "wrong issuer": (lambda claims: signed(claims | {"iss": "https://ondsindet.dk"}), 401),
    "wrong audience": (lambda claims: signed(claims | {"aud": "another"}), 401),
    "wrong nonce": (lambda claims: signed(claims | {"nonce": "x"}), 401),
    "no nonce": (lambda claims: signed(without(claims, "nonce")), 401),
    "expired": (lambda claims: signed(claims | {"exp": claims["iat"] - 61}), 401),
    "never expires": (lambda claims: signed(without(claims, "exp")), 401),
    "issued tomorrow": (lambda claims: signed(claims | {"nbf": claims["iat"] + 86_400}), 401),
    "no name": (lambda claims: signed(claims | {"sub": ""}), 403),
    "no role": (lambda claims: signed(without(claims, "roles")), 403),
    "unknown role": (lambda claims: signed(claims | {"roles": ["chef"]}), 403),
    "several roles": (lambda claims: signed(claims | {"roles": ["leder", "politiker"]}), 403),
    "a role that is no text": (lambda claims: signed(claims | {"roles": {"leder": True}}), 403),
    "areas that are no text": (lambda claims: signed(claims | {"roles": "leder", "areas": [7]}), 403),
    "the name of who runs it": (lambda claims: signed(claims | {"sub": "lokal"}), 403),
}


def without(claims: dict[str, Any], name: str) -> dict[str, Any]:
    return {key: value for key, value in claims.items() if key != name}


@pytest.mark.parametrize("token_and_status", WRONG.values(), ids=WRONG)
def test_a_wrong_token_lets_nobody_in(
    client: FlaskClient, issuer: Issuer, settings: Settings, token_and_status: tuple[Any, int]
) -> None:
    issuer.token, status = token_and_status
    answer = issuer.sign_in(client)
    assert is_refused(answer, status, settings).filters["reason"]
    assert client.get("/x").status_code == 303


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ({"code": "x", "state": "forged"}, 400),
        ({"code": "x"}, 400),
        ({}, 400),
        ({"error": "access_denied", "state": "x"}, 403),
    ],
)
def test_an_answer_nobody_asked_for(
    client: FlaskClient, settings: Settings, query: dict[str, str], status: int
) -> None:
    client.get("/log-ind")
    is_refused(client.get("/log-ind/svar", query_string=query), status, settings)


def test_an_answer_from_another_browser(client: FlaskClient, issuer: Issuer, settings: Settings) -> None:
    issuer.sign_in(client)
    query = {"code": "x", "state": issuer.asked["state"]}
    is_refused(cockpit(settings).get("/log-ind/svar", query_string=query), 400, settings)
    is_refused(client.get("/log-ind/svar", query_string=query), 400, settings)


def test_a_sign_in_that_calls_itself_something_else(
    client: FlaskClient, issuer: Issuer, settings: Settings
) -> None:
    issuer.named = "https://ondsindet.dk"
    is_refused(client.get("/log-ind"), 401, settings)


def test_a_sign_in_that_does_not_answer(settings: Settings) -> None:
    is_refused(cockpit(replace(settings, oidc_issuer="http://127.0.0.1:9")).get("/log-ind"), 502, settings)


@pytest.mark.parametrize("path", ["/log-ud", "/budget", "/_dash-update-component"])
def test_another_site_does_nothing(
    client: FlaskClient, issuer: Issuer, settings: Settings, path: str
) -> None:
    issuer.sign_in(client)
    is_refused(client.post(path, headers={"Origin": "https://ondsindet.dk"}), 403, settings)
    assert client.get("/x").status_code == 200


def test_signing_out_ends_it_also_for_who_kept_the_cookie(
    client: FlaskClient, issuer: Issuer, settings: Settings
) -> None:
    issuer.sign_in(client)
    cookie = client.get_cookie("__Host-cockpit")
    assert cookie
    other = cockpit(settings)
    other.set_cookie("__Host-cockpit", cookie.value, secure=True)
    assert other.get("/x").status_code == 200
    assert "Du er logget ud" in client.post("/log-ud").text
    assert [(line.what, line.user) for line in audited(settings)] == [
        ("sign-in", "anna"),
        ("sign-out", "anna"),
    ]
    assert client.get("/x").status_code == 303
    is_refused(other.get("/x"), 401, settings)


def test_strangers_fill_no_disk(settings: Settings) -> None:
    for _ in range(70):
        write_line(settings, NOBODY, "sign-in", "", 403, {})
        write_line(settings, User("anna", "leder"), "page", "/", 200, {})
    lines = audited(settings)
    assert len([line for line in lines if line.user]) == 70
    assert len([line for line in lines if not line.user]) == 60


NEARLY = IDLE - 1


@pytest.mark.parametrize(("steps", "status"), [([NEARLY] * 15, 200), ([IDLE + 1], 401), ([NEARLY] * 17, 401)])
def test_it_ends_by_itself(
    client: FlaskClient, issuer: Issuer, settings: Settings, steps: list[int], status: int
) -> None:
    assert 15 * IDLE < AT_MOST < 17 * (IDLE - 1)
    with travel(0, tick=False) as clock:
        clock.move_to(1_800_000_000)
        issuer.sign_in(client)
        answers = []
        for step in steps:
            clock.shift(step)
            answers.append(client.get("/budget?omraade=voksne"))
        assert answers[-1].status_code == status
        if status != 200:
            is_refused(answers[-1], status, settings)
            assert 'href="/log-ind?til=/budget%3Fomraade%3Dvoksne"' in answers[-1].text


@pytest.mark.parametrize("headers", [{}, {"Sec-Fetch-Mode": "cors"}])
def test_what_a_page_asks_is_only_told(
    client: FlaskClient, settings: Settings, headers: dict[str, str]
) -> None:
    ask = client.get if headers else client.post
    is_refused(ask("/_dash-update-component", headers=headers), 401, settings)


@pytest.mark.parametrize("value", ["x", "../../secret"])
def test_a_made_up_session_is_none(client: FlaskClient, settings: Settings, value: str) -> None:
    client.set_cookie("__Host-cockpit", value, secure=True)
    is_refused(client.get("/x"), 401, settings)


@pytest.mark.parametrize(
    ("path", "most", "status"), [("/log-ind/svar", "SIGN_INS", 400), ("/x", "QUESTIONS", 200)]
)
def test_there_is_a_limit_to_how_often(
    client: FlaskClient, issuer: Issuer, monkeypatch: pytest.MonkeyPatch, path: str, most: str, status: int
) -> None:
    monkeypatch.setattr(f"cockpit.pages.how_often.{most}", "5 per minute")
    with travel(1_800_000_000, tick=False):
        issuer.sign_in(client)
        statuses = [client.get(path).status_code for _ in range(6)]
    assert set(statuses[:4]) == {status}
    assert statuses[-1] == 429


def is_refused(answer: Any, status: int, settings: Settings) -> Line:
    """A plain page and one line of the audit, which names nobody."""
    assert answer.status_code == status
    assert 'lang="da"' in answer.text
    assert "Traceback" not in answer.text
    line = audited(settings)[-1]
    assert line.status == status
    assert (line.user, line.role) in (("", ""), ("anna", "datakonsulent"))
    return line


def audited(settings: Settings) -> list[Line]:
    """Oldest first."""
    return list(reversed(lines_written(settings)))
