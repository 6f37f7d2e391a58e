"""Two deliveries that differ only in what somebody may not see, and everything that one may ask of a cockpit.

Whoever may not see the difference must get the same answers of both, letter for letter.
"""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import product
from pathlib import Path

from flask.testing import FlaskClient

from app import server
from cockpit.access import User, asked_by
from cockpit.keyfigures import catalogue
from cockpit.own_views import KEPT
from cockpit.pages import PAGES
from cockpit.pages.kept_answers import UPDATE
from tests.keyfigures.deliveries import Tables, by_hand

AS_OF = date(2024, 6, 30)
SEARCHES = ("", "?omraade=voksne&ejer=private")
# The pages that show more for a choice of their own.
OWN_SEARCHES = {
    "sagstal-cards": ("?team=Team B", "?omraade=voksne&team=Team A"),
    "frister-cards": ("?vis=fristsager", "?vis=fristsager&team=Team B"),
    "paa-vej-cards": ("?vis=udloeber&dage=365", "?vis=gennemgaa"),
    "figure-cards": ("?team=Team B", "?by=caseworker"),
}
# What each has saved, and may have saved before they were given another role.
SAVED = (
    ("caseload", "by=caseworker"), ("caseload_list", "team=Team B"), ("stock_flow", "omraade=voksne"),
    ("cost", "ejer=private"),
)  # fmt: skip
FIGURES = tuple(f"/noegletal/{figure}" for figure in catalogue())
# What each figure may be asked for, where it takes it.
ASKED = {
    "period": "year", "from": "2023-01-01", "to": "2024-06-30", "on": "2024-06-30", "year": "2024",
    "month": "6", "from_year": "2023", "to_year": "2024", "year_a": "2023", "year_b": "2024", "months": "60",
    "days": "365",
}  # fmt: skip
DIVIDED = ("caseworker", "team", "area", "section", "provider", "owner")
PARTS = (
    "data/leverancer", "data/afviste", "data/log", "sagstal/raadgivere", "sagstal/team", "sagstal/udvikling",
    "sagstal/sager", "frister/fristsager", "tiltag/tiltag",
)  # fmt: skip


@dataclass(frozen=True)
class Written:
    """The parts of a delivery by which two are told apart."""

    own_worker: str = "R"
    other_worker: str = "R"
    own_case: str = "C"
    other_case: str = "C"
    adults: str = "SEL 107"
    since: str = "01-02-2023"
    price: str = "1000,00"
    bought: str = "01-03-2023"
    rejected: str = "99-99-2024"
    team: str = "Team B"

    def tables(self) -> Tables:
        found = by_hand(
            services=f"""
                B1; {self.adults}; {self.since}; 31-12-2024; own
                B2; SEL 108; 01-01-2020; ; own
                B3; BL 46; 01-02-2022; 30-09-2024; own
                B4; BL 46; {self.bought}; ; private
                B5; BL 46; 01-05-2023; ; own
                B6; BL 46; {self.rejected}; ; own
                """,
            rates=f"""
                S1; 01-01-2020; ; {self.price}; day; base
                S3; 01-01-2020; ; 2000,00; day; base
                S5; 01-01-2020; ; 3000,00; day; base
                """,
            caseworkers=f"""
                {self.own_worker}1; Rikke; Team A; 01-01-2020; ; 1
                {self.own_worker}2; Rolf; Team A; 01-01-2020; ; 1
                {self.other_worker}3; Rie; {self.team}; 01-01-2020; ; 1
                {self.other_worker}4; Ruth; {self.team}; 01-01-2020; ; 1
                """,
            assignments=f"""
                {self.own_case}1; B1; {self.own_worker}1; voksne; 01-01-2023; ; 1
                {self.own_case}2; B2; {self.own_worker}2; voksne; 01-01-2023; ; 1
                {self.other_case}3; B3; {self.other_worker}3; børn og unge; 01-01-2023; ; 1
                {self.other_case}4; B4; {self.other_worker}4; voksne; 01-01-2023; ; 1
                """,
            deadlines=f"""
                {self.own_case}F1; B1; follow_up; 01-01-2024; 10-06-2024; ; Team A; {self.own_case}1
                {self.other_case}F3; B3; follow_up; 01-01-2024; 11-06-2024; ; {self.team}; {self.other_case}3
                """,
        )
        for row in (*found["services"], *found["rates"]):
            row["service_id"] = row["service_id"].replace("S", f"{self.own_case}I")
        return found


