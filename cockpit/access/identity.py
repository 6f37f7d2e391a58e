"""Who is asking: a role and what it is limited to, for as long as one request is answered."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

# By the word that a sign-in's claim and the audit log use; what each may see is told in pages.
ROLES = {
    "politiker": "Politiker",
    "leder": "Leder",
    "teamleder": "Teamleder",
    "datakonsulent": "Datakonsulent",
}


@dataclass(frozen=True)
class User:
    """Someone with one role; `id` is what the sign-in calls them.

    `areas` and `owners` limit a leader to those areas and kinds of owner, `teams` a team leader to those
    teams; empty limits nothing, but a team leader without teams sees no team's.
    """

    id: str
    role: str
    areas: tuple[str, ...] = ()
    owners: tuple[str, ...] = ()
    teams: tuple[str, ...] = ()


# Where nobody signs in the cockpit is served on the loopback address alone, to the one who runs it.
AT_THIS_MACHINE = User("lokal", "datakonsulent")

_asking: ContextVar[User] = ContextVar("asking", default=AT_THIS_MACHINE)


def asking() -> User:
    return _asking.get()


@contextmanager
def asked_by(user: User) -> Iterator[None]:
    """Within it this thread answers `user`."""
    token = _asking.set(user)
    try:
        yield
    finally:
        _asking.reset(token)
