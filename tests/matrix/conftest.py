"""The world is built once per test module every test rolls back to it."""

import pytest
from django.db import transaction

from tests.matrix.world import World, build


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker) -> World:
    """All people and projects of the matrix, kept for the whole module."""
    with django_db_blocker.unblock():
        block = transaction.atomic()
        block.__enter__()
        try:
            yield build()
        finally:
            transaction.set_rollback(True)
            block.__exit__(None, None, None)
