"""The world is built once per test module every test rolls back to it."""

from collections.abc import Iterator

import pytest
from django.db import transaction
from django.template import Template
from django.test.utils import _TestState

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


@pytest.fixture(scope="module", autouse=True)
def plain_rendering() -> Iterator[None]:
    """No test here asks what a template was given, so nothing copies every context of a page."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Template, "_render", _TestState.saved_data.template_render)
        yield
