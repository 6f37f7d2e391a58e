"""Every answer, also one that refuses, holds the browser to our own scripts; nothing large is taken in."""

import base64
import hashlib
import re

import pytest
from flask.testing import FlaskClient
from playwright.sync_api import Page

from app import server
from cockpit.pages.kept_answers import LONGEST_QUESTION, UPDATE
from tests.pages.seeing import see

INLINE = re.compile(r"<script(?![^>]*\bsrc=)(?![^>]*application/json)[^>]*>(.*?)</script>", re.DOTALL)


@pytest.fixture
def client() -> FlaskClient:
    made: FlaskClient = server.test_client()
    return made


def policy_of(client: FlaskClient, path: str) -> dict[str, list[str]]:
    parts = client.get(path).headers["Content-Security-Policy"].split("; ")
    return {part.split()[0]: part.split()[1:] for part in parts}


@pytest.mark.parametrize(
    "path", ["/", "/health", "/findes-ikke", "/assets/view.js", "/_dash-layout", "/hent/cost.csv", UPDATE]
)
def test_every_answer_is_guarded(client: FlaskClient, path: str) -> None:
    headers = client.get(path).headers
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert "camera=()" in headers["Permissions-Policy"]
    policy = policy_of(client, path)
    assert policy["default-src"] == policy["frame-ancestors"] == policy["base-uri"] == ["'none'"]
    assert policy["script-src"][0] == "'self'"
    assert all(source.startswith("'sha256-") for source in policy["script-src"][1:])


def test_the_scripts_of_the_first_response_are_the_ones_allowed(client: FlaskClient) -> None:
    inline = INLINE.findall(client.get("/").text)
    hashes = [base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() for script in inline]
    assert inline
    assert {f"'sha256-{one}'" for one in hashes} <= set(policy_of(client, "/")["script-src"])


@pytest.mark.parametrize(
    ("method", "path", "status", "words"),
    [
        ("PUT", "/", 405, "Det kan ikke lade sig gøre"),
        ("POST", UPDATE, 413, "Det fylder for meget"),
    ],
)
def test_what_is_refused_is_told_in_danish(
    client: FlaskClient, method: str, path: str, status: int, words: str
) -> None:
    answer = client.open(path, method=method, json="x" * LONGEST_QUESTION)
    assert answer.status_code == status
    assert words in answer.text
    assert 'lang="da"' in answer.text


def test_a_script_that_is_not_ours_does_not_run(page: Page, served_url: str) -> None:
    see(page, served_url)
    page.evaluate("""() => {
        window.broken = [];
        const note = (event) => broken.push(event.effectiveDirective);
        document.addEventListener("securitypolicyviolation", note);
        for (const made of [{textContent: "window.ran = true"}, {src: "https://localhost:1/x.js"}]) {
            document.head.append(Object.assign(document.createElement("script"), made));
        }
        document.body.insertAdjacentHTML("beforeend", "<img src='x' onerror='window.ran = true'>");
        fetch("https://localhost:1/").catch(() => {});
    }""")
    page.wait_for_function("window.broken.length >= 4")
    kinds = set(page.evaluate("window.broken"))
    assert kinds == {"script-src-elem", "script-src-attr", "connect-src"}
    assert page.evaluate("window.ran") is None
