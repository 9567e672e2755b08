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
_MAX_KNOWN = 500  # carets and memories of carets in one room
_GONE = "null"


class Sitting(Protocol):
    """Whoever has a seat."""

    seat: Seat


@dataclass(slots=True)
class Carets:
    """Carets of one room: number of the client, its clock as told to others, its state.

    Browsers send back what they heard of others, also that somebody is gone. So a socket has one
    caret, the first it names, and nobody is sent away or renamed by another. A caret that went
    leaves its clock behind: whoever comes back must be newer, or the others do not see her.
    """

    states: dict[int, tuple[int, str]] = field(default_factory=dict)
    owners: dict[int, Sitting] = field(default_factory=dict)
    ahead: dict[int, int] = field(default_factory=dict)  # what is added to the clock of a client

    def heard(self, peer: Sitting, body: bytes) -> bytes | None:
        """What others may see of a message of a peer; None when nothing of it. A browser that came
        back takes its caret over from the socket it lost.
        """
        changed: list[int] = []
        for client, clock, state in _read(body):
            if not self._is_of(client, peer, state):
                continue
            last, _ = self.states.pop(client, (-1, _GONE))
            if self.owners.get(client) is not peer and clock + self.ahead.get(client, 0) <= last:
                self.ahead[client] = last + 1 - clock
            self.owners[client] = peer
            self._know(client, clock + self.ahead.get(client, 0), _settled(state, peer.seat))
            changed.append(client)
        return self._written(changed) if changed else None

    def _is_of(self, client: int, peer: Sitting, state: str) -> bool:
        mine = [number for number, other in self.owners.items() if other is peer]
        if mine:
            return client in mine
        if state == _GONE:
            return False
        if (owner := self.owners.get(client)) is not None:
            return owner.seat.author == peer.seat.author
        return self.states.get(client, (0, _GONE))[1] == _GONE

    def heard_from_afar(self, body: bytes) -> bytes | None:
        """A message of another process, which said already who is who; what of it is news."""
        changed: list[int] = []
        for client, clock, state in _read(body):
            if client not in self.owners:
                self.states.pop(client, None)
                self._know(client, clock, state)
                changed.append(client)
        return self._written(changed) if changed else None

    def _know(self, client: int, clock: int, state: str) -> None:
        """Note a caret, and forget the oldest ones that went."""
        self.states[client] = (clock, state)
        if len(self.states) > _MAX_KNOWN:
            for old in [each for each, (_, said) in self.states.items() if said == _GONE]:
                del self.states[old]
                self.ahead.pop(old, None)

    def left(self, peer: Sitting) -> bytes | None:
        """Tell that the carets of a peer are gone."""
        gone = [number for number, other in self.owners.items() if other is peer]
        for client in gone:
            del self.owners[client]
            clock, _ = self.states.pop(client)
            self._know(client, clock + 1, _GONE)
        return self._written(gone) if gone else None

    def all(self) -> bytes | None:
        """Every caret, for somebody who comes in."""
        here = [client for client, (_, state) in self.states.items() if state != _GONE]
        return self._written(here) if here else None

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
    if state == _GONE or len(state) > _MAX_STATE:
        return _GONE
    try:
        said: Any = json.loads(state)
    except (ValueError, RecursionError):
        return _GONE
    if not isinstance(said, dict):
        return _GONE
    user = {"name": seat.name, "country": seat.country, "color": color_of(seat)}
    return json.dumps({"cursor": said.get("cursor"), "user": user}, separators=(",", ":"))


_COLORS = ("#005f73", "#9b2226", "#6a3d9a", "#2d6a4f", "#9c4a00", "#3a4f9f", "#8a1c6a", "#4f5d00")


def color_of(seat: Seat) -> str:
    """One of eight colours that carry white words; the same person keeps hers."""
    return _COLORS[seat.author % len(_COLORS)]
