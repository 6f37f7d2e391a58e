"""What a callback is asked, by its own declaration: the names that come with the values may be made up."""

import json
from collections.abc import Mapping
from typing import Any

from flask import Flask, abort, request

from cockpit.pages.kept_answers import UPDATE

# By the callback's output; Dash fills it with its first request.
Callbacks = Mapping[str, Mapping[str, Any]]
Question = Mapping[str, Any]


def refuse_made_up(server: Flask, callbacks: Callbacks) -> None:
    """400 for what no page of ours can ask; also without a length, for then the audit has not read it."""

    @server.before_request
    def refuse() -> None:
        if request.path != UPDATE or request.method != "POST":
            return
        question = question_in(request.get_data()) if request.content_length else None
        if question is None or given_of(question, callbacks) is None:
            abort(400)


def question_in(body: bytes) -> Question | None:
    try:
        question = json.loads(body)
    except ValueError:
        return None
    return question if isinstance(question, dict) else None


def given_of(question: Question, callbacks: Callbacks) -> dict[str, Any] | None:
    """Each value by its declared place, such as `url.search`: Dash too goes by their order alone."""
    output = question.get("output")
    one = callbacks.get(output) if isinstance(output, str) else None
    places = [question.get(kind) or [] for kind in ("inputs", "state")]
    if one is None or not all(isinstance(part, list) for part in places):
        return None
    declared, told = [*one["inputs"], *one["state"]], [*places[0], *places[1]]
    if len(declared) != len(told):
        return None
    values = [part.get("value") if isinstance(part, dict) else part for part in told]
    return {f"{own['id']}.{own['property']}": value for own, value in zip(declared, values, strict=True)}
