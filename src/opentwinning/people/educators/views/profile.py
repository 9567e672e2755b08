"""One's own profile, and somebody else's (pages 34 and 35)."""

from typing import Any, cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import pgettext

from opentwinning.core.actor import Actor, Role
from opentwinning.core.places import panels
from opentwinning.core.verdicts import Refused, hidden
from opentwinning.core.web import ActorRequest, Audience, go, open_to, page
from opentwinning.facilities.drafts.actions import discard_draft
from opentwinning.facilities.drafts.queries import typed
from opentwinning.people.educators.actions import confirm_profile, edit_profile
from opentwinning.people.educators.forms import EditProfileForm
from opentwinning.people.educators.models import Educator
from opentwinning.people.educators.policies import may_suspend_educator
from opentwinning.people.educators.queries import (
    access_educator,
    educator_of,
    photo_url,
    profile_of,
    traits_of,
)
from opentwinning.people.educators.vocabulary import PhotoSize

DRAFT = "educators:profile"
_OFFICES = (Role.NATIONAL_OFFICER, Role.CENTRAL_OFFICER, Role.OPERATOR)


def me(actor: Actor) -> Educator:
    """The educator who asks."""
    educator = educator_of(actor)
    if educator is None:
        raise Refused(hidden())
    return educator


@open_to(Audience.EDUCATORS)
def edit(request: HttpRequest) -> HttpResponse:
    """Edit one's own profile; what was typed and not sent comes back."""
    actor = cast("ActorRequest", request).actor
    educator = me(actor)
    form = EditProfileForm(
        request.POST or None, country=educator.country, initial=initial(actor, educator)
    )
    if form.is_valid() and form.did(
        lambda: edit_profile(by=actor, educator=educator, traits=form.traits(), **form.details())
    ):
        discard_draft(by=actor, key=DRAFT)
        messages.success(request, pgettext("profile", "Your profile is saved."))
        return go(request, "educators:educator", educator.ref)
    return page(
        request,
        "educators/profile_edit.html",
        form=form,
        educator=educator,
        profile=profile_of(educator),
        picture=photo_url(educator.ref, educator.photo_key),
    )


def initial(actor: Actor, educator: Educator) -> dict[str, Any]:
    draft = typed(actor, DRAFT)
    if draft:
        return EditProfileForm.restored(draft)
    return EditProfileForm.stored(educator, traits_of([educator])[educator.pk])


@open_to(Audience.EDUCATORS, methods=("POST",))
def confirm(request: HttpRequest) -> HttpResponse:
    """Everything is still right (R-20)."""
    actor = cast("ActorRequest", request).actor
    educator = confirm_profile(by=actor, educator=me(actor))
    messages.success(request, pgettext("profile", "Thank you. Your profile counts as fresh."))
    return go(request, "educators:educator", educator.ref)


@open_to(Audience.EDUCATORS, Audience.OFFICERS, methods=("GET",))
def educator(request: HttpRequest, ref: str) -> HttpResponse:
    """Somebody's profile: what she shares, and what higher apps know about her."""
    actor = cast("ActorRequest", request).actor
    found = access_educator(actor, ref, to="see")
    return page(
        request,
        "educators/educator.html",
        educator=found,
        profile=profile_of(found),
        picture=photo_url(found.ref, found.photo_key, PhotoSize.LARGE),
        is_own=found.account_id == actor.account_id,
        may_suspend=actor.is_a(*_OFFICES) and bool(may_suspend_educator(actor, found)),
        panels=panels("educator", actor, found),
    )
