"""Fact sheets as the server answers: who may do what, what is shown and handed out, what cannot be done."""

import os
import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from cockpit.access import User, asked_by
from cockpit.components.ready import as_html
from cockpit.components.sheet import small_sheet
from cockpit.components.sheet_asking import RENEWED, seen_now
from cockpit.own_views import save_view
from cockpit.pages.sheet_deeds import DEEDS
from cockpit.settings import Settings, read_settings
from cockpit.sheets.filling import filled
from cockpit.sheets.keeping import (
    KEPT,
    OVERTAKEN,
    add_sheet,
    kept_set,
    kept_sets,
    make_set,
    mark_of,
    write_sheet,
)
from cockpit.sheets.model import Place, Sheet
from cockpit.warehouse import served
from tests.access.written import lines_written
from tests.pages.meeting import KEEPER, LEADER, POLITICIAN, TEAM_LEADER, ask, cards, get, text_of

READY = "klar-botilbud"
GROUP = Place("group", "botilbud")


@pytest.fixture(scope="module")
def settings(demo_settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Settings]:
    """The demo in a folder of its own, served by the app of this process."""
    before, folder = dict(os.environ), tmp_path_factory.mktemp("meeting") / "data"
    shutil.copytree(demo_settings.data_dir, folder)
    os.environ["COCKPIT_DATA_DIR"] = str(folder)
    served.cache_clear()
    yield replace(read_settings(), data_dir=folder)
    os.environ.clear()
    os.environ.update(before)
    served.cache_clear()


@pytest.fixture(autouse=True)
def nothing_kept(settings: Settings) -> None:
    (settings.data_dir / KEPT.name).unlink(missing_ok=True)


def wrong(asked: dict[str, Any]) -> str:
    answer = ask(LEADER, {"form": "here", "at": 1, **asked})
    assert answer.status_code == 200
    said = answer.get_json()["response"]["sheets-wrong"]["data"]
    assert said["form"] == "here"
    return str(said["told"])


def a_set(settings: Settings, **texts: str) -> tuple[str, Sheet]:
    made = make_set(settings.data_dir, "Vores møde", GROUP)
    sheet = add_sheet(settings.data_dir, made.id, "flow", GROUP)
    words = {"title": "", "challenges": "", "tendencies": "", **texts}
    full = filled(sheet)
    now = {number.key: number for number in full.numbers}
    mark = mark_of(sheet)
    write_sheet(
        settings.data_dir, made.id, sheet.id, **words, numbers=(), now=now, as_of=full.as_of, mark=mark
    )
    return made.id, kept_set(settings.data_dir, made.id).sheets[0]


@pytest.mark.parametrize("user", [POLITICIAN, LEADER, TEAM_LEADER, KEEPER], ids=lambda user: user.role)
def test_all_see_and_show_and_few_build(settings: Settings, user: User) -> None:
    set_id, _ = a_set(settings)
    shown = cards(user)
    assert "Voksne i botilbud" in shown
    assert "Vores møde" in shown
    assert f"/hent/temamoede/{READY}.pdf" in shown
    builds = user != POLITICIAN
    assert ("Lav din egen udgave" in shown) == ("Nyt sæt" in shown) == ("Rediger" in shown) == builds
    for path in ("/temamoede", f"/temamoede/{set_id}", f"/temamoede/{set_id}/vis", f"/temamoede/{READY}/vis"):
        assert get(user, path).status_code == 200, path


@pytest.mark.parametrize("what", DEEDS)
def test_a_politician_changes_nothing(settings: Settings, what: str) -> None:
    set_id, sheet = a_set(settings)
    before = (settings.data_dir / KEPT.name).read_bytes()
    asked = {
        "what": what, "set": set_id, "sheet": sheet.id, "name": "Nyt", "place": "group:botilbud",
        "topic": "flow", "order": sheet.id, "title": "Andet", "challenges": "", "tendencies": "",
        "seen": seen_now(sheet),
    }  # fmt: skip
    assert ask(POLITICIAN, asked).status_code == 403
    assert (settings.data_dir / KEPT.name).read_bytes() == before
    if what != "view":
        assert ask(LEADER, asked).status_code == 200
        assert (settings.data_dir / KEPT.name).read_bytes() != before or what == "order"


