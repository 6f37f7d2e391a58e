"""What of a figure one may see: whether it may be run, and what its parameters are limited to."""

from collections.abc import Mapping

from cockpit.access import Sight
from cockpit.keyfigures.definitions import Definition
from cockpit.wording import PlainError, listed

Within = Mapping[str, tuple[str, ...]]

# What counts none of the municipality's own citizens is the same for every area and owner.
WITHOUT_CITIZENS = ("municipalities", "initiatives", "rows")
POLITICIAN = "politiker"
LIMITS = {"area": "dit område", "owner": "dine tilbud"}


class NotAllowedError(PlainError):
    """The one who asks may not see the figure."""


def within(definition: Definition, sight: Sight) -> Within:
    """Parameter → the values that it may take, where they are limited; NotAllowedError where nothing may."""
    if sight.role == POLITICIAN:
        raise not_for_politicians(definition)
    limits = {"area": sight.areas, "owner": sight.owners}
    found = {} if _is_of_all(definition) else {name: own for name, own in limits.items() if own}
    for name, own in found.items():
        _check_limited(definition, name, own)
    taken = {name: own for name, own in found.items() if definition.parameter(name)}
    return {**taken, **_teams(definition, sight)}


def not_for_politicians(definition: Definition) -> NotAllowedError:
    return NotAllowedError(f"{definition.title} vises ikke for politikere, af hensyn til små tal.")


def check_inside(text: str, own: tuple[str, ...], there_are: tuple[str, ...]) -> None:
    """NotAllowedError where a value that there is lies outside one's own."""
    outside = [value for value in there_are if value not in own]
    if asked := [value for value in text.split(",") if value.strip() in outside]:
        raise NotAllowedError(
            f"{listed(asked)} er uden for det, du kan se. Vælg blandt: {listed(list(own), 'eller')}."
        )


def _is_of_all(definition: Definition) -> bool:
    return definition.counts in WITHOUT_CITIZENS and not definition.compares


def _check_limited(definition: Definition, name: str, own: tuple[str, ...]) -> None:
    # A figure of our own places has set its owner itself.
    if definition.parameter(name) or dict(definition.fixed).get(name) in own:
        return
    raise NotAllowedError(
        f"{definition.title} kan ikke afgrænses til {LIMITS[name]} ({listed(list(own))}) "
        "og vises derfor ikke for dig."
    )


def _teams(definition: Definition, sight: Sight) -> Within:
    if not definition.lists or sight.listed is None:
        return {}
    if not sight.listed:
        raise NotAllowedError("En liste over enkelte sager vises kun for teamledere, for deres egne team.")
    if not definition.parameter("team"):
        raise NotAllowedError(
            f"{definition.title} kan ikke afgrænses til dine team og vises derfor ikke for dig."
        )
    return {"team": sight.listed}
