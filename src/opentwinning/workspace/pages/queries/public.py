"""What visitors read: the frozen version, and nothing of a page that is not published (B10)."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import F, QuerySet
from django.utils.safestring import SafeString

from opentwinning.core import richtext
from opentwinning.core.blocks import Frames
from opentwinning.core.verdicts import Refused, hidden
from opentwinning.workspace.files.queries import public_file_address
from opentwinning.workspace.pages.models import PageVersion
from opentwinning.workspace.pages.vocabulary import PageState
from opentwinning.workspace.spaces.vocabulary import NOT_PUBLIC, SpacePlace


@dataclass(frozen=True, slots=True)
class PublishedPage:
    """One published page; ``html()`` resolves the files that were opened with it."""

    ref: str
    space_id: int
    title: str
    text: str
    language: str
    author: str
    country: str
    published_at: dt.datetime

    def html(self, frames: Frames | None = None) -> SafeString:
        files = public_file_address(self.ref, self.text)
        return richtext.rendered(self.text, files, frames=frames)

    def beginning(self, letters: int = 200) -> str:
        """The first words, without marks."""
        plain = richtext.plain(self.text)
        return plain if len(plain) <= letters else f"{plain[:letters].rsplit(' ', 1)[0]} …"


def published_pages(space_ids: Iterable[int]) -> list[PublishedPage]:
    """Published pages of these spaces, newest first."""
    rows = _published().filter(page__space_id__in=list(space_ids))
    return [_shown(row) for row in rows.order_by("-page__published_at", "-page_id")]


def access_published_page(ref: str) -> PublishedPage:
    """One published page for anybody; after unpublishing an absent page again."""
    row = _published().filter(page__ref=ref).first()
    if row is None:
        raise Refused(hidden())
    return _shown(row)


def _published() -> QuerySet[PageVersion]:
    return (
        PageVersion.objects.filter(
            number=F("page__published_version"),
            page__deleted_at=None,
            page__place=SpacePlace.WHOLE,
            page__state=PageState.VISIBLE,
        )
        .exclude(page__space__state__in=NOT_PUBLIC)
        .select_related("page", "author")
        .defer("page__text")
    )


def _shown(row: PageVersion) -> PublishedPage:
    page = row.page
    return PublishedPage(
        ref=page.ref,
        space_id=page.space_id,
        title=row.title,
        text=row.text,
        language=page.language,
        author=row.author.public_name,
        country=row.author.country,
        published_at=page.published_at or row.saved_at,
    )
