"""One document in this process: what came, who hears it, what is kept."""

import asyncio
import time
from typing import Any

from pycrdt import Doc, create_update_message, merge_updates

from opentwinning.core.lines import Held
from opentwinning.facilities.realtime.adapters import wire
from opentwinning.facilities.realtime.adapters.peer import Peer
from opentwinning.facilities.realtime.adapters.presence import Carets
from opentwinning.facilities.realtime.vocabulary import (
    AWARENESS,
    KEPT,
    MAX_DOCUMENT,
    SETTLED_AFTER,
    SETTLED_WITHIN,
    SYNC,
    TOGETHER,
    Close,
)

_STEP_1, _STEP_2, _UPDATE = 0, 1, 2
_NOTHING = b"\x00\x00"  # an update that says nothing


class Gone(Exception):
    """The document is not there any more."""


class Room:
    """Peers never own the document; it lives as long as anybody is here, and until it is kept."""

    def __init__(self, key: int, held: Held) -> None:
        self.key = key
        self.document: Doc[Any] = Doc()
        self.fold = -1
        self.known: set[int] = set()
        self.peers: set[Peer] = set()
        self.carets = Carets()
        self.unkept: list[tuple[int, bytes]] = []
        self.outgoing: list[bytes] = []  # for other processes
        self.lock = asyncio.Lock()  # one keeping at a time
        self._burst: list[tuple[Peer | None, bytes]] = []
        self._burst_at = 0.0
        self._size = 0
        self._unsettled_since = self._changed_at = 0.0
        self.take(held)

    # --- coming and going

    def enter(self, peer: Peer) -> None:
        """Greet: what we know, and who is here."""
        self.peers.add(peer)
        peer.tell(bytes([SYNC, _STEP_1]) + wire.of_block(self.document.get_state()))
        if (carets := self.carets.all()) is not None:
            peer.tell(carets)

    def leave(self, peer: Peer) -> None:
        """The carets of a socket that closed are taken away for it."""
        self.peers.discard(peer)
        if (message := self.carets.left(peer)) is not None:
            self._tell(message, but=peer)
            self.outgoing.append(message)

    # --- hearing

    def hear(self, peer: Peer, message: bytes) -> None:
        """Raises ``ValueError`` on anything malformed."""
        if not message:
            raise ValueError("empty")
        if message[0] == AWARENESS:
            told = self.carets.heard(peer, message[1:])
            if told is not None:
                self._tell(told, but=peer)
                self.outgoing.append(told)
            return
        if message[0] != SYNC or len(message) < 3:
            raise ValueError("unknown message")
        body, _ = wire.block(message, 2)
        if message[1] == _STEP_1:
            missing = self.document.get_update(body)
            peer.tell(bytes([SYNC, _STEP_2]) + wire.of_block(missing))
        elif message[1] in {_STEP_2, _UPDATE}:
            self._written(peer, body)
        else:
            raise ValueError("unknown step")

    def _written(self, peer: Peer, update: bytes) -> None:
        peer.heard += 1
        if update == _NOTHING:
            self.unkept.append((peer.seat.author, update))  # it wants its answer like any other
            return
        self._size += len(update)
        if self._size > MAX_DOCUMENT:
            peer.end(Close.TOO_MANY)
            return
        self._apply(update)
        self.unkept.append((peer.seat.author, update))
        self.outgoing.append(create_update_message(update))
        self._pass_on(peer, update)
        self._changed_at = time.monotonic()
        self._unsettled_since = self._unsettled_since or self._changed_at

    def heard_from_afar(self, message: bytes) -> None:
        """From another process of ours, faster than the database; it keeps what it says."""
        if message[0] == AWARENESS:
            if (news := self.carets.heard_from_afar(message[1:])) is not None:
                self._tell(news)
        else:
            body, _ = wire.block(message, 2)
            self._apply(body)
            self._pass_on(None, body)

    def _apply(self, update: bytes) -> None:
        try:
            self.document.apply_update(update)
        except Exception as failure:
            raise ValueError("not an update") from failure

    # --- passing on

    def _pass_on(self, peer: Peer | None, update: bytes) -> None:
        """The first change of a burst leaves at once, the others together a moment later."""
        now = asyncio.get_running_loop().time()
        if not self._burst and now - self._burst_at > TOGETHER:
            self._burst_at = now
            self._tell(create_update_message(update), but=peer)
            return
        if not self._burst:
            asyncio.get_running_loop().call_later(TOGETHER, self._burst_over)
        self._burst.append((peer, update))

    def _burst_over(self) -> None:
        burst, self._burst = self._burst, []
        self._burst_at = asyncio.get_running_loop().time()
        if not burst:
            return
        updates = [update for _, update in burst]
        merged = updates[0] if len(updates) == 1 else merge_updates(*updates)
        writers = {peer for peer, _ in burst}
        only = writers.pop() if len(writers) == 1 else None
        self._tell(create_update_message(merged), but=only)

    def _tell(self, message: bytes, *, but: Peer | None = None) -> None:
        for peer in self.peers:
            if peer is not but:
                peer.tell(message)

    # --- keeping

    def to_keep(self) -> list[tuple[int, bytes]]:
        """What is not a row yet, one piece for each author."""
        unkept, self.unkept = self.unkept, []
        by_author: dict[int, list[bytes]] = {}
        for author, update in unkept:
            if update != _NOTHING:
                by_author.setdefault(author, []).append(update)
        return [
            (author, updates[0] if len(updates) == 1 else merge_updates(*updates))
            for author, updates in by_author.items()
        ]

    def heard_so_far(self) -> dict[Peer, int]:
        """How many changes of each socket were heard."""
        return {peer: peer.heard for peer in self.peers}

    def was_kept(self, numbers: list[int], heard: dict[Peer, int]) -> None:
        """Rows stand: each socket learns how many of its changes are safe now (F5)."""
        self.known.update(numbers)
        for peer, count in heard.items():
            peer.tell(bytes([KEPT]) + wire.of_number(count))

    def take(self, held: Held) -> None:
        """What is kept, also by others: rows of other processes, and texts saved by a form."""
        if held.fold != self.fold:
            self.fold = held.fold
            self._size = len(held.whole)
            self.known = set()
            self._take_one(held.whole)
        for change in held.changes:
            if change.number not in self.known:
                self.known.add(change.number)
                self._size += len(change.body)
                self._take_one(change.body)

    def _take_one(self, update: bytes) -> None:
        before = self.document.get_state()
        self.document.apply_update(update)
        missing = self.document.get_update(before)
        if self.peers and missing != _NOTHING:
            self._pass_on(None, missing)

    def wants_settling(self) -> bool:
        """Whether what was written should become a version now."""
        if not self._unsettled_since:
            return False
        now = time.monotonic()
        quiet = now - self._changed_at > SETTLED_AFTER
        return quiet or now - self._unsettled_since > SETTLED_WITHIN or not self.peers

    def settling(self) -> None:
        self._unsettled_since = 0.0
