"""Writing on one's own wall (L-10, L-03)."""

from opentwinning.community.walls.events import WallPostWritten
from opentwinning.community.walls.models import WallPost
from opentwinning.community.walls.policies import (
    may_delete_wall_post,
    may_edit_wall_post,
    may_write_post,
)
from opentwinning.community.walls.vocabulary import TWICE, WALL_POST, Circle
from opentwinning.core import richtext
from opentwinning.core.actions import action
from opentwinning.core.actor import Actor
from opentwinning.core.clock import now
from opentwinning.core.events import emit
from opentwinning.core.verdicts import deny_unless
from opentwinning.facilities.search import actions as search
from opentwinning.people.educators.models import Educator


@action
def write_post(*, by: Actor, text: str, language: str, circle: str, title: str = "") -> WallPost:
    """For the circle at once; the same text sent twice is one post (G6)."""
    deny_unless(may_write_post(by))
    author = Educator.objects.select_for_update().get(account_id=by.account)
    mine = WallPost.objects.filter(author=author, at__gt=now() - TWICE, deleted_at=None)
    twin = mine.filter(text=text, title=title).first()
    if twin is not None:
        return twin
    post = WallPost.objects.create(
        author=author, title=title, text=text, language=language, circle=Circle(circle)
    )
    _index(post)
    emit(WallPostWritten(post_id=post.pk, author_id=author.pk))
    return post


@action
def edit_post(
    *, by: Actor, post: WallPost, text: str, language: str, circle: str, title: str = ""
) -> WallPost:
    """Readers see that it was changed; who reads it may change too."""
    post = _locked(post)
    deny_unless(may_edit_wall_post(by, post))
    post.title, post.text, post.language, post.circle = title, text, language, Circle(circle)
    post.edited_at = now()
    post.save(update_fields=["title", "text", "language", "circle", "edited_at"])
    _index(post)
    return post


@action
def delete_post(*, by: Actor, post: WallPost) -> WallPost:
    """Into the trash, with its comments; nobody finds it any more."""
    post = _locked(post)
    deny_unless(may_delete_wall_post(by, post))
    post.deleted_at = now()
    post.save(update_fields=["deleted_at"])
    search.forget(WALL_POST, post.pk)
    return post


@action
def undelete_post(*, by: Actor, post: WallPost) -> WallPost:
    """Back on the wall as it stood."""
    post = _locked(post)
    deny_unless(may_delete_wall_post(by, post))
    post.deleted_at = None
    post.save(update_fields=["deleted_at"])
    _index(post)
    return post


def _index(post: WallPost) -> None:
    search.index(WALL_POST, post.pk, post.title, richtext.plain(post.text))


def _locked(post: WallPost) -> WallPost:
    rows = WallPost.objects.select_for_update(of=("self",)).select_related("author")
    return rows.get(pk=post.pk)
