"""Asking somebody to be a contact, and what follows (X-20, L-05)."""

from django.utils.translation import pgettext_lazy

from opentwinning.community.networking.events import ContactAccepted, ContactAsked
from opentwinning.community.networking.models import Block, Contact, ContactNote, Follow
from opentwinning.community.networking.policies import (
    may_answer_contact,
    may_ask_for_contact,
    may_block_educator,
    may_keep_contact,
    may_withdraw_contact,
)
from opentwinning.community.networking.queries.answers import answer_rate_of
from opentwinning.community.networking.vocabulary import CONTACT_TRANSITIONS, ContactState
from opentwinning.core.actions import action, note
from opentwinning.core.actor import SYSTEM, Actor
from opentwinning.core.clock import now
from opentwinning.core.events import emit
from opentwinning.core.transitions import move
from opentwinning.core.verdicts import Invalid, deny_unless
from opentwinning.people.educators.actions import keep_answer_rate
from opentwinning.people.educators.models import Educator

_NOT_NOW = pgettext_lazy("networking", "This has changed meanwhile. Reload the page.")


@action
def ask_for_contact(*, by: Actor, educator: Educator, message: str) -> Contact:
    """Ask once; the request of somebody who asked before is accepted by asking back."""
    deny_unless(may_ask_for_contact(by, educator))
    me = Educator.objects.get(account_id=by.account)
    low, high = sorted((me.pk, educator.pk))
    contact, is_new = Contact.objects.select_for_update().get_or_create(
        low=low, high=high, defaults={"asker": me, "asked": educator, "message": message}
    )
    if contact.state == ContactState.ASKED and contact.asker_id == educator.pk:
        return accept_contact(by=by, contact=contact)
    if not is_new:
        move(contact, to=ContactState.ASKED, table=CONTACT_TRANSITIONS, sentence=_NOT_NOW)
        contact.asker, contact.asked, contact.message = me, educator, message
        contact.asked_at, contact.answered_at = now(), None
        contact.save()
    note(contact)
    emit(ContactAsked(contact_id=contact.pk, asker_id=me.pk, asked_id=educator.pk))
    return contact


@action
def accept_contact(*, by: Actor, contact: Contact) -> Contact:
    """The two may now write to each other and found projects."""
    deny_unless(may_answer_contact(by, contact))
    contact = _answered(contact, ContactState.ACCEPTED)
    emit(ContactAccepted(contact.pk, asker_id=contact.asker_id, asked_id=contact.asked_id))
    return contact


@action
def decline_contact(*, by: Actor, contact: Contact) -> Contact:
    """Nobody is told: the request just stays without an answer for the one who asked."""
    deny_unless(may_answer_contact(by, contact))
    return _answered(contact, ContactState.DECLINED)


@action
def withdraw_contact(*, by: Actor, contact: Contact) -> Contact:
    """The one who asked takes the request back."""
    deny_unless(may_withdraw_contact(by, contact))
    return _answered(contact, ContactState.WITHDRAWN)


@action
def end_contact(*, by: Actor, contact: Contact) -> Contact:
    """Either of the two; projects they share go on."""
    deny_unless(may_keep_contact(by, contact))
    return _answered(contact, ContactState.ENDED)


@action
def write_contact_note(*, by: Actor, contact: Contact, text: str) -> None:
    """A note for one's own eyes; empty text removes it."""
    deny_unless(may_keep_contact(by, contact))
    me = Educator.objects.get(account_id=by.account)
    about = contact.other(me)
    if text:
        ContactNote.objects.update_or_create(
            owner=me, about=about, defaults={"text": text, "saved_at": now()}
        )
    else:
        ContactNote.objects.filter(owner=me, about=about).delete()
    note(contact)


@action
def block_educator(*, by: Actor, educator: Educator) -> Block:
    """No requests, answers or messages between the two any more; a contact ends,
    and so does following, both ways."""
    deny_unless(may_block_educator(by, educator))
    me = Educator.objects.get(account_id=by.account)
    block, _ = Block.objects.get_or_create(owner=me, blocked=educator)
    Follow.objects.filter(follower=me, followed=educator).delete()
    Follow.objects.filter(follower=educator, followed=me).delete()
    contact = Contact.between(me.pk, educator.pk)
    if contact is not None and contact.state in {ContactState.ASKED, ContactState.ACCEPTED}:
        asked = contact.state == ContactState.ASKED
        declined = ContactState.WITHDRAWN if contact.asker_id == me.pk else ContactState.DECLINED
        _answered(contact, declined if asked else ContactState.ENDED)
    note(educator)
    return block


@action
def unblock_educator(*, by: Actor, educator: Educator) -> None:
    """Allow the other one again; the contact does not come back by itself."""
    deleted, _ = Block.objects.filter(owner__account_id=by.account, blocked=educator).delete()
    if not deleted:
        raise Invalid(_NOT_NOW)
    note(educator)


def _answered(contact: Contact, to: ContactState) -> Contact:
    people = Contact.objects.select_related("asker", "asked")
    contact = people.select_for_update(of=("self",)).get(pk=contact.pk)
    left = move(contact, to=to, table=CONTACT_TRANSITIONS, sentence=_NOT_NOW)
    contact.answered_at = now()
    contact.save(update_fields=["state", "answered_at", "low", "high"])
    note(contact, before=left, after=to)
    if left == ContactState.ASKED and to != ContactState.WITHDRAWN:
        count_answers(contact.asked_id)
    return contact


def count_answers(educator_id: int) -> None:
    """Keep how she answers where the directory reads it (pain 11)."""
    rate = answer_rate_of(educator_id)
    if Educator.objects.filter(pk=educator_id).exclude(answer_rate=rate).exists():
        keep_answer_rate(by=SYSTEM, educator_id=educator_id, rate=rate)
