"""The way in: a delivery of extracts is read, checked against its contracts and loaded as a new version."""

from cockpit.intake.apart import check_apart, load_apart, propose_apart
from cockpit.intake.contract import Column, Contract, contracts
from cockpit.intake.dropped import Dropped
from cockpit.intake.inbox import take_deliveries
from cockpit.intake.key_file import key_alarm
from cockpit.intake.loading import check, load
from cockpit.intake.profile import CANONICAL
from cockpit.intake.proposing import propose_profile
from cockpit.intake.refused import Refused, latest_refusal, refused_deliveries
from cockpit.intake.report import ExtractReport, LoadReport, Problem, Told

__all__ = [
    "CANONICAL",
    "Column",
    "Contract",
    "Dropped",
    "ExtractReport",
    "LoadReport",
    "Problem",
    "Refused",
    "Told",
    "check",
    "check_apart",
    "contracts",
    "key_alarm",
    "latest_refusal",
    "load",
    "load_apart",
    "propose_apart",
    "propose_profile",
    "refused_deliveries",
    "take_deliveries",
]
