"""Nobody is told what lies outside their role, their areas, their owners or their teams."""

import os
from collections.abc import Iterator
from functools import cache

import dash
import pytest

from cockpit.access import User
from cockpit.access.identity import AT_THIS_MACHINE
from cockpit.intake import load
from cockpit.pages import PAGES, named
from cockpit.pages.hent_del import NOT_FOR_YOU
from cockpit.settings import read_settings
from cockpit.warehouse import served
from tests.keyfigures.deliveries import write
from tests.pages.told_apart import AS_OF, SAVED, Written, answers, save_views, saved_name

POLITICIAN = User("p", "politiker")
LEADER = User("l", "leder")
OF_AREA = User("o", "leder", areas=("børn og unge",))
OF_OWNER = User("e", "leder", owners=("own",))
OF_TEAM = User("t", "teamleder", teams=("Team A",))
WITHOUT_TEAM = User("u", "teamleder")
KEEPER = User("d", "datakonsulent")
# From the one who sees most to the one who sees least: a kept answer must not go down the line.
USERS = (AT_THIS_MACHINE, KEEPER, OF_TEAM, WITHOUT_TEAM, LEADER, OF_AREA, OF_OWNER, POLITICIAN)

USUAL = Written()
# What nobody but the team leaders and the data consultant may see; what another team's leader may not.
HIDDEN = Written(own_worker="Q", other_worker="Q", own_case="D", other_case="D", rejected="98-99-2024")
THEIRS = Written(other_worker="S", other_case="X", rejected="98-99-2024")
ADULTS = Written(own_worker="Q", adults="SEL 108", since="01-02-2021", price="1234,00")
BOUGHT = Written(bought="01-03-2021")
# Nothing that the public tables count.
UNCOUNTED = Written("Q", "S", "D", "X", rejected="98-99-2024", team="Team C", price="1234,00")

SAME = [
    (LEADER, HIDDEN), (WITHOUT_TEAM, HIDDEN), (OF_TEAM, THEIRS), (OF_AREA, ADULTS), (OF_OWNER, BOUGHT),
    (POLITICIAN, UNCOUNTED),
]  # fmt: skip
OTHER = [(KEEPER, HIDDEN), (OF_TEAM, HIDDEN), (OF_OWNER, ADULTS), (OF_AREA, BOUGHT)]


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator["Told"]:
    before = dict(os.environ)
    yield Told(tmp_path_factory)
    os.environ.clear()
    os.environ.update(before)
    served.cache_clear()


class Told:
    """The answers that each gets of each delivery, all in the same two processes' memory."""

    def __init__(self, folders: pytest.TempPathFactory) -> None:
        self.folders = folders
        self.of = cache(self._of)

    def _of(self, written: Written) -> dict[User, dict[str, str]]:
        folder = self.folders.mktemp("told")
        os.environ["COCKPIT_DATA_DIR"] = str(folder / "data")
        os.environ["COCKPIT_KEY_FILE"] = str(folder / "key")
        os.environ["COCKPIT_MAX_REJECTED_SHARE"] = "1"
        os.environ["COCKPIT_RHYTHM_DAYS"] = "100000"
        report = load(write(written.tables(), folder / "delivery"), AS_OF, read_settings(), progress=print)
        assert report.version, report.lines()
        save_views(folder / "data", USERS)
        served.cache_clear()
        pairs = {*SAME, *OTHER}
        return {user: answers(user) for user in USERS if written == USUAL or (user, written) in pairs}


