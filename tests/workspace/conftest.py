"""One space for a whole module; every test rolls back to it and gets fresh people and browsers."""

import pytest
from django.db import transaction

from tests.scenes.spaces import SpaceScene, a_space


@pytest.fixture(scope="module")
def built(django_db_setup, django_db_blocker) -> SpaceScene:
    with django_db_blocker.unblock():
        block = transaction.atomic()
        block.__enter__()
        try:
            yield a_space()
        finally:
            transaction.set_rollback(True)
            block.__exit__(None, None, None)


@pytest.fixture
def scene(built, db, settings, tmp_path) -> SpaceScene:
    settings.MEDIA_ROOT = tmp_path / "files"
    return built.again()
