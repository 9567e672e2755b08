"""Facts travel up: typed events, in the transaction or through the outbox.

An event is a frozen dataclass of primitives in an app's ``events.py``. Only actions emit. Listeners
are declared in ``wiring/`` only: ``@on`` runs inside the transaction, ``@after_commit`` becomes an
outbox row and may run twice, so it must be idempotent.
"""

import dataclasses
import datetime as dt
import json
from collections import defaultdict
from collections.abc import Callable
from typing import Any

from opentwinning.core.permits import in_action

type Listener[E] = Callable[[E], None]

_inside: dict[type, list[Listener[Any]]] = defaultdict(list)
_after: dict[type, list[Listener[Any]]] = defaultdict(list)
_by_name: dict[str, Listener[Any]] = {}
_types: dict[str, type] = {}
_post: Callable[[str, str, str], None] | None = None  # the outbox port, plugged in by jobs


def on[E](event: type[E]) -> Callable[[Listener[E]], Listener[E]]:
    """Listen inside the transaction: an error rolls everything back."""

    def register(listener: Listener[E]) -> Listener[E]:
        _inside[event].append(listener)
        return listener

    return register


def after_commit[E](event: type[E]) -> Callable[[Listener[E]], Listener[E]]:
    """Listen through the outbox: at least once, after the commit."""

    def register(listener: Listener[E]) -> Listener[E]:
        _after[event].append(listener)
        _by_name[_name(listener)] = listener
        _types[_type_name(event)] = event
        return listener

    return register


def emit(event: object) -> None:
    """Publish a fact. Only actions may; the outbox rows share the action's transaction."""
    if not in_action():
        raise RuntimeError("events are emitted by actions only")
    for listener in _inside[type(event)]:
        listener(event)
    for listener in _after[type(event)]:
        if _post is None:
            raise RuntimeError("no outbox is plugged in")
        _post(_name(listener), _type_name(type(event)), dump(event))


def plug_outbox(post: Callable[[str, str, str], None]) -> None:
    """Called once by ``facilities.jobs``."""
    global _post  # noqa: PLW0603 - a port, set once at start
    _post = post


def deliver(listener: str, type_name: str, payload: str) -> None:
    """Run one outbox row's listener."""
    _by_name[listener](load(_types[type_name], payload))


def listeners() -> list[tuple[str, str, str]]:
    """(event, how, listener) of every subscription, for docs/events.md."""
    rows = [(_type_name(e), "inside", _name(f)) for e, fs in _inside.items() for f in fs]
    rows += [(_type_name(e), "after", _name(f)) for e, fs in _after.items() for f in fs]
    return sorted(rows)


def dump(event: object) -> str:
    if not dataclasses.is_dataclass(event) or isinstance(event, type):
        raise TypeError("an event is a dataclass")
    return json.dumps(dataclasses.asdict(event), default=_primitive)


def load[E](event: type[E], payload: str) -> E:
    values = json.loads(payload)
    for field in dataclasses.fields(event):  # type: ignore[arg-type]  # checked at registration
        if field.type in {dt.datetime, "dt.datetime", "datetime"} and values.get(field.name):
            values[field.name] = dt.datetime.fromisoformat(values[field.name])
    return event(**values)


def _primitive(value: object) -> str:
    if isinstance(value, dt.date):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} is not a plain value")


def _name(listener: Listener[Any]) -> str:
    return f"{listener.__module__}.{listener.__qualname__}"


def _type_name(event: type) -> str:
    return f"{event.__module__}.{event.__qualname__}"
