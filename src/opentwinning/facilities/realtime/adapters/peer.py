"""One socket: what waits to be sent, and how much may come."""

import asyncio
import contextlib
import time
from collections.abc import Awaitable, Callable
from typing import Any

from opentwinning.core.lines import Seat
from opentwinning.facilities.realtime.vocabulary import (
    MAX_MESSAGES,
    MAX_WAITING,
    MAX_WAITING_BYTES,
    Close,
)

type Send = Callable[[dict[str, Any]], Awaitable[None]]
_WINDOW = 10.0  # seconds


class Peer:
    """A slow reader is cut and comes back; it never holds up others (F8)."""

    def __init__(self, send: Send, seat: Seat) -> None:
        self.seat = seat
        self._send = send
        self._waiting: asyncio.Queue[bytes | None] = asyncio.Queue(MAX_WAITING + 1)
        self._bytes = 0
        self.heard = 0  # changes of this socket so far
        self._came, self._since = 0, time.monotonic()
        self.code = 0  # why it ends
        self.ended = asyncio.Event()

    def tell(self, message: bytes) -> None:
        """Send when the socket takes it; end the socket when it takes nothing."""
        if self.code:
            return
        behind = self._waiting.qsize()
        if behind >= MAX_WAITING or (behind and self._bytes + len(message) > MAX_WAITING_BYTES):
            self.end(Close.SLOW)
            return
        self._bytes += len(message)
        self._waiting.put_nowait(message)

    def end(self, code: int, message: bytes | None = None) -> None:
        """Close with a code, after a last message."""
        if self.code:
            return
        if message is not None:
            self.tell(message)
        self.code = code
        self.ended.set()
        with contextlib.suppress(asyncio.QueueFull):
            self._waiting.put_nowait(None)

    def may_speak(self) -> bool:
        """Count a message that came; False when there were too many (F7)."""
        now = time.monotonic()
        if now - self._since > _WINDOW:
            self._came, self._since = 0, now
        self._came += 1
        return self._came <= MAX_MESSAGES

    async def write(self) -> None:
        """Send what waits, until the end. Runs beside the reading of the socket."""
        with contextlib.suppress(Exception):  # a socket that closed cannot be told
            while True:
                message = None if self.code == Close.SLOW else await self._waiting.get()
                if message is None:
                    break
                self._bytes -= len(message)
                await self._send({"type": "websocket.send", "bytes": message})
            await self._send({"type": "websocket.close", "code": self.code})
        self.ended.set()
