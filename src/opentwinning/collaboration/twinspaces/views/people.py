"""People & classes (page 88); for pupils the same address shows their friends."""

from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import pgettext

from opentwinning.collaboration.twinspaces.actions import (
    bring_pupils,
    change_power,
    nudge_school,
    take_pupils_out,
)
from opentwinning.collaboration.twinspaces.policies import (
    may_change_educator_power,
    may_change_pupil_power,
)
from opentwinning.collaboration.twinspaces.queries import (
    access_member,
    access_twinspace,
    members_of_class,
    own_classes_in,
    schools_in,
)
from opentwinning.collaboration.twinspaces.queries.guests import guests_of
from opentwinning.collaboration.twinspaces.queries.pulse import with_signs
from opentwinning.collaboration.twinspaces.queries.rights import rights_in
from opentwinning.core.verdicts import Refused
from opentwinning.core.web import ActorRequest, Audience, attempt, go, open_to, page
from opentwinning.people.pupils.queries import access_class, pupil_of, pupils_of
from opentwinning.people.pupils.vocabulary import YOUNG_AGES
from opentwinning.workspace.spaces.models import Member
from opentwinning.workspace.spaces.queries import space_context
from opentwinning.workspace.spaces.vocabulary import MemberCapacity, SpaceState


@open_to(Audience.MEMBERS, methods=("GET",))
def people(request: ActorRequest, ref: str) -> HttpResponse:
    """Members by school. Teachers also see their own classes and what they may change."""
    visit = access_twinspace(request.actor, ref)
    space = visit.presence.space
    schools = schools_in(space)
    context = {
        **space_context(visit.presence, request, tool="twinspaces:people"),
        "schools": schools,
    }
    if visit.member.is_admin:
        with_signs(schools, visit.member)
    if visit.member.is_pupil:
        young = pupil_of(request.actor).school_class.age_band in YOUNG_AGES
        template = "twinspaces/friends_young.html" if young else "twinspaces/friends.html"
        return page(request, template, young=young, **context)
    return page(
        request,
        "twinspaces/people.html",
        own_classes=own_classes_in(request.actor, space),
        is_open=space.state == SpaceState.OPEN,
        acts=rights_in(space),
        guests=guests_of(space),
        project_ref=visit.twinspace.project.ref,
        **context,
    )


@open_to(Audience.VALIDATED, methods=("POST",))
def bring(request: ActorRequest, ref: str, class_ref: str) -> HttpResponse:
    """Pupils of an own class come in: those chosen, or the whole class."""
    visit = access_twinspace(request.actor, ref, for_adults=True)
    school_class = access_class(request.actor, class_ref)
    pupils = list(pupils_of(school_class))
    if chosen := set(request.POST.getlist("pupil")):
        pupils = [pupil for pupil in pupils if pupil.ref in chosen]
    bring_pupils(
        by=request.actor, twinspace=visit.twinspace, school_class=school_class, pupils=pupils
    )
    messages.success(request, pgettext("twinspace", "Your pupils are in the TwinSpace."))
    return go(request, "twinspaces:people", ref)


@open_to(Audience.VALIDATED, methods=("POST",))
def take_class_out(request: ActorRequest, ref: str, class_ref: str) -> HttpResponse:
    """The whole own class leaves; what they made stays."""
    visit = access_twinspace(request.actor, ref, for_adults=True)
    school_class = access_class(request.actor, class_ref)
    members = members_of_class(visit, school_class)
    take_pupils_out(by=request.actor, members=members)
    messages.success(request, pgettext("twinspace", "The class is no longer in the TwinSpace."))
    return go(request, "twinspaces:people", ref)


@open_to(Audience.VALIDATED, methods=("POST",))
def take_out(request: ActorRequest, ref: str, member_ref: str) -> HttpResponse:
    """One pupil leaves; what she made stays."""
    visit = access_twinspace(request.actor, ref, for_adults=True)
    member = access_member(visit, member_ref)
    take_pupils_out(by=request.actor, members=[member])
    messages.success(request, pgettext("twinspace", "The pupil is no longer in the TwinSpace."))
    return go(request, "twinspaces:people", ref)


@open_to(Audience.VALIDATED, methods=("POST",))
def nudge(request: ActorRequest, ref: str, member_ref: str) -> HttpResponse:
    """One friendly mail to the teachers of a silent school."""
    visit = access_twinspace(request.actor, ref, to_administer=True)
    member = access_member(visit, member_ref)
    done = pgettext("pulse", "The teachers of this school got a friendly mail.")
    attempt(request, lambda: nudge_school(by=request.actor, member=member), done)
    return go(request, "twinspaces:people", ref)


@open_to(Audience.VALIDATED)
def power(request: ActorRequest, ref: str, member_ref: str) -> HttpResponse:
    """Give or take project admin or pupil admin, after one look at what it means."""
    visit = access_twinspace(request.actor, ref, to_administer=True)
    member = access_member(visit, member_ref)
    judge = may_change_educator_power if member.is_adult else may_change_pupil_power
    verdict = judge(request.actor, member)
    if not verdict:
        raise Refused(verdict)
    to = _other_capacity(member)
    if request.method == "POST":
        attempt(request, lambda: change_power(by=request.actor, member=member, capacity=to))
        return go(request, "twinspaces:people", ref)
    context = space_context(visit.presence, request, tool="twinspaces:people")
    return page(request, "twinspaces/power.html", person=member, to=to, **context)


def _other_capacity(member: Member) -> MemberCapacity:
    pairs = {
        MemberCapacity.ADMIN: MemberCapacity.EDUCATOR,
        MemberCapacity.EDUCATOR: MemberCapacity.ADMIN,
        MemberCapacity.PUPIL: MemberCapacity.PUPIL_ADMIN,
        MemberCapacity.PUPIL_ADMIN: MemberCapacity.PUPIL,
    }
    return pairs[MemberCapacity(member.capacity)]