def test_another_site_changes_nothing(settings: Settings) -> None:
    asked = {"what": "new", "name": "Fremmed", "place": ":"}
    foreign = {"Origin": "http://ondsindet.dk", "Sec-Fetch-Site": "cross-site"}
    assert ask(LEADER, asked, **foreign).status_code == 403
    assert kept_sets(settings.data_dir) == ()
    assert ask(LEADER, asked).status_code == 200
    assert [one.name for one in kept_sets(settings.data_dir)] == ["Fremmed"]


def test_an_own_edition_has_the_texts_and_what_the_numbers_were(settings: Settings) -> None:
    for _ in range(2):
        goes = ask(LEADER, {"what": "copy", "set": READY}).get_json()["response"]["url"]["pathname"]
    first, second = kept_sets(settings.data_dir)
    assert (first.name, second.name) == ("Voksne i botilbud", "Voksne i botilbud 2")
    assert goes == f"/temamoede/{second.id}"
    assert "Har vi boliger til dem" in first.sheets[0].challenges
    assert first.sheets[0].written["flow/closing"] == filled(first.sheets[0]).numbers[0].value


def test_what_cannot_be_done_is_said(settings: Settings) -> None:
    set_id, sheet = a_set(settings)
    mine = {"set": set_id, "sheet": sheet.id, "title": "", "challenges": "", "tendencies": ""}
    mine["seen"] = seen_now(sheet)
    told = {
        "name": wrong({"what": "new", "name": "  ", "place": ":"}),
        "place": wrong({"what": "new", "name": "A", "place": "group:findes ikke"}),
        "topic": wrong({"what": "add", "set": set_id, "topic": "x", "place": ":"}),
        "apart": wrong({"what": "add", "set": set_id, "topic": "caseload", "place": "group:botilbud"}),
        "few": wrong({"what": "write", **mine, "numbers": "flow/closing"}),
        "long": wrong({"what": "write", **mine, "title": "x" * 401}),
        "cpr": wrong({"what": "write", **mine, "challenges": "0101801234"}),
        "gone": wrong({"what": "write", **mine, "set": "0" * 16}),
        "removed": wrong({"what": "write", **mine, "sheet": "0" * 16}),
        "overtaken": wrong({"what": "write", **mine, "seen": f"{mine['seen'][:-1]}x"}),
        "renewed": wrong({"what": "write", **mine, "seen": mine["seen"].replace("v000", "v999")}),
        "moved": wrong({"what": "order", **mine, "sheet": "0" * 16, "order": "0" * 16}),
        "disorder": wrong({"what": "order", **mine, "order": "0" * 16}),
        "others": wrong({"what": "view", "set": set_id, "view": "0" * 16}),
        "nonsense": wrong({"what": "explode"}),
        "half": wrong({"what": "write", "set": set_id}),
    }
    assert told == {
        "name": "Skriv et navn til plancherne.",
        "place": "Vælg, hvad det handler om.",
        "topic": "Vælg et emne.",
        "apart": "Sagstal kan ikke vises for det valg. Vælg hele det specialiserede område.",
        "few": "Der er valgt 1 tal. Vælg 3 til 5, eller fjern alle fluebenene.",
        "long": "Budskabet er for langt. Det kan højst være på 400 tegn.",
        "cpr": "Udfordringer ligner et CPR-nummer. Skriv det uden personnumre.",
        "gone": "Plancherne findes ikke mere. En anden har måske slettet dem.",
        "removed": "Planchen findes ikke mere. En anden har måske fjernet den.",
        "overtaken": OVERTAKEN,
        "renewed": RENEWED,
        "moved": "Planchen findes ikke mere. En anden har måske fjernet den.",
        **dict.fromkeys(("disorder", "nonsense", "half"), "Det kan cockpittet ikke. Indlæs siden igen."),
        "others": "Visningen findes ikke mere.",
    }
    assert {ask(LEADER, made_up).status_code for made_up in ([1], "x", 1, None)} == {200}


