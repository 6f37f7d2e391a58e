"""Who is asking, and what they may see."""

from cockpit.access.identity import ROLES, User, asked_by, asking
from cockpit.access.sight import Sight, sight_of, whole_sight

__all__ = ["ROLES", "Sight", "User", "asked_by", "asking", "sight_of", "whole_sight"]
