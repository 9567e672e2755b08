"""How a view is written: an audience, a door, a form, an action, an answer."""

import functools
from collections.abc import Callable
from enum import Enum
from typing import Any, cast

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import pgettext_lazy

from opentwinning.core.actor import Actor, Role
from opentwinning.core.addresses import reverse
from opentwinning.core.permits import reading
from opentwinning.core.places import BARRIERS, home_of
from opentwinning.core.recall import remembering
from opentwinning.core.verdicts import Invalid, Refused, Text, refused

SAFE = frozenset({"GET", "HEAD", "OPTIONS"})


class ActorRequest(HttpRequest):
    """A request whose ``actor`` was set by the middleware."""

    actor: Actor


class Audience(Enum):
    """Who may knock at an address at all; the door and the policy decide the rest."""

    EVERYBODY = "everybody"
    VISITORS = "visitors"
    SIGNED_IN = "signed_in"
    ADULTS = "adults"  # anybody with an account
    EDUCATORS = "educators"  # registered, validated or not
    VALIDATED = "validated"
    PUPILS = "pupils"
    MEMBERS = "members"  # people who can be members of a space: educators and pupils
    OFFICERS = "officers"  # national and central
    REGIONAL = "regional"  # regional officers: their own queue and nothing else of the desk
    CENTRAL = "central"
    OPERATORS = "operators"

    def includes(self, actor: Actor) -> bool:
        roles = _ROLES.get(self)
        if roles is not None:
            return actor.is_a(*roles)
        if self is Audience.VISITORS:
            return not actor.is_signed_in
        if self is Audience.SIGNED_IN:
            return actor.is_signed_in
        return self is Audience.EVERYBODY or actor.account_id is not None


_ROLES: dict[Audience, tuple[Role, ...]] = {
    Audience.EDUCATORS: (Role.EDUCATOR, Role.VALIDATED),
    Audience.VALIDATED: (Role.VALIDATED,),
    Audience.PUPILS: (Role.PUPIL,),
    Audience.MEMBERS: (Role.EDUCATOR, Role.VALIDATED, Role.PUPIL),
    Audience.OFFICERS: (Role.NATIONAL_OFFICER, Role.CENTRAL_OFFICER),
    Audience.REGIONAL: (Role.REGIONAL_OFFICER,),
    Audience.CENTRAL: (Role.CENTRAL_OFFICER,),
    Audience.OPERATORS: (Role.OPERATOR,),
}

type View = Callable[..., HttpResponseBase]


def open_to(
    *audiences: Audience, methods: tuple[str, ...] = ("GET", "POST"), before_barriers: bool = False
) -> Callable[[View], View]:
    """Declare who may knock and with which methods (B1). Safe methods cannot write (I5).
    ``before_barriers``: open also to somebody who must do something else first (A13).

    A visitor at a closed address is sent to sign in, with the text of a POST kept; somebody signed
    in whom the address does not include gets the same answer as for an absent page.
    """
    allowed = frozenset(methods) | ({"HEAD"} if "GET" in methods else set())

    def decorate(view: View) -> View:
        @functools.wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            actor = cast("ActorRequest", request).actor
            if request.method not in allowed:
                return HttpResponseNotAllowed(sorted(allowed))
            if not any(audience.includes(actor) for audience in audiences):
                return _turn_away(request, actor, audiences)
            if not before_barriers and (barrier := _barrier(request, actor)) is not None:
                return barrier
            if request.method in SAFE:
                with reading(), remembering():
                    response = view(request, *args, **kwargs)
                    if hasattr(response, "render"):
                        response.render()
                return response
            return view(request, *args, **kwargs)

        guarded.audiences = audiences  # type: ignore[attr-defined]  # read by checks and the matrix
        guarded.methods = tuple(methods)  # type: ignore[attr-defined]  # likewise
        return guarded

    return decorate


def _barrier(request: HttpRequest, actor: Actor) -> HttpResponseBase | None:
    answers = (barrier(request, actor) for barrier in BARRIERS)
    return next((answer for answer in answers if answer is not None), None)


def _turn_away(
    request: HttpRequest, actor: Actor, audiences: tuple[Audience, ...]
) -> HttpResponseBase:
    if audiences == (Audience.VISITORS,):
        return redirect(home_of(actor))
    if not actor.is_signed_in:
        from opentwinning.core.keeping import ask_to_sign_in  # noqa: PLC0415 - breaks a cycle

        return ask_to_sign_in(request)
    if actor.is_a(Role.EDUCATOR) and audiences == (Audience.VALIDATED,):
        raise Refused(
            refused(
                pgettext_lazy(
                    "refusal", "This opens when your support organisation has validated you."
                )
            )
        )
    raise Http404


def page(
    request: HttpRequest, template: str, *, status: int | None = None, **context: Any
) -> HttpResponse:
    """Answer with a page; a bound form with errors makes it 422, so that no cache or script
    mistakes it for success."""
    if status is None:
        form = context.get("form")
        status = 422 if form is not None and form.is_bound and form.errors else 200
    return render(request, template, context, status=status)


def go(request: HttpRequest, url_name: str, *args: str, anchor: str = "") -> HttpResponse:
    """After a POST: see other page (PRG)."""
    return redirect(reverse(url_name, args=args) + (f"#{anchor}" if anchor else ""))


def attempt(request: HttpRequest, act: Callable[[], object], done: Text = "") -> bool:
    """An act without a form: say that it is done, or why it could not be."""
    try:
        act()
    except Invalid as problem:
        messages.error(request, str(problem.message))
        return False
    if done:
        messages.success(request, str(done))
    return True


def same_site(wish: str) -> str:
    """The wish when it is a plain path of this site, else "" (C16). Browsers read backslashes as
    slashes and drop control characters, so a path with either is not plain."""
    plain = wish.startswith("/") and "\\" not in wish and wish.isprintable()
    safe = plain and url_has_allowed_host_and_scheme(wish, allowed_hosts=None)
    return wish if safe else ""