def test_a_sheet_from_a_saved_view(settings: Settings) -> None:
    made = make_set(settings.data_dir, "Møde", Place())
    views = {
        "Pris": ("cost", "paragraf=gruppe:botilbud"),
        "To": ("stock_flow", "omraade=voksne,børn og unge"),
        "Liste": ("expiring", ""),
        "Væk": ("stock_flow", "paragraf=SEL 999"),
    }
    with asked_by(LEADER):
        ids = {
            name: save_view(settings.data_dir, name, figure, query).id
            for name, (figure, query) in views.items()
        }
    assert ask(LEADER, {"what": "view", "set": made.id, "view": ids["Pris"]}).status_code == 200
    (sheet,) = kept_set(settings.data_dir, made.id).sheets
    assert (sheet.topic, sheet.place) == ("unit_cost", GROUP)
    several = wrong({"what": "view", "set": made.id, "view": ids["To"]})
    assert several.startswith("»To« viser flere områder eller paragraffer på en gang.")
    hidden = wrong({"what": "view", "set": made.id, "view": ids["Liste"]})
    assert hidden == "»Liste« kan ikke blive til en planche: ingen planche viser det nøgletal."
    gone = wrong({"what": "view", "set": made.id, "view": ids["Væk"]})
    assert gone.startswith("»Væk« kan ikke vises mere. »SEL 999« findes ikke under Paragraf")
    assert len(kept_set(settings.data_dir, made.id).sheets) == 1


@pytest.mark.parametrize(
    ("figure", "query", "topic", "left_out"),
    [
        ("cost", "paragraf=gruppe:botilbud", "unit_cost", ""),
        ("stock_flow", "paragraf=gruppe:botilbud&period=year", "flow", ""),
        ("stock_flow", "paragraf=gruppe:botilbud&period=year&by=section", "sections", ""),
        ("stock_flow", "period=quarter&ejer=private&fra=2025-01&til=2025-12", "flow",
         "Visningens valg af ejer, periode og opdeling er ikke med"),
        ("stock_flow", "kommune=acting", "flow", "Visningens valg af kommune er ikke med"),
        ("benchmark", "figure=residential_count.per_1000_adults_now", "compared_count", ""),
        ("cost_intervals", "limits=500000&paragraf=gruppe:botilbud", "intervals",
         "Visningens valg af grænser i kr. er ikke med"),
    ],
)  # fmt: skip
def test_what_of_a_view_no_sheet_shows_is_told(
    settings: Settings, figure: str, query: str, topic: str, left_out: str
) -> None:
    made = make_set(settings.data_dir, "Møde", Place())
    with asked_by(LEADER):
        saved = save_view(settings.data_dir, f"{figure} {query}"[:60], figure, query)
    answer = ask(LEADER, {"what": "view", "set": made.id, "view": saved.id})
    told = answer.get_json()["response"]["sheets-done"]["data"]["told"]
    assert [sheet.topic for sheet in kept_set(settings.data_dir, made.id).sheets] == [topic]
    assert left_out in told
    assert ("er ikke med" in told) == bool(left_out)


def test_what_people_write_is_text(settings: Settings) -> None:
    set_id, _ = a_set(settings, title="<script>alert(1)</script>", challenges="<img src=x onerror=y>")
    shown = text_of(LEADER, f"/temamoede/{set_id}/vis")
    assert "&lt;script&gt;alert(1)" in shown
    assert "<script>alert" not in shown
    assert "<img src=x" not in shown


def seen_sheet(path: str) -> str:
    """Of a show the one section that is not hidden."""
    sections = re.findall("<section[^>]*>", text_of(LEADER, path))
    (seen,) = [section for section in sections if "hidden" not in section]
    return str(re.findall('id="([^"]*)"', seen)[0])


