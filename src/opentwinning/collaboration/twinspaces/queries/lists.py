"""Lists of TwinSpaces, what is public, what the first visit asks for."""

import re
from dataclasses import dataclass

from django.db.models import QuerySet

from opentwinning.collaboration.twinspaces.models import TwinSpace
from opentwinning.core.actor import Actor
from opentwinning.core.text import folded
from opentwinning.people.pupils.models import Pupil
from opentwinning.workspace.files.models import SpaceFile
from opentwinning.workspace.pages.models import Page
from opentwinning.workspace.pages.vocabulary import PageState
from opentwinning.workspace.spaces.models import Member, Space
from opentwinning.workspace.spaces.queries import spaces_of
from opentwinning.workspace.spaces.vocabulary import PUPILS, SpacePlace


def twinspaces_of(actor: Actor) -> QuerySet[TwinSpace]:
    """TwinSpaces the actor is a member of, newest first."""
    return (
        TwinSpace.objects.filter(space__in=spaces_of(actor))
        .select_related("project", "space")
        .order_by("-opened_at", "-pk")
    )


@dataclass(frozen=True, slots=True)
class Candidate:
    """A page on the publishing screen, with the nicknames it would show to everybody."""

    page: Page
    nicknames: tuple[str, ...]

    @property
    def is_outdated(self) -> bool:
        """Visitors read an earlier version than members."""
        return self.page.is_published and self.page.published_version != self.page.version


def publishable_pages(space: Space) -> list[Candidate]:
    """Visible pages that all members read, public ones first; two queries (H12)."""
    pages = Page.objects.filter(
        space=space, deleted_at=None, state=PageState.VISIBLE, place=SpacePlace.WHOLE
    )
    names = nicknames_in(space)
    found = [Candidate(page, named_in(f"{page.title} {page.text}", names)) for page in pages]
    return sorted(found, key=lambda c: (not c.page.is_published, folded(c.page.title)))


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
    has_shared: bool


def first_visit_of(actor: Actor, space: Space) -> FirstVisit:
    """What the checklist shows; four queries."""
    mine = Pupil.objects.filter(
        school_class__owners__educator__account_id=actor.account_id,
        member__space=space,
        member__left_at=None,
    )
    return FirstVisit(
        has_brought_pupils=mine.exists(),
        has_printed_cards=mine.exclude(card_hash="").exists(),
        has_page=Page.objects.filter(space=space, deleted_at=None).exists(),
        has_shared=SpaceFile.objects.filter(space=space, deleted_at=None).exists(),
    )
