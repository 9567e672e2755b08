"""A post is withheld after a report, and comes back as it stood (H6, H17).

Whoever decides about the report is judged there.
"""

from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor
from opentwinning.workspace.files.actions import release_files
from opentwinning.workspace.posts.models import Post, PostPhoto
from opentwinning.workspace.posts.vocabulary import PostState


@action
def withhold_post(*, by: Actor, ref: str) -> None:
    """Only its author and teachers still see it, visitors neither text nor photos."""
    post = _locked(ref)
    if post is None or post.withheld_from:
        return
    post.withheld_from, post.state = post.state, PostState.HIDDEN
    post.save(update_fields=["state", "withheld_from"])
    release_files(by=by, space=post.space, file_ids=_photos(post), is_held=True)
    note(post)


@action
def give_post_back(*, by: Actor, ref: str) -> None:
    """With its photos, published again if it was; one that waited for a teacher waits again. What a
    teacher hid, and nobody else, is seen again."""
    post = _locked(ref)
    if post is None or not (post.withheld_from or post.state == PostState.HIDDEN):
        return
    if not post.withheld_from:
        post.decision_note = ""
    post.state, post.withheld_from = post.withheld_from or PostState.VISIBLE, ""
    post.save(update_fields=["state", "withheld_from", "decision_note"])
    if post.state == PostState.VISIBLE:
        release_files(by=by, space=post.space, file_ids=_photos(post))
    note(post)


def _photos(post: Post) -> list[int]:
    return list(PostPhoto.objects.filter(post=post).values_list("file_id", flat=True))


def _locked(ref: str) -> Post | None:
    rows = Post.objects.select_for_update(of=("self",)).select_related("space")
    return rows.filter(ref=ref).first()
