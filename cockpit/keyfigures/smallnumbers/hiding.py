"""Which cells to hide, so that every small count could as well be a larger one.

For each small count a second world is looked for, in which that count is no longer small, all that adds up
still does, and everything shown is the same. What has to differ in it is hidden, as little as can be. The
second world is the proof: nobody can tell it from the real one by any reckoning with what is shown.
"""

import logging
from dataclasses import dataclass, field

from cockpit.keyfigures.smallnumbers.cells import Cell, may_be_hidden
from cockpit.keyfigures.smallnumbers.worlds import Worlds

# A count that is the same in two versions is one secret, and one that has changed is two.
Secret = tuple[Cell, int]
# Secrets and how each counts in a sum.
Signs = frozenset[tuple[Secret, int]]

log = logging.getLogger(__name__)


@dataclass
class Secrets:
    """All that a politician may hold against one another: counts of this version and of earlier ones.

    `equal` sums stay as they are in every world, `loose` ones where that is possible (with how far each may
    fall and rise), `at_most` says how much more a sum of signed counts may become.
    """

    now: set[Secret] = field(default_factory=set)
    small: list[Secret] = field(default_factory=list)
    hidden: set[Secret] = field(default_factory=set)
    known: set[Secret] = field(default_factory=set)
    showable: set[Secret] = field(default_factory=set)
    equal: dict[Signs, None] = field(default_factory=dict)
    loose: dict[Signs, int] = field(default_factory=dict)
    at_most: dict[Signs, int] = field(default_factory=dict)


def hide(secrets: Secrets, threshold: int) -> set[Secret]:
    """Everything that must be hidden, the small ones and those of earlier versions too."""
    hidden = secrets.hidden | set(secrets.small)
    worlds = Worlds(secrets, {secret: _price(secret) for secret in secrets.showable})
    for secret in hidden:
        worlds.make_free(secret)
    reached: dict[Secret, int] = {}
    # The smallest have furthest to go, and often take others with them.
    for secret in sorted(secrets.small, key=lambda one: (one[1], one[0])):
        rise = max(threshold - secret[1], 2)
        if reached.get(secret, 0) >= rise:
            continue
        shift = worlds.raised(secret, rise) or worlds.raised(secret, 1) or worlds.lowered(secret)
        if shift is None:
            hidden |= _withdrawn(secret, secrets)
            log.warning("withdrew a table what=%s time=%s", secret[0].what, secret[0].time)
            continue
        for other, change in shift.items():
            reached[other] = max(reached.get(other, 0), change)
            if other not in hidden:
                hidden.add(other)
                worlds.make_free(other)
    return hidden


def _withdrawn(secret: Secret, secrets: Secrets) -> set[Secret]:
    """All that is told of it at that time, zeros too, and what was told before.

    Nobody can tell then that there is anybody at all, nor whether the whole is what it was. For where the
    past was rewritten, and what earlier versions have told leaves no other world.
    """
    cell = secret[0]
    return {
        other
        for other in secrets.now
        if (other[0].what, other[0].time, other[0].division) == (cell.what, cell.time, cell.division)
        and may_be_hidden(other[0])
    }


def _price(secret: Secret) -> float:
    """Totals are missed most; of two alike the smaller tells least."""
    cell, value = secret
    level = {"none": 20.0, "area": 8.0}.get(cell.level, 2.0 if cell.part else 3.0)
    return level + min(value, 1000) / 1000


def variable(secret: Secret) -> bool:
    """A zero is always shown, so whoever sees that something is hidden knows that it is not zero."""
    return secret[1] > 0 and may_be_hidden(secret[0])
