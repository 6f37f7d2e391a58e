"""Deliveries, loaded."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from cockpit.settings import EVERYONE
from tests.keyfigures.deliveries import Tables
from tests.keyfigures.loading import NO_FILES, Loaded, Loader, load_delivery
from tests.keyfigures.random_deliveries import DELIVERIES, random_tables


@pytest.fixture(scope="session")
def loader(tmp_path_factory: pytest.TempPathFactory) -> Loader:
    """See Loader."""

    def load(
        source: Tables | Path,
        as_of: date,
        *,
        reference: Mapping[str, str] = NO_FILES,
        allow_rejected: bool = False,
        comparison_group: str = EVERYONE,
    ) -> Loaded:
        folder = tmp_path_factory.mktemp("loaded")
        return load_delivery(source, as_of, folder, reference, allow_rejected, comparison_group)

    return load


@pytest.fixture(scope="session")
def at_random(loader: Loader) -> Callable[[int], Loaded]:
    """The random delivery of a seed, loaded once."""
    return cache(lambda seed: loader(random_tables(seed, DELIVERIES[seed]), DELIVERIES[seed]))
