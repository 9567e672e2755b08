"""Posts of a box that is taken in (idea 9), inside a space that is read only."""

from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor
from opentwinning.core.boxes import Record, Unpacking, at, fitting, when
from opentwinning.workspace.posts.models import Post, PostPhoto
from opentwinning.workspace.posts.vocabulary import PostState
from opentwinning.workspace.spaces.vocabulary import SpacePlace


@action
def bring_posts(*, by: Actor, unpacking: Unpacking) -> None:
    """Diary, notes and the pupils' wall with their pictures; nothing of it is public here."""
    posts = unpacking.rows(
        (each["id"], _post(unpacking, each)) for each in unpacking.records("posts")
    )
    unpacking.rows(
        ("", PostPhoto(post=unpacking.made[each["id"]], file=unpacking.made[ref], position=number))
        for each in unpacking.records("posts")
        for number, ref in enumerate(dict.fromkeys(each["photos"]))
        if ref in unpacking.made
    )
    note(unpacking.space, posts=len(posts))


def _post(unpacking: Unpacking, each: Record) -> Post:
    is_diary = each["place"] == SpacePlace.WHOLE
    return fitting(
        Post,
        space=unpacking.space,
        place=each["place"],
        author=unpacking.made[each["by"]],
        title=each["title"],
        text=unpacking.text(each["text"]),
        language=each["language"],
        state=PostState.VISIBLE,
        created_at=when(each["at"]),
        edited_at=at(each["edited_at"]),
        pinned_at=at(each["pinned_at"]) if is_diary else None,
    )
