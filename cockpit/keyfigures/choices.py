"""The values that a filter can take in the version served."""

from dataclasses import dataclass
from typing import Any

from cockpit.keyfigures.parameters import UNKNOWN
from cockpit.warehouse import Reader

FIXED = {
    "owner": ("own", "other_municipality", "region", "private", UNKNOWN),
    "sex": ("k", "m", UNKNOWN),
    "diagnosis": ("ja", "nej", UNKNOWN),
}
# In the reference's own order for sections, by name for the rest.
QUERIES = {
    "area": "select distinct area as value from reference_section order by 1",
    "group": "select distinct section_group as value from reference_section order by 1",
    "section": "select section_key as value from reference_section order by area desc, section_key",
    "provider": "select provider_id as value from providers order by 1",
    "provider_type": "select distinct provider_type as value from providers order by 1",
    "kind": "select kind as value from reference_deadline union select kind from deadlines order by 1",
    "team": "select team as value from caseworkers union select team from deadlines order by 1",
    "figure": "select distinct figure as value from benchmarks order by 1",
    "target_group": "select distinct target_group as value from citizens order by 1",
}

MAY_LACK = ("provider", "provider_type", "target_group", "team")

SECTIONS = """
select section_key, label_da, name_da, section_group, area, valid_to
from reference_section order by area desc, section_key
"""
PROVIDERS = "select provider_id, name from providers order by name, provider_id"
OWNERS = "select provider_id, owner from providers order by provider_id"
# The latest name of each.
CASEWORKERS = """
select caseworker_id, name from caseworkers where name is not null order by caseworker_id, from_date
"""
COMPARED = "select distinct figure, year from benchmarks order by figure, year"
ACCOUNTS = "select distinct account, name_da, source from reference_account order by account"
MUNICIPALITIES = "select municipality, name_da from reference_municipality order by municipality"
TO_BE_VERIFIED = "to be verified"
KINDS = "select kind, name_da from reference_deadline where name_da is not null order by kind"


@dataclass(frozen=True)
class AccountName:
    """`verified` is false where the list says that the account is still to be verified."""

    name: str | None
    verified: bool


def choices_in(reader: Reader, name: str) -> tuple[str, ...]:
    """The values, `uoplyst` last where the data may lack one."""
    if name in FIXED:
        return FIXED[name]
    return reader.remembered(("choices", name), lambda: _in_data(reader, name))


def _in_data(reader: Reader, name: str) -> tuple[str, ...]:
    values = tuple(row["value"] for row in reader.rows(QUERIES[name]) if row["value"] is not None)
    return (*values, UNKNOWN) if name in MAY_LACK else values


def sections_in(reader: Reader) -> list[dict[str, Any]]:
    """Every section of law with `label_da`, `name_da`, `section_group`, `area` and `valid_to`."""
    return reader.rows(SECTIONS)


def provider_names(reader: Reader) -> dict[str, str]:
    """provider_id → name, by name."""
    return {row["provider_id"]: row["name"] for row in reader.rows(PROVIDERS)}


def provider_owners(reader: Reader) -> dict[str, str | None]:
    """provider_id → who owns it."""
    owners: dict[str, str | None] = reader.remembered(
        "provider_owners", lambda: {row["provider_id"]: row["owner"] for row in reader.rows(OWNERS)}
    )
    return owners


def caseworker_names(reader: Reader) -> dict[str, str]:
    """caseworker_id → `Alma (R002)`, for two may have one name; those whose name is unknown are not in it."""
    rows = reader.rows(CASEWORKERS)
    return {row["caseworker_id"]: f"{row['name']} ({row['caseworker_id']})" for row in rows}


def compared_years(reader: Reader) -> dict[str, list[int]]:
    """The figures that can be compared with others', each with its years, ascending."""
    return reader.remembered("compared_years", lambda: _compared_years(reader))


def _compared_years(reader: Reader) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for row in reader.rows(COMPARED):
        found.setdefault(row["figure"], []).append(row["year"])
    return found


def municipality_names(reader: Reader) -> dict[str, str]:
    """Every municipality's code → name."""
    return reader.remembered(
        "municipality_names",
        lambda: {row["municipality"]: row["name_da"] for row in reader.rows(MUNICIPALITIES)},
    )


def account_names(reader: Reader) -> dict[str, AccountName]:
    """Each account of the municipality's list, or of the project's, by its number."""
    return reader.remembered("account_names", lambda: _account_names(reader))


def _account_names(reader: Reader) -> dict[str, AccountName]:
    return {
        row["account"]: AccountName(row["name_da"], row["source"] != TO_BE_VERIFIED)
        for row in reader.rows(ACCOUNTS)
    }


def deadline_names(reader: Reader) -> dict[str, str]:
    """The kinds of deadlines by the municipality's own names."""
    return reader.remembered("deadline_names", lambda: _deadline_names(reader))


def _deadline_names(reader: Reader) -> dict[str, str]:
    return {row["kind"]: row["name_da"] for row in reader.rows(KINDS)}
