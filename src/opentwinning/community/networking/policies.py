"""Who may look, ask, publish and write (matrix rows 7, 8, 46, 47; A15). Pupils never (H2)."""

from django.utils.translation import pgettext_lazy

from opentwinning.community.networking.models import (
    Attachment,
    Block,
    CallAnswer,
    Contact,
    Conversation,
    Participant,
    PartnerCall,
    SavedSearch,
)
from opentwinning.community.networking.vocabulary import ASK_AGAIN, CallState, ContactState
from opentwinning.core.actor import Actor, Role
from opentwinning.core.clock import now, today
from opentwinning.core.verdicts import Verdict, granted, hidden, refused
from opentwinning.people.educators.models import Educator
from opentwinning.people.support.queries import is_in_charge, officers_of

_OFFICERS = (Role.NATIONAL_OFFICER, Role.CENTRAL_OFFICER)
_NOT_VALIDATED = pgettext_lazy(
    "networking", "This opens when your support organisation has validated you."
)
_NOT_AVAILABLE = pgettext_lazy("networking", "This teacher is not looking for new contacts.")


def is_own(actor: Actor, educator: Educator) -> bool:
    """True when the educator's account is the actor's."""
    return actor.account_id is not None and educator.account_id == actor.account_id


def may_search_educators(actor: Actor) -> Verdict:
    """Validated educators and officers; others learn nothing about anybody (A15)."""
    if actor.is_a(Role.VALIDATED, *_OFFICERS):
        return granted()
    return refused(_NOT_VALIDATED) if actor.is_a(Role.EDUCATOR) else hidden()


def may_keep_search(actor: Actor, search: SavedSearch) -> Verdict:
    """Only the one who saved it."""
    return granted() if is_own(actor, search.owner) else hidden()


def may_ask_for_contact(actor: Actor, educator: Educator) -> Verdict:
    """A validated educator asks another who is visible and available (X-13). Whoever was blocked
    reads the same sentence as for somebody who is not available."""
    if not actor.is_a(Role.VALIDATED):
        return refused(_NOT_VALIDATED)
    if not (educator.is_validated and educator.is_visible):
        return hidden()
    if is_own(actor, educator):
        return refused(pgettext_lazy("networking", "This is your own profile."))
    me = Educator.objects.filter(account_id=actor.account).first()
    if me is None or not educator.is_available or Block.stands_between(me.pk, educator.pk):
        return refused(_NOT_AVAILABLE)
    return _again(me, Contact.between(me.pk, educator.pk))


def _again(me: Educator, contact: Contact | None) -> Verdict:
    if contact is None:
        return granted()
    if contact.state == ContactState.ACCEPTED:
        return refused(pgettext_lazy("networking", "You are contacts already."))
    if contact.asker_id != me.pk:
        return granted()  # asking somebody who asked means to accept
    if contact.state == ContactState.ASKED:
        return refused(pgettext_lazy("networking", "You have asked already. Wait for the answer."))
    declined_at = contact.answered_at if contact.state == ContactState.DECLINED else None
    if declined_at is not None and declined_at > now() - ASK_AGAIN:
        return refused(_NOT_AVAILABLE)
    return granted()


def may_answer_contact(actor: Actor, contact: Contact) -> Verdict:
    """Only the one who was asked; the one who asked may know that, everybody else not."""
    if not actor.is_a(Role.VALIDATED):
        return refused(_NOT_VALIDATED)
    if is_own(actor, contact.asked):
        return granted()
    if is_own(actor, contact.asker):
        return refused(pgettext_lazy("networking", "The other one answers this request."))
    return hidden()


def may_withdraw_contact(actor: Actor, contact: Contact) -> Verdict:
    """Only the one who asked."""
    return granted() if is_own(actor, contact.asker) else hidden()


def may_keep_contact(actor: Actor, contact: Contact) -> Verdict:
    """Either of the two may write a note about it and end it."""
    if is_own(actor, contact.asker) or is_own(actor, contact.asked):
        return granted()
    return hidden()


def may_keep_timetable(actor: Actor, educator: Educator) -> Verdict:
    """Only the validated educator herself writes and reads her timetable."""
    if not actor.is_a(Role.VALIDATED):
        return refused(_NOT_VALIDATED)
    return granted() if is_own(actor, educator) else hidden()


def may_compare_lessons(actor: Actor, contact: Contact) -> Verdict:
    """The two who are contacts learn when they teach at the same time, and nothing more."""
    is_one_of_them = may_keep_contact(actor, contact)
    return is_one_of_them if contact.state == ContactState.ACCEPTED else hidden()


def may_block_educator(actor: Actor, educator: Educator) -> Verdict:
    """Any other educator whom one could see or already knows."""
    if not actor.is_a(Role.VALIDATED):
        return refused(_NOT_VALIDATED)
    if is_own(actor, educator):
        return refused(pgettext_lazy("networking", "This is your own profile."))
    return granted()


def may_follow(actor: Actor, educator: Educator) -> Verdict:
    """A validated educator follows another whom she may see and did not block (L-11)."""
    if not actor.is_a(Role.VALIDATED):
        return refused(_NOT_VALIDATED)
    if not (educator.is_validated and educator.is_visible):
        return hidden()
    if is_own(actor, educator):
        return refused(pgettext_lazy("networking", "This is your own profile."))
    if Block.objects.filter(owner__account_id=actor.account, blocked=educator).exists():
        return refused(pgettext_lazy("contacts", "You have blocked this person."))
    return granted()


def may_show_followers(actor: Actor, educator: Educator) -> Verdict:
    """Only herself."""
    return granted() if is_own(actor, educator) else hidden()


