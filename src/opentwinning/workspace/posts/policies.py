"""Who reads, writes, approves, hides and publishes posts (matrix rows 28, 31, 35, 42)."""

from django.utils.translation import pgettext_lazy

from opentwinning.core.verdicts import Verdict, granted, hidden, refused
from opentwinning.people.pupils.models import ClassOwner
from opentwinning.workspace.posts.models import Post
from opentwinning.workspace.posts.vocabulary import PostState
from opentwinning.workspace.spaces.models import Member, Space
from opentwinning.workspace.spaces.policies import (
    may_administer_space,
    may_read_thing,
    may_take_back,
    may_write_place,
    while_open,
)
from opentwinning.workspace.spaces.vocabulary import SpacePlace

_OWN = pgettext_lazy("posts", "Only its author may change this post.")
_TEACHERS = pgettext_lazy("posts", "Only teachers may do this.")
_OTHER_CLASS = pgettext_lazy("posts", "The pupil's own teacher or a project admin decides.")
_WITHHELD = pgettext_lazy("safeguarding", "This is hidden after a report.")
_NOT_WAITING = pgettext_lazy("posts", "This post does not wait any more.")
_NOT_FOR_ALL = pgettext_lazy("posts", "Only a visible diary post can be published.")
_NOT_PINNED = pgettext_lazy("posts", "Only a visible diary post can be pinned.")
_UNSEEN = {PostState.WAITING, PostState.RETURNED, PostState.HIDDEN}


def may_read_post(member: Member | None, post: Post) -> Verdict:
    """Whoever reads the place; what waits or is hidden only its author and educators."""
    verdict = may_read_thing(member, post)
    if not verdict or member is None:
        return verdict
    if post.state in _UNSEEN and not member.is_adult and post.author_id != member.pk:
        return hidden()
    return granted()


def may_write_post(member: Member | None, space: Space, place: SpacePlace | str) -> Verdict:
    """Whoever writes in the place; a pupil's diary post waits for a teacher."""
    return may_write_place(member, space, place)


def needs_approval(member: Member, place: SpacePlace | str) -> bool:
    """Pupils' posts for the whole project (H13); their own wall is read along instead."""
    return member.is_pupil and place == SpacePlace.WHOLE


def may_edit_post(member: Member | None, space: Space, post: Post) -> Verdict:
    """One's own; project admins any. A hidden post is not changed."""
    verdict = may_read_post(member, post) and while_open(space)
    if not verdict or member is None:
        return verdict
    if post.withheld_from:
        return refused(_WITHHELD)
    if post.author_id == member.pk and post.state != PostState.HIDDEN:
        return granted()
    return granted() if member.is_admin else refused(_OWN)


def may_delete_post(member: Member | None, space: Space, post: Post) -> Verdict:
    """One's own; project admins any."""
    verdict = may_read_post(member, post) and while_open(space)
    if not verdict or member is None:
        return verdict
    if post.author_id == member.pk or member.is_admin:
        return granted()
    return refused(_OWN)


def may_undelete_post(member: Member | None, space: Space, post: Post) -> Verdict:
    """Whoever deleted it, and project admins."""
    return may_take_back(member, space, post)


def may_approve_post(member: Member | None, space: Space, post: Post) -> Verdict:
    """Approve or ask again: teachers of the pupil's class, and project admins."""
    verdict = may_read_post(member, post)
    if not verdict or member is None:
        return verdict
    if not member.is_adult:
        return refused(_TEACHERS)
    verdict = while_open(space)
    if not verdict:
        return verdict
    if not (member.is_admin or _leads_author(member, post)):
        return refused(_OTHER_CLASS)
    return granted() if post.state == PostState.WAITING else refused(_NOT_WAITING)


def _leads_author(member: Member, post: Post) -> bool:
    pupil = post.author.pupil
    if pupil is None or member.account_id is None:
        return False
    return ClassOwner.objects.filter(
        school_class_id=pupil.school_class_id, educator__account_id=member.account_id
    ).exists()


def may_hide_post(member: Member | None, space: Space, post: Post) -> Verdict:
    """Hide or show again: educators of the space."""
    verdict = may_read_post(member, post)
    if not verdict or member is None:
        return verdict
    if not member.is_adult:
        return refused(_TEACHERS)
    return refused(_WITHHELD) if post.withheld_from else while_open(space)


def may_unpin_post(member: Member | None, space: Space, post: Post) -> Verdict:
    """Let go of a post at the top: educators of the space."""
    verdict = may_read_post(member, post)
    if not verdict or member is None:
        return verdict
    return while_open(space) if member.is_adult else refused(_TEACHERS)


def may_pin_post(member: Member | None, space: Space, post: Post) -> Verdict:
    """Keep a visible diary post at the top: educators of the space (X-56)."""
    verdict = may_unpin_post(member, space, post)
    if not verdict:
        return verdict
    if post.place != SpacePlace.WHOLE or post.state != PostState.VISIBLE:
        return refused(_NOT_PINNED)
    return granted()


def may_administer_post(member: Member | None, space: Space, post: Post) -> Verdict:
    """Withdraw a post from the public: project admins."""
    return may_read_post(member, post) and may_administer_space(member, space)


def may_publish_post(member: Member | None, space: Space, post: Post) -> Verdict:
    """Show a post to everybody: project admins, visible diary posts (row 42)."""
    verdict = may_administer_post(member, space, post)
    if not verdict:
        return verdict
    if post.place != SpacePlace.WHOLE or post.state != PostState.VISIBLE:
        return refused(_NOT_FOR_ALL)
    return granted()
