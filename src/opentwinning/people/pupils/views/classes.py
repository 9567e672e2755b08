"""Classes: the list, a new one, the grid, its settings (pages 40, 41)."""

from typing import cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import pgettext

from opentwinning.core.actor import Actor
from opentwinning.core.addresses import reverse
from opentwinning.core.freshness import proved_lately
from opentwinning.core.places import panels
from opentwinning.core.verdicts import Refused, hidden
from opentwinning.core.web import ActorRequest, Audience, attempt, go, open_to, page
from opentwinning.people.educators.queries import educator_of
from opentwinning.people.organisations.queries import organisation_of
from opentwinning.people.pupils.actions import (
    add_class_owner,
    change_class,
    close_class,
    create_class,
    remove_class_owner,
)
from opentwinning.people.pupils.forms import ClassForm, ClassSettingsForm, OwnerForm
from opentwinning.people.pupils.models import SchoolClass
from opentwinning.people.pupils.queries import (
    access_class,
    classes_of,
    open_window_of,
    owners_of,
    roster,
)
from opentwinning.people.pupils.vocabulary import Presence


def actor_of(request: HttpRequest) -> Actor:
    return cast("ActorRequest", request).actor


def trail(school_class: SchoolClass | None = None) -> list[tuple[str, str]]:
    """Bread crumbs down to the class."""
    steps = [(pgettext("classes", "My classes"), reverse("pupils:classes"))]
    if school_class is not None:
        steps.append((school_class.name, reverse("pupils:class", args=[school_class.ref])))
    return steps


@open_to(Audience.VALIDATED, methods=("GET",))
def class_list(request: HttpRequest) -> HttpResponse:
    """Page 40: my classes."""
    return page(request, "pupils/class_list.html", classes=list(classes_of(actor_of(request))))


@open_to(Audience.VALIDATED)
def new_class(request: HttpRequest) -> HttpResponse:
    """Three answers make a class."""
    educator = educator_of(actor_of(request))
    if educator is None:
        raise Refused(hidden())
    form = ClassForm(request.POST or None, initial={"language": actor_of(request).language})
    if form.is_valid():
        made = form.carry_out(
            lambda: create_class(by=actor_of(request), educator=educator, **form.details())
        )
        if made is not None:
            return go(request, "pupils:add", made.ref)
    school = organisation_of(educator)
    return page(request, "pupils/class_new.html", form=form, school=school, crumbs=trail())


@open_to(Audience.VALIDATED, methods=("GET",))
def class_detail(request: HttpRequest, ref: str) -> HttpResponse:
    """Page 41: the grid of nicknames."""
    school_class = access_class(actor_of(request), ref)
    seats = roster(school_class)
    return page(
        request,
        "pupils/class_detail.html",
        crumbs=trail(),
        school_class=school_class,
        seats=seats,
        owners=list(owners_of(school_class)),
        in_count=sum(seat.presence != Presence.OUT for seat in seats),
        without_card=sum(not seat.pupil.has_card for seat in seats),
        window=open_window_of(school_class),
        panels=panels("class", actor_of(request), school_class),
    )


@open_to(Audience.VALIDATED)
def class_settings(request: HttpRequest, ref: str) -> HttpResponse:
    """Name, ages, language, when cards work, who answers for the class."""
    school_class = access_class(actor_of(request), ref)
    start = {name: getattr(school_class, name) for name in ClassSettingsForm.base_fields}
    form = ClassSettingsForm(request.POST or None, initial=start)
    if form.is_valid() and form.did(
        lambda: change_class(by=actor_of(request), school_class=school_class, **form.details())
    ):
        messages.success(request, pgettext("classes", "Saved."))
        return go(request, "pupils:class", ref)
    return _settings_page(request, school_class, form=form)


def _settings_page(
    request: HttpRequest, school_class: SchoolClass, form: ClassSettingsForm
) -> HttpResponse:
    return page(
        request,
        "pupils/class_settings.html",
        school_class=school_class,
        owners=list(owners_of(school_class)),
        form=form,
        owner_form=OwnerForm(school_class=school_class),
        crumbs=trail(school_class),
    )


@open_to(Audience.VALIDATED, methods=("POST",))
def add_owner(request: HttpRequest, ref: str) -> HttpResponse:
    """A colleague answers for the class, too."""
    school_class = access_class(actor_of(request), ref)
    form = OwnerForm(request.POST, school_class=school_class)
    if form.is_valid():
        form.carry_out(
            lambda: add_class_owner(
                by=actor_of(request), school_class=school_class, educator=form.details()["educator"]
            )
        )
    if form.errors:
        messages.error(request, pgettext("classes", "Choose a teacher of your school."))
    return go(request, "pupils:settings", ref)


@open_to(Audience.VALIDATED, methods=("POST",))
def remove_owner(request: HttpRequest, ref: str) -> HttpResponse:
    """Somebody no longer answers for the class; leaving oneself leads back to the list."""
    actor = actor_of(request)
    school_class = access_class(actor, ref)
    educator = owners_of(school_class).filter(ref=request.POST.get("educator", "")).first()
    if educator is None:  # somebody else was quicker
        return go(request, "pupils:settings", ref)
    attempt(
        request,
        lambda: remove_class_owner(by=actor, school_class=school_class, educator=educator),
    )
    if educator.account_id == actor.account_id and not classes_of(actor).filter(ref=ref).exists():
        return go(request, "pupils:classes")
    return go(request, "pupils:settings", ref)


@open_to(Audience.VALIDATED)
@proved_lately
def close(request: HttpRequest, ref: str) -> HttpResponse:
    """The class ends; said once what that means, after a fresh proof (A14)."""
    school_class = access_class(actor_of(request), ref)
    if request.method == "POST":
        close_class(by=actor_of(request), school_class=school_class)
        messages.success(
            request, pgettext("classes", "The class is deleted and its pupils are erased.")
        )
        return go(request, "pupils:classes")
    return page(request, "pupils/class_close.html", school_class=school_class)
