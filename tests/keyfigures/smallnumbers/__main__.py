"""`make attack`: a hundred made-up towns, two versions of each; status 1 when a citizen was found."""

import sys

from tests.keyfigures.smallnumbers.playing import play

TOWNS = 100


def main() -> int:
    found = 0
    for seed in range(1, TOWNS + 1):
        played = play(seed)
        found += len(played.found)
        print(f"town {seed}: {played.small} small numbers, {played.hidden} hidden, {played.found} found")
    print(f"{TOWNS - (found > 0)} passed, {int(found > 0)} failed")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
