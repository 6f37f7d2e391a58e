"""Limits that a process sets on itself, and cannot take off again."""

import resource
from collections.abc import Mapping

GRACE = 5  # seconds of the processor from the signal that tells why to the one that cannot be missed


def limit(most: Mapping[int, int]) -> None:
    """By kind (`resource.RLIMIT_…`); one that was lower stays. No core dump: it holds what was read."""
    for kind, wanted in {**most, resource.RLIMIT_CORE: 0}.items():
        hard = resource.getrlimit(kind)[1]
        highest = wanted + (GRACE if kind == resource.RLIMIT_CPU else 0)
        highest = highest if hard == resource.RLIM_INFINITY else min(highest, hard)
        resource.setrlimit(kind, (min(wanted, highest), highest))
