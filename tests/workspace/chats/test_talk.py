"""What is said in a chat, what waits for a teacher, what goes (T-13, H5, H6, H14, H17, F5–F7)."""

import datetime as dt

import pytest

from opentwinning.core.actor import SYSTEM
from opentwinning.core.verdicts import Invalid, Refused
from opentwinning.facilities.jobs.actions import run_due
from opentwinning.facilities.limits.actions import forget_limits
from opentwinning.facilities.notifications.models import Notice
from opentwinning.people.safeguarding.actions import save_words
from opentwinning.people.safeguarding.models import Statement
from opentwinning.workspace.chats.actions import (
    be_here,
    close_chat,
    delete_chat,
    give_message_back,
    hide_message,
    judge_message,
    purge_chats,
    say,
    show_message,
    undelete_chat,
    withdraw_message,
    withhold_message,
)
from opentwinning.workspace.chats.models import Chat, ChatMessage
from opentwinning.workspace.chats.queries import lists
from opentwinning.workspace.chats.views import talk
from opentwinning.workspace.chats.vocabulary import KEPT_FOR, PUPIL_PACE
from tests import cast
from tests.pages import text
from tests.scenes.chats import a_chat, address, again, told
from tests.scenes.twinspaces import a_twinspace

pytestmark = pytest.mark.django_db


# What waits for a teacher.


def test_a_telephone_number_waits_until_a_teacher_lets_it_through():
    """H14: never deleted, never silent; its author and teachers see it, nobody else."""
    scene = a_twinspace()
    chat = a_chat(scene)
    be_here(by=cast.ana().actor, chat=chat)
    held = say(by=scene.nina.actor, chat=chat, text="Call me: 041 123 456")
    assert (held.state, held.held_for) == ("held", "phone")
    assert "This waits for a teacher: there may be a telephone number in it" in text(
        scene.nina.get(address(chat))
    )
    assert "041 123 456" not in text(scene.mihai.get(address(chat)))
    assert "041" not in str(told(scene.mihai, chat))
    assert "Waits for you:" in text(cast.freja().get(address(chat)))
    assert Notice.objects.filter(kind="chats.waiting").exists()
    assert scene.mihai.post(f"/spaces/chat-messages/{held.ref}/let/").status_code in {403, 404}
    cast.freja().post(f"/spaces/chat-messages/{held.ref}/let/")
    assert "041 123 456" in text(scene.mihai.get(address(chat)))
    with pytest.raises(Invalid):
        judge_message(by=cast.ana().actor, message=held, lets_through=False)


def test_what_a_teacher_keeps_back_only_its_author_and_teachers_see():
    scene = a_twinspace()
    chat = a_chat(scene)
    be_here(by=cast.ana().actor, chat=chat)
    held = say(by=scene.nina.actor, chat=chat, text="add me on snapchat nina_09")
    cast.ana().post(f"/spaces/chat-messages/{held.ref}/refuse/")
    assert "A teacher did not let this through" in text(scene.nina.get(address(chat)))
    assert "nina_09" not in text(scene.mihai.get(address(chat)))


def test_words_of_the_site_and_first_messages_wait_too_but_nothing_of_teachers():
    scene = a_twinspace()
    save_words(by=cast.claire().actor, language="sl", words=["skrivnost"])
    chat = a_chat(scene, holds_first=True)
    be_here(by=cast.ana().actor, chat=chat)
    assert say(by=cast.ana().actor, chat=chat, text="0700 900 123 skrivnost").state == "shown"
    first = say(by=scene.nina.actor, chat=chat, text="Hello")
    second = say(by=scene.nina.actor, chat=chat, text="Hello again")
    assert [first.held_for, second.held_for] == ["first", "first"]
    assert Notice.objects.filter(kind="chats.waiting").count() == 2, "both founders, once each"
    judge_message(by=cast.ana().actor, message=first, lets_through=True)
    assert say(by=scene.nina.actor, chat=chat, text="Now").state == "shown"
    assert say(by=scene.nina.actor, chat=chat, text="To je skrivnostno").held_for == "word"


