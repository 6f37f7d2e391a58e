"""The whole way with a real OpenID Connect provider and the cockpit as it is served."""

from dataclasses import replace
from pathlib import Path
from unittest.mock import patch

import requests

from tests import provider, serving
from tests.warehouse.making import settings_in

SECRET = "what-the-two-share-and-nobody-else-knows"


def test_signing_in_and_out_with_a_real_provider(tmp_path: Path) -> None:
    port, secret = serving.free_port(), tmp_path / "secret"
    secret.write_text(SECRET, encoding="utf-8")
    url = f"http://127.0.0.1:{port}"
    with provider.running("cockpit", SECRET, f"{url}/log-ind/svar") as issuer:
        settings = replace(
            settings_in(tmp_path),
            public_url=url,
            oidc_issuer=issuer,
            oidc_client="cockpit",
            oidc_secret_file=str(secret),
        )
        with patch.object(serving, "free_port", lambda: port), serving.served(settings):
            a_consultant_comes_and_goes(url, issuer)
            with requests.Session() as browser:
                answer = signed_in(browser, f"{url}/udgifter", "per.politiker")
                assert (answer.status_code, browser.get(f"{url}/budget").status_code) == (403, 200)
                assert "Siden er ikke for dig" in answer.text
            with requests.Session() as browser:
                answer = signed_in(browser, f"{url}/budget", "bo.chef")
            assert answer.status_code == 403
            assert "ingen rolle" in answer.text


def a_consultant_comes_and_goes(url: str, issuer: str) -> None:
    with requests.Session() as browser:
        answer = signed_in(browser, f"{url}/budget?omraade=voksne", "anna.datakonsulent")
        assert (answer.status_code, answer.url) == (200, f"{url}/budget?omraade=voksne")
        assert "react-entry-point" in answer.text
        for _ in range(10):  # both of the server's processes know it
            assert browser.get(f"{url}/_dash-layout").status_code == 200
        away = browser.post(f"{url}/log-ud")
        assert f"{issuer}/session/end" in away.text
        assert browser.post(f"{url}/_dash-update-component", json={}).status_code == 401


def signed_in(browser: requests.Session, address: str, name: str) -> requests.Response:
    """The provider's own pages ask for a name, and then whether the cockpit may know it."""
    form = browser.get(address)
    asked = browser.post(form.url, data={"prompt": "login", "login": name, "password": "x"})
    return browser.post(asked.url, data={"prompt": "consent"})
