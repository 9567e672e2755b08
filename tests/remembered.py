"""Scenes that are built once: what the builders of the cast wrote is kept and laid down again.

From an empty database the same calls write the same rows. So the first test of a process builds
its people with the product's own actions, and the next one that calls the same builders in the same
order gets copies of those rows. As soon as a test writes anything itself, its builders build.
"""

import copy
import functools
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.apps import apps
from django.db import connection, models
from django.utils.translation import get_language

from opentwinning.core import clock
from opentwinning.core.permits import free_writing

OWN = frozenset({"django_session"})  # browsers sign in between two calls; no builder reads them
WRITES = re.compile(
    r'\s*(?:INSERT(?:\s+OR\s+\w+)?\s+INTO|UPDATE|DELETE\s+FROM)\s+"?(\w+)|\s*(ROLLBACK)\b',
    re.IGNORECASE,
)

type Rows = dict[Any, tuple[Any, ...]]  # by primary key
type Tables = dict[str, Rows]


class CannotTell(Exception):
    """An argument that two calls cannot be compared by."""


@dataclass
class State:
    """What stands in the database after some calls, and where further calls lead from here."""

    tables: Tables
    calls: dict[Any, "Kept | None"] = field(default_factory=dict)


@dataclass
class Kept:
    """What a call wrote, and what it returned."""

    state: State
    changed: Tables
    gone: dict[str, list[Any]]
    result: Any


class Memory:
    """The states of this process, and where the running test is among them."""

    def __init__(self) -> None:
        self.empty: State | None = None
        self.state: State | None = None
        self.begins = False
        self.touched: set[str] | None = None  # while a builder runs

    def begin(self, *, may: bool) -> None:
        """Begin a test; some change the world behind the builders' back, those build."""
        self.state, self.begins = None, may

    def call(self, build: Callable[..., Any], args: tuple[Any, ...], kwargs: Any) -> Any:
        """Lay down what this call wrote before, or carry it out and keep it."""
        if self.touched is not None:
            return build(*args, **kwargs)
        if connection.force_debug_cursor:  # somebody counts the questions
            self.state, self.begins = None, False
        if self.begins:
            self.begins = False
            self.state = self._at_the_start()
        state = self.state
        key = _key(build, args, kwargs) if state else None
        if state is None or key is None:
            return build(*args, **kwargs)
        if key in state.calls:
            if (kept := state.calls[key]) is None:
                return build(*args, **kwargs)
            return self._lay_down(kept)
        return self._keep(state, key, build, args, kwargs)

    def notice(self, sql: str) -> None:
        """See a statement of the test: what it writes itself is in no state."""
        if not (match := WRITES.match(sql)) or match[1] in OWN:
            return
        if self.touched is None:
            self.state, self.begins = None, False
        else:
            self.touched.add(match[1] or "")

    def _at_the_start(self) -> State | None:
        """The empty state, if this is it: a module may share a scene with all its tests."""
        _watched()
        if self.empty is None:
            found = {table: rows_of(table) for table in tables()}
            if found["audit_ledgerentry"] or found["accounts_account"]:
                return None
            self.empty = State(found)
        for table in ("audit_ledgerentry", "accounts_account", "support_supportorganisation"):
            if rows_of(table) != self.empty.tables[table]:
                return None
        return self.empty

    def _keep(self, state: State, key: Any, build: Any, args: Any, kwargs: Any) -> Any:
        self.touched = set()
        try:
            result = build(*args, **kwargs)
            touched = self.touched
        except BaseException:
            self.state = None
            raise
        finally:
            self.touched = None
        touched -= OWN
        if not touched <= tables().keys():
            state.calls[key], self.state = None, None
            return result
        now = {table: rows_of(table) for table in touched}
        self.state = State({**state.tables, **now})
        before = state.tables
        state.calls[key] = Kept(
            self.state,
            {
                table: {pk: row for pk, row in rows.items() if before[table].get(pk) != row}
                for table, rows in now.items()
            },
            {table: [pk for pk in before[table] if pk not in rows] for table, rows in now.items()},
            copy.deepcopy(result),
        )
        return result

    def _lay_down(self, kept: Kept) -> Any:
        self.touched = set()
        try:
            with free_writing(), connection.cursor() as cursor:
                for table, pks in kept.gone.items():
                    key, _ = tables()[table]
                    for pk in pks:
                        cursor.execute(f'DELETE FROM "{table}" WHERE {key} = %s', [pk])
                for table, rows in kept.changed.items():
                    if rows:
                        values = [value for row in rows.values() for value in row]
                        cursor.execute(_insert(table, len(rows)), values)
        finally:
            self.touched = None
        self.state = kept.state
        return copy.deepcopy(kept.result)


MEMORY = Memory()


def remembered[**P, T](build: Callable[P, T]) -> Callable[P, T]:
    """A builder whose rows may be laid down again."""

    @functools.wraps(build)
    def call(*args: P.args, **kwargs: P.kwargs) -> T:
        result: T = MEMORY.call(build, args, kwargs)
        return result

    return call


def _key(build: Callable[..., Any], args: Any, kwargs: Any) -> Any:
    """What makes two calls the same; nothing when that cannot be told."""
    try:
        given = _told((args, kwargs))
    except CannotTell:
        return None
    return (build.__module__, build.__qualname__, given, clock._stopped.get(), get_language())


def _told(value: Any) -> Any:
    if isinstance(value, models.Model):
        return (type(value).__name__, value.pk)
    if isinstance(value, dict):
        return tuple((name, _told(each)) for name, each in value.items())
    if isinstance(value, (list, tuple)):
        return (type(value).__name__, *map(_told, value))
    if hasattr(value, "account"):
        return (type(value).__name__, value.account.pk)
    if value is None or isinstance(value, (str, int, float, bool)):
        return (type(value).__name__, value)
    raise CannotTell(type(value))


@functools.cache
def tables() -> dict[str, tuple[str, tuple[str, ...]]]:
    """Of every table its key and its columns, quoted."""
    found = {}
    for model in apps.get_models(include_auto_created=True):
        meta = model._meta
        if meta.managed and not meta.proxy and meta.db_table not in OWN:
            columns = [
                f'"{each.column}"' for each in meta.local_concrete_fields if not each.generated
            ]
            key = f'"{meta.pk.column}"'
            columns.remove(key)
            found[meta.db_table] = (key, (key, *columns))
    return found


def rows_of(table: str) -> Rows:
    _, columns = tables()[table]
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT {", ".join(columns)} FROM "{table}"')
        return {row[0]: tuple(row) for row in cursor.fetchall()}


@functools.cache
def _insert(table: str, many: int) -> str:
    key, columns = tables()[table]
    row = f"({', '.join(['%s'] * len(columns))})"
    changes = ", ".join(f"{each} = excluded.{each}" for each in columns[1:])
    return (
        f'INSERT INTO "{table}" ({", ".join(columns)}) VALUES {", ".join([row] * many)} '
        f"ON CONFLICT ({key}) DO {f'UPDATE SET {changes}' if changes else 'NOTHING'}"
    )


def _watch(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
    MEMORY.notice(sql)
    return execute(sql, params, many, context)


def _watched() -> None:
    if _watch not in connection.execute_wrappers:
        connection.execute_wrappers.append(_watch)
