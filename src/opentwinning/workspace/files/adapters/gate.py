"""How many pieces one process takes at once, and how slow one may come: whoever has a slow line
shall not keep others from the site (L5)."""

import queue
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

AT_ONCE = 2  # of the threads of a process; the others stay for pages
AT_ONCE_A_PERSON = 1
CHUNK = 32 * 1024  # comes in less than PATIENCE at the least rate
READ_AHEAD = 8
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
    """The body bit by bit. It ends early where the line was cut; ``TooSlow`` when it creeps, or
    when nothing comes: reading waits without end, so a helper reads, and is left alone then."""
    inbox: queue.Queue[bytes | Exception] = queue.Queue(READ_AHEAD)
    is_left = threading.Event()
    helper = threading.Thread(target=_read, args=(read, length, inbox, is_left), daemon=True)
    helper.start()
    begun, left = time.monotonic(), length
    try:
        while left and (piece := _next(inbox)):
            left -= len(piece)
            yield piece
            lasted = time.monotonic() - begun
            if left and lasted > PATIENCE and (length - left) / lasted < LEAST_RATE:
                raise TooSlow
    finally:
        is_left.set()
        with suppress(queue.Empty):
            while True:
                inbox.get_nowait()


def _next(inbox: "queue.Queue[bytes | Exception]") -> bytes:
    try:
        came = inbox.get(timeout=PATIENCE)
    except queue.Empty:
        raise TooSlow from None
    if isinstance(came, Exception):
        raise came
    return came


def _read(
    read: Callable[[int], bytes],
    left: int,
    inbox: "queue.Queue[bytes | Exception]",
    is_left: threading.Event,
) -> None:
    try:
        while left and not is_left.is_set():
            piece = read(min(CHUNK, left))
            left -= len(piece)
            inbox.put(piece)
            if not piece:
                return
    except Exception as broken:  # noqa: BLE001 - raised again by whoever waits
        inbox.put(broken)