# What is said.


def test_sent_again_it_is_the_same_message_and_numbers_never_repeat():
    """F5: the answer was lost, the page sends again under the same key."""
    scene = a_twinspace()
    chat = a_chat(scene)
    be_here(by=cast.ana().actor, chat=chat)
    sent = {"text": "Once", "send_key": "k1"}
    for _ in range(3):
        answer = scene.nina.post(
            f"{address(chat)}say/", sent, headers={"Accept": "application/json"}
        )
        assert (answer.status_code, answer.json()) == (201, {"number": 1})
    say(by=scene.mihai.actor, chat=chat, text="Once", send_key="k1")
    assert list(ChatMessage.objects.values_list("number", "text")) == [(1, "Once"), (2, "Once")]
    assert Chat.objects.get().last_number == 2


def test_too_fast_too_long_and_empty_are_refused_in_words():
    """F7: five in ten seconds; slow mode; nothing typed is lost."""
    scene = a_twinspace()
    chat = a_chat(scene, slow_seconds=15)
    be_here(by=cast.ana().actor, chat=chat)
    say(by=scene.nina.actor, chat=chat, text="One")
    with pytest.raises(Invalid, match="Slow chat: you can send again in"):
        say(by=scene.nina.actor, chat=chat, text="Two")
    say(by=scene.mihai.actor, chat=chat, text="Another one")
    for number in range(4):
        with pytest.raises(Invalid):
            say(by=scene.nina.actor, chat=chat, text=f"Flood {number}")
    with pytest.raises(Invalid, match="Slowly, please"):
        say(by=scene.nina.actor, chat=chat, text="Flood")
    forget_limits("chats.say", scene.nina.actor.key, PUPIL_PACE)
    for words in ("", "x" * 1001):
        answer = scene.nina.post(f"{address(chat)}say/", {"text": words})
        assert answer.status_code == 422
    assert "x" * 1001 in answer.content.decode()
    plain = say(by=cast.ana().actor, chat=chat, text="<b>bold</b> https://example.org")
    page = text(scene.mihai.get(address(chat)))
    assert "&lt;b&gt;bold&lt;/b&gt;" in page
    assert 'href="https://example.org' not in page, "no link leads out of a chat"
    assert plain.number == 3


def test_whoever_looks_on_learns_exactly_what_changed():
    """F6: new, let through, hidden, taken back; and nothing that she may not see now."""
    scene = a_twinspace()
    chat = a_chat(scene)
    be_here(by=cast.ana().actor, chat=chat)
    say(by=cast.ana().actor, chat=chat, text="Welcome")
    held = say(by=scene.nina.actor, chat=chat, text="041 123 456")
    news = told(scene.mihai, chat)
    assert [each["number"] for each in news["rows"]] == [1]
    assert told(scene.mihai, chat, news["last"])["rows"] == []
    judge_message(by=cast.ana().actor, message=held, lets_through=True)
    later = told(scene.mihai, chat, news["last"])
    assert [each["number"] for each in later["rows"]] == [2]
    hide_message(by=cast.ion().actor, message=held, reason="A number")
    last = told(scene.mihai, chat, later["last"])
    assert (last["rows"], last["gone"]) == ([], [2])
    assert (
        "Hidden by a teacher: A number" in told(scene.nina, chat, later["last"])["rows"][0]["html"]
    )
    show_message(by=cast.ion().actor, message=held)
    withdraw_message(by=scene.nina.actor, message=held)
    assert told(scene.mihai, chat, last["last"])["gone"] == [2]
    close_chat(by=cast.ana().actor, chat=chat, is_closed=True)
    shut = told(scene.mihai, chat)
    assert (shut["rows"], shut["gone"], shut["may_read"]) == ([], [], False)
    for wrong in ("x", "-1", "9" * 30):
        assert scene.mihai.get(f"{address(chat)}news/?after={wrong}").status_code == 200


