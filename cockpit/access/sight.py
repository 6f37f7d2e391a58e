"""What one may see of the figures: all that an answer may hang on of who asks."""

from dataclasses import dataclass

from cockpit.access.identity import AT_THIS_MACHINE, User

NONE: tuple[str, ...] = ()


@dataclass(frozen=True)
class Sight:
    """`areas` and `owners` limit every figure, and limit nothing where they are empty.

    `named` are the teams whose caseworkers are told by name, `listed` those whose cases are told one by one;
    None is every team.
    """

    role: str
    areas: tuple[str, ...] = ()
    owners: tuple[str, ...] = ()
    named: tuple[str, ...] | None = NONE
    listed: tuple[str, ...] | None = NONE


def sight_of(user: User) -> Sight:
    if user == AT_THIS_MACHINE:
        # Where nobody signs in there are no teams of one's own; the files lie on the same machine.
        return Sight(user.role, listed=None)
    # A list of teams has a comma between them, so that one with a comma in its name would open others.
    teams = tuple(team for team in user.teams if "," not in team) if user.role == "teamleder" else NONE
    return Sight(user.role, user.areas, user.owners, named=teams, listed=teams)


def whole_sight(role: str) -> Sight:
    """Of a role that is limited to nothing, as a command on the server names it."""
    every = None if role == "teamleder" else NONE
    return Sight(role, named=every, listed=every)
