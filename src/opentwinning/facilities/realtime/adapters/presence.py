"""Who writes where: the awareness messages of Yjs, read by the server.

A peer says where its caret is; who it is, the server says. A browser that claims another name, or
the caret of somebody else, is not believed.
"""

import json
from dataclasses import dataclass, field
from typing import Any, Protocol

from opentwinning.core.lines import Seat
from opentwinning.facilities.realtime.adapters import wire
from opentwinning.facilities.realtime.vocabulary import AWARENESS

_MAX_STATE = 2000  # characters of one caret
_MAX_MESSAGE = 64 * 1024
_MAX_CLIENTS = 3  # carets of one socket: a tab that came back has a new number


class Sitting(Protocol):
    """Whoever has a seat."""

    seat: Seat


@dataclass(slots=True)
class Carets:
    """Carets of one room: number of the client, its clock, its state ("null" = gone)."""

    states: dict[int, tuple[int, str]] = field(default_factory=dict)
    owners: dict[int, Sitting] = field(default_factory=dict)

    def heard(self, peer: Sitting, body: bytes) -> bytes | None:
        """What others may see of a message of a peer; None when nothing of it. A browser that came
        back takes its caret over from the socket it lost.
        """
        changed: list[int] = []
        for client, clock, state in _read(body):
            owner = self.owners.get(client)
            if owner is None and len(self._of(peer)) >= _MAX_CLIENTS:
                continue
            if owner is not None and owner.seat.author != peer.seat.author:
                continue
            self.owners[client] = peer
            self.states[client] = (clock, _settled(state, peer.seat))
            changed.append(client)
        return self._written(changed) if changed else None

    def heard_from_afar(self, body: bytes) -> None:
        """A message of another process of ours, which said already who is who."""
        for client, clock, state in _read(body):
            if client not in self.owners:
                self.states[client] = (clock, state)

    def _of(self, peer: Sitting) -> list[int]:
        return [number for number, other in self.owners.items() if other is peer]

    def left(self, peer: Sitting) -> bytes | None:
        """Tell that the carets of a peer are gone."""
        gone = self._of(peer)
        for client in gone:
            del self.owners[client]
            clock, _ = self.states[client]
            self.states[client] = (clock + 1, "null")
        message = self._written(gone) if gone else None
        for client in gone:
            del self.states[client]
        return message

    def all(self) -> bytes | None:
        """Every caret, for somebody who comes in."""
        return self._written(list(self.states)) if self.states else None

    def _written(self, clients: list[int]) -> bytes:
        inside = wire.of_number(len(clients))
        for client in clients:
            clock, state = self.states[client]
            inside += wire.of_number(client) + wire.of_number(clock) + wire.of_block(state.encode())
        return bytes([AWARENESS]) + wire.of_block(inside)


def _read(body: bytes) -> list[tuple[int, int, str]]:
    """Raises ``ValueError`` on anything malformed."""
    if len(body) > _MAX_MESSAGE:
        raise ValueError("too long")
    inside, _ = wire.block(body, 0)
    count, at = wire.number(inside, 0)
    found = []
    for _ in range(count):
        client, at = wire.number(inside, at)
        clock, at = wire.number(inside, at)
        state, at = wire.block(inside, at)
        found.append((client, clock, state.decode()))
    return found


def _settled(state: str, seat: Seat) -> str:
    """Where the caret is, and who it really is."""
    if state == "null" or len(state) > _MAX_STATE:
        return "null"
    try:
        said: Any = json.loads(state)
    except (ValueError, RecursionError):
        return "null"
    if not isinstance(said, dict):
        return "null"
    user = {"name": seat.name, "country": seat.country, "color": color_of(seat)}
    return json.dumps({"cursor": said.get("cursor"), "user": user}, separators=(",", ":"))


_COLORS = ("#005f73", "#9b2226", "#6a3d9a", "#2d6a4f", "#9c4a00", "#3a4f9f", "#8a1c6a", "#4f5d00")


def color_of(seat: Seat) -> str:
    """One of eight colours that carry white words; the same person keeps hers."""
    return _COLORS[seat.author % len(_COLORS)]
