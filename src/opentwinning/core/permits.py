"""Who may write now: the write permit behind two laws.

One writer per table: while an action of app A runs, only tables of A (and of the machinery) may be
written. Reading requests cannot write at all. Enforced by a database hook in development and tests;
in production the hook is off, because the tests have proved the code.
"""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.apps import apps
from django.db import connections
from django.db.backends.signals import connection_created

# Machinery that every action uses: the ledger, the outbox, sessions and Django's own tables.
ALWAYS = frozenset({"audit", "jobs", "sessions", "contenttypes", "auth", "django"})
STILL_OPEN = frozenset({"audit", "jobs", "limits", "sessions"})  # even while reading
_WRITE = re.compile(
    r"""^\s*(?:INSERT(?:\s+OR\s+\w+)?\s+INTO|UPDATE|DELETE\s+FROM)\s+["`]?(\w+)""", re.IGNORECASE
)

_permits: ContextVar[tuple[str, ...]] = ContextVar("write_permits", default=())
_reading: ContextVar[bool] = ContextVar("reading_request", default=False)
_free: ContextVar[bool] = ContextVar("free_writing", default=False)


class WriteRefused(RuntimeError):
    """A table was written by somebody who is not its writer: a bug in our own code."""


@contextmanager
def permit(label: str) -> Iterator[None]:
    """Allow writing the tables of one app; nested permits replace the outer one."""
    token = _permits.set((*_permits.get(), label))
    try:
        yield
    finally:
        _permits.reset(token)


@contextmanager
def reading() -> Iterator[None]:
    """Withdraw every permit for a safe request (I5). The ledger stays open for audited reading, and
    the counters of attempts, so that guessing by links is slowed down too (G3)."""
    token = _reading.set(True)
    try:
        yield
    finally:
        _reading.reset(token)


@contextmanager
def free_writing() -> Iterator[None]:
    """For migrations, factories of tests and bulk seeding only."""
    token = _free.set(True)
    try:
        yield
    finally:
        _free.reset(token)


def in_action() -> bool:
    """True while an action runs."""
    return bool(_permits.get())


def _label_of(table: str) -> str | None:
    labels = _labels()
    return labels.get(table) or next(
        (label for name, label in labels.items() if table.startswith(f"{name}_fts")), None
    )


_known: dict[str, str] = {}


def _labels() -> dict[str, str]:
    if not _known:
        for model in apps.get_models(include_auto_created=True):
            _known[model._meta.db_table] = model._meta.app_label
    return _known


def _watch(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:  # noqa: FBT001 - signature set by Django
    if not _free.get() and (match := _WRITE.match(sql)):
        label = _label_of(match.group(1))
        permits = _permits.get()
        if label is not None and label not in ALWAYS and (not permits or label != permits[-1]):
            held = permits[-1] if permits else "nobody"
            message = f"{match.group(1)} belongs to {label}; {held} may write now"
            raise WriteRefused(message)
        if label is not None and label not in STILL_OPEN and _reading.get():
            raise WriteRefused(f"a reading request wrote {match.group(1)}")
    return execute(sql, params, many, context)


def _install(connection: Any, **_: Any) -> None:
    if _watch not in connection.execute_wrappers:
        connection.execute_wrappers.append(_watch)


def enforce() -> None:
    """Install the hook on every connection (development and tests)."""
    connection_created.connect(_install, dispatch_uid="write-permits")
    for connection in connections.all(initialized_only=True):
        _install(connection)