def save_views(data_dir: Path, users: Iterable[User]) -> None:
    """With ids that are the same in two cockpits, and a name that tells whose each is."""
    views = [
        {"id": f"{user.id}{place}", "name": saved_name(user, figure), "figure": figure, "query": query}
        | {"user": user.id}
        for user in users
        for place, (figure, query) in enumerate(SAVED)
    ]
    (data_dir / KEPT.name).write_text(json.dumps({"views": views}), encoding="utf-8")


def saved_name(user: User, figure: str) -> str:
    return f"Gemt af {user.id}: {figure}"


def answers(user: User) -> dict[str, str]:
    """All that `user` gets, by what was asked."""
    client = server.test_client()
    # As the server asks itself.
    client.environ_base["cockpit.user"] = user
    found = {}
    for asked, body in questions(client):
        with asked_by(user):
            answer = client.post(UPDATE, json=body) if body else client.get(asked)
        found[asked] = f"{answer.status_code} {told(answer.get_data(as_text=True))}"
    return found


def told(text: str) -> str:
    """Without the time of the load and Dash's token of the visit; æ, ø and å as people write them."""
    text = re.sub(r'"end_id":"[^"]*"| kl\. \d\d\.\d\d|\d\d:\d\d:\d\d', "", text)
    return re.sub(r"\\u([0-9a-f]{4})", lambda found: chr(int(found[1], 16)), text)


def questions(client: FlaskClient) -> Iterator[tuple[str, dict[str, object] | None]]:
    """Each page, callback and file; the body of a callback, and None for an address."""
    paths = [*(page.path for page in PAGES), *FIGURES, "/noegletal/findes_ikke"]
    yield from (
        (path, None) for path in (*paths, "/_dash-layout", "/_dash-dependencies", "/data/indlaes/afviste.csv")
    )
    yield from ((f"/hent/{part}.csv{search}", None) for part in PARTS for search in ("", "?team=Team B"))
    for definition in catalogue().values():
        given = "&".join(f"{name}={value}" for name, value in ASKED.items() if definition.parameter(name))
        by = definition.parameter("by")
        for divided in (value for value in DIVIDED if by and value in (by.choices or ())):
            yield f"/hent/{definition.id}.csv?{given}&by={divided}", None
        yield f"/hent/{definition.id}.csv?{given}&figure=cost&group=botilbud", None
        yield f"/hent/{definition.id}.csv?{given}", None
    for one in client.get("/_dash-dependencies").get_json():
        if not one["clientside_function"]:
            yield from _callbacks(one)


def _callbacks(one: dict[str, object]) -> Iterator[tuple[str, dict[str, object] | None]]:
    reads_path = "url.pathname" in json.dumps(
        [f"{place['id']}.{place['property']}" for place in (*one["inputs"], *one["state"])]  # type: ignore[misc]
    )
    paths = (
        ("/", "/data", "/sagstal", "/noegletal/caseload", "/noegletal/caseload_list")
        if reads_path
        else ("/",)
    )
    asked: set[str] = set()
    searches = (*SEARCHES, *OWN_SEARCHES.get(str(one["output"]).partition(".")[0], ()))
    for path, search in product(paths, searches):
        body = _body(one, {"url.pathname": path, "url.search": search, "view.data": {"theme": "light"}})
        question = json.dumps(body)
        if question not in asked:
            asked.add(question)
            yield f"{one['output']} {path} {search}", body


def _body(one: dict[str, object], values: dict[str, object]) -> dict[str, object]:
    output = str(one["output"])
    outputs = [_place(part) for part in output.strip(".").split("...")]
    asked = {
        name: [
            {"id": _id(place["id"]), "property": place["property"], "value": _value(place, values)}
            for place in one[name]  # type: ignore[attr-defined]
        ]
        for name in ("inputs", "state")
    }
    several = output.startswith("..")
    return {"output": output, "outputs": outputs if several else outputs[0], "changedPropIds": [], **asked}


def _value(place: dict[str, str], values: dict[str, object]) -> object:
    name = f"{place['id']}.{place['property']}"
    if place["property"] == "id":
        return [] if "ALL" in place["id"] else _id(place["id"])
    return values.get(name, {} if name == "own-views.data" else None)


def _place(text: str) -> dict[str, object]:
    name, _, part = text.rpartition(".")
    return {"id": _id(name), "property": part}


def _id(name: str) -> object:
    return json.loads(name) if name.startswith("{") else name
