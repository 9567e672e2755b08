"""Statements compiled once: a question that every page asks need not be written again each time.

Building and compiling a query costs Django several times what the database needs to answer it.
``@prepared`` does both at the first call and keeps the statement; later calls bind their values to
it and read the rows as Django would.

    @prepared
    def notices_of(account: int) -> QuerySet[Notice]:
        return Notice.objects.filter(account_id=account).order_by("-pk")

    notices_of(7)  # a list of notices

Only for straight queries: the values may change what is found, never how it is asked, so no ``if``
and no None. A list (for ``__in``) has a statement for each of its lengths. The law is kept by
``tests/guards/test_prepared.py``, which compares every statement with the plain query.
"""

import copy
import datetime as dt
import functools
import inspect
from collections.abc import Callable
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any, get_origin

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models import QuerySet

# Longer lists are asked plainly, each length would be a statement of its own: unless ``padded``.
LONGEST = 50
PADDED = (64, 128, 256, 512, 1024)

# Values that nobody passes and no statement contains by itself.
_STANDINS: dict[type, Callable[[int], Any]] = {
    int: lambda number: 1_900_000_000 + number,
    str: lambda number: f"stand-in-{number}",
    dt.datetime: lambda number: dt.datetime(1901, 1, 1, 1, tzinfo=dt.UTC) + dt.timedelta(number),
}


class CannotPrepare(TypeError):
    """The function is no straight query, or was called with a value of another kind."""


@dataclass(frozen=True, slots=True)
class Statement:
    """A compiled query. ``slots`` tells which value stands at which place of ``values``."""

    rows: QuerySet[Any, Any]
    compiler: Any
    converters: Any
    sql: str
    values: tuple[Any, ...]
    slots: tuple[tuple[int, int], ...]

    def bound(self, given: list[Any]) -> list[Any]:
        """The statement's values with the given ones in their places."""
        values = list(self.values)
        for place, number in self.slots:
            values[place] = _told(given[number])
        return values


class Prepared[**P, Row]:
    """A function that returns a queryset, called for the list of its rows."""

    def __init__(self, build: Callable[P, QuerySet[Any, Row]]) -> None:
        functools.update_wrapper(self, build)
        self.build: Callable[..., QuerySet[Any, Row]] = build
        hints = inspect.get_annotations(build, eval_str=True)
        self.hints = tuple(hints[name] for name in inspect.signature(build).parameters)
        self.kinds: tuple[type, ...] = tuple(get_origin(hint) or hint for hint in self.hints)
        self.takes_lists = list in self.kinds
        self._kept: dict[tuple[int, ...], Statement] = {}
        ALL.append(self)

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> list[Row]:
        if kwargs or not all(map(isinstance, args, self.kinds)):
            raise CannotPrepare(f"{self.build.__qualname__} takes {self.kinds} by position.")
        lengths: tuple[int, ...] = ()
        given: list[Any] = list(args)
        if self.takes_lists:
            lengths = tuple(len(arg) for arg in args if isinstance(arg, list))
            if not all(0 < length <= LONGEST or length in PADDED for length in lengths):
                return list(self.build(*args))
            given = flat(args)
        return list(_read(self.statement(lengths), given))

    def statement(self, lengths: tuple[int, ...] = ()) -> Statement:
        """The kept statement for lists of these lengths, compiled now if nobody asked before."""
        if lengths not in self._kept:
            self._kept[lengths] = self._compiled(lengths)
        return self._kept[lengths]

    def standins(self, lengths: tuple[int, ...], start: int = 0) -> list[Any]:
        """Arguments of the right kinds, each value different from every other."""
        left, found, number = list(lengths), [], start
        for hint, kind in zip(self.hints, self.kinds, strict=True):
            many = left.pop(0) if kind is list else 1
            make = _STANDINS[hint.__args__[0] if kind is list else kind]
            values = [make(number + each) for each in range(many)]
            found.append(values if kind is list else values[0])
            number += many
        return found

    def _compiled(self, lengths: tuple[int, ...]) -> Statement:
        standins = self.standins(lengths)
        rows: Any = self.build(*standins)
        if rows._prefetch_related_lookups:  # noqa: SLF001 - no public way to ask
            raise CannotPrepare(f"{self.build.__qualname__} prefetches.")
        compiler = rows.query.get_compiler(using=DEFAULT_DB_ALIAS)
        sql, values = compiler.as_sql()
        told = {_told(value): number for number, value in enumerate(flat(standins))}
        slots = tuple(
            (place, told[value])
            for place, value in enumerate(values)
            if isinstance(value, (int, str, dt.datetime)) and value in told
        )
        if {number for _, number in slots} != set(told.values()):
            raise CannotPrepare(f"{self.build.__qualname__}: a value is not in the statement.")
        fields = [column[0] for column in compiler.select[: compiler.col_count]]
        converters = compiler.get_converters(fields)
        return Statement(rows, compiler, converters, sql, tuple(values), slots)


ALL: list[Prepared[Any, Any]] = []


def prepared[**P, Row](build: Callable[P, QuerySet[Any, Row]]) -> Prepared[P, Row]:
    """Compile the query of this function once per process."""
    return Prepared(build)


def padded(values: list[int]) -> list[int]:
    """Values for ``__in``, the last one repeated: lists of many lengths share few statements."""
    room = next((size for size in (LONGEST, *PADDED) if size >= len(values)), len(values))
    return values + values[-1:] * (room - len(values))


def flat(args: Any) -> list[Any]:
    """Arguments with the lists among them opened up."""
    return [each for arg in args for each in (arg if isinstance(arg, list) else [arg])]


def _told(value: Any) -> Any:
    """A value as the engine is told it."""
    if isinstance(value, dt.datetime):
        return connections[DEFAULT_DB_ALIAS].ops.adapt_datetimefield_value(value)
    return value


def _read(statement: Statement, given: list[Any]) -> Any:
    """Rows, read by Django's own readers: they are shown a compiler that need not compile."""
    compiler = copy.copy(statement.compiler)
    compiler.connection = connections[DEFAULT_DB_ALIAS]  # each thread has its own
    values = statement.bound(given)
    compiler.as_sql = lambda: (statement.sql, values)
    compiler.get_converters = lambda _fields: statement.converters
    rows: Any = statement.rows
    query = rows.query
    question = SimpleNamespace(
        get_compiler=lambda using: compiler,
        selected=query.selected,
        extra_select=query.extra_select,
        values_select=query.values_select,
        annotation_select=query.annotation_select,
    )
    shown = SimpleNamespace(
        query=question,
        model=rows.model,
        db=DEFAULT_DB_ALIAS,
        _fetch_mode=rows._fetch_mode,  # noqa: SLF001 - the reader asks for it
        _known_related_objects={},
        _fields=rows._fields,  # noqa: SLF001 - likewise
    )
    return rows._iterable_class(shown)  # noqa: SLF001 - Django's reader for these rows
