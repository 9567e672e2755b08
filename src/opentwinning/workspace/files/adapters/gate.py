"""How many pieces one process takes at once, and how slow one may come: whoever has a slow line
shall not keep others from the site (L5)."""

import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager

AT_ONCE = 2  # of the threads of a process; the others stay for pages
AT_ONCE_A_PERSON = 1
CHUNK = 64 * 1024
PATIENCE = 10.0  # seconds in which a piece may come as slowly as it likes
LEAST_RATE = 4 * 1024  # bytes a second after that

_door = threading.Lock()
_inside: Counter[str] = Counter()


class Busy(Exception):
    """Too many at once: try again in a moment."""


class TooSlow(Exception):
    """The rest of this piece was not waited for."""


@contextmanager
def admitted(person: str) -> Iterator[None]:
    """One piece of that person; ``Busy`` when there are enough."""
    with _door:
        if _inside.total() >= AT_ONCE or _inside[person] >= AT_ONCE_A_PERSON:
            raise Busy
        _inside[person] += 1
    try:
        yield
    finally:
        with _door:
            _inside[person] -= 1
            if not _inside[person]:
                del _inside[person]


def pieces(read: Callable[[int], bytes], length: int) -> Iterator[bytes]:
    """The body bit by bit. It ends early where the line was cut; ``TooSlow`` when it creeps."""
    begun, left = time.monotonic(), length
    while left and (piece := read(min(CHUNK, left))):
        left -= len(piece)
        yield piece
        lasted = time.monotonic() - begun
        if left and lasted > PATIENCE and (length - left) / lasted < LEAST_RATE:
            raise TooSlow