@pytest.mark.parametrize(
    ("user", "asked", "status"),
    [
        (POLITICIAN, "/", 200), (POLITICIAN, "/budget", 200), (POLITICIAN, "/udgifter", 403),
        (POLITICIAN, "/data", 403), (POLITICIAN, "/noegletal/expiring", 403), (LEADER, "/udgifter", 200),
        (LEADER, "/data", 200), (LEADER, "/data/indlaes", 403), (LEADER, "/noegletal/caseload_list", 403),
        (POLITICIAN, "/hent/stock_flow.csv?period=year&from=2023-01-01&to=2024-06-30&by=owner", 403),
        (POLITICIAN, "/hent/stock_flow.csv?period=year&from=2023-01-01&to=2024-06-30", 200),
        (POLITICIAN, "/hent/sagstal/team.csv", 403), (POLITICIAN, "/hent/frister/fristsager.csv", 403),
        (LEADER, "/data/log", 403), (LEADER, "/hent/data/log.csv", 403), (LEADER, "log-cards.children", 403),
        (KEEPER, "/data/log", 200), (KEEPER, "/hent/data/log.csv", 200),
        (LEADER, "/hent/data/afviste.csv", 403), (LEADER, "/hent/sagstal/sager.csv?team=Team B", 403),
        (KEEPER, "/hent/data/afviste.csv", 200), (KEEPER, "/noegletal/caseload_list", 403),
        (OF_TEAM, "/noegletal/caseload_list", 200), (OF_TEAM, "/hent/sagstal/sager.csv?team=Team B", 403),
        (OF_AREA, "/noegletal/budget", 403), (OF_AREA, "/noegletal/cost", 200),
        (POLITICIAN, "udgifter-cards.children", 403), (POLITICIAN, "data-cards.children", 403),
        (LEADER, "..drop-cards.children...drop-ready.data...drop-tick.disabled..", 403),
        (AT_THIS_MACHINE, "/noegletal/caseload_list", 200), (AT_THIS_MACHINE, "/data/indlaes", 200),
    ],
)  # fmt: skip
def test_what_one_may_not_have_answers_403(told: "Told", user: User, asked: str, status: int) -> None:
    found = told.of(USUAL)[user]
    answer = next(text for name, text in found.items() if name == asked or name.startswith(f"{asked} "))
    assert answer.startswith(f"{status} ")


def differing(one: dict[str, str], other: dict[str, str]) -> list[str]:
    return [asked for asked in one if one[asked] != other[asked]]


@pytest.mark.parametrize(("user", "other"), SAME)
def test_what_one_may_not_see_changes_nothing(told: "Told", user: User, other: Written) -> None:
    changed = differing(told.of(USUAL)[user], told.of(other)[user])
    # Fact sheets are public: whoever leads one area sees of the others what politicians see of them.
    own = [asked for asked in changed if not asked.startswith("temamoede-cards")]
    assert (own if user in (OF_AREA, OF_OWNER) else changed) == []


@pytest.mark.parametrize(("user", "other"), OTHER)
def test_what_one_may_see_is_there(told: "Told", user: User, other: Written) -> None:
    assert differing(told.of(USUAL)[user], told.of(other)[user])


def test_a_saved_view_is_shown_to_its_owner_and_only_while_they_may_see_its_figure(told: "Told") -> None:
    may = {OF_TEAM: "caseload_list", LEADER: "caseload", POLITICIAN: "cost"}
    may_not = {LEADER: "caseload_list", OF_AREA: "caseload_list", KEEPER: "caseload_list"}
    for user in USERS:
        everything = "".join(told.of(USUAL)[user].values())
        others = {saved_name(other, figure) for other in USERS if other != user for figure, _ in SAVED}
        assert not [name for name in others if name in everything]
        assert user not in may or saved_name(user, may[user]) in everything
        assert user not in may_not or saved_name(user, may_not[user]) not in everything


def test_the_first_response_holds_no_page(told: "Told") -> None:
    """The shell alone: each page's layout is asked for, and refused, by its path."""
    assert dash.page_registry == {}
    for user in USERS:
        for asked in ("/", "/_dash-layout", "/_dash-dependencies"):
            answer = told.of(USUAL)[user][asked]
            assert answer.startswith("200 ")
            assert not [page.path for page in PAGES if page.question in answer]
            # The callbacks are known by their names to all, as the script that asks them is.
            if asked != "/_dash-dependencies":
                assert not [name for name in named() if f"{name}-cards" in answer]


def test_a_file_is_refused_by_its_page_before_its_figures(told: "Told") -> None:
    """Each of the two would do; a page's part may one day stand on none of its figures."""
    assert NOT_FOR_YOU in told.of(USUAL)[POLITICIAN]["/hent/sagstal/team.csv"]