def test_the_show_opens_at_a_sheet_and_leads_to_the_figure(settings: Settings) -> None:
    show = f"/temamoede/{READY}/vis"
    assert seen_sheet(show) == "planche-1"
    assert seen_sheet(f"{show}?nr=2") == "planche-2"
    for nonsense in ("99", "0", "x", "²"):
        assert seen_sheet(f"{show}?nr={nonsense}") == "planche-1"
    behind = 'href="/noegletal/stock_flow?period=year&amp;by=section&amp;group=botilbud"'
    assert behind in text_of(LEADER, show)


def test_what_is_not_there_is_said(settings: Settings) -> None:
    for path in ("/temamoede/findes-ikke", "/temamoede/findes-ikke/vis", "/hent/temamoede/findes-ikke.pdf"):
        assert get(LEADER, path).status_code == 404, path
    empty = make_set(settings.data_dir, "Tomt", Place())
    assert "ingen plancher endnu" in text_of(LEADER, f"/temamoede/{empty.id}/vis")
    assert "har ingen plancher" in text_of(LEADER, f"/hent/temamoede/{empty.id}.pdf")
    gone = filled(Sheet("1", "taget-ud", Place(), title="Vores ord"))
    shown = as_html(small_sheet(gone, "Møde"))
    assert "Vores ord" in shown
    assert "findes ikke mere" in shown
    assert "<svg" not in shown
    assert 'aria-hidden="true"' in shown


def test_a_damaged_file_takes_nothing_with_it(settings: Settings) -> None:
    (settings.data_dir / KEPT.name).write_text("{", encoding="utf-8")
    shown = cards(LEADER)
    assert "theme-meetings.json i datamappen er beskadiget" in shown
    assert "Voksne i botilbud" in shown
    assert get(LEADER, f"/temamoede/{READY}/vis").status_code == 200
    answer = get(LEADER, "/temamoede/0123456789abcdef/vis")
    assert (answer.status_code, "er beskadiget" in answer.get_data(as_text=True)) == (400, True)
    assert "er beskadiget" in wrong({"what": "new", "name": "A", "place": ":"})
    assert (settings.data_dir / KEPT.name).read_text(encoding="utf-8") == "{"


def test_the_files(settings: Settings) -> None:
    renamed = make_set(settings.data_dir, 'Møde: "børn"/æøå', GROUP)
    add_sheet(settings.data_dir, renamed.id, "flow", GROUP)
    answer = get(POLITICIAN, f"/hent/temamoede/{renamed.id}.pdf")
    assert answer.data.startswith(b"%PDF")
    assert answer.headers["Content-Disposition"] == (
        'attachment; filename="Moede   boern  aeoeaa 2026-10-31.pdf"; '
        "filename*=UTF-8''M%C3%B8de%20%20%20b%C3%B8rn%20%20%C3%A6%C3%B8%C3%A5%202026-10-31.pdf"
    )
    assert answer.headers["Cache-Control"] == "no-store"
    assert get(POLITICIAN, f"/hent/temamoede/{renamed.id}.pdf?form=a4").data != answer.data
    slides = get(POLITICIAN, f"/hent/temamoede/{renamed.id}.pptx")
    assert slides.data.startswith(b"PK")
    assert "2026-10-31.pptx" in slides.headers["Content-Disposition"]


def test_what_was_seen_and_handed_out_is_written_down(settings: Settings) -> None:
    def paths() -> list[tuple[str, str, int]]:
        return [(line.what, line.path, line.status) for line in lines_written(settings)]

    before = len(paths())
    for path in (f"/temamoede/{READY}/vis", f"/hent/temamoede/{READY}.pdf", "/hent/temamoede/Anna Bo.pdf"):
        get(POLITICIAN, path)
    ask(POLITICIAN, {"what": "delete", "set": READY})
    assert paths()[: len(paths()) - before] == [
        ("call", "", 403),
        ("file", "/hent/", 404),
        ("file", f"/hent/temamoede/{READY}.pdf", 200),
        ("page", f"/temamoede/{READY}/vis", 200),
    ]
