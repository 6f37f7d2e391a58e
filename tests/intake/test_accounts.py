"""The list of accounts: the municipality's own rows win, and accounts that share a section go together."""

from pathlib import Path

import pytest

from cockpit.intake import check
from cockpit.settings import Settings
from cockpit.wording import PlainError
from tests.intake.conftest import Loader, Rows
from tests.intake.deliveries import GOOD, write

HEAD = "account;name_da;sections;source\n"


def test_the_projects_list_keeps_its_marks(loaded: Loader, rows: Rows) -> None:
    loaded(GOOD)
    found = rows(
        "select name_da, section_key, reported_as, source from reference_account "
        "where account = '5.38.38' order by section_key"
    )
    assert [row["section_key"] for row in found] == ["SEL 102", "SEL 85", "SEL 95", "SEL 96"]
    assert {row["reported_as"] for row in found} == {"5.38.38"}
    marks = {row["source"]: row["accounts"] for row in rows(
        "select source, count(distinct account) as accounts from reference_account group by source"
    )}  # fmt: skip
    assert marks == {"sourced": 2, "to be verified": 11}


def test_accounts_that_share_a_section_go_together(loaded: Loader, rows: Rows, settings: Settings) -> None:
    # A and C share nothing but with B; D is apart, E holds no service, and 5.38.50 has lost its own.
    own = (
        "A;;SEL 82a;own\nC;;SEL 83;own\nB;Begge;sel 82a| SEL 83 ;own\nD;;SEL 82B;\nE;;;own\n"
        "5.38.50;Hos os;;bekræftet\n"
    )
    write(settings.reference_dir, {"accounts": HEAD + own})
    loaded(GOOD)
    found = rows("select distinct account, reported_as from reference_account order by account")
    together = {row["account"]: row["reported_as"] for row in found}
    assert {account: together[account] for account in "ABCDE"} == {
        "A": "A+B+C", "B": "A+B+C", "C": "A+B+C", "D": "D", "E": "E",
    }  # fmt: skip
    assert together["5.28.20"] == together["5.28.23"] == "5.28.20+5.28.22+5.28.23"
    (own_row,) = rows("select name_da, section_key, source from reference_account where account = '5.38.50'")
    assert own_row == {"name_da": "Hos os", "section_key": None, "source": "bekræftet"}


@pytest.mark.parametrize("row", [";Navn;SEL 107;own", "5.38.52", "5.38.52;Navn;107;own", "5.38.52;N;SEL |;o"])
def test_a_list_that_cannot_be_read_is_told(tmp_path: Path, settings: Settings, row: str) -> None:
    write(settings.reference_dir, {"accounts": f"{HEAD}{row}\n"})
    with pytest.raises(PlainError, match=r"Listen accounts\.csv har en"):
        check(write(tmp_path / "delivery", GOOD), settings)


def test_municipalities_have_names(loaded: Loader, rows: Rows, settings: Settings) -> None:
    write(settings.reference_dir, {"municipalities": "municipality;name_da\n306;Os i Odsherred\n"})
    loaded(GOOD)
    names = {row["municipality"]: row["name_da"] for row in rows("from reference_municipality")}
    assert (names["330"], names["306"]) == ("Slagelse", "Os i Odsherred")
    assert len(names) == 99  # Christiansø too, which is no municipality but has a code


def test_the_comparison_group_is_the_settings(loaded: Loader, rows: Rows) -> None:
    loaded(GOOD)
    assert rows("select municipality from reference_comparison_group") == []
