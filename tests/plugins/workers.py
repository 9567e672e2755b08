"""Journeys with `--dist loadfile`: tests of a module share its site, so one worker plays them.

Of one module each test has a site of its own. They may be played at the same time, and because they
are the longest they begin first: neither worker is left alone with them at the end.
"""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from xdist.scheduler import LoadFileScheduling

OWN_SITES = "tests/journeys/test_whole_life.py"


class BySite(LoadFileScheduling):  # type: ignore[misc]  # xdist brings no types
    """Hands out what shares a site as one piece."""

    def _split_scope(self, nodeid: str) -> str:
        return nodeid if nodeid.startswith(OWN_SITES) else nodeid.partition("::")[0]


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(
    config: pytest.Config, log: Callable[..., Any]
) -> LoadFileScheduling | None:
    """Replace xdist's own way of `--dist loadfile`."""
    return BySite(config, log) if config.getvalue("dist") == "loadfile" else None


@pytest.hookimpl(wrapper=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> Iterator[None]:
    """After all shuffling, the longest first."""
    yield
    items.sort(key=lambda item: not item.nodeid.startswith(OWN_SITES))
