"""Puts together what is shown now with what earlier versions have shown: one model of it all."""

from collections.abc import Mapping, Sequence

from cockpit.keyfigures.smallnumbers.cells import Cell, counts_people
from cockpit.keyfigures.smallnumbers.hiding import Secret, Secrets, variable
from cockpit.keyfigures.smallnumbers.sums import Sum, bounds, midyear_bounds, sums
from cockpit.keyfigures.smallnumbers.worlds import FURTHEST

Publication = Mapping[Cell, tuple[int, bool]]
Places = Sequence[tuple[str, str, str]]


def secrets_of(
    values: Mapping[Cell, int], before: Sequence[Publication], places: Places, threshold: int
) -> Secrets:
    """The model; what an earlier version has shown and is the same now can no longer be hidden.

    What was hidden then stays hidden, though it may have grown: else a small count of then could be told
    from the sums that both versions share.
    """
    told = [(cell, value, shown) for one in before for cell, (value, shown) in one.items()]
    known = {(cell, value) for cell, value, shown in told if shown}
    then = {(cell, value) for cell, value, shown in told if not shown}
    now = {(cell, value) for cell, value in values.items()}
    cells_then = {cell for cell, _ in then - known}
    kept = {secret for secret in now if secret[0] in cells_then and variable(secret)} - known
    secrets = Secrets(now=now, known=known, hidden=(then - known) | kept)
    secrets.small = sorted(secret for secret in (now | then) - known if _is_small(secret, threshold))
    secrets.showable = {secret for secret in now if variable(secret)} - known - secrets.hidden
    secrets.showable -= set(secrets.small)
    for publication in (values, *({cell: value for cell, (value, _) in one.items()} for one in before)):
        _add_sums(secrets, publication, places)
    for one in before:
        _add_midyear(secrets, values, {cell: value for cell, (value, _) in one.items()})
    return secrets


def _is_small(secret: Secret, threshold: int) -> bool:
    return counts_people(secret[0]) and 0 < secret[1] < threshold


def _add_sums(secrets: Secrets, values: Mapping[Cell, int], places: Places) -> None:
    for found in sums(values, places):
        signs = {(cell, values[cell]): sign for cell, sign in found.signs}
        if found.overlaps:
            secrets.loose.append((signs, _most_fall(found, values)))
        else:
            secrets.equal.append(signs)
    for bound in bounds(values, places):
        signs = {(bound.cell, values[bound.cell]): 1} | {(cell, values[cell]): -1 for cell in bound.others}
        secrets.at_most.append((signs, _room(signs)))


def _most_fall(found: Sum, values: Mapping[Cell, int]) -> int:
    """Citizens in several parts can be none at least; intervals of cost are other ones in the parts."""
    if any(cell.division == "interval" for cell, _ in found.signs):
        return FURTHEST
    return max(0, sum(sign * values[cell] for cell, sign in found.signs))


def _room(signs: Mapping[Secret, int]) -> int:
    return max(0, -sum(sign * value for (_, value), sign in signs.items()))


def _add_midyear(secrets: Secrets, now: Mapping[Cell, int], then: Mapping[Cell, int]) -> None:
    values = {**then, **now}
    for later, earlier, inflow in midyear_bounds(now, then):
        if later in values and earlier in values:
            signs = {(cell, values[cell]): sign for cell, sign in ((later, 1), (earlier, -1), (inflow, -1))}
            # Where somebody was added afterwards the two versions do not fit, and tell nothing together.
            if sum(sign * value for (_, value), sign in signs.items()) <= 0:
                secrets.at_most.append((signs, _room(signs)))
