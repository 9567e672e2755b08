"""Teachers decide about posts: approve, ask again, hide, show."""

from django.utils.translation import pgettext_lazy

from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor
from opentwinning.core.clock import now
from opentwinning.core.events import emit
from opentwinning.core.transitions import move
from opentwinning.core.verdicts import Invalid, deny_unless
from opentwinning.people.safeguarding.actions import end_statements
from opentwinning.workspace.files.actions import release_files
from opentwinning.workspace.posts.events import PostApproved
from opentwinning.workspace.posts.models import Post, PostPhoto
from opentwinning.workspace.posts.policies import may_approve_post, may_hide_post
from opentwinning.workspace.posts.vocabulary import REPORTED_AS, TRANSITIONS, PostState
from opentwinning.workspace.spaces.actions import Hidden, state_hiding
from opentwinning.workspace.spaces.models import Member
from opentwinning.workspace.spaces.queries import member_of

_NOT_NOW = pgettext_lazy("posts", "This post changed in the meantime. Reload the page.")
_SAY_WHY = pgettext_lazy("posts", "Write what you ask or why. The author reads it.")


@action
def approve_post(*, by: Actor, post: Post, version: int | None = None) -> Post:
    """The members of the project see it now, and its photos. ``version``: the one that was read;
    nobody shows to others what she has not read (H13)."""
    post = _locked(post)
    member = member_of(by, post.space)
    deny_unless(may_approve_post(member, post.space, post))
    if version is not None and post.version != version:
        raise Invalid(_NOT_NOW)
    _decide(post, member, PostState.VISIBLE, "")
    release_files(by=by, space=post.space, file_ids=_photo_ids(post))
    emit(PostApproved(post.space_id, post.pk))
    return post


@action
def return_post(*, by: Actor, post: Post, question: str) -> Post:
    """Ask the pupil to change something."""
    post = _locked(post)
    member = member_of(by, post.space)
    deny_unless(may_approve_post(member, post.space, post))
    if not question:
        raise Invalid(_SAY_WHY, "note")
    _decide(post, member, PostState.RETURNED, question)
    return post


@action
def hide_post(*, by: Actor, post: Post, reason: str) -> Post:
    """Take a post from the members' eyes; its author and the teachers still see it, with the
    reason (H17). A published post is closed to visitors too.
    """
    post = _locked(post)
    member = member_of(by, post.space)
    deny_unless(may_hide_post(member, post.space, post))
    if not reason:
        raise Invalid(_SAY_WHY, "note")
    _decide(post, member, PostState.HIDDEN, reason)
    if post.is_pinned:
        post.pinned_at = None
        post.save(update_fields=["pinned_at"])
    release_files(by=by, space=post.space, file_ids=_photo_ids(post), is_held=True)
    title, url = post.title or post.text[:60], f"/spaces/posts/{post.ref}/"
    thing = Hidden(REPORTED_AS, post.ref, title, url, post.author)
    state_hiding(by=by, thing=thing, reason=reason)
    return post


@action
def show_post(*, by: Actor, post: Post) -> Post:
    """A hidden post is seen again."""
    post = _locked(post)
    member = member_of(by, post.space)
    deny_unless(may_hide_post(member, post.space, post))
    if post.state != PostState.HIDDEN:
        raise Invalid(_NOT_NOW)
    _decide(post, member, PostState.VISIBLE, "")
    release_files(by=by, space=post.space, file_ids=_photo_ids(post))
    end_statements(by=by, kind=REPORTED_AS, item_ref=post.ref, of_cases=False)
    return post


def _decide(post: Post, member: Member | None, to: PostState, words: str) -> None:
    before = move(post, to=to, table=TRANSITIONS, sentence=_NOT_NOW)
    post.decision_note, post.decided_by, post.decided_at = words, member, now()
    post.save(update_fields=["state", "decision_note", "decided_by", "decided_at"])
    note(post, reason=words, before=before, after=to)


def _photo_ids(post: Post) -> list[int]:
    return list(PostPhoto.objects.filter(post=post).values_list("file_id", flat=True))


def _locked(post: Post) -> Post:
    return (
        Post.objects.select_for_update(of=("self",))
        .select_related("space", "author__pupil", "author__account")
        .get(pk=post.pk)
    )