def may_publish_call(actor: Actor) -> Verdict:
    """Validated educators."""
    return granted() if actor.is_a(Role.VALIDATED) else refused(_NOT_VALIDATED)


def may_see_call(actor: Actor, call: PartnerCall) -> Verdict:
    """Open ones: every validated educator and officer. Closed ones: the author, who answered, and
    officers. Hidden ones: the author and officers in charge of the author's country."""
    if is_own(actor, call.author):
        return granted() if actor.is_a(Role.VALIDATED) else refused(_NOT_VALIDATED)
    if call.state == CallState.HIDDEN:
        return granted() if is_in_charge(actor, call.author.country) else hidden()
    if actor.is_a(*_OFFICERS):
        return granted()
    if not actor.is_a(Role.VALIDATED):
        return hidden()
    if is_listed(call) or call.answers.filter(author__account_id=actor.account).exists():
        return granted()
    return hidden()


def is_listed(call: PartnerCall) -> bool:
    """Open, and its last day has not passed."""
    return call.state == CallState.OPEN and call.expires_on >= today()


def may_edit_call(actor: Actor, call: PartnerCall) -> Verdict:
    """The author, unless an officer hid it."""
    if not is_own(actor, call.author):
        return hidden()
    if call.state == CallState.HIDDEN:
        return refused(pgettext_lazy("partner call", "A support organisation hid this call."))
    return may_publish_call(actor)


def may_answer_call(actor: Actor, call: PartnerCall) -> Verdict:
    """Another validated educator, while the call is open; not across a block."""
    if not may_see_call(actor, call) or not actor.is_a(Role.VALIDATED):
        return hidden()
    if is_own(actor, call.author):
        return refused(pgettext_lazy("partner call", "This is your own call."))
    if not is_listed(call):
        return refused(pgettext_lazy("partner call", "This call is closed."))
    me = Educator.objects.filter(account_id=actor.account).first()
    if me is None or Block.stands_between(me.pk, call.author_id):
        return refused(_NOT_AVAILABLE)
    return granted()


def may_hide_call(actor: Actor, call: PartnerCall) -> Verdict:
    """An officer in charge of the author's country (row 46)."""
    return granted() if is_in_charge(actor, call.author.country) else hidden()


def may_hide_answer(actor: Actor, answer: CallAnswer) -> Verdict:
    """The author takes it back, an officer in charge of the author's country hides it."""
    if is_own(actor, answer.author) or is_in_charge(actor, answer.author.country):
        return granted()
    return hidden()


def may_forget_educator(actor: Actor) -> Verdict:
    """The house itself, when an educator is erased."""
    return granted() if actor.is_a(Role.SYSTEM) else hidden()


def may_write_to(actor: Actor, educator: Educator) -> Verdict:
    """Contacts write to each other; an officer writes to the educators of her country."""
    if is_own(actor, educator):
        return refused(pgettext_lazy("messages", "You cannot write to yourself."))
    if is_in_charge(actor, educator.country):
        return granted()
    me = Educator.objects.filter(account_id=actor.account).first()
    if me is None or not actor.is_a(Role.VALIDATED):
        return hidden()
    contact = Contact.between(me.pk, educator.pk)
    if contact is None or contact.state != ContactState.ACCEPTED:
        return refused(pgettext_lazy("messages", "You can write to your contacts only."))
    if not educator.is_validated:
        return refused(pgettext_lazy("messages", "This teacher cannot get messages now."))
    return granted()


def may_read_conversation(actor: Actor, conversation: Conversation) -> Verdict:
    """Only its people, as long as they have not left."""
    if not actor.is_a(Role.VALIDATED, *_OFFICERS):
        return hidden()
    mine = Participant.objects.filter(
        conversation=conversation, account_id=actor.account, left_at=None
    )
    return granted() if actor.account_id is not None and mine.exists() else hidden()


def may_write_in(actor: Actor, conversation: Conversation) -> Verdict:
    """Its people, while somebody is left to read it. Between two it needs that they are contacts
    still, or that one of them is an officer of the other's country."""
    reading = may_read_conversation(actor, conversation)
    if not reading:
        return reading
    others = Participant.objects.filter(conversation=conversation, left_at=None).exclude(
        account_id=actor.account
    )
    accounts = list(others.values_list("account_id", flat=True))
    if not accounts:
        return refused(pgettext_lazy("messages", "Everybody else has left this conversation."))
    if len(accounts) > 1 or _may_go_on(actor, accounts[0]):
        return granted()
    return refused(pgettext_lazy("messages", "You are no contacts any more."))


def may_open_attachment(actor: Actor, attachment: Attachment) -> Verdict:
    """Whoever may read the conversation it was sent in; of a withheld message only who sent it."""
    message = attachment.message
    if message.withheld_at is not None and message.author_id != actor.account_id:
        return hidden()
    return may_read_conversation(actor, message.conversation)


def may_remove_attachment(actor: Actor, attachment: Attachment) -> Verdict:
    """Only who sent it; the others keep what they saved."""
    opening = may_open_attachment(actor, attachment)
    if opening and attachment.message.author_id != actor.account_id:
        return refused(pgettext_lazy("messages", "Only who sent this file removes it."))
    return opening


def _may_go_on(actor: Actor, other_account: int) -> bool:
    other = Educator.objects.filter(account_id=other_account).first()
    if other is not None and may_write_to(actor, other):
        return True
    me = Educator.objects.filter(account_id=actor.account).first()
    return me is not None and other_account in {*officers_of(me.country), *officers_of("")}
