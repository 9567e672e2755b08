"""Following a colleague, one press to begin and one to stop (L-11)."""

from opentwinning.community.networking.events import EducatorFollowed
from opentwinning.community.networking.models import Block, Follow, ShownFollowers
from opentwinning.community.networking.policies import may_follow, may_show_followers
from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor
from opentwinning.core.clock import now
from opentwinning.core.events import emit
from opentwinning.core.verdicts import deny_unless
from opentwinning.people.educators.models import Educator


@action
def follow_educator(*, by: Actor, educator: Educator) -> Follow:
    """Read what she writes. She is told the first time; across her block it has no effect, and
    nobody learns that."""
    deny_unless(may_follow(by, educator))
    me = Educator.objects.get(account_id=by.account)
    follow, is_new = Follow.objects.get_or_create(follower=me, followed=educator)
    if follow.ended_at is not None:
        follow.at, follow.ended_at = now(), None
        follow.save(update_fields=["at", "ended_at"])
    note(educator)
    if is_new and not Block.stands_between(me.pk, educator.pk):
        emit(EducatorFollowed(follower_id=me.pk, followed_id=educator.pk))
    return follow


@action
def unfollow_educator(*, by: Actor, educator: Educator) -> None:
    """Stop; nobody is told."""
    rows = Follow.objects.filter(follower__account_id=by.account, followed=educator, ended_at=None)
    rows.update(ended_at=now())
    note(educator)


@action
def show_followers(*, by: Actor, educator: Educator, shown: bool) -> None:
    """Whether others see how many follow her."""
    deny_unless(may_show_followers(by, educator))
    if shown:
        ShownFollowers.objects.get_or_create(owner=educator)
    else:
        ShownFollowers.objects.filter(owner=educator).delete()
    note(educator, shown=shown)
