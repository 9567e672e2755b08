"""Carries changes between processes quickly. What it loses is in the database a second later."""

import asyncio
import contextlib
import os
from collections.abc import Callable

import redis.asyncio as redis
from redis.exceptions import RedisError

_CHANNEL = "opentwinning:live"
_MAX_BEHIND = 2000


class Bus:
    """Publishes beside the work, never within it; comes back by itself after a restart of Redis."""

    def __init__(self, url: str, hear: Callable[[str, bytes], None]) -> None:
        self._url = url
        self._hear = hear
        self._node = os.urandom(8)
        self._out: asyncio.Queue[bytes] = asyncio.Queue(_MAX_BEHIND)

    def say(self, room: str, message: bytes) -> None:
        """Tell the other processes; when they cannot keep up, they read the database."""
        name = room.encode()
        with contextlib.suppress(asyncio.QueueFull):
            self._out.put_nowait(self._node + bytes([len(name)]) + name + message)

    async def run(self) -> None:
        """Speak and listen until cancelled."""
        if not self._url:
            return
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(self._for_ever(self._speak))
            tasks.create_task(self._for_ever(self._listen))

    async def _for_ever(self, work: Callable[[redis.Redis], object]) -> None:
        while True:
            client = redis.Redis.from_url(self._url)
            with contextlib.suppress(RedisError, OSError, asyncio.TimeoutError):
                await work(client)  # type: ignore[misc]  # an async method
            with contextlib.suppress(Exception):
                await client.aclose()
            await asyncio.sleep(0.5)

    async def _speak(self, client: redis.Redis) -> None:
        while True:
            message = await self._out.get()
            await client.publish(_CHANNEL, message)

    async def _listen(self, client: redis.Redis) -> None:
        async with client.pubsub() as channel:
            await channel.subscribe(_CHANNEL)
            async for heard in channel.listen():
                data = heard.get("data")
                if isinstance(data, bytes) and data[:8] != self._node:
                    end = 9 + data[8]
                    self._hear(data[9:end].decode(), data[end:])
