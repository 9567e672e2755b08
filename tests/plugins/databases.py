"""Databases for tests: a file for each worker on SQLite, a name for each on PostgreSQL.

Passwords are hashed cheaply, since tests make hundreds of people. A test about passwords asks for
the fixture `argon2` and gets the real thing.
"""

import os
import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import psycopg
import pytest
from django.conf import settings as house
from psycopg import sql

from opentwinning.core import prepared

CHEAP = "django.contrib.auth.hashers.MD5PasswordHasher"


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings: None) -> None:
    """Keep SQLite's test database in a file: threads and locks then behave as in service."""
    database: dict[str, Any] = house.DATABASES["default"]
    if "sqlite" in database["ENGINE"]:
        database.setdefault("TEST", {})["NAME"] = str(Path(house.DATA_DIR) / "test.sqlite3")


@pytest.fixture(scope="session", autouse=True)
def cheap_passwords() -> Iterator[None]:
    """Hash passwords cheaply; passwords hashed by the real hasher still verify."""
    real = list(house.PASSWORD_HASHERS)
    house.PASSWORD_HASHERS = [CHEAP, *real]
    yield
    house.PASSWORD_HASHERS = real


@pytest.fixture
def argon2(settings: Any) -> None:
    """Hash passwords as the shipped product does."""
    settings.PASSWORD_HASHERS = [name for name in house.PASSWORD_HASHERS if name != CHEAP]


@pytest.fixture
def compile_anew(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """To call after changing a number that prepared statements were compiled with.

    What is compiled with the changed number is forgotten after the test.
    """

    def anew() -> None:
        for kept in prepared.ALL:
            monkeypatch.setattr(kept, "_kept", {})

    return anew


@contextmanager
def own_database(folder: Path, template: str = "") -> Iterator[str]:
    """Yield the address of a database that only the caller uses, on the engine of this run.

    `template` is the address of a database of the same engine to start from; on PostgreSQL nobody
    may be connected to it. SQLite files are left to the folder's owner to copy and remove.
    """
    server = os.environ.get("OT_TEST_DATABASE_URL", "")
    if not server.startswith("postgres"):
        yield f"sqlite:///{folder}/opentwinning.sqlite3"
        return
    name = f"ot_{secrets.token_hex(6)}"
    with psycopg.connect(server, autocommit=True) as connection:
        origin = sql.Identifier(urlsplit(template).path.strip("/") if template else "template1")
        connection.execute(
            sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(sql.Identifier(name), origin)
        )
    try:
        yield urlsplit(server)._replace(path=f"/{name}").geturl()
    finally:
        with psycopg.connect(server, autocommit=True) as connection:
            connection.execute(
                sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name))
            )
