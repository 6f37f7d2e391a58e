"""What is written down of each request: the page, list or file, and the filters.

It stands in front of the kept answers, so that a page seen from them is seen all the same.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from flask import Flask
from werkzeug.wrappers import Request

from cockpit.access import asking
from cockpit.access.audit import REFUSED, write_line
from cockpit.components.address import FILTER_KEYS, GROUP_MARK, query_of
from cockpit.components.arranged import LAYOUTS
from cockpit.components.audit_kinds import ANSWERS, KINDS
from cockpit.components.sheet_sets import MEETING
from cockpit.components.view import FIGURES
from cockpit.keyfigures import catalogue, choices_in
from cockpit.keyfigures.parameters import KNOWN
from cockpit.pages import PAGES
from cockpit.pages.asked_of_callback import Callbacks, given_of, question_in
from cockpit.pages.kept_answers import LONGEST_QUESTION, UPDATE, Application, body_of
from cockpit.pages.unseen import UNSEEN
from cockpit.warehouse import Reader, served
from cockpit.wording import PlainError

# The keys and words of the pages' own choices; other words of an address may be anybody's name.
OWN_KEYS = (
    "vis",
    "dage",
    "maaneder",
    "maaned",
    "siden",
    "opgjort",
    "opdeling",
    "opdelt",
    "frist",
    "aar",
    "tal",
    "uger",
    "hvad",
    "svar",
    "fra_dag",
    "til_dag",
)
OWN_WORDS = {
    "samlet", "fristsager", "udloeber", "gennemgaa", "helaar", "aaret", "kvartal", "aar", "maaned", "team",
    "area",
}  # fmt: skip
# A day, a month, a year or a small number; nothing as long as a CPR number, nor half of one.
SHORT = re.compile(r"\d{1,4}|(19|20|21)\d\d-\d\d(-\d\d)?")
CARDS = re.compile(r"^(?:\.\.)?([a-z-]+)-cards\.children")
DELIVERY = "/data/indlaes"
# As their addresses have them; what is done by a callback writes its own line.
STEPS = ("begynd", "filer", "kontrol", "afviste.csv")
# A set of fact sheets: its page, its show and its files, by the set's id.
SHEETS = re.compile(r"/temamoede/(klar-[a-z-]{1,40}|[0-9a-f]{16})")
SHOW = "/vis"
# Which set of fact sheets its page's callback shows.
SET = "sheets-set.data"
# What a page never asks for, beside what is not for the one who asks.
NOT_ANSWERED = (400, *REFUSED)


@dataclass(frozen=True)
class Asked:
    """`what` as in the audit's lines; `always` where it is written down however it is answered."""

    what: str
    path: str
    query: Mapping[str, str]
    always: bool = True


