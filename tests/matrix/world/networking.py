"""Contacts, calls and messages of Ana (own) and of Chantal of France (other)."""

import datetime as dt

from opentwinning.community.networking.actions import (
    accept_contact,
    answer_call,
    ask_for_contact,
    begin_conversation,
    block_educator,
    close_call,
    publish_call,
    save_search,
    save_timetable,
    write_contact_note,
)
from opentwinning.community.networking.models import Attachment
from opentwinning.community.networking.vocabulary import CallTraitKind
from opentwinning.core.clock import today
from tests import cast
from tests.scenes.files import received


def furnish(world):
    stranger = cast.educator("Olga Berzina", "LV")
    world.put("own", "stranger", stranger.educator.ref)
    blocked = cast.educator("Gert Mulder", "NL")
    block_educator(by=world.own.founder.actor, educator=blocked.educator)
    world.put("own", "blocked", blocked.educator.ref)
    for scope in ("own", "other"):
        me = world.own.founder if scope == "own" else cast.educator("Chantal Roux", "FR")
        _ties(world, scope, me)
        _talk(world, scope, me)
    world.canary("own", "contact note", "CANARY-note-own", {"PF"})
    world.canary("own", "lesson", "CANARY-lesson-own", {"PF"})
    world.canary("other", "lesson", "CANARY-lesson-other", set())
    world.canary("own", "message", "CANARY-message-own", {"PF"})
    world.canary("other", "message", "CANARY-message-other", set())
    world.canary("own", "attachment", "CANARY-attachment-own", {"PF"})
    world.canary("other", "attachment", "CANARY-attachment-other", set())
    members = {"ED", "PM", "PF", "AM", "NS", "NX", "CS"}
    world.canary("own", "partner call", "CANARY-call-own", members)
    world.canary("own", "answer", "CANARY-answer-own", members)


def _ties(world, scope, me):
    """A contact with a note, a request that waits, a request that was sent."""
    friend, asker, asked = (cast.educator(f"{who}{scope} X", "LT") for who in ("Fr", "As", "Ad"))
    contact = ask_for_contact(by=me.actor, educator=friend.educator, message="Hello")
    accept_contact(by=friend.actor, contact=contact)
    write_contact_note(by=me.actor, contact=contact, text=f"CANARY-note-{scope}")
    world.put(scope, "contact", contact.ref)
    save_timetable(
        by=me.actor, time_zone="Europe/Ljubljana", closed=[],
        slots=[(0, dt.time(9), dt.time(10), f"CANARY-lesson-{scope}")],
    )  # fmt: skip
    search = save_search(by=me.actor, query="country=RO", name="Kept", pace="weekly")
    world.put(scope, "saved_search", search.ref)
    request = ask_for_contact(by=asker.actor, educator=me.educator, message="Hello")
    world.put(scope, "request", request.ref)
    sent = ask_for_contact(by=me.actor, educator=asked.educator, message="Hello")
    world.put(scope, "request_sent", sent.ref)
    conversation = begin_conversation(
        by=me.actor,
        to=[friend.educator],
        subject="Rivers",
        text=f"CANARY-message-{scope}",
        attachments=[received(f"CANARY-attachment-{scope}.pdf")],
    )
    world.put(scope, "conversation", conversation.ref)
    world.put(scope, "attachment", Attachment.objects.get(message__conversation=conversation).ref)


def _talk(world, scope, me):
    call, closed = (_call(me, f"CANARY-call-{scope} {title}") for title in ("open", "closed"))
    close_call(by=me.actor, call=closed)
    world.put(scope, "call", call.ref)
    world.put(scope, "call_closed", closed.ref)
    answerer = me if scope == "own" else cast.educator("Lucie Roy", "FR")
    under = _call(cast.educator("Mia Olsen", "NO"), f"Call answered {scope}")
    answer = answer_call(by=answerer.actor, call=under, text=f"CANARY-answer-{scope}")
    world.put(scope, "call_answer", answer.ref)


def _call(author, title):
    return publish_call(
        by=author.actor, title=title, idea="Rivers", language="en",
        expires_on=today() + dt.timedelta(days=30), traits={CallTraitKind.AGE: ["9-12"]},
    )  # fmt: skip
