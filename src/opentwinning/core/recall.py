"""Answers remembered while one page is made.

A reading request writes nothing (I5), so a question asked twice during it has the same answer: who
the actor is in a project, her own profile, her draft. Everywhere else, in actions, jobs and tests,
nothing is remembered. Never for anything kept in tables that stay open while reading (permits.py).
"""

import functools
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, cast

_memory: ContextVar[dict[Hashable, Any] | None] = ContextVar("recall", default=None)
_NOTHING = object()


@contextmanager
def remembering() -> Iterator[None]:
    """Remember answers until the end of the block, and for nobody else."""
    token = _memory.set({})
    try:
        yield
    finally:
        _memory.reset(token)


def once_per_page[**P, Answer](ask: Callable[P, Answer]) -> Callable[P, Answer]:
    """Ask once per reading request for the same (hashable, positional) arguments."""

    @functools.wraps(ask)
    def recalled(*args: P.args, **kwargs: P.kwargs) -> Answer:
        memory = _memory.get()
        if memory is None or kwargs:
            return ask(*args, **kwargs)
        key = (ask, *args)
        answer = memory.get(key, _NOTHING)
        if answer is _NOTHING:
            answer = memory[key] = ask(*args, **kwargs)
        return cast("Answer", answer)

    return recalled
