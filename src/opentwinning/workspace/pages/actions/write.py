"""Writing: every saving is a version, and nobody overwrites what she has not seen (G7)."""

from django.db.models import Max
from django.utils.translation import pgettext_lazy

from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor
from opentwinning.core.clock import now
from opentwinning.core.events import emit
from opentwinning.core.verdicts import Conflict, Invalid, Refused, deny_unless, hidden
from opentwinning.workspace.files.actions import withdraw_files
from opentwinning.workspace.pages.actions.live import carry_into_document, settle_page
from opentwinning.workspace.pages.actions.versions import NO_TITLE, add_version, locked
from opentwinning.workspace.pages.events import PageSaved, PageUnpublished
from opentwinning.workspace.pages.models import Page
from opentwinning.workspace.pages.policies import (
    may_create_page,
    may_edit_page,
    may_restore_version,
    may_set_up_page,
)
from opentwinning.workspace.pages.queries import level_of, parents_in, version_of
from opentwinning.workspace.pages.vocabulary import MAX_LEVELS, Kept, PageState, Writers
from opentwinning.workspace.spaces.models import Member, Space
from opentwinning.workspace.spaces.policies import may_write_place
from opentwinning.workspace.spaces.queries import member_of, members_of
from opentwinning.workspace.spaces.vocabulary import SpacePlace

NOT_HERE = pgettext_lazy("pages", "Somebody you chose has left. Choose again.")
_ANYBODY = Writers()
TOO_DEEP = pgettext_lazy("pages", "Pages have three levels. Choose a higher page.")


@action
def create_page(  # noqa: PLR0913 - where it stands, what it says, who may do what
    *,
    by: Actor,
    space: Space,
    title: str,
    text: str,
    place: str = SpacePlace.WHOLE,
    parent: Page | None = None,
    state: str = PageState.VISIBLE,
    pupils_may_edit: bool = False,
    form_token: str = "",
) -> Page:
    """A new page at the end of its siblings. The same form sent twice makes one page (G6)."""
    member = _locked_member(by, space)
    deny_unless(may_create_page(member, space, place))
    sent = Page.objects.filter(created_by=member, form_token=form_token).first()
    if form_token and sent is not None:
        if (sent.title, sent.text) == (title, text):
            return sent
        form_token = ""
    if not title:
        raise Invalid(NO_TITLE, "title")
    if parent is not None and level_of(parent, parents_in(space)) >= MAX_LEVELS:
        raise Invalid(TOO_DEEP, "parent")
    siblings = Page.objects.filter(space=space, parent=parent)
    last = siblings.aggregate(last=Max("position"))["last"]
    page = Page.objects.create(
        space=space,
        parent=parent,
        position=0 if last is None else last + 1,
        place=SpacePlace(place),
        state=PageState(state),
        pupils_may_edit=pupils_may_edit,
        language=by.language,
        created_by=member,
        saved_by=member,
        form_token=form_token,
        created_at=now(),
    )
    _save(page, member, title, text)
    return page


@action
def save_page(*, by: Actor, page: Page, title: str, text: str, version: int) -> Page:
    """Save a text that was written on ``version``; ``Conflict`` with the newer page otherwise."""
    page = locked(page)
    member = member_of(by, page.space)
    deny_unless(may_edit_page(member, page.space, page))
    if member is None:
        raise Refused(hidden())
    if not title:
        raise Invalid(NO_TITLE, "title")
    if (page.title, page.text) == (title, text):
        return page
    if page.version != version:
        raise Conflict(page)
    _save(page, member, title, text)
    return page


@action
def finish_page(*, by: Actor, page: Page, title: str) -> Page:
    """A writer is done: what was written together is a version now, under the title she leaves."""
    page = settle_page(by=by, page=page)
    return save_page(by=by, page=page, title=title, text=page.text, version=page.version)


@action
def restore_version(*, by: Actor, page: Page, number: int) -> Page:
    """An earlier text becomes the newest version; nothing in between is lost."""
    page = locked(page)
    member = member_of(by, page.space)
    deny_unless(may_restore_version(member, page.space, page))
    earlier = version_of(page, number)
    if earlier is None or member is None:
        raise Refused(hidden())
    if (page.title, page.text) != (earlier.title, earlier.text):
        _save(page, member, earlier.title, earlier.text, restored_from=number)
    return page


@action
def set_up_page(
    *,
    by: Actor,
    page: Page,
    place: str,
    state: str,
    pupils_may_edit: bool,
    writers: Writers = _ANYBODY,
) -> Page:
    """Who sees the page and who may write it; a move needs the right to write in both (B5)."""
    page = locked(page)
    member = member_of(by, page.space)
    deny_unless(may_set_up_page(member, page.space, page))
    if place != page.place:
        deny_unless(may_write_place(member, page.space, place))
    people = _named(page, writers)
    note(
        page,
        before={
            "place": page.place,
            "state": page.state,
            "pupils": page.pupils_may_edit,
            "kept": page.kept_for,
            "people": page.kept_for_people,
        },
        after={
            "place": place,
            "state": state,
            "pupils": pupils_may_edit,
            "kept": writers.kept,
            "people": people,
        },
    )
    page.place, page.state = SpacePlace(place), PageState(state)
    page.pupils_may_edit = pupils_may_edit
    page.kept_for, page.kept_for_people = Kept(writers.kept), people
    if page.is_published and (place != SpacePlace.WHOLE or state != PageState.VISIBLE):
        page.published_version = page.published_at = None
        withdraw_files(by=by, space=page.space, used_in=page.ref)
        emit(PageUnpublished(page.space_id, page.pk))
    page.save(
        update_fields=[
            "place", "state", "pupils_may_edit", "kept_for", "kept_for_people",
            "published_version", "published_at",
        ]
    )  # fmt: skip
    return page


def _named(page: Page, writers: Writers) -> list[str]:
    """Public ids of the members who are named; whoever is not in the space cannot be."""
    if writers.kept != Kept.NAMED:
        return []
    found = members_of(page.space).filter(ref__in=writers.people).values_list("ref", flat=True)
    if set(found) != set(writers.people):
        raise Invalid(NOT_HERE, "people")
    return sorted(found)


def _locked_member(by: Actor, space: Space) -> Member:
    """The member, locked: two copies of one form wait for each other."""
    member = member_of(by, space)
    if member is None:
        raise Refused(hidden())
    return Member.objects.select_for_update().get(pk=member.pk)


def _save(
    page: Page, member: Member, title: str, text: str, *, restored_from: int | None = None
) -> None:
    """A version; whoever writes the page together with others at this moment sees the change."""
    before = page.text
    add_version(page, member.pk, title, text, restored_from=restored_from)
    carry_into_document(page, before, member)
    note(page, version=page.version)
    emit(PageSaved(page.space_id, page.pk, page.version))
