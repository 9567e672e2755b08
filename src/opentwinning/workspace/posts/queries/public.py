"""What visitors read of the diary: a frozen copy, without a pupil's name."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils.safestring import SafeString

from opentwinning.core import richtext
from opentwinning.core.verdicts import Refused, hidden
from opentwinning.workspace.files.models import PublicUse, SpaceFile
from opentwinning.workspace.files.policies import may_show_in_public
from opentwinning.workspace.files.queries import public_file_address
from opentwinning.workspace.posts.models import Post
from opentwinning.workspace.posts.queries.lists import photos_of
from opentwinning.workspace.posts.vocabulary import PostState
from opentwinning.workspace.spaces.vocabulary import NOT_PUBLIC, SpacePlace


@dataclass(frozen=True, slots=True)
class PublishedPost:
    """One published post; ``photos`` are those opened with it."""

    ref: str
    space_id: int
    title: str
    text: str
    language: str
    author: str
    country: str
    written_at: dt.datetime
    published_at: dt.datetime
    photos: tuple[SpaceFile, ...]

    def html(self) -> SafeString:
        return richtext.rendered(self.text, public_file_address(self.ref, self.text))

    def beginning(self, letters: int = 200) -> str:
        """The first words, without marks."""
        plain = richtext.plain(self.text)
        return plain if len(plain) <= letters else f"{plain[:letters].rsplit(' ', 1)[0]} …"


def published_posts(space_ids: Iterable[int]) -> list[PublishedPost]:
    """Published posts of these spaces, newest first."""
    rows = _published().filter(space_id__in=list(space_ids)).order_by("-published_at", "-pk")
    return _shown(list(rows))


def access_published_post(ref: str) -> PublishedPost:
    """One published post for anybody; after unpublishing an absent page again."""
    found = _shown(list(_published().filter(ref=ref)))
    if not found:
        raise Refused(hidden())
    return found[0]


def _published() -> QuerySet[Post]:
    return (
        Post.objects.filter(
            published_at__isnull=False,
            deleted_at=None,
            place=SpacePlace.WHOLE,
        )
        .exclude(state=PostState.HIDDEN)
        .exclude(space__state__in=NOT_PUBLIC)
        .select_related("author")
    )


def _shown(posts: list[Post]) -> list[PublishedPost]:
    pictures = photos_of(posts)
    uses = PublicUse.objects.filter(used_in__in=[post.ref for post in posts])
    opened = set(uses.values_list("file_id", "used_in"))
    return [
        PublishedPost(
            ref=post.ref,
            space_id=post.space_id,
            title=post.published_title,
            text=post.published_text,
            language=post.language,
            author=post.author.public_name,
            country=post.author.country,
            written_at=post.created_at,
            published_at=post.published_at,
            photos=tuple(
                file
                for file in pictures[post.pk]
                if (file.pk, post.ref) in opened and may_show_in_public(file)
            ),
        )
        for post in posts
        if post.published_at is not None
    ]
