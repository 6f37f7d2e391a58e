"""The demo municipality: a made-up delivery, the same for the same seed."""

from cockpit.demo.delivery import write_demo

__all__ = ["write_demo"]
