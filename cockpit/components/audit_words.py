"""A line of the audit in words: what it is about, what was chosen, how it was answered."""

from collections.abc import Mapping

from cockpit.access.audit import Line
from cockpit.components.address import GROUP_MARK
from cockpit.components.audit_kinds import ANSWERS, figure_of
from cockpit.components.labels import VALUES
from cockpit.keyfigures import catalogue
from cockpit.keyfigures.parameters import KNOWN

WHAT = {"page": "Side", "file": "Fil", "delivery": "Leverance", "sign-in": "Log ind", "sign-out": "Log ud"}
OTHER, SHOWN, DONE, NOBODY = "Andet", "Vist", "Gjort", "Ikke logget ind"
STEPS = {
    "begynd": "Lagt op",
    "filer": "Fil sendt",
    "kontrol": "Sat til kontrol",
    "afviste.csv": "Afviste rækker hentet",
    "udgiv": "Udgivet",
    "kasser": "Kasseret",
}
FILTERS = {
    "omraade": "område", "paragraf": "paragraf", "ejer": "ejer", "fra": "fra", "til": "til",
    "kommune": "kommune", "vis": "vis", "reason": "årsag",
}  # fmt: skip
SAME_AS = {"ejer": "owner", "kommune": "role"}
# Why somebody was not let in.
REASONS = {
    "not this machine": "fra en anden maskine",
    "not the gateway": "ikke gennem kommunens gateway",
    "not signed in": "ikke logget ind",
    "session ended": "logget ind for længe siden",
    "no name": "login uden navn",
    "no role": "login uden rolle",
    "unknown role": "rollen findes ikke",
    "several roles": "flere roller",
    "claim is no text": "login med ukendt indhold",
    "wrong issuer": "forkert udsteder",
    "wrong state": "svaret hører ikke til et login herfra",
    "no code": "svaret mangler kode",
    "no token": "svaret mangler bevis",
    "not genuine": "beviset er ikke ægte",
    "no answer": "kommunens login svarer ikke",
    "refused by the sign-in": "afvist af kommunens login",
}


def what_text(line: Line) -> str:
    if line.what == "page" and figure_of(line):
        return "Nøgletal"
    return WHAT.get(line.what, OTHER)


def place_text(line: Line, names: Mapping[str, str]) -> str:
    """`names` are the pages' by their paths; a path that is none's stands as it was written."""
    place, _, kind = line.path.removeprefix("/hent/").partition(".")
    figure, ending = figure_of(line), f" ({kind.upper()})" if kind else ""
    if line.what.startswith("sign-"):
        return ""
    if line.what == "delivery":
        return STEPS.get(line.path.rpartition("/")[2], "Noget andet")
    if figure:
        return f"{catalogue()[figure].title}{ending}"
    if line.what == "file":
        page, _, part = place.partition("/")
        return f"{names.get(f'/{page}', page)}: {part}{ending}"
    return names.get(line.path, line.path)


def answer_text(line: Line) -> str:
    if line.status < 400:
        return SHOWN if line.what in ("page", "file", "call") else DONE
    return next((kind.name for kind in ANSWERS.values() if kind.holds(line)), str(line.status))


def chosen_text(line: Line) -> str:
    return " · ".join(f"{_filter_name(key)}: {_value(key, value)}" for key, value in line.filters.items())


def _filter_name(key: str) -> str:
    return FILTERS.get(key) or (KNOWN[key].label.lower() if key in KNOWN else key)


def _value(key: str, value: str) -> str:
    """By its name where it has a fixed one; several with a comma and a blank between."""
    if key == "reason":
        return REASONS.get(value, value)
    known = VALUES.get(SAME_AS.get(key, key), {})
    parts = value.replace(GROUP_MARK, "").split(",")
    return ", ".join(known.get(part, part) for part in parts)
