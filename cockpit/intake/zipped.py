"""A delivery in a zip file: its files as they would lie in a folder, but in memory only."""

from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from cockpit.confined.memory_file import MemoryFile
from cockpit.confined.parts import MOST_PARTS
from cockpit.confined.running import Unusable, run_confined
from cockpit.settings import PROJECT

UNPACK = PROJECT / "cockpit" / "confined" / "archive.py"
FROM_A_FOLDER = "Indlæs filerne fra en mappe i stedet."
ANEW = "Lav zip-filen igen"
# By the code that the confined process answers.
WORDS = {
    "damaged": f"er beskadiget eller ikke hel. {ANEW}.",
    "deep": f"har mapper i mapper. {ANEW} med filerne i én mappe.",
    "limits": f"kræver mere tid eller hukommelse, end en zip-fil må. {FROM_A_FOLDER}",
    "locked": f"er beskyttet med en adgangskode. {ANEW} uden.",
    "nested": f"har en pakket fil i sig. {ANEW} med filerne selv.",
    "no_archive": f"er ikke en zip-fil, som navnet ellers siger. {ANEW}.",
    "too_large": f"fylder for meget, når den er pakket ud. {FROM_A_FOLDER}",
    "too_many_parts": f"har flere end {MOST_PARTS} filer. {FROM_A_FOLDER}",
    "unsafe_name": f"har en genvej eller et filnavn, der peger ud af den. {ANEW} med filerne selv.",
}


class NoDeliveryError(Exception):
    """The zip file cannot be used; the message says why, without its name."""


def unpacked(path: Path) -> Iterator[tuple[str, MemoryFile]]:
    """Each file's name and content, sorted by name. NoDeliveryError when it cannot be read whole.

    A folder that holds them all is left out of the names.
    """
    files = [MemoryFile() for _ in range(MOST_PARTS)]
    try:
        with path.open("rb") as archive:
            into = [file.descriptor for file in files]
            names = run_confined(UNPACK, [archive.fileno(), *into])["names"]
    except Unusable as problem:
        raise NoDeliveryError(WORDS.get(problem.code, WORDS["damaged"])) from None
    except OSError as error:
        raise NoDeliveryError("kan ikke åbnes. Giv adgang til den, og prøv igen.") from error
    folders = {str(PurePosixPath(name).parent) for name in names}
    common = f"{folders.pop()}/" if len(folders) == 1 else ""
    named = [(name.removeprefix(common), file) for name, file in zip(names, files, strict=False)]
    yield from sorted(named, key=lambda pair: pair[0])
