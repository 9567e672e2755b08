"""The action decorator: one transaction, one audit row, one write permit."""

import functools
import inspect
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any

from django.apps import apps
from django.db import models, transaction

from opentwinning.core.actor import Actor
from opentwinning.core.permits import permit


@dataclass(slots=True)
class Entry:
    """What the ledger learns of one action (J6). ``details`` holds plain values only."""

    verb: str
    actor: Actor
    subject: models.Model | None = None
    reason: str = ""
    details: dict[str, Any] = field(default_factory=dict)


type Ledger = Callable[[Sequence[Entry]], None]
_KEYWORDS = {inspect.Parameter.KEYWORD_ONLY, inspect.Parameter.VAR_KEYWORD}
_ledger: Ledger | None = None
_current: ContextVar[Entry | None] = ContextVar("current_action", default=None)
# Entries of the outermost action and the actions inside it, written together just before the
# commit: the ledger's chain is locked for the shortest possible time.
_pending: ContextVar[list[Entry] | None] = ContextVar("pending_entries", default=None)


def plug_ledger(ledger: Ledger) -> None:
    """Called once by ``facilities.audit``."""
    global _ledger  # noqa: PLW0603 - a port, set once at start
    _ledger = ledger


def note(subject: models.Model | None = None, *, reason: str = "", **details: Any) -> None:
    """Add to the running action's audit row: its subject, a reason, before/after values."""
    entry = _current.get()
    if entry is None:
        raise RuntimeError("note() is for actions only")
    if subject is not None:
        entry.subject = subject
    entry.reason = reason or entry.reason
    entry.details.update(details)


def action[**P, R](function: Callable[P, R]) -> Callable[P, R]:
    """Turn a function into an action.

    Keyword-only parameters, ``by: Actor`` first. It runs in one transaction (nested actions join
    it), may write only its own app's tables, and leaves exactly one audit row. The row's subject is
    what ``note()`` named, else the returned model, else the first model argument.
    """
    parameters = list(inspect.signature(function).parameters.values())
    if (
        not parameters
        or parameters[0].name != "by"
        or any(p.kind not in _KEYWORDS for p in parameters)
    ):
        raise TypeError(
            f"{function.__qualname__}: an action takes keyword-only arguments, by= first"
        )
    verb = f"{function.__module__.removeprefix('opentwinning.')}.{function.__name__}"

    @functools.wraps(function)
    def run(*args: P.args, **kwargs: P.kwargs) -> R:
        by = kwargs["by"]
        if not isinstance(by, Actor):
            raise TypeError("by= must be an Actor")
        entry = Entry(verb=verb, actor=by, reason=str(kwargs.get("reason", "") or ""))
        outer = _pending.get()
        if outer is None:
            with transaction.atomic(), _collecting() as entries:
                result = _carry_out(function, entry, args, kwargs)
                entries.append(entry)
                if _ledger is not None:
                    _ledger(entries)
            return result
        known = len(outer)
        try:
            with transaction.atomic():
                result = _carry_out(function, entry, args, kwargs)
        except BaseException:
            del outer[known:]  # what was rolled back did not happen
            raise
        outer.append(entry)
        return result

    run.is_action = True  # type: ignore[attr-defined]  # read by the guards
    return run


@contextmanager
def _collecting() -> Iterator[list[Entry]]:
    entries: list[Entry] = []
    token = _pending.set(entries)
    try:
        yield entries
    finally:
        _pending.reset(token)


def _carry_out[R](
    function: Callable[..., R], entry: Entry, args: tuple[Any, ...], kwargs: dict[str, Any]
) -> R:
    with permit(label_of(function.__module__)):
        token = _current.set(entry)
        try:
            result = function(*args, **kwargs)
        finally:
            _current.reset(token)
    entry.subject = entry.subject or _subject(result, kwargs)
    return result


@functools.cache
def label_of(module: str) -> str:
    """The app label of a module inside an app."""
    config = apps.get_containing_app_config(module)
    if config is None:
        raise TypeError(f"{module} is not inside an app")
    return config.label


def _subject(result: object, kwargs: dict[str, Any]) -> models.Model | None:
    if isinstance(result, models.Model):
        return result
    return next((v for v in kwargs.values() if isinstance(v, models.Model)), None)
