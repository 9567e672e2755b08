"""Registration: a short form, a mail, the full form (R-01 to R-03, pages 22 to 25)."""

from typing import Any, cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import get_language, override, pgettext

from opentwinning.core.places import is_local_door_open, panels
from opentwinning.core.vocabulary import labels
from opentwinning.core.web import ActorRequest, Audience, go, open_to, page
from opentwinning.facilities.limits.actions import network_of, within_limits
from opentwinning.people.accounts.actions import begin_registration, remembered, renew_session
from opentwinning.people.accounts.models import Account
from opentwinning.people.accounts.queries import actor_of, open_link
from opentwinning.people.accounts.vocabulary import LINK_LIMITS, MAIL_LIMITS, TokenPurpose
from opentwinning.people.educators.actions import register_educator
from opentwinning.people.educators.forms import BeginForm, RegistrationForm
from opentwinning.people.educators.queries import next_step
from opentwinning.people.support.queries import participating_countries, support_organisation_of

REMEMBERED = "registering"
AN_HOUR = 60 * 60


@open_to(Audience.VISITORS)
def register(request: HttpRequest) -> HttpResponse:
    """Who are you? Four answers; the screen says what happens next."""
    countries = participating_countries()
    ways = panels("register", cast("ActorRequest", request).actor, None)
    if not is_local_door_open():
        return page(request, "educators/register_elsewhere.html", panels=ways)
    initial = {"language": get_language()}
    form = BeginForm(request.POST or None, countries=countries, initial=initial)
    if request.method != "POST" or not form.is_valid():
        return page(
            request, "educators/register.html", form=form, is_open=bool(countries), panels=ways
        )
    if form.is_of_a_machine:
        return go(request, "educators:register_sent")
    if not send_link(request, form.details()):
        form.add_error(None, too_many())
        return page(request, "educators/register.html", form=form, is_open=True, status=429)
    request.session[REMEMBERED] = form.details()
    request.session.set_expiry(AN_HOUR)
    return go(request, "educators:register_sent")


def send_link(request: HttpRequest, details: dict[str, Any]) -> bool:
    """Send the mail unless there were too many; known and unknown addresses count alike (A3)."""
    free = within_limits("register", details["email"].lower(), MAIL_LIMITS)
    if not (within_limits("register.network", network_of(request), LINK_LIMITS) and free):
        return False
    begin_registration(by=cast("ActorRequest", request).actor, **details)
    return True


def too_many() -> str:
    return pgettext(
        "registration",
        "Several mails went to this address. Look into the spam folder, or wait an hour.",
    )


@open_to(Audience.VISITORS)
def register_sent(request: HttpRequest) -> HttpResponse:
    """Look into your mail; POST sends it once more."""
    details = request.session.get(REMEMBERED)
    if request.method == "POST":
        if details is None or not is_local_door_open():
            return go(request, "educators:register")
        if send_link(request, details):
            messages.success(request, pgettext("registration", "We sent the mail once more."))
        else:
            messages.warning(request, too_many())
        return go(request, "educators:register_sent")
    office = support_organisation_of(details["country"]) if details else None
    return page(request, "educators/register_sent.html", details=details, office=office)


@open_to(Audience.VISITORS)
def register_finish(request: HttpRequest, secret: str) -> HttpResponse:
    """The full form. Opening the page changes nothing: mail scanners open links too (A17)."""
    link = open_link(secret, TokenPurpose.REGISTER) if is_local_door_open() else None
    if link is None:
        free = request.method != "POST" or within_limits("link", network_of(request), LINK_LIMITS)
        return page(request, "educators/register_closed.html", status=410 if free else 429)
    speaks = list(dict.fromkeys([link.language, "en"]))
    initial = {"profession": "teacher", "languages": speaks, "availability": ["projects"]}
    form = RegistrationForm(request.POST or None, country=link.country, initial=initial)
    if request.method == "POST" and form.is_valid():
        actor = cast("ActorRequest", request).actor
        educator = form.carry_out(
            lambda: register_educator(
                by=actor, secret=secret, traits=form.traits(), **form.details()
            )
        )
        if educator is not None:
            return welcome(request, educator.account)
    office = support_organisation_of(link.country)
    response = page(
        request,
        "educators/register_finish.html",
        form=form,
        link=link,
        office=office,
        speaks=labels("languages", speaks),
        panels=panels("registration", cast("ActorRequest", request).actor, request.POST),
    )
    response["Referrer-Policy"] = "same-origin"
    return response


def welcome(request: HttpRequest, account: Account) -> HttpResponse:
    """Signed in at once (A16), in her language, on to the first thing still to do: her school."""
    renew_session(request, account)
    with override(account.language):
        messages.success(request, pgettext("registration", "Welcome! Your account is ready."))
        step = next_step(actor_of(account))
        onward = redirect(step) if step else go(request, "educators:validation")
    return remembered(request, onward, account)
