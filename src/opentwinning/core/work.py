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
