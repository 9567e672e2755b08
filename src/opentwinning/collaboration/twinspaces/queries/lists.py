"""Lists of TwinSpaces, what is public, what the first visit asks for."""

import re
from dataclasses import dataclass

from django.db.models import QuerySet

from opentwinning.collaboration.twinspaces.models import TwinSpace
from opentwinning.core.actor import Actor
from opentwinning.core.addresses import reverse
from opentwinning.core.prepared import prepared
from opentwinning.core.text import folded
from opentwinning.people.pupils.models import Pupil
from opentwinning.workspace.files.models import SpaceFile
from opentwinning.workspace.files.vocabulary import FileKind
from opentwinning.workspace.pages.models import Page
from opentwinning.workspace.pages.vocabulary import PageState
from opentwinning.workspace.posts.models import Post
from opentwinning.workspace.posts.vocabulary import PostState
from opentwinning.workspace.spaces.models import Member, Space
from opentwinning.workspace.spaces.queries import spaces_of
from opentwinning.workspace.spaces.vocabulary import PUPILS, SpacePlace, SpaceState

TODAY = 6


def twinspaces_of(actor: Actor) -> QuerySet[TwinSpace]:
    """TwinSpaces the actor is a member of, newest first."""
    return (
        TwinSpace.objects.filter(space__in=spaces_of(actor))
        .select_related("project", "space")
        .order_by("-opened_at", "-pk")
    )


@prepared
def _open_of(account: int) -> QuerySet[TwinSpace, tuple[str, str, str]]:
    mine = Member.objects.filter(account_id=account, left_at=None).values("space")
    rows = TwinSpace.objects.filter(space__in=mine, space__state=SpaceState.OPEN)
    return rows.order_by("-opened_at", "-pk").values_list(
        "space__title", "space__ref", "project__ref"
    )[:TODAY]


def open_twinspaces_of(actor: Actor) -> list[tuple[str, str, str]]:
    """For Today: title, public id and drawing of an adult's open TwinSpaces, newest first."""
    return _open_of(actor.account)


def cover_pictures(twinspace: TwinSpace) -> QuerySet[SpaceFile]:
    """Pictures that may stand on the home: those all members see."""
    return SpaceFile.objects.filter(
        space=twinspace.space_id,
        place=SpacePlace.WHOLE,
        kind=FileKind.IMAGE,
        deleted_at=None,
        is_held=False,
        lacks_inside=0,
    ).order_by("-id")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A page or a diary entry on the publishing screen, with the nicknames it would show."""

    icon: str
    title: str
    language: str
    url: str
    publish_url: str
    unpublish_url: str
    is_published: bool
    is_outdated: bool  # visitors read an earlier version than members
    nicknames: tuple[str, ...]


def publishable_in(space: Space) -> list[Candidate]:
    """What all members read and visitors could, public things first; three queries (H12)."""
    names = nicknames_in(space)
    pages = Page.objects.filter(
        space=space, deleted_at=None, state=PageState.VISIBLE, place=SpacePlace.WHOLE
    )
    posts = Post.objects.filter(
        space=space, deleted_at=None, state=PostState.VISIBLE, place=SpacePlace.WHOLE
    )
    found = [_page(page, names) for page in pages] + [_post(post, names) for post in posts]
    return sorted(found, key=lambda c: (not c.is_published, folded(c.title)))


def _page(page: Page, names: list[str]) -> Candidate:
    return Candidate(
        icon="book-open",
        title=page.title,
        language=page.language,
        url=reverse("pages:page", args=[page.ref]),
        publish_url=reverse("pages:publish", args=[page.ref]),
        unpublish_url=reverse("pages:unpublish", args=[page.ref]),
        is_published=page.is_published,
        is_outdated=page.is_published and page.published_version != page.version,
        nicknames=named_in(f"{page.title} {page.text}", names),
    )


def _post(post: Post, names: list[str]) -> Candidate:
    return Candidate(
        icon="notebook-pen",
        title=str(post),
        language=post.language,
        url=reverse("posts:post", args=[post.ref]),
        publish_url=reverse("posts:publish", args=[post.ref]),
        unpublish_url=reverse("posts:unpublish", args=[post.ref]),
        is_published=post.is_published,
        is_outdated=post.is_published
        and (post.published_title, post.published_text) != (post.title, post.text),
        nicknames=named_in(f"{post.title} {post.text}", names),
    )


def nicknames_in(space: Space) -> list[str]:
    """Names of the pupils of a space."""
    rows = Member.objects.filter(space=space, capacity__in=PUPILS).exclude(name="")
    return list(rows.values_list("name", flat=True).distinct())


def named_in(text: str, nicknames: list[str]) -> tuple[str, ...]:
    """Nicknames that stand in a text as whole words, in any spelling."""
    plain = folded(text)
    return tuple(n for n in nicknames if re.search(rf"\b{re.escape(folded(n))}\b", plain))


@dataclass(frozen=True, slots=True)
class FirstVisit:
    """How far a teacher is with her first visit (T-16)."""

    has_brought_pupils: bool
    has_printed_cards: bool
    has_page: bool
    has_said_hello: bool


@prepared
def _brought(account: int, space: int) -> QuerySet[Pupil, str]:
    mine = Pupil.objects.filter(
        school_class__owners__educator__account_id=account,
        member__space_id=space,
        member__left_at=None,
    )
    return mine.order_by("-card_hash").values_list("card_hash", flat=True)[:1]


@prepared
def _any_page(space: int) -> QuerySet[Page, int]:
    return Page.objects.filter(space_id=space, deleted_at=None).values_list("pk", flat=True)[:1]


@prepared
def _any_post(space: int, account: int) -> QuerySet[Post, int]:
    said = Post.objects.filter(space_id=space, author__account_id=account, deleted_at=None)
    return said.values_list("pk", flat=True)[:1]


def first_visit_of(actor: Actor, space: Space) -> FirstVisit:
    """What the checklist shows; three queries."""
    cards = _brought(actor.account, space.pk)  # one with a card comes first
    return FirstVisit(
        has_brought_pupils=bool(cards),
        has_printed_cards=any(cards),
        has_page=bool(_any_page(space.pk)),
        has_said_hello=bool(_any_post(space.pk, actor.account)),
    )
