"""Is the cockpit well? For the operator's monitoring: which version, how old, how the last load went."""

from typing import Any

from flask import Flask, Response, jsonify

from cockpit.components.banner import refused_since, today, warnings
from cockpit.warehouse import served
from cockpit.wording import PlainError


def add_health(server: Flask) -> None:
    @server.get("/health")
    def health() -> Response:
        """200 when figures are served, 503 when there are none; nothing personal in either."""
        try:
            return _answer(_facts(), 200)
        except PlainError as error:
            return _answer({"status": "no data", "warnings": [str(error)]}, 503)


def _facts() -> dict[str, Any]:
    warehouse = served()
    version, told = warehouse.version, warnings(warehouse, today())
    return {
        "status": "warning" if told else "ok",
        "version": version.id,
        "as_of": version.as_of.isoformat(),
        "age_days": (today() - version.as_of).days,
        "taken_into_use": warehouse.taken_into_use().isoformat(timespec="seconds"),
        "last_load": "refused" if refused_since(warehouse) else "published",
        "warnings": told,
    }


def _answer(facts: dict[str, Any], status: int) -> Response:
    response: Response = jsonify(facts)
    response.status_code = status
    response.headers["Cache-Control"] = "no-store"
    return response
