"""Asking, accepting, declining, ending, blocking (X-20, L-05, G9)."""

import datetime as dt

import pytest

from opentwinning.community.networking.actions import (
    accept_contact,
    ask_for_contact,
    block_educator,
    decline_contact,
    end_contact,
    unblock_educator,
    withdraw_contact,
    write_contact_note,
)
from opentwinning.community.networking.models import Contact, ContactNote
from opentwinning.community.networking.queries import are_contacts, contacts_of
from opentwinning.core.clock import now, stopped
from opentwinning.core.verdicts import Invalid, Refused
from opentwinning.facilities.audit.models import LedgerEntry
from opentwinning.facilities.notifications.models import Notice
from opentwinning.people.educators.actions import edit_profile
from tests import cast

pytestmark = pytest.mark.django_db


def ask(by, whom, message="Shall we work together?"):
    return ask_for_contact(by=by.actor, educator=whom.educator, message=message)


def test_ana_asks_and_ion_accepts():
    """X-20: contact first."""
    ana, ion = cast.ana(), cast.ion()
    contact = ask(ana, ion)
    assert contacts_of(ana.actor) == []
    accept_contact(by=ion.actor, contact=contact)
    assert contacts_of(ana.actor) == [ion.educator]
    assert contacts_of(ion.actor) == [ana.educator]
    assert are_contacts(ion.account.pk, ana.account.pk)


def test_both_are_told():
    ana, ion = cast.ana(), cast.ion()
    contact = ask(ana, ion)
    asked = Notice.objects.get(account_id=ion.account.pk, kind="networking.asked")
    assert asked.facts["asker"] == "Ana Kovač"
    accept_contact(by=ion.actor, contact=contact)
    assert Notice.objects.get(account_id=ana.account.pk, kind="networking.accepted")


def test_a_no_tells_nobody():
    ana, ion = cast.ana(), cast.ion()
    contact = ask(ana, ion)
    before = Notice.objects.filter(account_id=ana.account.pk).count()
    decline_contact(by=ion.actor, contact=contact)
    assert Notice.objects.filter(account_id=ana.account.pk).count() == before
    assert not are_contacts(ana.account.pk, ion.account.pk)


def test_after_a_no_ana_waits_thirty_days_but_ion_may_ask_at_once():
    ana, ion = cast.ana(), cast.ion()
    decline_contact(by=ion.actor, contact=ask(ana, ion))
    with pytest.raises(Refused, match="not looking for new contacts"):
        ask(ana, ion)
    with stopped(now() + dt.timedelta(days=31)):
        assert ask(ana, ion).state == "asked"
    contact = Contact.objects.get()
    withdraw_contact(by=ana.actor, contact=contact)
    assert ask(ion, ana).asker == ion.educator


def test_asking_back_means_to_accept():
    ana, ion = cast.ana(), cast.ion()
    ask(ana, ion)
    assert ask(ion, ana).state == "accepted"
    assert Contact.objects.count() == 1


def test_a_second_click_is_refused():
    """G6."""
    ana, ion = cast.ana(), cast.ion()
    ask(ana, ion)
    with pytest.raises(Refused, match="asked already"):
        ask(ana, ion)


def test_nobody_answers_for_somebody_else():
    ana, ion, marek = cast.ana(), cast.ion(), cast.marek()
    contact = ask(ana, ion)
    with pytest.raises(Refused, match="other one answers"):
        accept_contact(by=ana.actor, contact=contact)
    for act in (accept_contact, decline_contact, withdraw_contact, end_contact):
        with pytest.raises(Refused) as refusal:
            act(by=marek.actor, contact=contact)
        assert refusal.value.verdict.secret
    contact.refresh_from_db()
    assert contact.state == "asked"


def test_an_answer_stands():
    ana, ion = cast.ana(), cast.ion()
    contact = ask(ana, ion)
    accept_contact(by=ion.actor, contact=contact)
    with pytest.raises(Invalid):
        decline_contact(by=ion.actor, contact=contact)
    end_contact(by=ana.actor, contact=contact)
    assert not are_contacts(ana.account.pk, ion.account.pk)


def test_who_waits_for_validation_can_neither_ask_nor_be_asked():
    """A15."""
    ana, ewa = cast.ana(), cast.ewa()
    with pytest.raises(Refused, match="validated you"):
        ask(ewa, ana)
    with pytest.raises(Refused) as refusal:
        ask(ana, ewa)
    assert refusal.value.verdict.secret


@pytest.mark.parametrize("field", ["is_available", "is_visible"])
def test_who_does_not_want_to_be_asked_is_not_asked(field):
    """X-13, R-22."""
    ana, ion = cast.ana(), cast.ion()
    edit_profile(by=ion.actor, educator=ion.educator, traits={}, **{field: False})
    with pytest.raises(Refused):
        ask(ana, ion)
    assert not Contact.objects.exists()


def test_a_block_ends_the_contact_and_closes_the_way_back():
    ana, ion = cast.ana(), cast.ion()
    contact = ask(ana, ion)
    accept_contact(by=ion.actor, contact=contact)
    block_educator(by=ion.actor, educator=ana.educator)
    assert contacts_of(ana.actor) == []
    with pytest.raises(Refused) as refusal:
        ask(ana, ion)
    assert str(refusal.value) == "This teacher is not looking for new contacts."
    unblock_educator(by=ion.actor, educator=ana.educator)
    assert ask(ana, ion).state == "asked"


def test_a_note_is_for_ones_own_eyes_and_can_be_removed():
    ana, ion = cast.ana(), cast.ion()
    contact = ask(ana, ion)
    accept_contact(by=ion.actor, contact=contact)
    write_contact_note(by=ana.actor, contact=contact, text="Met in Ptuj")
    assert ContactNote.objects.get().owner == ana.educator
    write_contact_note(by=ana.actor, contact=contact, text="")
    assert not ContactNote.objects.exists()


def test_each_act_leaves_one_audit_row():
    """J6."""
    ana, ion = cast.ana(), cast.ion()
    before = LedgerEntry.objects.count()
    contact = ask(ana, ion)
    accept_contact(by=ion.actor, contact=contact)
    end_contact(by=ion.actor, contact=contact)
    block_educator(by=ion.actor, educator=ana.educator)
    verbs = list(LedgerEntry.objects.order_by("pk").values_list("verb", flat=True))[before:]
    assert [verb.rsplit(".", 1)[1] for verb in verbs] == [
        "ask_for_contact", "accept_contact", "end_contact", "block_educator",
    ]  # fmt: skip
