"""The municipality's sign-in by OpenID Connect: code flow with PKCE, and tokens signed by RS256 alone."""

import hmac
from typing import Any

from authlib.common.errors import AuthlibBaseError
from authlib.integrations.base_client.errors import MismatchingStateError
from authlib.integrations.flask_client import FlaskOAuth2App, OAuth
from flask import Flask, request
from joserfc.errors import JoseError
from requests import RequestException
from werkzeug.wrappers import Response

from cockpit.access.identity import User
from cockpit.access.sessions import ANSWER
from cockpit.access.told import NotLetInError, user_told_of
from cockpit.settings import Settings

ALGORITHM = "RS256"
LEEWAY = 60  # seconds that two clocks may differ
PATIENCE = 10  # seconds for the sign-in to answer
NO_STATE = "Loginnet hører ikke til denne browser, eller det er for gammelt. Prøv igen."
NOT_GENUINE = "Svaret fra kommunens login kan ikke godkendes. Prøv igen, eller sig det til jeres it-afdeling."
REFUSED = "Kommunens login giver dig ikke adgang til cockpittet. Sig det til jeres it-afdeling."
NOT_TEXT = (
    "Kommunens login fortæller om dig på en måde, som cockpittet ikke forstår. Sig det til jeres it-afdeling."
)
SILENT = "Kommunens login svarer ikke. Prøv igen om lidt, eller sig det til jeres it-afdeling."


class Provider(FlaskOAuth2App):  # type: ignore[misc]
    """Takes the municipality's own account of itself, but neither another issuer nor another signature."""

    issuer = ""

    def load_server_metadata(self) -> dict[str, Any]:
        told: dict[str, Any] = super().load_server_metadata()
        if told.get("issuer") != self.issuer:
            raise NotLetInError(NOT_GENUINE, "wrong issuer", 401)
        told["id_token_signing_alg_values_supported"] = [ALGORITHM]
        return told


class SignIn:
    def __init__(self, server: Flask, settings: Settings) -> None:
        """The way to the sign-in and back is kept in a cookie that is signed with what the two share."""
        secret = settings.oidc_secret
        server.secret_key = hmac.digest(secret.encode(), b"the way to the sign-in and back", "sha256")
        self.settings = settings
        oauth = OAuth(server)
        oauth.oauth2_client_cls = Provider
        self.provider: Provider = oauth.register(
            "kommune",
            client_id=settings.oidc_client,
            client_secret=secret,
            server_metadata_url=f"{settings.oidc_issuer.rstrip('/')}/.well-known/openid-configuration",
            client_kwargs={"scope": "openid profile", "code_challenge_method": "S256", "timeout": PATIENCE},
        )
        self.provider.issuer = settings.oidc_issuer

    def begin(self) -> Response:
        """To the sign-in."""
        try:
            answer: Response = self.provider.authorize_redirect(self.settings.public_url + ANSWER)
        except RequestException as error:
            raise NotLetInError(SILENT, "no answer", 502) from error
        return answer

    def finish(self) -> tuple[User, str]:
        """The user whom the sign-in's answer tells of, and the token that tells it; NotLetInError else."""
        if "error" in request.args:
            raise NotLetInError(REFUSED, "refused by the sign-in")
        if not request.args.get("code"):
            raise NotLetInError(NO_STATE, "no code", 400)
        token = self._token()
        claims = token.get("userinfo")
        if not claims:
            raise NotLetInError(NOT_GENUINE, "no token", 401)
        told = {part: _values(claims.get(name)) for part, name in self.settings.oidc_claim_of.items()}
        return user_told_of(told), str(token["id_token"])

    def leaving(self, id_token: str) -> str | None:
        """The address where one signs out of the sign-in too; None where it has none."""
        try:
            if "end_session_endpoint" not in self.provider.load_server_metadata():
                return None
        except RequestException:
            return None
        back = f"{self.settings.public_url}/"
        told = self.provider.create_logout_url(id_token_hint=id_token, post_logout_redirect_uri=back)
        return str(told["url"])

    def _token(self) -> dict[str, Any]:
        expected = {
            "iss": {"essential": True, "value": self.settings.oidc_issuer},
            "aud": {"essential": True, "value": self.settings.oidc_client},
        }
        try:
            given = self.provider.authorize_access_token(claims_options=expected, leeway=LEEWAY)
            token: dict[str, Any] = given
        except MismatchingStateError as error:
            raise NotLetInError(NO_STATE, "wrong state", 400) from error
        except RequestException as error:
            raise NotLetInError(SILENT, "no answer", 502) from error
        except (AuthlibBaseError, JoseError, ValueError, TypeError, KeyError) as error:
            raise NotLetInError(NOT_GENUINE, "not genuine", 401) from error
        return token


def _values(claim: Any) -> list[str]:
    """A claim's values: one text, or a list. To pass over another kind could lift somebody's limits."""
    values = claim if isinstance(claim, list) else [] if claim is None else [claim]
    if not all(isinstance(value, str) for value in values):
        raise NotLetInError(NOT_TEXT, "claim is no text")
    return [value for value in values if value]
