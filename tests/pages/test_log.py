"""The log's page: what its address asks for, its lines in words, and its file."""

from datetime import UTC, date, datetime

import pytest

from cockpit.access.audit import Line
from cockpit.access.audit_search import Found
from cockpit.components.audit_asked import asked_of
from cockpit.components.audit_kinds import ANSWERS, KINDS, kind_of_path
from cockpit.components.audit_log import left_out, line_texts, log_card, log_file, title_of_log
from cockpit.keyfigures import catalogue
from cockpit.pages.log import PAGE

TODAY = date(2026, 11, 22)
NAMES = {"/": "Overblik", "/sagstal": "Sagstal", "/data": "Data", "/noegletal/cost": "Udgift"}
# An hour behind the clock in Denmark.
AT = datetime(2026, 11, 22, 7, 5, 9, tzinfo=UTC).isoformat()


def line(what: str, path: str, status: int = 200, **filters: str) -> Line:
    return Line(AT, "anna", "leder", what, path, status, filters)


SHOWN = [
    (line("page", "/"), ("Side", "Overblik", "", "Vist")),
    (line("page", "/sagstal", 403, team="Team B"), ("Side", "Sagstal", "team: Team B", "Afvist")),
    (line("page", "/noegletal/cost", by="section", ejer="private,own"),
     ("Nøgletal", catalogue()["cost"].title, "fordel på: Paragraf · ejer: Private, Egne tilbud", "Vist")),
    (line("file", "/hent/cost.csv"), ("Fil", f"{catalogue()['cost'].title} (CSV)", "", "Vist")),
    (line("file", "/hent/data/afviste.xlsx", 400), ("Fil", "Data: afviste (XLSX)", "", "Fejl")),
    (line("delivery", "/data/indlaes/udgiv", version="v000002"),
     ("Leverance", "Udgivet", "version: v000002", "Gjort")),
    (line("sign-in", "/log-ind/svar", 303), ("Log ind", "", "", "Gjort")),
    (line("sign-in", "", 403, reason="no role"), ("Log ind", "", "årsag: login uden rolle", "Afvist")),
    (line("call", "", 429), ("Andet", "", "", "Afvist")),
    (line("page", "/gone", omraade="voksne"), ("Side", "/gone", "område: voksne", "Vist")),
]  # fmt: skip


@pytest.mark.parametrize(("written", "texts"), SHOWN)
def test_a_line_in_words(written: Line, texts: tuple[str, ...]) -> None:
    assert line_texts(written, NAMES) == ("22-11-2026 08.05.09", "anna", "Leder", *texts)


LISTS = [
    line("page", "/sagstal", team="Team B"), line("page", "/frister", vis="fristsager"),
    line("page", "/paa-vej", vis="udloeber"), line("file", "/hent/sagstal/sager.csv"),
    line("file", "/hent/frister/fristsager.xlsx"),
    *(line("page", f"/noegletal/{one.id}") for one in catalogue().values() if one.lists),
    *(line("file", f"/hent/{one.id}.csv") for one in catalogue().values() if one.lists),
]  # fmt: skip
NO_LISTS = [
    line("page", "/sagstal"), line("page", "/frister", vis="samlet"),
    line("page", "/udgifter", vis="udloeber"),
    line("file", "/hent/sagstal/team.csv"), line("page", "/noegletal/cost"), line("file", "/hent/cost.csv"),
]  # fmt: skip


def test_lists_of_single_cases_are_told_apart() -> None:
    kind = KINDS["lister"]
    assert all(kind.holds(one) for one in LISTS)
    assert not any(kind.holds(one) for one in NO_LISTS)


def test_every_line_is_of_one_kind_and_one_answer() -> None:
    kinds = [kind for name, kind in KINDS.items() if name != "lister"]
    for written in (*(one for one, _ in SHOWN), *LISTS, *NO_LISTS):
        assert sum(kind.holds(written) for kind in kinds) == 1
        assert sum(kind.holds(written) for kind in ANSWERS.values()) == 1


def test_a_page_or_a_figure_goes_with_its_files() -> None:
    found = [line("page", "/sagstal"), line("file", "/hent/sagstal/team.csv"), line("page", "/")]
    assert [kind_of_path("/sagstal", "").holds(one) for one in found] == [True, True, False]
    found = [
        line("page", "/noegletal/cost"),
        line("file", "/hent/cost.csv"),
        line("file", "/hent/cost_x.csv"),
    ]
    assert [kind_of_path("/noegletal/cost", "").holds(one) for one in found] == [True, True, False]


def test_what_the_address_asks_for() -> None:
    usual = asked_of({}, NAMES, TODAY).sought
    assert (usual.first, usual.last, usual.user, usual.kinds) == (date(2026, 11, 16), TODAY, "", ())
    # The last day goes first: somebody has chosen the two the wrong way round.
    query = {
        "fra_dag": "2026-10-03",
        "til_dag": "2026-10-01",
        "bruger": " anna ",
        "hvad": "/",
        "svar": "vist",
    }
    asked = asked_of(query, NAMES, TODAY)
    assert (asked.sought.first, asked.sought.last) == (date(2026, 10, 1), date(2026, 10, 3))
    assert asked.sought.user == "anna"
    assert [kind.name for kind in asked.sought.kinds] == ["Overblik", "Vist eller gjort"]
    assert asked.notices == ()


def test_what_cannot_be_used_is_told() -> None:
    asked = asked_of({"fra_dag": "i går", "hvad": "x", "svar": "y", "til_dag": "2026-02-31"}, NAMES, TODAY)
    assert asked.sought == asked_of({}, NAMES, TODAY).sought
    assert len(asked.notices) == 4


def test_what_is_left_out_is_said() -> None:
    whole, capped = Found((line("page", "/"),)), Found((line("page", "/"),) * 2, more=True)
    assert (title_of_log(whole), left_out(whole)) == ("Ét opslag", [])
    assert title_of_log(capped) == "De seneste 2 opslag"
    [told] = left_out(capped)
    assert told.startswith("Der er flere.")
    asked = asked_of({"hvad": "filer", "bruger": "anna"}, NAMES, TODAY)
    table = log_file(asked, capped, NAMES)
    assert dict(table.told) == {
        "Dage": "16-11-2026–22-11-2026", "Bruger": "anna", "Valg": "Filer", "Udeladt": told,
    }  # fmt: skip
    assert [row[4] for row in table.rows] == ["Overblik"] * 2
    [told] = left_out(Found((), read_to=date(2026, 11, 20)))
    assert "tilbage til 20-11-2026" in told


def test_nothing_found_says_what_to_do() -> None:
    shown = str(log_card(PAGE.path, asked_of({"bruger": "x"}, NAMES, TODAY), Found(()), NAMES, 13))
    assert "Ingen opslag passer til valget" in shown
    assert "Vælg flere dage" in shown
    assert "Hent linjerne" not in shown
