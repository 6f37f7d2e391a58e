"""Small numbers: the finite set of tables that politicians read, hidden so that no citizen can be found."""

from cockpit.keyfigures.smallnumbers.answering import is_told, public_answer
from cockpit.keyfigures.smallnumbers.building import HIDDEN, build_public
from cockpit.keyfigures.smallnumbers.tables import (
    OPEN_FIGURES,
    TABLES,
    Table,
    last_whole_year,
    usual_choices,
)

__all__ = [
    "HIDDEN",
    "OPEN_FIGURES",
    "TABLES",
    "Table",
    "build_public",
    "is_told",
    "last_whole_year",
    "public_answer",
    "usual_choices",
]
