"""The doors of pages."""

from collections.abc import Callable

from django.db.models import QuerySet

from opentwinning.core.actor import Actor
from opentwinning.core.prepared import prepared
from opentwinning.core.verdicts import Refused, Verdict, deny_unless, hidden
from opentwinning.workspace.pages.models import Page
from opentwinning.workspace.pages.policies import (
    may_administer_page,
    may_delete_page,
    may_edit_page,
    may_publish_page,
    may_read_page,
    may_restore_version,
    may_undelete_page,
)
from opentwinning.workspace.pages.queries.public import access_published_page
from opentwinning.workspace.spaces.models import Member, Space
from opentwinning.workspace.spaces.queries import Presence, Thing, member_of, presence_in

type Rule = Callable[[Member | None, Space, Page], Verdict]
_RULES: dict[str, Rule] = {
    "edit": may_edit_page,
    "restore": may_restore_version,
    "delete": may_delete_page,
    "administer": may_administer_page,
    "publish": may_publish_page,
}


def access_page(actor: Actor, ref: str, *, to: str = "read") -> tuple[Presence, Page]:
    """The page and the actor's presence in its space; ``to`` is read, edit, restore, delete,
    administer or publish.
    """
    page = _page(ref)
    presence = presence_in(actor, page.space, place=page.place)
    deny_unless(may_read_page(presence.member, page))
    if to != "read":
        deny_unless(_RULES[to](presence.member, presence.space, page))
    return presence, page


def thing_of(presence: Presence, page: Page) -> Thing:
    """The page as what members talk about."""
    return Thing(
        kind="page",
        ref=page.ref,
        presence=presence,
        place=page.place,
        title=page.title,
        text=page.text,
        url=f"/spaces/pages/{page.ref}/",
        tool="pages:tree",
        author=page.created_by,
    )


def access_trashed_page(actor: Actor, ref: str) -> tuple[Presence, Page]:
    """A page in the trash, for whoever may take it back."""
    page = _page(ref)
    presence = presence_in(actor, page.space, place=page.place)
    deny_unless(may_undelete_page(presence.member, presence.space, page))
    return presence, page


@prepared
def _with_space(ref: str) -> QuerySet[Page]:
    return Page.objects.select_related("space", "created_by", "saved_by").filter(ref=ref)


def _page(ref: str) -> Page:
    page = next(iter(_with_space(ref)), None)
    if page is None:
        raise Refused(hidden())
    return page


def page_to_report(actor: Actor, ref: str) -> tuple[Page, str, str]:
    """A page as this reader sees it, with title and text: a member in its space, anybody the
    published version."""
    page = _page(ref)
    if member_of(actor, page.space) is None:
        published = access_published_page(ref)
        return page, published.title, published.text
    presence = presence_in(actor, page.space, place=page.place)
    deny_unless(may_read_page(presence.member, page))
    return page, page.title, page.text
