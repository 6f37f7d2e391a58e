"""The review pack over HTTP: the team's own leader fetches it, which is written down; nobody else does."""

import os
import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO

import pypdf
import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from app import server
from cockpit.access import User
from cockpit.settings import Settings, read_settings
from cockpit.warehouse import list_versions, served
from cockpit.warehouse.versions import write_manifest
from tests.access.written import lines_written

LEADER = User("t", "teamleder", teams=("Voksen A",))
OWN, OTHERS = ("/hent/sagstal/gennemgang.pdf?team=Voksen " + team for team in "AB")


@pytest.fixture(scope="module")
def settings(demo_settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Settings]:
    """The demo in a folder of its own, without reviews, served by the app of this process."""
    before, folder = dict(os.environ), tmp_path_factory.mktemp("review") / "data"
    shutil.copytree(demo_settings.data_dir, folder)
    [version] = list_versions(folder)
    rows = {name: count for name, count in version.rows.items() if name != "reviews"}
    write_manifest(replace(version, rows=rows))
    os.environ["COCKPIT_DATA_DIR"] = str(folder)
    served.cache_clear()
    yield read_settings()
    os.environ.clear()
    os.environ.update(before)
    served.cache_clear()


def get(user: User, path: str) -> TestResponse:
    client: FlaskClient = server.test_client()
    client.environ_base["cockpit.user"] = user  # type: ignore[assignment]
    return client.get(path)


def test_the_leader_gets_the_teams_own_and_it_is_written_down(settings: Settings) -> None:
    answer = get(LEADER, OWN)
    assert (answer.status_code, answer.mimetype) == (200, "application/pdf")
    assert answer.headers["Content-Disposition"] == 'attachment; filename="sagsgennemgang_2026-10-31.pdf"'
    assert answer.headers["Cache-Control"] == "no-store"
    pages = [page.extract_text() for page in pypdf.PdfReader(BytesIO(answer.get_data())).pages]
    assert "Voksen A, 31-10-2026" in pages[0]
    text = " ".join(" ".join(pages).split())
    assert "Kræver Revisiteringer (reviews), som ikke er leveret." in text
    assert re.search(r"S\d{5} Opfølgning", text)
    newest = lines_written(settings)[0]
    assert (newest.user, newest.what, newest.path, newest.status) == (
        "t", "file", "/hent/sagstal/gennemgang.pdf", 200
    )  # fmt: skip
    assert newest.filters == {"team": "Voksen A"}


@pytest.mark.parametrize(
    ("user", "path"),
    [
        (User("p", "politiker"), OWN),
        (User("l", "leder"), OWN),
        (User("d", "datakonsulent"), OWN),
        (User("t", "teamleder"), OWN),
        (LEADER, OTHERS),
        (LEADER, f"{OWN},Voksen B"),
        (LEADER, "/hent/sagstal/gennemgang.pdf"),
    ],
    ids=lambda one: one.role if isinstance(one, User) else one[-15:],
)
def test_nobody_else_does(settings: Settings, user: User, path: str) -> None:
    answer = get(user, path)
    assert answer.status_code == 403
    assert not re.search(r"S\d{5}|I\d{5}", answer.get_data(as_text=True))
    newest = lines_written(settings)[0]
    assert (newest.user, newest.status) == (user.id, 403)
