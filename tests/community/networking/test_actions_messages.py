"""Writing to contacts (L-07, row 47); never to or from pupils (H2)."""

import pytest

from opentwinning.community.networking.actions import (
    accept_contact,
    ask_for_contact,
    begin_conversation,
    block_educator,
    leave_conversation,
    mark_conversation_read,
    send_message,
)
from opentwinning.community.networking.models import Message, Participant
from opentwinning.core.actor import Actor, Role
from opentwinning.core.privacy import Subject, erase
from opentwinning.core.verdicts import Invalid, Refused
from opentwinning.facilities.notifications.models import Notice
from opentwinning.people.accounts.models import Account
from tests import cast

pytestmark = pytest.mark.django_db


def befriend(one, other):
    contact = ask_for_contact(by=one.actor, educator=other.educator, message="")
    accept_contact(by=other.actor, contact=contact)


def begin(by, *to, text="Hello, shall we plan a project?"):
    return begin_conversation(
        by=by.actor, to=[each.educator for each in to], subject="Rivers", text=text
    )


def test_contacts_write_to_each_other():
    ana, ion = cast.ana(), cast.ion()
    befriend(ana, ion)
    conversation = begin(ana, ion)
    send_message(by=ion.actor, conversation=conversation, text="With pleasure.")
    said = Message.objects.order_by("number").values_list("number", "author__name")
    assert list(said) == [(1, "Ana Kovač"), (2, "Ion Popescu")]


def test_strangers_do_not():
    ana, ion = cast.ana(), cast.ion()
    with pytest.raises(Refused, match="contacts only"):
        begin(ana, ion)
    with pytest.raises(Refused) as refusal:
        begin(cast.ewa(), ion)
    assert refusal.value.verdict.secret


def test_a_pupil_has_no_part_in_it():
    """H2: whatever is sent in a pupil's name is answered as if nothing were there."""
    ana, ion = cast.ana(), cast.ion()
    befriend(ana, ion)
    conversation = begin(ana, ion)
    nina = Actor(pupil_id=1, roles=frozenset({Role.PUPIL}), name="Otter 12")
    for act in (
        lambda: send_message(by=nina, conversation=conversation, text="Hi"),
        lambda: begin_conversation(by=nina, to=[ion.educator], subject="Hi", text="Hi"),
    ):
        with pytest.raises(Refused) as refusal:
            act()
        assert refusal.value.verdict.secret
    assert Message.objects.count() == 1


def test_only_its_people_read_and_write():
    ana, ion, marek = cast.ana(), cast.ion(), cast.marek()
    befriend(ana, ion)
    conversation = begin(ana, ion)
    for act in (leave_conversation, mark_conversation_read):
        with pytest.raises(Refused) as refusal:
            act(by=marek.actor, conversation=conversation)
        assert refusal.value.verdict.secret


def test_one_notice_until_she_comes_back():
    ana, ion = cast.ana(), cast.ion()
    befriend(ana, ion)
    conversation = begin(ana, ion)
    send_message(by=ana.actor, conversation=conversation, text="And maps.")
    told = Notice.objects.filter(account_id=ion.account.pk, kind="networking.message")
    assert told.count() == 1
    conversation.refresh_from_db()
    mark_conversation_read(by=ion.actor, conversation=conversation)
    send_message(by=ana.actor, conversation=conversation, text="And photos.")
    assert told.count() == 2
    assert not Notice.objects.filter(account_id=ana.account.pk, kind="networking.message").exists()


def test_a_second_click_sends_nothing_twice():
    """G6."""
    ana, ion = cast.ana(), cast.ion()
    befriend(ana, ion)
    conversation = begin(ana, ion)
    one = send_message(by=ion.actor, conversation=conversation, text="Yes")
    assert send_message(by=ion.actor, conversation=conversation, text="Yes") == one
    assert Message.objects.count() == 2


def test_a_block_stops_the_conversation_of_two():
    ana, ion = cast.ana(), cast.ion()
    befriend(ana, ion)
    conversation = begin(ana, ion)
    block_educator(by=ion.actor, educator=ana.educator)
    with pytest.raises(Refused, match="no contacts any more"):
        send_message(by=ana.actor, conversation=conversation, text="Are you there?")


def test_who_left_hears_nothing_more():
    ana, ion, freja = cast.ana(), cast.ion(), cast.freja()
    befriend(ana, ion)
    befriend(ana, freja)
    conversation = begin(ana, ion, freja)
    leave_conversation(by=ion.actor, conversation=conversation)
    with pytest.raises(Refused):
        send_message(by=ion.actor, conversation=conversation, text="One more thing")
    send_message(by=ana.actor, conversation=conversation, text="Only we two now")
    assert Participant.objects.get(account=ion.account).read_count == 0
    leave_conversation(by=freja.actor, conversation=conversation)
    with pytest.raises(Refused, match="Everybody else has left"):
        send_message(by=ana.actor, conversation=conversation, text="Hello?")


def test_an_officer_writes_to_educators_of_her_country_and_they_answer():
    """Row 47; ``is_in_charge`` keeps her to her own country (B13)."""
    petra, ana, ion = cast.petra(), cast.ana(), cast.ion()
    conversation = begin(petra, ana)
    send_message(by=ana.actor, conversation=conversation, text="Thank you for asking.")
    with pytest.raises(Refused):
        begin(petra, ion)


@pytest.mark.parametrize("count", [0, 12])
def test_a_conversation_has_two_to_twelve_people(count):
    claire = cast.claire()
    people = [cast.newcomer(f"Guest{number} X", "SI") for number in range(count)]
    with pytest.raises(Invalid):
        begin(claire, *people)


def test_the_words_of_an_erased_person_go():
    """J3."""
    ana, ion = cast.ana(), cast.ion()
    befriend(ana, ion)
    conversation = begin(ana, ion)
    send_message(by=ion.actor, conversation=conversation, text="With pleasure.")
    erase(Subject.EDUCATOR, ana.account.pk)
    assert list(Message.objects.order_by("number").values_list("text", flat=True)) == [
        "", "With pleasure.",
    ]  # fmt: skip
    assert Account.objects.get(pk=ana.account.pk).name == ""
