"""Who reads, writes, arranges and publishes pages (matrix rows 29, 30, 42; X-47, X-48, X-51)."""

from django.utils.translation import pgettext_lazy

from opentwinning.core.actor import Actor, Role
from opentwinning.core.verdicts import Verdict, granted, hidden, refused
from opentwinning.workspace.pages.models import Page
from opentwinning.workspace.pages.vocabulary import Kept, PageState
from opentwinning.workspace.spaces.models import Member, Space
from opentwinning.workspace.spaces.policies import (
    may_administer_space,
    may_read_thing,
    may_take_back,
    may_write_place,
    while_open,
)
from opentwinning.workspace.spaces.vocabulary import MemberCapacity, SpacePlace

_LOCKED = pgettext_lazy("pages", "A project admin locked this page. Ask to unlock it.")
_NO_PUPILS = pgettext_lazy("pages", "Pupils may not change this page. Ask your teacher.")
_NOT_NAMED = pgettext_lazy("pages", "Only the people named for this page may change it.")
_NO_NEW = pgettext_lazy("pages", "Pupils do not add pages. Ask your teacher.")
_WITHHELD = pgettext_lazy("safeguarding", "This is hidden after a report.")
_TEACHERS = pgettext_lazy("pages", "Only teachers may do this.")
_OWN = pgettext_lazy("pages", "Only its author or a project admin may delete this page.")
_NOT_FOR_ALL = pgettext_lazy("pages", "Only a visible page that all members read can be published.")


def may_keep_sites(actor: Actor) -> Verdict:
    """The centre says which sites pages may show."""
    return granted() if actor.is_a(Role.CENTRAL_OFFICER) else hidden()


def may_keep_starts(actor: Actor) -> Verdict:
    """The centre says what new pages can begin with."""
    return granted() if actor.is_a(Role.CENTRAL_OFFICER) else hidden()


def may_read_page(member: Member | None, page: Page) -> Verdict:
    """Whoever reads the place; drafts only those who may write them (X-48)."""
    verdict = may_read_thing(member, page)
    if not verdict or member is None:
        return verdict
    if page.state == PageState.DRAFT and not _writes(member, page):
        return hidden()
    if page.state == PageState.HIDDEN and not (member.is_adult or page.created_by_id == member.pk):
        return hidden()
    return granted()


def may_print_page(member: Member | None, page: Page) -> Verdict:
    """Whoever reads it; what is withheld does not go on paper."""
    verdict = may_read_page(member, page)
    if not verdict:
        return verdict
    return refused(_WITHHELD) if page.state == PageState.HIDDEN else granted()


def _writes(member: Member, page: Page) -> bool:
    """Educators and pupil admins write everywhere they read; pupils where the author allows. A page
    that is kept for some is written by them, project admins and whoever began it."""
    if page.kept_for != Kept.NOT:
        if member.is_admin or page.created_by_id == member.pk:
            return True
        if page.kept_for == Kept.ADULTS:
            return member.is_adult
        return member.ref in page.kept_for_people
    return member.is_adult or member.capacity == MemberCapacity.PUPIL_ADMIN or page.pupils_may_edit


def may_create_page(member: Member | None, space: Space, place: SpacePlace | str) -> Verdict:
    """Educators and pupil admins (X-47, X-48)."""
    verdict = may_write_place(member, space, place)
    if not verdict or member is None:
        return verdict
    if member.capacity == MemberCapacity.PUPIL:
        return refused(_NO_NEW)
    return granted()


def may_edit_page(member: Member | None, space: Space, page: Page) -> Verdict:
    """Also needs the right to write in the page's place; a lock leaves project admins only."""
    verdict = may_read_page(member, page)
    if not verdict or member is None:
        return verdict
    verdict = may_write_place(member, space, page.place)
    if not verdict:
        return verdict
    if page.state == PageState.HIDDEN:
        return refused(_WITHHELD)
    if page.is_locked and not member.is_admin:
        return refused(_LOCKED)
    if _writes(member, page):
        return granted()
    return refused(_NOT_NAMED if page.kept_for == Kept.NAMED else _NO_PUPILS)


def may_set_up_page(member: Member | None, space: Space, page: Page) -> Verdict:
    """Place, draft or visible, pupils' rights: educators, and pupil admins for their own pages."""
    verdict = may_edit_page(member, space, page)
    if not verdict or member is None:
        return verdict
    own = page.created_by_id == member.pk
    return granted() if member.is_adult or own else refused(_TEACHERS)


def may_arrange_pages(member: Member | None, space: Space) -> Verdict:
    """Move pages in the tree: educators."""
    verdict = may_write_place(member, space, SpacePlace.WHOLE)
    if not verdict or member is None:
        return verdict
    return granted() if member.is_adult else refused(_TEACHERS)


def may_restore_version(member: Member | None, space: Space, page: Page) -> Verdict:
    """Bring earlier text back: educators who may edit (row 30)."""
    verdict = may_edit_page(member, space, page)
    if not verdict or member is None:
        return verdict
    return granted() if member.is_adult else refused(_TEACHERS)


def may_delete_page(member: Member | None, space: Space, page: Page) -> Verdict:
    """Educators their own, project admins any."""
    verdict = may_read_page(member, page) and while_open(space)
    if not verdict or member is None:
        return verdict
    if member.is_admin:
        return granted()
    own = member.is_adult and page.created_by_id == member.pk and not page.is_locked
    return granted() if own else refused(_OWN)


def may_undelete_page(member: Member | None, space: Space, page: Page) -> Verdict:
    """Whoever deleted it, and project admins; others never learn of it."""
    return may_take_back(member, space, page)


def may_administer_page(member: Member | None, space: Space, page: Page) -> Verdict:
    """Lock and unlock, withdraw from the public: project admins."""
    return may_read_page(member, page) and may_administer_space(member, space)


def may_publish_page(member: Member | None, space: Space, page: Page) -> Verdict:
    """Project admins, and only what every member may read (H12, row 42)."""
    verdict = may_administer_page(member, space, page)
    if not verdict:
        return verdict
    if page.place != SpacePlace.WHOLE or page.state != PageState.VISIBLE:
        return refused(_NOT_FOR_ALL)
    return granted()
