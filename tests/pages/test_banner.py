"""What every page says above itself, and what `/health` tells the operator."""

import json
import os
import shutil
import time
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from cockpit import pages
from cockpit.access import User, asked_by
from cockpit.components.banner import warnings
from cockpit.components.own_views import OwnViews
from cockpit.intake.refused import record_refusal
from cockpit.settings import Settings
from cockpit.warehouse import Warehouse, roll_back
from tests.pages.seeing import faults, overflow, see
from tests.serving import AS_OF, served
from tests.warehouse.making import publish_tiny


@pytest.fixture
def own(demo_settings: Settings, tmp_path: Path) -> Settings:
    """The demo in a folder of its own, with a delivery a month as agreed."""
    settings = replace(demo_settings, data_dir=tmp_path / "data", rhythm_days=45)
    shutil.copytree(demo_settings.data_dir, settings.data_dir)
    return settings


def told(settings: Settings, today: date = AS_OF) -> tuple[str, ...]:
    return warnings(Warehouse(settings), today)


def test_old_figures_are_told_from_the_day_after_the_one_agreed(own: Settings) -> None:
    assert told(own, AS_OF + timedelta(days=45)) == ()
    assert told(own, AS_OF + timedelta(days=46)) == (
        "Tallene er opgjort pr. 31-10-2026 og 46 dage gamle. Det er aftalt, at de højst er 45. "
        "Bed om et nyt udtræk.",
    )


def test_a_day_that_has_not_come_is_told(own: Settings) -> None:
    """A month may be drawn before it ends, but a wrong year would never grow old."""
    assert told(own, AS_OF.replace(day=1)) == ()
    [words] = told(own, AS_OF.replace(day=1) - timedelta(days=1))
    assert words.startswith("Tallene står som opgjort pr. 31-10-2026, en dag der ikke er kommet endnu.")


def test_a_refused_delivery_is_told_until_a_version_is_taken_into_use(own: Settings) -> None:
    record_refusal(own, "udtræk november", AS_OF, ("Kolonnen a mangler.",))
    [words] = told(own)
    assert words.startswith("Den seneste leverance, udtræk november, blev afvist ")
    publish_tiny(own)
    assert told(own) == ()
    record_refusal(own, "udtræk december", AS_OF, ("Kolonnen a mangler.",))
    assert told(own)
    roll_back(own, "v000001")
    assert told(own) == ()


def test_others_are_told_of_a_refused_delivery_without_its_name(own: Settings) -> None:
    record_refusal(own, "udtræk november", AS_OF, ("Kolonnen a mangler.",))
    for role in ("politiker", "leder", "teamleder", ""):
        with asked_by(User("anna", role)):
            [words] = told(own)
        assert words.startswith("Den seneste leverance blev afvist ")
        assert words.endswith(". I ser tallene fra den forrige.")


def test_a_refusal_is_told_though_the_clock_was_set_back(own: Settings) -> None:
    tomorrow = time.time() + 86_400
    os.utime(own.data_dir / "versions" / "current", (tomorrow, tomorrow))
    record_refusal(own, "udtræk november", AS_OF, ("Kolonnen a mangler.",))
    [words] = told(own)
    assert "udtræk november, blev afvist" in words


def test_a_refusal_before_a_version_that_was_rolled_back_is_over(own: Settings) -> None:
    record_refusal(own, "udtræk november", AS_OF, ("Kolonnen a mangler.",))
    publish_tiny(own)
    roll_back(own, "v000001")
    assert told(own) == ()


def test_a_record_from_before_the_ids_were_kept_goes_by_its_time(own: Settings) -> None:
    record_refusal(own, "udtræk november", AS_OF, ("Kolonnen a mangler.",))
    [path] = (own.data_dir / "refused").iterdir()
    facts = json.loads(path.read_text(encoding="utf-8"))
    del facts["in_use"], facts["newest"]
    path.write_text(json.dumps(facts), encoding="utf-8")
    assert told(own)
    publish_tiny(own)
    assert told(own) == ()


def test_the_banner_stands_where_the_address_cannot_be_read(
    own: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unreadable(*_: object) -> None:
        raise ValueError("a bad filter")

    record_refusal(own, "udtræk november", AS_OF, ("Kolonnen a mangler.",))
    monkeypatch.setattr(pages, "served", lambda: Warehouse(own))
    monkeypatch.setattr(pages, "saved_views", lambda: OwnViews(()))
    monkeypatch.setattr(pages, "view_of", unreadable)
    *_, banner = pages.show_frame("/budget", "?from=x", {})
    assert "udtræk november, blev afvist" in banner[0].children


def test_a_refusal_while_people_look_is_on_the_next_page(page: Page, own: Settings) -> None:
    own = replace(own, rhythm_days=100_000)
    with served(own) as url:
        see(page, f"{url}/budget")
        expect(page.locator(".banner")).to_have_count(0)
        well = page.request.get(f"{url}/health").json()
        assert (well["status"], well["version"], well["as_of"]) == ("ok", "v000001", "2026-10-31")
        assert (well["last_load"], well["warnings"]) == ("published", [])
        record_refusal(own, "udtræk november", AS_OF, ("Kolonnen a mangler.",))
        see(page, f"{url}/budget")
        expect(page.locator(".banner")).to_contain_text("udtræk november, blev afvist")
        assert faults(page) == []
        assert overflow(page) == 0
        ill = page.request.get(f"{url}/health").json()
        assert (ill["status"], ill["last_load"]) == ("warning", "refused")


def test_without_data_the_operator_is_told(page: Page, own: Settings, tmp_path: Path) -> None:
    with served(replace(own, data_dir=tmp_path / "empty")) as url:
        answer = page.request.get(f"{url}/health")
        assert answer.status == 503
        assert answer.json()["warnings"][0].startswith("Der er ikke indlæst data endnu")
