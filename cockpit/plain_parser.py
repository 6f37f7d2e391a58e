"""argparse in plain Danish."""

import argparse
from typing import NoReturn

from cockpit.wording import PlainError, safe_quote


class Parser(argparse.ArgumentParser):
    """Says what is wrong in one line; the usage text is for --help."""

    def error(self, message: str) -> NoReturn:
        raise PlainError(f"Forkert brug af {self.prog}: {_in_danish(message)}. Se {self.prog} --help.")


def _in_danish(message: str) -> str:
    """argparse's own words for the mistakes people make, turned into Danish."""
    name, _, rest = message.partition(": ")
    if "required" in name:
        return f"{rest} mangler"
    if name == "unrecognized arguments":
        return f"ukendt tilvalg {safe_quote(rest)}"
    argument = name.removeprefix("argument ")
    if "invalid choice" in rest:
        return f"ukendt valg ved {argument}"
    return f"værdien ved {argument} mangler eller passer ikke"
