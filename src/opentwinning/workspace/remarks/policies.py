"""Who says something about a thing she reads (matrix row 31, H2, H17). The thing's own door was
passed before: see ``queries.access``."""

from django.utils.translation import pgettext_lazy

from opentwinning.core.verdicts import Verdict, granted, hidden, refused
from opentwinning.workspace.remarks.models import Remark
from opentwinning.workspace.spaces.policies import may_write_place, while_open
from opentwinning.workspace.spaces.queries import Thing

_OWN = pgettext_lazy("remark", "Only its author may change this.")
_TEACHERS = pgettext_lazy("remark", "Only teachers may do this.")
_SETTLE = pgettext_lazy("remark", "Only its author and teachers may do this.")
_ANSWER = pgettext_lazy("remark", "Answers have no answers: answer the first comment.")
_WITHHELD = pgettext_lazy("safeguarding", "This is hidden after a report.")


def may_remark(thing: Thing) -> Verdict:
    """Whoever writes where the thing stands."""
    return may_write_place(thing.presence.member, thing.presence.space, thing.place)


def may_answer(thing: Thing, remark: Remark) -> Verdict:
    """Like a remark, one level deep."""
    verdict = may_see_remark(thing, remark) and may_remark(thing)
    if not verdict:
        return verdict
    return refused(_ANSWER) if remark.parent_id is not None else granted()


def may_see_remark(thing: Thing, remark: Remark) -> Verdict:
    """Whoever reads the thing; a hidden one only teachers and its author."""
    if remark.deleted_at is not None:
        return hidden()
    member = thing.presence.member
    seen = remark.hidden_at is None or member.is_adult or remark.author_id == member.pk
    return granted() if seen else hidden()


def may_edit_remark(thing: Thing, remark: Remark) -> Verdict:
    """One's own, while it is seen."""
    verdict = may_see_remark(thing, remark) and may_remark(thing)
    if not verdict:
        return verdict
    seen = remark.hidden_at is None or remark.is_held
    own = remark.author_id == thing.presence.member.pk and seen
    return granted() if own else refused(_OWN)


def may_delete_remark(thing: Thing, remark: Remark) -> Verdict:
    """One's own; project admins any."""
    verdict = may_see_remark(thing, remark)
    if not verdict:
        return verdict
    return _of_author_or_admin(thing, remark)


def may_undelete_remark(thing: Thing, remark: Remark) -> Verdict:
    """Whoever may delete it may take it back; nobody else learns of it."""
    if remark.deleted_at is None:
        return hidden()
    verdict = _of_author_or_admin(thing, remark)
    return verdict or hidden()


def _of_author_or_admin(thing: Thing, remark: Remark) -> Verdict:
    member = thing.presence.member
    if not (member.is_admin or remark.author_id == member.pk):
        return refused(_OWN)
    return while_open(thing.presence.space)


def may_settle_remark(thing: Thing, remark: Remark) -> Verdict:
    """Say that it is done, or is not: its author and teachers; only of a whole talk."""
    verdict = may_see_remark(thing, remark)
    if not verdict or remark.parent_id is not None:
        return verdict and hidden()
    member = thing.presence.member
    if not (member.is_adult or remark.author_id == member.pk):
        return refused(_SETTLE)
    return while_open(thing.presence.space)


def may_hide_remark(thing: Thing, remark: Remark) -> Verdict:
    """Hide or show again: teachers of the space."""
    verdict = may_see_remark(thing, remark)
    if not verdict:
        return verdict
    if not thing.presence.member.is_adult:
        return refused(_TEACHERS)
    if remark.withheld_at is not None:
        return refused(_WITHHELD)
    return while_open(thing.presence.space)
