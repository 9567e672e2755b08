"""Who brings pupils in, takes them out, gives powers (matrix rows 16, 17, 25)."""

from django.utils.translation import pgettext_lazy

from opentwinning.collaboration.twinspaces.models import Guest
from opentwinning.core.actor import Actor, Role
from opentwinning.core.clock import today
from opentwinning.core.verdicts import Verdict, granted, hidden, refused
from opentwinning.people.pupils.models import SchoolClass
from opentwinning.people.pupils.policies import may_lead_class
from opentwinning.workspace.spaces.models import Member, Space
from opentwinning.workspace.spaces.policies import may_administer_space, while_open
from opentwinning.workspace.spaces.queries import member_of
from opentwinning.workspace.spaces.vocabulary import SpaceState

_OWN_PUPILS = pgettext_lazy("twinspace", "Only the teacher of this class may do this.")


def may_bring_class(actor: Actor, space: Space, school_class: SchoolClass) -> Verdict:
    """A class owner who is a member brings her own pupils (T-03)."""
    member = member_of(actor, space)
    if member is None or not member.is_adult or not may_lead_class(actor, school_class):
        return hidden()
    return while_open(space)


def may_take_pupil_out(actor: Actor, member: Member) -> Verdict:
    """Her class owner always; project admins while the TwinSpace is open (row 16)."""
    own = member_of(actor, member.space)
    if own is None or not own.is_adult or member.pupil is None or member.left_at is not None:
        return hidden()
    if may_lead_class(actor, member.pupil.school_class):
        return granted()
    verdict = may_administer_space(own, member.space)
    return granted() if verdict else refused(verdict.reason or _OWN_PUPILS)


def may_nudge_school(actor: Actor, member: Member) -> Verdict:
    """Project admins remind teachers of another school, while the TwinSpace is open (idea 4)."""
    own = member_of(actor, member.space)
    verdict = may_administer_space(own, member.space)
    if not verdict:
        return verdict
    return granted() if member.is_adult and member.left_at is None else hidden()


def may_change_educator_power(actor: Actor, member: Member) -> Verdict:
    """Project admins give and take project admin (X-43); founders keep it (row 25)."""
    own = member_of(actor, member.space)
    verdict = may_administer_space(own, member.space)
    if not verdict:
        return verdict
    return granted() if member.is_adult and member.left_at is None else hidden()


def may_change_pupil_power(actor: Actor, member: Member) -> Verdict:
    """A project admin, and only for a pupil of her own class: the class owner agrees (row 17)."""
    own = member_of(actor, member.space)
    verdict = may_administer_space(own, member.space)
    if not verdict:
        return verdict
    if member.pupil is None or member.left_at is not None:
        return hidden()
    if not may_lead_class(actor, member.pupil.school_class):
        return refused(_OWN_PUPILS)
    return granted()


def may_keep_guests(actor: Actor, space: Space) -> Verdict:
    """Invite, prolong and end guests: project admins of an open TwinSpace (X-49, H4)."""
    return may_administer_space(member_of(actor, space), space)


def may_visit_as_guest(actor: Actor, guest: Guest, *, is_hers: bool) -> Verdict:
    """Whoever proved the invited address, until the last day is over and while the TwinSpace is
    open; for everybody else there is no such page."""
    if actor.account_id is None or not is_hers or not guest.is_running(today()):
        return hidden()
    return granted() if guest.twinspace.space.state == SpaceState.OPEN else hidden()


def may_forget_guests(actor: Actor) -> Verdict:
    """The house itself, when the time of keeping is over."""
    return granted() if actor.is_a(Role.SYSTEM) else hidden()
