"""New versions are published while people look: no question is lost, and soon they see the new data."""

import re
import time
from random import Random

from tests.cli.commands import cockpit
from tests.faults.room import Workshop
from tests.faults.users import User, looking
from tests.serving import served

USERS = 50
SEEN_WITHIN = 2.0  # seconds after the load has ended; a quarter of one on an idle machine
TO_ANSWER = 5.0  # seconds in which even a busy machine has answered everyone


def publishing(tries: int, workshop: Workshop, random: Random) -> list[str]:
    """Each version is complete to another day, and that day stands in the answer."""
    settings = workshop.room()
    wrong: list[str] = []
    with served(settings) as url, looking(url, min(USERS, 5 * tries)) as users:
        for number in range(tries):
            day = f"{number + 1:02}-11-2026"
            loaded = cockpit(settings, "load", str(workshop.folder), "--as-of", day)
            ended = time.monotonic()
            time.sleep(SEEN_WITHIN + TO_ANSWER)
            wrong += [loaded.told] if loaded.status else []
            wrong += [f"{day} is not seen in time" for user in users if _late(user, ended, day)]
    wrong += [failure for user in users for failure in user.failures]
    return wrong + _mixed([text for user in users for _, text in user.seen])


def _late(user: User, ended: float, day: str) -> bool:
    texts = [text for when, text in user.seen if when > ended + SEEN_WITHIN]
    return not texts or any(day not in text for text in texts)


def _mixed(texts: list[str]) -> list[str]:
    """Answers of one version that are not the same."""
    by_day: dict[str, set[str]] = {}
    for text in texts:
        day = re.search(r"opgjort pr\. \D*([-0-9]{10})", text)
        by_day.setdefault(day[1] if day else "no day", set()).add(text)
    return [f"{len(found)} answers of one version" for found in by_day.values() if len(found) > 1]
