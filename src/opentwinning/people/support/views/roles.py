"""Who may join, for officers of a country and for the centre (C-13)."""

from typing import cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import pgettext

from opentwinning.core.clock import today
from opentwinning.core.verdicts import Refused, hidden
from opentwinning.core.web import ActorRequest, Audience, go, open_to, page
from opentwinning.people.support.actions import save_role_list
from opentwinning.people.support.forms import RoleListForm
from opentwinning.people.support.models import RoleList
from opentwinning.people.support.queries import (
    access_office,
    countries_with_role_lists,
    joining_roles,
    role_list_of,
    role_lists_written,
    role_names,
)


@open_to(Audience.OFFICERS)
def roles(request: HttpRequest, country: str) -> HttpResponse:
    """The roles of one country by day; POST writes a list."""
    office = access_office(cast("ActorRequest", request).actor, country, to="edit")
    if office is None:
        raise Refused(hidden())
    return _page(request, office.country)


@open_to(Audience.CENTRAL)
def programme_roles(request: HttpRequest) -> HttpResponse:
    """The roles of the programme, for every country without a list of its own."""
    return _page(request, "")


def _page(request: HttpRequest, country: str) -> HttpResponse:
    actor = cast("ActorRequest", request).actor
    current = role_list_of(country)
    form = RoleListForm(request.POST or None, initial={"roles": current.roles, "from_day": today()})
    if form.is_valid() and form.did(
        lambda: save_role_list(by=actor, country=country, **form.details())
    ):
        messages.success(request, pgettext("roles", "The roles are saved."))
        names = ("support:roles", country) if country else ("support:programme_roles",)
        return go(request, *names)
    return page(
        request,
        "support/roles.html",
        form=form,
        country=country,
        current=current,
        in_force=role_names(joining_roles(country)),
        written=[_row(each, current) for each in role_lists_written(country)],
        others=[] if country else countries_with_role_lists(),
    )


def _row(written: RoleList, current: RoleList) -> dict[str, object]:
    return {
        "from_day": written.from_day,
        "names": role_names(written.roles),
        "is_current": written.pk == current.pk,
        "is_to_come": written.from_day > today(),
    }
