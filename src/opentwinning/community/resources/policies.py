"""Who shares, sees and changes resources. Pupils never; others learn nothing (A15)."""

from django.utils.translation import pgettext_lazy

from opentwinning.community.networking.models import Block
from opentwinning.community.networking.policies import is_own
from opentwinning.community.networking.queries import present_educators
from opentwinning.community.resources.models import Resource
from opentwinning.core.actor import Actor, Role
from opentwinning.core.verdicts import Verdict, granted, hidden, refused
from opentwinning.people.educators.models import Educator
from opentwinning.people.support.queries import is_in_charge

_OFFICERS = (Role.NATIONAL_OFFICER, Role.CENTRAL_OFFICER)
_NOT_VALIDATED = pgettext_lazy(
    "networking", "This opens when your support organisation has validated you."
)


def may_browse_resources(actor: Actor) -> Verdict:
    """Validated educators and officers."""
    if actor.is_a(Role.VALIDATED, *_OFFICERS):
        return granted()
    return refused(_NOT_VALIDATED) if actor.is_a(Role.EDUCATOR) else hidden()


def may_share_resource(actor: Actor) -> Verdict:
    """Validated educators."""
    if actor.is_a(Role.VALIDATED):
        return granted()
    return refused(_NOT_VALIDATED) if actor.is_a(Role.EDUCATOR) else hidden()


def may_see_resource(actor: Actor, resource: Resource) -> Verdict:
    """Its author always; officers in charge of her country also a withheld one; others while it is
    shown, its author is there, and no block stands between."""
    if is_own(actor, resource.author):
        return granted()
    if not may_browse_resources(actor) or resource.deleted_at is not None:
        return hidden()
    if is_in_charge(actor, resource.author.country):
        return granted()
    is_there = present_educators().filter(pk=resource.author_id).exists()
    if resource.withheld_at is not None or not is_there or _is_across_a_block(actor, resource):
        return hidden()
    return granted()


def _is_across_a_block(actor: Actor, resource: Resource) -> bool:
    me = Educator.objects.filter(account_id=actor.account_id or 0).only("pk").first()
    return me is not None and Block.stands_between(me.pk, resource.author_id)


def may_edit_resource(actor: Actor, resource: Resource) -> Verdict:
    """Its author, while it does not lie in the trash."""
    if not is_own(actor, resource.author) or resource.deleted_at is not None:
        return hidden()
    return granted()


def may_restore_resource(actor: Actor, resource: Resource) -> Verdict:
    """Its author, while it lies in the trash."""
    if is_own(actor, resource.author) and resource.deleted_at is not None:
        return granted()
    return hidden()


def may_thank_for(actor: Actor, resource: Resource) -> Verdict:
    """Validated educators who see it, not its author."""
    verdict = may_see_resource(actor, resource)
    if not verdict:
        return verdict
    return hidden() if is_own(actor, resource.author) else may_share_resource(actor)


def may_keep_resource(actor: Actor, resource: Resource) -> Verdict:
    """Validated educators who see it."""
    verdict = may_see_resource(actor, resource)
    return may_share_resource(actor) if verdict else verdict


def may_forget_resources(actor: Actor) -> Verdict:
    """The house itself, when somebody goes for good or the trash is emptied."""
    return granted() if actor.is_a(Role.SYSTEM) else hidden()