def audit(server: Flask, pages: Mapping[str, str], callbacks: Callbacks) -> None:
    """`pages` are the paths by the name of their cards, such as `overblik` to `/`."""
    application = server.wsgi_app

    def audited(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        return _answered(application, environ, start_response, pages, callbacks)

    server.wsgi_app = audited  # type: ignore[method-assign]


def _answered(
    application: Application,
    environ: dict[str, Any],
    start_response: Callable[..., Any],
    pages: Mapping[str, str],
    callbacks: Callbacks,
) -> Iterable[bytes]:
    asked = None if UNSEEN in environ else _asked(environ, pages, callbacks)
    started: list[int] = []

    def start(status: str, *more: Any) -> Any:
        started.append(int(status[:3]))
        return start_response(status, *more)

    found = application(environ, start)
    if started and asked and UNSEEN not in environ and (asked.always or started[-1] in NOT_ANSWERED):
        write_line(
            served().settings, asking(), asked.what, asked.path, started[-1], known_filters(asked.query)
        )
    return found


def _asked(environ: dict[str, Any], pages: Mapping[str, str], callbacks: Callbacks) -> Asked:
    request = Request(environ, populate_request=False)
    path, query = request.path, query_of(request.query_string.decode("utf-8", "replace"))
    if path == UPDATE:
        return _called(environ, pages, callbacks)
    if path.startswith("/hent/"):
        return Asked("file", path if _is_file(path) else "/hent/", query)
    if path.startswith(f"{DELIVERY}/"):
        # The names of files and of places are the reader's own words.
        step = path.removeprefix(f"{DELIVERY}/").partition("/")[0]
        return Asked("delivery", f"{DELIVERY}/{step}" if step in STEPS else DELIVERY, {})
    if path.endswith(SHOW) and SHEETS.fullmatch(path.removesuffix(SHOW)):
        return Asked("page", path, {})
    known = _is_page(path, pages)
    # The page itself asks for its cards, which is when it is seen.
    return Asked("page" if known else "call", path if known else "", query, always=False)


def _is_page(path: str, pages: Mapping[str, str]) -> bool:
    is_figure = path.removeprefix(f"{FIGURES}/") in catalogue()
    return path in pages.values() or is_figure or SHEETS.fullmatch(path) is not None


def _is_file(path: str) -> bool:
    name = path.removeprefix("/hent/").rpartition(".")[0]
    if SHEETS.fullmatch(f"/{name}"):
        return True
    return name in catalogue() or re.fullmatch(r"(data|sagstal|frister|tiltag)/[a-z]{1,20}", name) is not None


def _called(environ: dict[str, Any], pages: Mapping[str, str], callbacks: Callbacks) -> Asked:
    """A callback: the cards of a page are the page seen, and others are told of when they are refused."""
    question = question_in(body_of(environ, LONGEST_QUESTION))
    given = given_of(question, callbacks) if question else None
    if question is None or given is None:
        return Asked("call", "", {}, always=False)
    cards = CARDS.match(question["output"])
    query = query_of(str(given.get("url.search") or ""))
    path = _path_of(cards[1], given, pages) if cards else ""
    if not cards or not _is_page(path, pages):
        return Asked("call", "", query, always=False)
    return Asked("page", path, query)


def _path_of(cards: str, given: Mapping[str, Any], pages: Mapping[str, str]) -> str:
    """By what the callback itself goes by, not by the address that is told beside it."""
    if SET in given:
        return f"{MEETING}/{given[SET]}"
    return str(given.get("url.pathname") or pages.get(cards, ""))


def known_filters(query: Mapping[str, str]) -> dict[str, str]:
    """What of an address is a value that there is; words that somebody has written are left out."""
    keys = {*FILTER_KEYS, *KNOWN, *OWN_KEYS}
    words = _words()
    found = {
        key: ",".join(part for part in text.split(",") if _is_known(part, words))
        for key, text in query.items()
        if key in keys
    }
    return {key: text for key, text in found.items() if text}


def _is_known(part: str, words: frozenset[str]) -> bool:
    return part.removeprefix(GROUP_MARK) in words or SHORT.fullmatch(part) is not None


def _words() -> frozenset[str]:
    """Every value that a filter, a parameter or a page's own choice can take in the version served."""
    try:
        reader = served().reader()
    except PlainError:
        return frozenset()
    return reader.remembered("words of addresses", lambda: _read_words(reader))


def _read_words(reader: Reader) -> frozenset[str]:
    in_data = (choices_in(reader, name) for name, one in KNOWN.items() if one.kind in ("list", "one"))
    fixed = (one.choices for one in KNOWN.values() if one.choices)
    layouts = (name for own in LAYOUTS.values() for name in own)
    words = (word for words in (*in_data, *fixed) for word in words)
    paths = (*(page.path for page in PAGES), *(f"{FIGURES}/{figure}" for figure in catalogue()))
    return frozenset({*catalogue(), *layouts, *OWN_WORDS, *KINDS, *ANSWERS, *paths, *words})
