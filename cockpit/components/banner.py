"""What stands above every page: that the data are damaged, old, or that the latest delivery was refused."""

from datetime import UTC, date, datetime

from cockpit.access import asking, sight_of
from cockpit.access.roles import keeps_data
from cockpit.components.labels import VALUES
from cockpit.intake import Refused, latest_refusal
from cockpit.intake.refused import is_latest
from cockpit.periods import month_end
from cockpit.warehouse import Warehouse
from cockpit.wording import date_text, listed, number


def today() -> date:
    return datetime.now(UTC).astimezone().date()


def limits() -> str:
    """What the figures are limited to for the one who asks; empty where it is nothing."""
    sight = sight_of(asking())
    named = [*sight.areas, *(VALUES["owner"].get(owner, owner).lower() for owner in sight.owners)]
    return f"Du ser kun tal for {listed(named)}." if named else ""


def warnings(warehouse: Warehouse, today: date) -> tuple[str, ...]:
    """The gravest first; PlainError when there is no version to speak of."""
    found = (warehouse.notice, _refused(warehouse), _old(warehouse, today), _ahead(warehouse, today))
    return tuple(told for told in found if told)


def refused_since(warehouse: Warehouse) -> Refused | None:
    """The latest delivery, where it was refused after the version in use was taken into use."""
    refused = latest_refusal(warehouse.settings.data_dir)
    since = warehouse.taken_into_use()
    return refused if refused and is_latest(refused, warehouse.settings.data_dir, since) else None


def _refused(warehouse: Warehouse) -> str:
    refused = refused_since(warehouse)
    if refused is None:
        return ""
    if not keeps_data(asking().role):
        # What was delivered, and why it was refused, is shown to those who keep the data alone.
        day = date_text(refused.refused.astimezone())
        return f"Den seneste leverance blev afvist {day}. I ser tallene fra den forrige."
    return (
        f"Den seneste leverance, {refused.delivery}, blev afvist {date_text(refused.refused.astimezone())}. "
        "I ser tallene fra den forrige. Årsagen står på siden Data."
    )


def _old(warehouse: Warehouse, today: date) -> str:
    as_of, rhythm = warehouse.version.as_of, warehouse.settings.rhythm_days
    age = (today - as_of).days
    if age <= rhythm:
        return ""
    return (
        f"Tallene er opgjort pr. {date_text(as_of)} og {number(age)} dage gamle. "
        f"Det er aftalt, at de højst er {number(rhythm)}. Bed om et nyt udtræk."
    )


def _ahead(warehouse: Warehouse, today: date) -> str:
    """A month may be drawn before it ends; any later day is a slip of the pen, and would never grow old."""
    as_of = warehouse.version.as_of
    if as_of <= month_end(today):
        return ""
    return (
        f"Tallene står som opgjort pr. {date_text(as_of)}, en dag der ikke er kommet endnu. "
        "Bed om at få leverancen indlæst igen med den rigtige dag."
    )
