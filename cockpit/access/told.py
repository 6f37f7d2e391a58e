"""Who is asking, as the municipality's sign-in or its gateway tells it."""

from collections.abc import Mapping, Sequence

from cockpit.access.identity import AT_THIS_MACHINE, ROLES, User
from cockpit.wording import PlainError, listed


class NotLetInError(PlainError):
    """Someone who is not let in: the sentence is for them, `status` for the browser, `reason` for the log."""

    def __init__(self, message: str, reason: str, status: int = 403) -> None:
        super().__init__(message)
        self.reason = reason
        self.status = status


NO_NAME = "Kommunens login fortæller ikke, hvem du er. Sig det til jeres it-afdeling."
NO_ROLE = (
    "Kommunens login giver dig ingen rolle i cockpittet. Bed jeres it-afdeling om én af disse: "
    f"{listed(list(ROLES), 'eller')}."
)
SEVERAL_ROLES = (
    "Kommunens login giver dig flere roller i cockpittet. Bed jeres it-afdeling om kun at give dig én."
)


def user_told_of(told: Mapping[str, Sequence[str]]) -> User:
    """The user with `id`, `role`, `areas`, `owners` and `teams`, each as the values given for it.

    Roles that are none of ours belong to other systems; NotLetInError unless one of ours is left.
    """
    names, roles = told["id"], [role for role in told["role"] if role in ROLES]
    if len(names) != 1 or names[0] == AT_THIS_MACHINE.id:
        raise NotLetInError(NO_NAME, "no name")
    if not roles:
        raise NotLetInError(NO_ROLE, "unknown role" if told["role"] else "no role")
    if len(set(roles)) > 1:
        raise NotLetInError(SEVERAL_ROLES, "several roles")
    return User(names[0], roles[0], *(tuple(told.get(part, ())) for part in ("areas", "owners", "teams")))
