"""A request is answered from one version: a page that runs ten figures never mixes two deliveries."""

from collections.abc import Callable, Iterable
from typing import Any

from flask import Flask

from cockpit.warehouse import served


def hold_one_version(server: Flask) -> None:
    """To be put outermost, so that what is kept and what is computed are of the same version."""
    application = server.wsgi_app

    def held(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        with served().held():
            return application(environ, start_response)

    server.wsgi_app = held  # type: ignore[method-assign]
