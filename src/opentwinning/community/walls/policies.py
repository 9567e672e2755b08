"""Who writes on a wall and who reads it (L-10). Pupils never (H2)."""

from django.utils.translation import pgettext_lazy

from opentwinning.community.networking.models import Block, Contact
from opentwinning.community.networking.policies import is_own
from opentwinning.community.networking.queries import does_follow, present_educators
from opentwinning.community.networking.vocabulary import ContactState
from opentwinning.community.walls.models import WallPost
from opentwinning.community.walls.vocabulary import Circle
from opentwinning.core.actor import Actor, Role
from opentwinning.core.verdicts import Verdict, granted, hidden, refused
from opentwinning.people.educators.models import Educator
from opentwinning.people.support.queries import is_in_charge

_NOT_VALIDATED = pgettext_lazy(
    "networking", "This opens when your support organisation has validated you."
)


def may_write_post(actor: Actor) -> Verdict:
    """Validated educators, each on her own wall."""
    return granted() if actor.is_a(Role.VALIDATED) else refused(_NOT_VALIDATED)


def may_see_wall_post(actor: Actor, post: WallPost) -> Verdict:
    """Its author; while its author is there, validated educators of its circle, not across a block,
    and officers what is for all; officers in charge of the author's country any, also a withheld
    one."""
    if post.deleted_at is not None:
        return hidden()
    if is_own(actor, post.author):
        return may_write_post(actor)
    if is_in_charge(actor, post.author.country):
        return granted()
    is_there = present_educators().filter(pk=post.author_id).exists()
    if post.withheld_at is not None or not is_there:
        return hidden()
    if is_officer(actor) and post.circle == Circle.ALL:
        return granted()
    return granted() if _is_reader(actor, post) else hidden()


def is_officer(actor: Actor) -> bool:
    """National and central ones."""
    return actor.is_a(Role.NATIONAL_OFFICER, Role.CENTRAL_OFFICER)


def _is_reader(actor: Actor, post: WallPost) -> bool:
    if not actor.is_a(Role.VALIDATED):
        return False
    me = Educator.objects.filter(account_id=actor.account).first()
    if me is None or Block.stands_between(me.pk, post.author_id):
        return False
    return _is_in_circle(me, post)


def _is_in_circle(me: Educator, post: WallPost) -> bool:
    if post.circle == Circle.CONTACTS:
        contact = Contact.between(me.pk, post.author_id)
        return contact is not None and contact.state == ContactState.ACCEPTED
    return post.circle == Circle.ALL or does_follow(me, post.author)


def may_edit_wall_post(actor: Actor, post: WallPost) -> Verdict:
    """Its author, while no office hides it."""
    if not is_own(actor, post.author) or post.deleted_at is not None:
        return hidden()
    if post.withheld_at is not None:
        return refused(pgettext_lazy("walls", "A support organisation hid this post."))
    return may_write_post(actor)


def may_delete_wall_post(actor: Actor, post: WallPost) -> Verdict:
    """Its author, also a hidden one, and back from the trash."""
    return may_write_post(actor) if is_own(actor, post.author) else hidden()


def may_clean_walls(actor: Actor) -> Verdict:
    """The house itself."""
    return granted() if actor.is_a(Role.SYSTEM) else hidden()
