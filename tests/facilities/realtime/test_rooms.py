"""What a room hears, passes on and refuses (F1–F10), without sockets and without a database."""

import asyncio
import contextlib
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pycrdt import Doc, Text, create_update_message

from opentwinning.core.lines import Change, Held, Seat
from opentwinning.facilities.realtime.adapters import wire
from opentwinning.facilities.realtime.adapters.peer import Peer
from opentwinning.facilities.realtime.adapters.room import Room
from opentwinning.facilities.realtime.adapters.server import Knock
from opentwinning.facilities.realtime.vocabulary import (
    AWARENESS,
    KEPT,
    MAX_MESSAGES,
    MAX_WAITING,
    SYNC,
    Close,
)

ANA, ION = Seat(1, 11, "Ana Kovač", "SI"), Seat(1, 12, "Ion Popescu", "RO")


def a_text(words):
    document = Doc()
    document.get("default", type=Text).insert(0, words)
    return document.get_update()


class Sent(list):
    """A socket that takes everything."""

    async def __call__(self, message):
        self.append(message)


def a_room():
    return Room(1, Held(0, a_text("river "), []))


def entered(room, seat):
    peer = Peer(Sent(), seat)
    room.enter(peer)
    return peer


def waiting(peer):
    found = []
    while not peer._waiting.empty():
        found.append(peer._waiting.get_nowait())
    return found


def carets(client, name, clock=1):
    said = {"user": {"name": name}, "cursor": {"anchor": 1}} if name else None
    state = json.dumps(said).encode()
    inside = wire.of_number(1) + wire.of_number(client) + wire.of_number(clock)
    return bytes([AWARENESS]) + wire.of_block(inside + wire.of_block(state))


def run(play):
    async def whole():
        return play()

    return asyncio.run(whole())


def test_a_change_reaches_everybody_else_and_waits_to_be_kept():
    def play():
        room = a_room()
        ana, ion = entered(room, ANA), entered(room, ION)
        waiting(ana), waiting(ion)
        room.hear(ana, create_update_message(a_text("bridge")))
        assert waiting(ana) == []
        assert len(waiting(ion)) == 1
        assert [author for author, _ in room.to_keep()] == [ANA.author]
        assert room.to_keep() == []

    run(play)


def test_kept_counts_the_changes_of_each_socket():
    def play():
        room = a_room()
        ana, ion = entered(room, ANA), entered(room, ION)
        room.hear(ana, create_update_message(a_text("bridge")))
        room.hear(ana, create_update_message(b"\x00\x00"))
        heard = room.heard_so_far()
        waiting(ana), waiting(ion)
        room.was_kept([7], heard)
        assert waiting(ana) == [bytes([KEPT]) + wire.of_number(2)]
        assert waiting(ion) == [bytes([KEPT]) + wire.of_number(0)]

    run(play)


def test_rows_of_other_processes_are_taken_once():
    def play():
        room = a_room()
        ana = entered(room, ANA)
        waiting(ana)
        news = Held(0, b"", [Change(9, a_text("bridge"))])
        room.take(news)
        room.take(news)
        assert len(waiting(ana)) == 1

    run(play)


def test_the_server_says_whose_caret_it_is():
    def play():
        room = a_room()
        ana, ion = entered(room, ANA), entered(room, ION)
        waiting(ana), waiting(ion)
        room.hear(ana, carets(5, "the head teacher"))
        (told,) = waiting(ion)
        assert b"head teacher" not in told
        assert "Ana Kova" in told.decode("latin-1")
        room.hear(ion, carets(5, "Ion", clock=9))  # somebody else's caret
        assert waiting(ana) == []

    run(play)


def test_a_socket_that_breaks_takes_its_caret_along():
    def play():
        room = a_room()
        ana, ion = entered(room, ANA), entered(room, ION)
        room.hear(ana, carets(5, "Ana"))
        waiting(ion)
        room.leave(ana)
        (told,) = waiting(ion)
        assert b"null" in told
        assert room.carets.all() is None

    run(play)


def test_a_browser_that_came_back_takes_its_caret_along():
    """The old socket is often noticed later than the new one comes."""

    def play():
        room = a_room()
        old, ion = entered(room, ANA), entered(room, ION)
        room.hear(old, carets(5, "Ana"))
        new = entered(room, ANA)
        room.hear(new, carets(5, "Ana", clock=2))
        waiting(ion)
        room.leave(old)
        assert waiting(ion) == []
        assert list(room.carets.states) == [5]

    run(play)


def test_who_comes_back_is_seen_again_at_once():
    """Browsers believe only a clock that is newer than the one that said somebody is gone."""

    def play():
        room = a_room()
        ana, ion = entered(room, ANA), entered(room, ION)
        room.hear(ana, carets(5, "Ana", clock=4))
        room.leave(ana)
        (went,) = clocks(room)
        again = entered(room, ANA)
        room.hear(again, carets(5, "Ana", clock=4))
        (came,) = clocks(room)
        room.hear(again, carets(5, "Ana", clock=5))
        (moved,) = clocks(room)
        assert went < came < moved
        assert "Ana Kova" in waiting(ion)[-1].decode("latin-1")

    run(play)


