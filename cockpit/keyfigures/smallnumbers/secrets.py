"""Puts together what is shown now with what earlier versions have shown: one model of it all."""

from collections.abc import Mapping, Sequence

from cockpit.keyfigures.smallnumbers.cells import Cell, counts_people
from cockpit.keyfigures.smallnumbers.hiding import Secret, Secrets, Signs, variable
from cockpit.keyfigures.smallnumbers.sums import Above, Places, Sum, above, bounds, midyear_bounds, sums
from cockpit.keyfigures.smallnumbers.worlds import FURTHEST

Publication = Mapping[Cell, tuple[int, bool]]


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
    earlier = [{cell: value for cell, (value, _) in one.items()} for one in before]
    lies_in = above(places)
    for publication in (values, *earlier):
        _add_sums(secrets, publication, lies_in)
    for one in earlier:
        _add_midyear(secrets, values, one)
    return secrets


def _is_small(secret: Secret, threshold: int) -> bool:
    return counts_people(secret[0]) and 0 < secret[1] < threshold


def _add_sums(secrets: Secrets, values: Mapping[Cell, int], lies_in: Above) -> None:
    for found in sums(values, lies_in):
        signs = _signs(values, found.signs, secrets)
        if signs and found.overlaps:
            secrets.loose[signs] = _most_fall(found, values)
        elif signs:
            secrets.equal[signs] = None
    for bound in bounds(values, lies_in):
        _add_bound(secrets, values, ((bound.cell, 1), *((cell, -1) for cell in bound.others)))


def _add_bound(secrets: Secrets, values: Mapping[Cell, int], signed: Sequence[tuple[Cell, int]]) -> None:
    if signs := _signs(values, signed, secrets):
        secrets.at_most[signs] = max(0, -sum(sign * value for (_, value), sign in signs))


def _signs(values: Mapping[Cell, int], signed: Sequence[tuple[Cell, int]], secrets: Secrets) -> Signs:
    """Empty where every number is told, or nobody: then there is nothing to find."""
    signs = frozenset(((cell, values[cell]), sign) for cell, sign in signed)
    is_open = any(secret[1] and secret not in secrets.known for secret, _ in signs)
    return signs if is_open else frozenset()


def _most_fall(found: Sum, values: Mapping[Cell, int]) -> int:
    """Citizens in several parts can be none at least; intervals of cost are other ones in the parts."""
    if any(cell.division == "interval" for cell, _ in found.signs):
        return FURTHEST
    return max(0, sum(sign * values[cell] for cell, sign in found.signs))


def _add_midyear(secrets: Secrets, now: Mapping[Cell, int], then: Mapping[Cell, int]) -> None:
    values = {**then, **now}
    for later, earlier, inflow in midyear_bounds(now, then):
        # Where somebody was added afterwards the two versions do not fit, and tell nothing together.
        if earlier in values and later in values and _fits(values, later, earlier, inflow):
            _add_bound(secrets, values, ((later, 1), (earlier, -1), (inflow, -1)))


def _fits(values: Mapping[Cell, int], later: Cell, earlier: Cell, inflow: Cell) -> bool:
    return values[later] - values[earlier] <= values[inflow]
