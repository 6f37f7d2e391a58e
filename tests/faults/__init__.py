"""Faults injected into a cockpit of its own: few with every test run, many by `make torture`."""