def clocks(room):
    return [clock for clock, _ in room.carets.states.values()]


def test_nobody_is_sent_away_or_renamed_by_what_another_heard():
    """A browser sends back what it hears, also that Ana is gone: she can still come back (found by
    a seed of tests/faults/test_together.py)."""

    def play():
        room = a_room()
        ana, ion = entered(room, ANA), entered(room, ION)
        room.hear(ion, carets(6, "Ion"))
        room.hear(ana, carets(5, "Ana"))
        room.leave(ana)
        room.hear(ion, carets(5, None, clock=2))
        room.hear(ion, carets(5, "Ana", clock=2))
        again = entered(room, ANA)
        room.hear(again, carets(5, "Ana", clock=3))
        assert "Ana Kova" in room.carets.all().decode("latin-1")
        assert room.carets.owners == {6: ion, 5: again}

    run(play)


def test_a_caret_in_another_process_is_nobody_elses():
    def play():
        here, there = a_room(), a_room()
        ana, ion = entered(here, ANA), entered(there, ION)
        here.hear(ana, carets(5, "Ana"))
        there.heard_from_afar(here.outgoing[-1])
        there.hear(ion, carets(5, "Ion", clock=7))
        assert b"Ion" not in there.carets.all()
        waiting(ion)
        here.leave(ana)
        there.heard_from_afar(here.outgoing[-1])
        assert there.carets.all() is None
        assert len(waiting(ion)) == 1

    run(play)


def test_carets_that_went_are_forgotten_in_the_end():
    def play():
        room = a_room()
        for number in range(1200):
            ana = entered(room, ANA)
            room.hear(ana, carets(number, "Ana"))
            room.leave(ana)
        assert len(room.carets.states) <= 500

    run(play)


def test_a_slow_reader_is_cut_and_holds_up_nobody():
    def play():
        room = a_room()
        ana, ion = entered(room, ANA), entered(room, ION)
        for number in range(MAX_WAITING + 10):
            room.hear(ana, carets(5, "Ana", clock=number + 1))
        assert ion.code == Close.SLOW
        assert ana.code == 0

    run(play)


def test_too_many_messages_are_too_many():
    peer = Peer(Sent(), ANA)

    assert all(peer.may_speak() for _ in range(MAX_MESSAGES))
    assert not peer.may_speak()


def test_the_last_words_are_sent_before_a_socket_is_closed():
    async def play():
        sent = Sent()
        peer = Peer(sent, ANA)
        peer.tell(b"one")
        peer.end(Close.REFUSED, b"why")
        await peer.write()
        return sent

    sent = asyncio.run(play())
    assert [each.get("bytes") for each in sent] == [b"one", b"why", None]
    assert sent[-1] == {"type": "websocket.close", "code": Close.REFUSED}


@settings(max_examples=400, deadline=None)
@given(
    st.one_of(
        st.binary(max_size=60),
        st.binary(max_size=60).map(lambda b: bytes([SYNC, 2]) + wire.of_block(b)),
        st.binary(max_size=60).map(lambda b: bytes([SYNC, 0]) + wire.of_block(b)),
        st.binary(max_size=60).map(lambda b: bytes([AWARENESS]) + wire.of_block(b)),
        st.text(max_size=40).map(
            lambda t: (
                bytes([AWARENESS])
                + wire.of_block(b"\x01\x05\x01" + wire.of_block(t.encode("utf-8", "replace")))
            )
        ),
    )
)
def test_no_message_kills_a_room(message):
    """F10: malformed messages end their own socket, with one kind of exception."""

    def play():
        room = a_room()
        ana = entered(room, ANA)
        with contextlib.suppress(ValueError):
            room.hear(ana, message)
        room.hear(ana, create_update_message(a_text("still here")))
        assert "still here" in str(room.document.get("default", type=Text))

    run(play)


def test_only_who_writes_is_taken_for_present():
    knock = Knock({"path": "/live/page/pag_1", "headers": []})

    knock.mark_unattended(is_so=True)
    assert "ot.unattended" in knock.request.META
    knock.mark_unattended(is_so=False)
    assert "ot.unattended" not in knock.request.META


@pytest.mark.parametrize("value", [0, 1, 127, 128, 300, 2**32, 2**53 - 1])
def test_numbers_come_back(value):
    assert wire.number(wire.of_number(value), 0) == (value, len(wire.of_number(value)))


@pytest.mark.parametrize("broken", [b"", b"\x80", b"\xff" * 12, b"\x05abc"])
def test_broken_pieces_are_refused(broken):
    with pytest.raises(ValueError, match=r"no number|cut short"):
        wire.block(broken, 0)
