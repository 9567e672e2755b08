"""The ASGI application behind ``/live/<topic>/<ref>``: who may come in, and for how long."""

import asyncio
import contextlib
from collections import Counter
from collections.abc import Awaitable, Callable
from http.cookies import CookieError, SimpleCookie
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest
from django.utils import translation

from opentwinning.core.actor import VISITOR, Actor
from opentwinning.core.lines import Line, Seat, ticket_of
from opentwinning.core.places import ACTOR_SOURCES
from opentwinning.core.sessions import SessionStore
from opentwinning.core.verdicts import Refused, hidden
from opentwinning.facilities.limits.actions import network_of
from opentwinning.facilities.realtime.adapters import wire
from opentwinning.facilities.realtime.adapters.hub import Hub
from opentwinning.facilities.realtime.adapters.peer import Peer
from opentwinning.facilities.realtime.adapters.room import Gone, Room
from opentwinning.facilities.realtime.vocabulary import (
    JUDGED_EVERY,
    MAX_SOCKETS,
    MAX_SOCKETS_NETWORK,
    PROTOCOL,
    REFUSED,
    Close,
)

type Receive = Callable[[], Awaitable[dict[str, Any]]]
type Send = Callable[[dict[str, Any]], Awaitable[None]]


class Sockets:
    """One for the process."""

    def __init__(self, redis_url: str = "") -> None:
        self.hub = Hub(redis_url)
        self._people: Counter[str] = Counter()
        self._networks: Counter[str] = Counter()

    async def __call__(self, scope: dict[str, Any], receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self._live(receive, send)
        elif scope["type"] == "websocket":
            await self._socket(scope, receive, send)
        else:
            await _no_page(scope, send)

    async def _live(self, receive: Receive, send: Send) -> None:
        while True:
            message = await receive()
            if message["type"] == "lifespan.startup":
                self.hub.start()
                await send({"type": "lifespan.startup.complete"})
            else:
                await self.hub.stop()
                await send({"type": "lifespan.shutdown.complete"})
                return

    async def _socket(self, scope: dict[str, Any], receive: Receive, send: Send) -> None:
        if (await receive())["type"] != "websocket.connect":
            return
        knock = Knock(scope)
        line = self.hub.lines.get(knock.topic)
        if line is None or not knock.is_from_here:
            await send({"type": "websocket.close", "code": 1008})  # answered with 403
            return
        chosen = PROTOCOL if knock.ticket else None
        await send({"type": "websocket.accept", "subprotocol": chosen})
        try:
            person, seat = await self.hub.ask(_admitted, knock, line)
        except Refused as refusal:
            await _refused(send, await self.hub.ask(_reason, knock, refusal))
            return
        with self._counted(person, network_of(knock.request)) as is_room:
            if not is_room:
                await send({"type": "websocket.close", "code": Close.TOO_MANY})
                return
            await self._stay(knock, line, Peer(send, seat), receive)

    @contextlib.contextmanager
    def _counted(self, person: str, network: str) -> Any:
        """Places for one person and one network; false when there is none left (F7)."""
        self._people[person] += 1
        self._networks[network] += 1
        try:
            yield (
                self._people[person] <= MAX_SOCKETS
                and self._networks[network] <= MAX_SOCKETS_NETWORK
            )
        finally:
            for counter, name in ((self._people, person), (self._networks, network)):
                counter[name] -= 1
                if not counter[name]:
                    del counter[name]

    async def _stay(self, knock: "Knock", line: Line, peer: Peer, receive: Receive) -> None:
        try:
            room = await self.hub.enter(knock.topic, peer)
        except Gone:
            peer.end(Close.GONE)
            await peer.write()
            return
        try:
            async with asyncio.TaskGroup() as tasks:
                reading = tasks.create_task(self._read(knock.topic, room, peer, receive))
                judging = tasks.create_task(self._judge(knock, line, peer))
                tasks.create_task(peer.write())
                await peer.ended.wait()
                reading.cancel()
                judging.cancel()
        finally:
            self.hub.leave(knock.topic, room, peer)

    async def _read(self, topic: str, room: Room, peer: Peer, receive: Receive) -> None:
        while True:
            message = await receive()
            if message["type"] != "websocket.receive":
                peer.end(1000)
                return
            if not peer.may_speak():
                peer.end(Close.TOO_MANY)
                return
            try:
                self.hub.hear(topic, room, peer, message.get("bytes") or b"")
            except ValueError:
                peer.end(Close.MALFORMED)
                return

    async def _judge(self, knock: "Knock", line: Line, peer: Peer) -> None:
        """Whoever may not write any more is out within five seconds (F4). Only somebody who writes
        shows that she is still here (A8)."""
        heard = 0
        while True:
            await asyncio.sleep(JUDGED_EVERY)
            knock.mark_unattended(is_so=peer.heard == heard)
            heard = peer.heard
            try:
                _, seat = await self.hub.ask(_seat_of, knock, line)
            except Refused as refusal:
                peer.end(Close.REFUSED, _words(await self.hub.ask(_reason, knock, refusal)))
                return
            if seat.key != peer.seat.key:
                peer.end(Close.RESTART)
                return


class Knock:
    """What a browser says when it comes: address, origin, cookies, ticket."""

    def __init__(self, scope: dict[str, Any]) -> None:
        headers = {name: value.decode("latin-1") for name, value in scope["headers"]}
        *_, self.topic, self.ref = ["", "", *str(scope["path"]).strip("/").split("/")[1:]][-2:]
        self.origin = headers.get(b"origin", "")
        self.request = _request(scope, headers)
        offered = [part.strip() for part in headers.get(b"sec-websocket-protocol", "").split(",")]
        self.ticket = offered[1] if offered[0] == PROTOCOL and len(offered) > 1 else ""

    def mark_unattended(self, *, is_so: bool) -> None:
        """Whether somebody did something since the last look, or only the program looks."""
        self.request.META.pop("ot.unattended", None)
        if is_so:
            self.request.META["ot.unattended"] = "1"

    @property
    def is_from_here(self) -> bool:
        """Only pages of this site may open sockets (F1)."""
        return bool(self.origin) and self.origin in _origins()


def _origins() -> set[str]:
    address = urlsplit(settings.ADDRESS)
    return {f"{address.scheme}://{address.netloc}"}


def _request(scope: dict[str, Any], headers: dict[bytes, str]) -> HttpRequest:
    """As much of a request as the sources of actors and the counters of networks look at."""
    request = HttpRequest()
    request.META["REMOTE_ADDR"] = str((scope.get("client") or ("",))[0])
    request.META["HTTP_X_FORWARDED_FOR"] = headers.get(b"x-forwarded-for", "")
    request.COOKIES = _cookies(headers.get(b"cookie", ""))
    return request


def _cookies(header: str) -> dict[str, str]:
    try:
        return {name: morsel.value for name, morsel in SimpleCookie(header).items()}
    except CookieError:
        return {}


def _actor(knock: Knock) -> Actor:
    """Who is asking, found as for a page."""
    knock.request.session = SessionStore(knock.request.COOKIES.get(settings.SESSION_COOKIE_NAME))
    for source in ACTOR_SOURCES:
        if (actor := source(knock.request)) is not None:
            return actor
    return VISITOR


def _admitted(knock: Knock, line: Line) -> tuple[str, Seat]:
    """The person and her seat, with a ticket of her own (F2)."""
    person, seat = _seat_of(knock, line)
    if ticket_of(knock.ticket) != (person, knock.topic, knock.ref):
        raise Refused(hidden())
    return person, seat


def _seat_of(knock: Knock, line: Line) -> tuple[str, Seat]:
    actor = _actor(knock)
    return actor.ref, line.admit(actor, knock.ref)


def _reason(knock: Knock, refusal: Refused) -> str:
    with translation.override(_actor(knock).language):
        return str(refusal.verdict.reason)


def _words(reason: str) -> bytes:
    return bytes([REFUSED]) + wire.of_block(reason.encode())


async def _refused(send: Send, reason: str) -> None:
    await send({"type": "websocket.send", "bytes": _words(reason)})
    await send({"type": "websocket.close", "code": Close.REFUSED})


async def _no_page(scope: dict[str, Any], send: Send) -> None:
    """Only whoever watches over the processes asks for a page here."""
    is_well = scope["path"] == "/live/health"
    body = b"well\n" if is_well else b"no such page\n"
    head = [(b"content-type", b"text/plain; charset=utf-8"), (b"cache-control", b"no-store")]
    await send({"type": "http.response.start", "status": 200 if is_well else 404, "headers": head})
    await send({"type": "http.response.body", "body": body})
