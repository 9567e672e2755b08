"""Journeys on two workers: a module's tests share its site, a play with a site of its own is free.

The longest plays have their own sites; they begin first, so that neither worker is left alone.
"""

from collections.abc import Iterator

import pytest

ALONE = "stage"  # the fixture that serves one test its own site


@pytest.hookimpl(wrapper=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> Iterator[None]:
    """Group before xdist reads the groups, order after the shuffling."""
    for item in items:
        if item.get_closest_marker("journey") and not alone(item):
            item.add_marker(pytest.mark.xdist_group(item.nodeid.partition("::")[0]))
    yield
    items.sort(key=lambda item: not alone(item))


def alone(item: pytest.Item) -> bool:
    return ALONE in getattr(item, "fixturenames", ())
