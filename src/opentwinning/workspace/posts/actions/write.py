"""Writing a post with its photos, in one transaction."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import pgettext_lazy

from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor
from opentwinning.core.clock import now
from opentwinning.core.events import emit
from opentwinning.core.verdicts import Conflict, Invalid, Refused, deny_unless, hidden
from opentwinning.workspace.files.actions import add_file, release_files
from opentwinning.workspace.files.vocabulary import PeopleShown, Received
from opentwinning.workspace.posts.events import PostWritten
from opentwinning.workspace.posts.models import Post, PostPhoto
from opentwinning.workspace.posts.policies import (
    may_edit_post,
    may_write_post,
    needs_approval,
)
from opentwinning.workspace.posts.vocabulary import MAX_PHOTOS, PostState
from opentwinning.workspace.spaces.models import Member, Space
from opentwinning.workspace.spaces.queries import member_of
from opentwinning.workspace.spaces.vocabulary import SpacePlace

NOTHING = pgettext_lazy("posts", "Write something or add a photo.")
TOO_MANY = pgettext_lazy("posts", "A post has at most six photos.")


@dataclass(frozen=True, slots=True)
class NewPhoto:
    """A received picture, what it shows, and whether people can be recognised."""

    received: Received
    alt_text: str = ""
    people_shown: str = PeopleShown.UNSURE


@action
def write_post(  # noqa: PLR0913 - where, what it says, what it shows
    *,
    by: Actor,
    space: Space,
    place: str = SpacePlace.WHOLE,
    title: str = "",
    text: str,
    photos: Sequence[NewPhoto] = (),
    form_token: str = "",
) -> Post:
    """A new post (T-07). A pupil's diary post waits for a teacher, and its photos with it. The
    same form sent twice makes one post (G6).
    """
    member = member_of(by, space)
    deny_unless(may_write_post(member, space, place))
    if member is None:
        raise Refused(hidden())
    member = Member.objects.select_for_update().get(pk=member.pk)
    sent = Post.objects.filter(author=member, form_token=form_token).first()
    if form_token and sent is not None:
        if (sent.title, sent.text) == (title, text):
            return sent
        form_token = ""
    if not text and not photos:
        raise Invalid(NOTHING, "text")
    waits = needs_approval(member, place)
    post = Post.objects.create(
        space=space,
        place=SpacePlace(place),
        author=member,
        title=title,
        text=text,
        language=by.language,
        state=PostState.WAITING if waits else PostState.VISIBLE,
        form_token=form_token,
    )
    _add_photos(by, post, photos, is_held=waits)
    note(post, place=post.place, state=post.state)
    emit(PostWritten(space.pk, post.pk))
    return post


@action
def edit_post(  # noqa: PLR0913 - what it says, what comes and what goes
    *,
    by: Actor,
    post: Post,
    title: str,
    text: str,
    version: int,
    photos: Sequence[NewPhoto] = (),
    without: Sequence[str] = (),
) -> Post:
    """Change one's post; ``without`` names photos (public ids) to take off. A pupil's change
    waits again. ``Conflict`` when the post was changed since ``version``.
    """
    post = (
        Post.objects.select_for_update(of=("self",))
        .select_related("space", "author")
        .get(pk=post.pk)
    )
    member = member_of(by, post.space)
    deny_unless(may_edit_post(member, post.space, post))
    if member is None:
        raise Refused(hidden())
    if post.version != version:
        raise Conflict(post)
    PostPhoto.objects.filter(post=post, file__ref__in=list(without)).delete()
    waits = needs_approval(member, post.place)
    _add_photos(by, post, photos, is_held=waits)
    if not text and not PostPhoto.objects.filter(post=post).exists():
        raise Invalid(NOTHING, "text")
    post.title, post.text, post.edited_at = title, text, now()
    post.version += 1
    if waits:
        post.state, post.decision_note = PostState.WAITING, ""
        held = list(PostPhoto.objects.filter(post=post).values_list("file_id", flat=True))
        release_files(by=by, space=post.space, file_ids=held, is_held=True)
    post.save(update_fields=["title", "text", "edited_at", "version", "state", "decision_note"])
    note(post, version=post.version, state=post.state)
    return post


def _add_photos(by: Actor, post: Post, photos: Sequence[NewPhoto], *, is_held: bool) -> None:
    taken = PostPhoto.objects.filter(post=post).count()
    if taken + len(photos) > MAX_PHOTOS:
        raise Invalid(TOO_MANY)
    for position, photo in enumerate(photos, start=taken):
        file = add_file(
            by=by,
            space=post.space,
            received=photo.received,
            place=post.place,
            alt_text=photo.alt_text,
            people_shown=photo.people_shown,
            is_held=is_held,
        )
        PostPhoto.objects.create(post=post, file=file, position=position)
