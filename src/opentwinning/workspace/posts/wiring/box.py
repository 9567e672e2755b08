"""Posts in a box: diary, notes of the staff room and the pupils' wall, in order of time."""

from collections.abc import Iterator
from typing import Any

from django.template.loader import render_to_string
from django.utils.translation import pgettext_lazy

from opentwinning.core.boxes import BOX_PARTS, CHUNK, BoxPart, Packing, Record, Sheet, moment
from opentwinning.workspace.posts.actions import bring_posts
from opentwinning.workspace.posts.models import Post
from opentwinning.workspace.posts.queries import photos_of, posts_to_take
from opentwinning.workspace.spaces.vocabulary import SpacePlace

TITLES = {
    SpacePlace.WHOLE: pgettext_lazy("space menu", "Diary"),
    SpacePlace.STAFF_ROOM: pgettext_lazy("box", "Notes of the staff room"),
    SpacePlace.PUPIL_CORNER: pgettext_lazy("box", "Wall of the pupils"),
}


def refs(presence: Any) -> Iterator[str]:
    for place in SpacePlace:
        yield from posts_to_take(presence, place).values_list("ref", flat=True).iterator(CHUNK)


def _posts(packing: Packing, place: SpacePlace) -> Iterator[tuple[Post, list[Any]]]:
    """Each post with those of its pictures that are in the box."""
    waiting: list[Post] = []
    for post in posts_to_take(packing.presence, place).iterator(CHUNK):
        waiting.append(post)
        if len(waiting) == CHUNK:
            yield from _pictured(packing, waiting)
            waiting = []
    yield from _pictured(packing, waiting)


def _pictured(packing: Packing, posts: list[Post]) -> Iterator[tuple[Post, list[Any]]]:
    pictures = photos_of(posts)
    for post in posts:
        yield post, [file for file in pictures[post.pk] if file.ref in packing.paths]


def records(packing: Packing) -> Iterator[Record]:
    for place in SpacePlace:
        for post, pictures in _posts(packing, place):
            public = {
                "title": post.published_title,
                "text": post.published_text,
                "at": moment(post.published_at),
            }
            yield {
                "id": post.ref,
                "place": post.place,
                "title": post.title,
                "text": post.text,
                "language": post.language,
                "photos": [file.ref for file in pictures],
                "public": public if post.is_published else None,
                "by": packing.person(post.author),
                "at": moment(post.created_at),
                "edited_at": moment(post.edited_at),
                "pinned_at": moment(post.pinned_at),
            }


def sheets(packing: Packing) -> Iterator[Sheet]:
    for place in SpacePlace:
        if posts_to_take(packing.presence, place).exists():
            yield Sheet(title=str(TITLES[place]), pieces=_pieces(packing, place))


def _pieces(packing: Packing, place: SpacePlace) -> Iterator[str]:
    for post, pictures in _posts(packing, place):
        shown = [(packing.beside(file.ref), file.alt_text) for file in pictures]
        yield render_to_string(
            "posts/box_post.html",
            {"post": post, "html": packing.html(post.text), "pictures": shown},
        )


BOX_PARTS.add(
    BoxPart(
        key="posts",
        label=pgettext_lazy("space menu", "Diary"),
        refs=refs,
        kinds={"posts": records},
        sheets=sheets,
        bring=lambda unpacking: bring_posts(by=unpacking.by, unpacking=unpacking),
        turn=20,
    ),
    order=20,
)
