"""Kinds of background work: apps declare them in ``wiring/``, ``facilities.jobs`` runs them."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

type Work = Callable[[dict[str, Any]], None]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of job. ``run`` may be called twice for one job, so it is idempotent (K4)."""

    name: str
    run: Work
    every: dt.timedelta | None = None


KINDS: dict[str, Kind] = {}


def job(name: str, *, every: dt.timedelta | None = None) -> Callable[[Work], Work]:
    """Declare a kind of job; ``every`` makes it regular."""

    def register(run: Work) -> Work:
        if name in KINDS:
            raise ValueError(f"job kind {name} declared twice")
        KINDS[name] = Kind(name, run, every)
        return run

    return register


_bell: Callable[[], None] | None = None


def plug_bell(ring: Callable[[], None]) -> None:
    """Called once by ``facilities.jobs`` where Redis is there to ring it."""
    global _bell  # noqa: PLW0603 - a port, set once at start
    _bell = ring


def ring_bell() -> None:
    """Wake the workers, if there is a bell; without one they wake by themselves soon enough."""
    if _bell is not None:
        _bell()
