"""What a guest reads, and which guests there are (X-49, H4)."""

import datetime as dt
from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils.safestring import SafeString

from opentwinning.collaboration.twinspaces.models import Guest
from opentwinning.collaboration.twinspaces.policies import may_visit_as_guest
from opentwinning.collaboration.twinspaces.queries.access import Visit
from opentwinning.core import richtext
from opentwinning.core.actor import Actor
from opentwinning.core.clock import today
from opentwinning.core.verdicts import Refused, deny_unless, hidden
from opentwinning.people.accounts.models import Address
from opentwinning.people.accounts.queries.addresses import confirmed_addresses
from opentwinning.people.accounts.queries.lookup import account_of
from opentwinning.workspace.pages.models import Page
from opentwinning.workspace.pages.vocabulary import PageState
from opentwinning.workspace.posts.models import Post
from opentwinning.workspace.posts.vocabulary import PostState
from opentwinning.workspace.spaces.models import Member, Space
from opentwinning.workspace.spaces.vocabulary import SpacePlace, SpaceState

POSTS_SHOWN = 50


@dataclass(frozen=True, slots=True)
class ForGuest:
    """A page or a diary post as guests read it: words only, and no pupil's name beside them.
    Pictures and files stay inside, for families agreed to partners, not to guests (H10)."""

    ref: str
    title: str
    text: str
    language: str
    author: str
    country: str
    at: dt.datetime

    @property
    def html(self) -> SafeString:
        return richtext.rendered(self.text, lambda ref: None)


def guests_of(space: Space) -> QuerySet[Guest]:
    """Guests of today, who stays longest last. The caller has judged the right."""
    rows = Guest.objects.filter(twinspace__space=space, ended_at=None, last_day__gte=today())
    return rows.order_by("last_day", "name", "pk")


def visits_of(actor: Actor) -> list[Guest]:
    """Where she is a guest today, for her own start page; one query for most people."""
    if actor.account_id is None:
        return []
    hers = Address.objects.filter(account_id=actor.account_id, confirmed_at__isnull=False)
    rows = Guest.objects.filter(
        email__in=hers.values("email"), ended_at=None, last_day__gte=today()
    )
    rows = rows.filter(twinspace__space__state=SpaceState.OPEN).select_related("twinspace__space")
    return list(rows.order_by("last_day", "pk"))


def access_guest(visit: Visit, ref: str) -> Guest:
    """A guest of this TwinSpace, for its project admins."""
    guest = guests_of(visit.presence.space).filter(ref=ref).first()
    if guest is None:
        raise Refused(hidden())
    return guest


def access_as_guest(actor: Actor, ref: str) -> Guest:
    """The door of the guest herself."""
    rows = Guest.objects.select_related("twinspace__space", "twinspace__project")
    guest = rows.filter(ref=ref).first()
    if guest is None or actor.account_id is None:
        raise Refused(hidden())
    is_hers = guest.email in confirmed_addresses(account_of(actor))
    deny_unless(may_visit_as_guest(actor, guest, is_hers=is_hers))
    return guest


def pages_for(guest: Guest) -> list[ForGuest]:
    """Visible pages that all members read."""
    return [_page(row) for row in _pages(guest).order_by("position", "pk")]


def posts_for(guest: Guest) -> list[ForGuest]:
    """The latest visible diary posts that all members read."""
    return [_post(row) for row in _posts(guest).order_by("-pk")[:POSTS_SHOWN]]


def access_for_guest(guest: Guest, ref: str) -> ForGuest:
    """One of these, by its public id."""
    page = _pages(guest).filter(ref=ref).first()
    if page is not None:
        return _page(page)
    post = _posts(guest).filter(ref=ref).first()
    if post is None:
        raise Refused(hidden())
    return _post(post)


def _pages(guest: Guest) -> QuerySet[Page]:
    return Page.objects.filter(
        space=guest.twinspace.space_id,
        place=SpacePlace.WHOLE,
        state=PageState.VISIBLE,
        deleted_at=None,
    ).select_related("created_by")


def _posts(guest: Guest) -> QuerySet[Post]:
    return Post.objects.filter(
        space=guest.twinspace.space_id,
        place=SpacePlace.WHOLE,
        state=PostState.VISIBLE,
        deleted_at=None,
    ).select_related("author")


def _page(row: Page) -> ForGuest:
    return _shown(row, row.title, row.created_by, row.saved_at)


def _post(row: Post) -> ForGuest:
    return _shown(row, row.title, row.author, row.created_at)


def _shown(row: Page | Post, title: str, author: Member, at: dt.datetime) -> ForGuest:
    return ForGuest(row.ref, title, row.text, row.language, author.public_name, author.country, at)
