"""The provider of these tests, and a clean memory of what it said."""

from collections.abc import Iterator

import pytest
from django.core.cache import cache

from tests.people.external.provider import Elsewhere


@pytest.fixture
def elsewhere() -> Iterator[Elsewhere]:
    """A provider that runs for one test."""
    cache.clear()
    provider = Elsewhere()
    yield provider
    provider.close()
    cache.clear()
