"""The public card of a school, and the officer's form for it."""

from typing import cast

from django.contrib import messages
from django.forms import model_to_dict
from django.http import HttpRequest, HttpResponse
from django.utils.translation import pgettext

from opentwinning.core.places import panels
from opentwinning.core.web import ActorRequest, Audience, go, open_to, page
from opentwinning.people.educators.queries import educator_of
from opentwinning.people.organisations.actions import edit_organisation
from opentwinning.people.organisations.forms import EditSchoolForm
from opentwinning.people.organisations.policies import (
    may_count_members,
    may_edit_organisation,
    may_join_organisation,
)
from opentwinning.people.organisations.queries import (
    access_organisation,
    affiliations_of,
    branches_of,
    members_count,
    merged_into,
    position_of,
)
from opentwinning.people.organisations.views.drawn import drawing_of_school
from opentwinning.people.organisations.vocabulary import EDITABLE, KIND_LABELS, OrganisationState


@open_to(Audience.EVERYBODY, methods=("GET",))
def organisation(request: HttpRequest, ref: str) -> HttpResponse:
    """Name, town, branches; what other apps add; never a list of staff (row 3)."""
    actor = cast("ActorRequest", request).actor
    school = access_organisation(actor, ref, to="see")
    me = educator_of(actor)
    mine = me is not None and any(a.organisation_id == school.pk for a in affiliations_of(me))
    position = position_of(school)
    return page(
        request,
        "organisations/organisation.html",
        school=school,
        kind=KIND_LABELS.get(school.kind, school.kind),  # type: ignore[call-overload]  # any text
        is_open=school.state == OrganisationState.ACTIVE,
        branches=branches_of(school),
        earlier=merged_into(school),
        position=position,
        drawing=drawing_of_school(school.country, position) if position else None,
        members=members_count(school) if may_count_members(actor) else None,
        may_edit=may_edit_organisation(actor, school).allowed,
        may_join=me is not None
        and not mine
        and bool(may_join_organisation(actor, school.country, me.country)),
        is_mine=mine,
        panels=panels("organisation", actor, school),
    )


@open_to(Audience.OFFICERS)
def edit(request: HttpRequest, ref: str) -> HttpResponse:
    """An officer puts the record right."""
    actor = cast("ActorRequest", request).actor
    school = access_organisation(actor, ref, to="edit")
    initial = model_to_dict(school, fields=EDITABLE)
    initial["is_closed"] = school.state == OrganisationState.CLOSED
    form = EditSchoolForm(request.POST or None, initial=initial, school=school)
    if form.is_valid() and form.did(
        lambda: edit_organisation(by=actor, organisation=school, **form.details())
    ):
        messages.success(request, pgettext("school", "The school is saved."))
        return go(request, "organisations:organisation", ref)
    return page(request, "organisations/edit.html", form=form, school=school)
