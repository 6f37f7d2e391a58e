"""The kinds of lines of the audit that one may look for."""

import json

from cockpit.access.audit import REFUSED, Line
from cockpit.access.audit_search import Kind
from cockpit.components.coming_cards import DUE, EXPIRING
from cockpit.components.deadline_cards import LISTED
from cockpit.components.view import FIGURES
from cockpit.keyfigures import catalogue

# Pages that show single cases to those who may see them, when the address has the choice; empty is any.
LISTS = (
    ("/sagstal", "team", ""),
    ("/frister", "vis", LISTED),
    ("/paa-vej", "vis", EXPIRING),
    ("/paa-vej", "vis", DUE),
)
LIST_FILES = ("/hent/sagstal/sager", f"/hent/frister/{LISTED}")
LIST_MARKS = (*(f'"path": "{path}"' for path, _, _ in LISTS), *LIST_FILES, "_list")
NAMED = ("page", "file", "delivery", "sign-in", "sign-out")
ANSWERS = {
    "vist": Kind("Vist eller gjort", ('"status": 2', '"status": 3'), lambda line: line.status < 400),
    "afvist": Kind(
        "Afvist", tuple(f'"status": {one}' for one in REFUSED), lambda line: line.status in REFUSED
    ),
    "fejl": Kind(
        "Fejl", ('"status": 4', '"status": 5'), lambda line: line.status >= 400 and line.status not in REFUSED
    ),
}
KINDS = {
    "sider": Kind(
        "Sider", (_page := '"what": "page"',), lambda line: line.what == "page" and not figure_of(line)
    ),
    "noegletal": Kind("Nøgletal", (_page,), lambda line: line.what == "page" and bool(figure_of(line))),
    "lister": Kind("Lister over enkelte sager", LIST_MARKS, lambda line: is_list(line)),
    "filer": Kind("Filer", ('"what": "file"',), lambda line: line.what == "file"),
    "leverancer": Kind("Leverancer", ('"what": "delivery"',), lambda line: line.what == "delivery"),
    "login": Kind("Log ind og ud", ('"what": "sign-',), lambda line: line.what.startswith("sign-")),
    "andet": Kind("Andet", (), lambda line: line.what not in NAMED),
}


def kind_of_path(path: str, name: str) -> Kind:
    """The page or figure, and the files taken from it."""
    figure = path.removeprefix(f"{FIGURES}/")
    files = f"/hent/{figure}." if figure in catalogue() else f"/hent{path}/"
    marks = (f'"path": {json.dumps(path)}', f'"path": "{files}')
    return Kind(name, marks, lambda line: line.path == path or line.path.startswith(files))


def figure_of(line: Line) -> str:
    """The figure that the page or the file is of; empty where it is another's."""
    figure = line.path.removeprefix(f"{FIGURES}/").removeprefix("/hent/").partition(".")[0]
    return figure if figure in catalogue() else ""


def is_list(line: Line) -> bool:
    figure = figure_of(line)
    if figure:
        return bool(catalogue()[figure].lists)
    own = [(line.filters.get(key), value) for path, key, value in LISTS if path == line.path]
    return any(has and value in ("", has) for has, value in own) or line.path.startswith(LIST_FILES)
