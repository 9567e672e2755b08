"""All rooms of this process, and the work that goes on beside the sockets."""

import asyncio
import contextlib
import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from django.db import close_old_connections

from opentwinning.core.lines import LINES, Line
from opentwinning.facilities.realtime.adapters.bus import Bus
from opentwinning.facilities.realtime.adapters.peer import Peer
from opentwinning.facilities.realtime.adapters.room import Gone, Room
from opentwinning.facilities.realtime.vocabulary import KEPT_WITHIN, NEWS_EVERY, Close

LOG = logging.getLogger(__name__)


class Hub:
    """Rooms by topic and document. The database is asked in threads, never in the loop."""

    def __init__(self, redis_url: str = "") -> None:
        self.lines: dict[str, Line] = {line.topic: line for line in LINES}
        self.rooms: dict[tuple[str, int], Room] = {}
        self._opening: dict[tuple[str, int], asyncio.Lock] = {}
        self._threads = ThreadPoolExecutor(4, thread_name_prefix="live")
        self._bus = Bus(redis_url, self._heard)
        self._tasks: set[asyncio.Task[None]] = set()

    async def ask[T](self, question: Callable[..., T], *args: Any) -> T:
        """Put a blocking question to the database."""
        return await asyncio.get_running_loop().run_in_executor(
            self._threads, _asked, question, *args
        )

    # --- life

    def start(self) -> None:
        """Begin what goes on beside the sockets."""
        for work in (self._keeping(), self._looking(), self._bus.run()):
            self._go(work)

    def _go(self, work: Any) -> None:
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def stop(self) -> None:
        """Keep everything, then let the sockets go; browsers come back to the next process."""
        for task in list(self._tasks):
            task.cancel()
        for (topic, _), room in list(self.rooms.items()):
            for peer in list(room.peers):
                peer.end(Close.RESTART)
            with contextlib.suppress(Exception):
                await self._keep(self.lines[topic], room)
        self._threads.shutdown(wait=True)

    # --- rooms

    async def enter(self, topic: str, peer: Peer) -> Room:
        """The room of a peer's document, opened when nobody is in it."""
        key = (topic, peer.seat.key)
        lock = self._opening.setdefault(key, asyncio.Lock())
        async with lock:
            room = self.rooms.get(key)
            if room is None:
                held = await self.ask(self.lines[topic].load, peer.seat.key)
                if held is None:
                    raise Gone
                room = self.rooms[key] = Room(peer.seat.key, held)
            room.enter(peer)
        return room

    def leave(self, topic: str, room: Room, peer: Peer) -> None:
        """The last one out leaves the keeping to the next round."""
        room.leave(peer)
        self.pass_on(topic, room)

    def hear(self, topic: str, room: Room, peer: Peer, message: bytes) -> None:
        """Raises ``ValueError`` on anything malformed."""
        room.hear(peer, message)
        self.pass_on(topic, room)

    def pass_on(self, topic: str, room: Room) -> None:
        """What other processes should know soon."""
        outgoing, room.outgoing = room.outgoing, []
        for message in outgoing:
            self._bus.say(f"{topic}:{room.key}", message)

    def _heard(self, name: str, message: bytes) -> None:
        topic, _, key = name.rpartition(":")
        room = self.rooms.get((topic, int(key)))
        if room is not None:
            with contextlib.suppress(ValueError):
                room.heard_from_afar(message)

    # --- keeping

    async def _keeping(self) -> None:
        while True:
            await asyncio.sleep(KEPT_WITHIN)
            for (topic, key), room in list(self.rooms.items()):
                if room.unkept:
                    await self._kept(topic, room)
                if room.wants_settling():
                    await self._settle(topic, room)
                if not room.peers and not room.unkept:
                    del self.rooms[topic, key]
                    self._opening.pop((topic, key), None)

    async def _kept(self, topic: str, room: Room) -> None:
        try:
            await self._keep(self.lines[topic], room)
        except Gone:
            for peer in list(room.peers):
                peer.end(Close.GONE)
        except Exception:
            LOG.exception("a change could not be kept; it is tried again")

    async def _keep(self, line: Line, room: Room) -> None:
        async with room.lock:
            heard = room.heard_so_far()
            written = room.to_keep()
            try:
                numbers = await self.ask(line.keep, room.key, written) if written else []
            except BaseException:
                room.unkept = [*written, *room.unkept]
                raise
            if numbers is None:
                raise Gone
            room.was_kept(numbers, heard)

    async def _settle(self, topic: str, room: Room) -> None:
        room.settling()
        with contextlib.suppress(Gone):
            await self._keep(self.lines[topic], room)
        try:
            await self.ask(self.lines[topic].settle, room.key)
        except Exception:
            LOG.exception("a version could not be made; the changes are kept")

    # --- news of other processes, and of texts saved by a form

    async def _looking(self) -> None:
        while True:
            await asyncio.sleep(NEWS_EVERY)
            for topic, line in self.lines.items():
                here = {key: room for (name, key), room in self.rooms.items() if name == topic}
                if here:
                    await self._look(line, here)

    async def _look(self, line: Line, here: dict[int, Room]) -> None:
        try:
            found = await self.ask(line.news, {key: room.fold for key, room in here.items()})
        except Exception:
            LOG.exception("no news could be read; the next look will find them")
            return
        for key, held in found.items():
            room = here[key]
            if held is None:
                for peer in list(room.peers):
                    peer.end(Close.GONE)
            else:
                room.take(held)


def _asked(question: Callable[..., Any], *args: Any) -> Any:
    close_old_connections()
    return question(*args)
