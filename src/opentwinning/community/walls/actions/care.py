"""Posts are withheld after a decision and come back as they stood (H17); the house empties the
trash and forgets what is gone."""

import datetime as dt

from opentwinning.community.comments.actions import forget_comments
from opentwinning.community.walls.models import WallPost
from opentwinning.community.walls.policies import may_clean_walls
from opentwinning.community.walls.vocabulary import TRASH_DAYS, WALL_POST
from opentwinning.core.actions import action, note
from opentwinning.core.actor import SYSTEM, Actor
from opentwinning.core.clock import now
from opentwinning.core.verdicts import deny_unless
from opentwinning.facilities.search import actions as search


@action
def withhold_wall_post(*, by: Actor, ref: str) -> None:
    """Only its author and her officers still read it. The one who decides is judged before."""
    WallPost.objects.filter(ref=ref, withheld_at=None).update(withheld_at=now())
    note(post=ref)


@action
def give_wall_post_back(*, by: Actor, ref: str) -> None:
    """As it stood."""
    WallPost.objects.filter(ref=ref).update(withheld_at=None)
    note(post=ref)


@action
def purge_wall_posts(*, by: Actor) -> int:
    """Forget posts that lay in the trash long enough, with their comments; returns how many. One
    that a decision touches stays until that is over."""
    deny_unless(may_clean_walls(by))
    old = now() - dt.timedelta(days=TRASH_DAYS)
    rows = WallPost.objects.filter(deleted_at__lt=old, withheld_at=None)
    refs = list(rows.values_list("ref", flat=True))
    forget_comments(by=SYSTEM, kind=WALL_POST, refs=refs)
    rows.delete()
    note(posts=refs)
    return len(refs)


@action
def forget_author(*, by: Actor, account_id: int) -> None:
    """She is about to be erased: nobody finds her posts any more, and what others said below them
    goes. The posts themselves go as declared."""
    deny_unless(may_clean_walls(by))
    rows = WallPost.objects.filter(author__account_id=account_id)
    posts = dict(rows.values_list("pk", "ref"))
    search.forget_many(WALL_POST, list(posts))
    forget_comments(by=SYSTEM, kind=WALL_POST, refs=list(posts.values()))
    note(account=account_id, posts=len(posts))
