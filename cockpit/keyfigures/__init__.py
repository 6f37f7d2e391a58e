"""Key figures: one SQL file each, read, checked, composed, run and cached here."""

from cockpit.keyfigures.choices import choices_in, provider_names, sections_in
from cockpit.keyfigures.definitions import Definition, catalogue
from cockpit.keyfigures.parameters import Parameter
from cockpit.keyfigures.refund_thresholds import is_verified
from cockpit.keyfigures.running import Result, defined, run
from cockpit.keyfigures.teams import areas_of_teams

__all__ = [
    "Definition",
    "Parameter",
    "Result",
    "areas_of_teams",
    "catalogue",
    "choices_in",
    "defined",
    "is_verified",
    "provider_names",
    "run",
    "sections_in",
]
