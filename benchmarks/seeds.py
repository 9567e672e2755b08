"""What a seed is: it makes what its scenarios need, and names what it made.

Seeds may use bulk inserts: they prepare a measurement, they are not part of the product.
"""

from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass
class Made:
    """What seeds leave to the scenarios."""

    targets: dict[str, str] = field(default_factory=dict)  # values for paths and forms
    sessions: dict[str, str] = field(default_factory=dict)  # who -> session key


type Seed = Callable[[Made], None]
SEEDS: list[Seed] = []


def seed(function: Seed) -> Seed:
    """Register a seed; they run in the order of registration."""
    SEEDS.append(function)
    return function


def session_of(**values: object) -> str:
    """Return the key of a new session holding these values."""
    from django.contrib.sessions.backends.db import SessionStore

    store = SessionStore()
    for name, value in values.items():
        store[name] = value
    store.create()
    return str(store.session_key)
