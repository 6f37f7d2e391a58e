"""A sign-in that answers whatever a test wants it to, on the loopback address."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import parse_qs, urlsplit

from flask import Flask
from flask.testing import FlaskClient
from joserfc import jwt
from joserfc.jwk import OctKey, RSAKey
from werkzeug.serving import make_server

KEY, OTHER_KEY = (RSAKey.generate_key(2048, {"kid": "one"}) for _ in range(2))
CLIENT, SECRET = "cockpit", "what-the-two-share-and-nobody-else-knows"
SHARED_KEY = OctKey.import_key(SECRET.encode().ljust(64, b"."))


class Issuer:
    """`token` makes the id token from the claims of a genuine one."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.named = address
        self.asked: dict[str, str] = {}
        self.token: Callable[[dict[str, Any]], str | None] = signed

    def claims(self) -> dict[str, Any]:
        now = int(time.time())
        lasts = {"iat": now, "exp": now + 300, "nonce": self.asked["nonce"]}
        return {
            "iss": self.address,
            "aud": CLIENT,
            "sub": "anna",
            "roles": ["datakonsulent", "other"],
            **lasts,
        }

    def sign_in(self, client: FlaskClient, til: str = "/") -> Any:
        """The browser's way there and back; gives the cockpit's last answer."""
        away = client.get("/log-ind", query_string={"til": til})
        query = parse_qs(urlsplit(away.headers["Location"]).query)
        self.asked = {name: values[0] for name, values in query.items()}
        return client.get("/log-ind/svar", query_string={"code": "x", "state": self.asked["state"]})


def signed(claims: dict[str, Any], key: Any = KEY, algorithm: str = "RS256") -> str:
    header = {"alg": algorithm, "kid": "one"}
    return jwt.encode(header, claims, key, algorithms=[algorithm])


@contextmanager
def issuing() -> Iterator[Issuer]:
    app = Flask("issuer")
    server = make_server("127.0.0.1", 0, app, threaded=True)
    issuer = Issuer(f"http://127.0.0.1:{server.port}")

    @app.get("/.well-known/openid-configuration")
    def about() -> dict[str, Any]:
        places = {name: f"{issuer.address}/{name}" for name in ("authorization_endpoint", "token_endpoint")}
        # It boasts of what it should not be taken at its word for.
        algorithms = ["RS256", "HS256", "none"]
        about = {"issuer": issuer.named, "jwks_uri": f"{issuer.address}/keys", **places}
        return {**about, "id_token_signing_alg_values_supported": algorithms}

    @app.get("/keys")
    def keys() -> dict[str, Any]:
        return {"keys": [KEY.as_dict(private=False)]}

    @app.post("/token_endpoint")
    def token() -> dict[str, Any]:
        made = issuer.token(issuer.claims())
        return {"access_token": "x", "token_type": "Bearer", **({"id_token": made} if made else {})}

    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield issuer
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
