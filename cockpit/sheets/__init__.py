"""Fact sheets (plancher) for theme meetings: sets of them that are kept, and filled by the version in use."""