def test_a_page_that_shows_nothing_yet_gets_the_last_messages(monkeypatch):
    """The chat was shut for Nina and opens: not the beginning of a long talk, but its end."""
    for module in (lists, talk):
        monkeypatch.setattr(module, "PAGE", 3)
    scene = a_twinspace()
    chat = a_chat(scene)
    for number in range(1, 6):
        say(by=cast.ana().actor, chat=chat, text=f"Word {number}")
    be_here(by=cast.ana().actor, chat=chat)
    news = told(scene.nina, chat)
    assert ([each["number"] for each in news["rows"]], news["last"]) == ([3, 4, 5], 5)
    page = text(scene.nina.get(address(chat)))
    assert "Word 2<" not in page
    assert "?before=3" in page
    assert "Word 2<" in text(scene.nina.get(f"{address(chat)}?before=3"))


def test_what_is_taken_back_teachers_still_read():
    scene = a_twinspace()
    chat = a_chat(scene)
    be_here(by=cast.ana().actor, chat=chat)
    said = say(by=scene.nina.actor, chat=chat, text="Something unkind")
    assert scene.mihai.post(f"/spaces/chat-messages/{said.ref}/back/").status_code == 403
    scene.nina.post(f"/spaces/chat-messages/{said.ref}/back/")
    for kid in (scene.nina, scene.mihai):
        assert "Something unkind" not in text(kid.get(address(chat)))
    whole = text(cast.freja().get(f"{address(chat)}transcript/"))
    assert "Something unkind" in whole
    assert "Taken back by its author" in whole
    as_text = cast.freja().get(f"{address(chat)}transcript.txt")
    assert as_text["Content-Disposition"] == 'attachment; filename="chat.txt"'
    assert "Something unkind" in as_text.content.decode()
    assert scene.nina.get(f"{address(chat)}transcript/").status_code == 404
    assert scene.nina.get(f"{address(chat)}transcript.txt").status_code == 404


def test_hiding_has_a_reason_and_a_statement_and_reports_withhold():
    """H6, H17: the author of another country is told; after a report teachers do not show it."""
    scene = a_twinspace()
    chat = a_chat(scene)
    said = say(by=cast.freja().actor, chat=chat, text="Buy my book")
    hide = f"/spaces/chat-messages/{said.ref}/hide/"
    assert cast.ana().post(hide, {"reason": ""}).status_code == 422
    assert cast.ana().post(hide, {"reason": "No selling"}).status_code == 302
    assert Statement.objects.get(account=cast.freja().account).reason == "No selling"
    cast.ana().post(f"/spaces/chat-messages/{said.ref}/show/")
    withhold_message(by=SYSTEM, ref=said.ref, reason="reported")
    with pytest.raises(Refused):
        show_message(by=cast.ana().actor, message=said)
    give_message_back(by=SYSTEM, ref=said.ref)
    assert ChatMessage.objects.get().hidden_at is None
    be_here(by=cast.ana().actor, chat=chat)
    assert f"/care/report/chat_message/{said.ref}" in text(scene.nina.get(address(chat)))


def test_messages_are_gone_after_ninety_days_and_deleted_chats_after_thirty(clock):
    """H5."""
    scene = a_twinspace()
    chat, other = a_chat(scene), a_chat(scene, title="Another")
    say(by=cast.ana().actor, chat=chat, text="Old")
    clock.passes(days=89)
    say(by=cast.ana().actor, chat=chat, text="New")
    delete_chat(by=cast.ana().actor, chat=other)
    purge_chats(by=SYSTEM)
    assert ChatMessage.objects.count() == 2
    undelete_chat(by=cast.ana().actor, chat=again(other))
    delete_chat(by=cast.ana().actor, chat=again(other))
    clock.passes(days=2)
    run_due()
    purge_chats(by=SYSTEM)
    assert [each.text for each in ChatMessage.objects.all()] == ["New"]
    assert Chat.objects.count() == 2
    clock.passes(days=30)
    purge_chats(by=SYSTEM)
    assert Chat.objects.get() == chat
    assert dt.timedelta(days=90) == KEPT_FOR
