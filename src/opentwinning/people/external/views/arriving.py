"""Back from a provider: a known person comes in, a new one decides (pages 19, 30)."""

from typing import Any, cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import urlencode
from django.utils.translation import get_language, pgettext

from opentwinning.core.addresses import reverse
from opentwinning.core.forms import OtForm
from opentwinning.core.freshness import proved_lately
from opentwinning.core.places import is_local_door_open
from opentwinning.core.verdicts import Invalid
from opentwinning.core.web import ActorRequest, Audience, go, open_to, page
from opentwinning.facilities.limits.actions import network_of, within_limits
from opentwinning.people.accounts.actions import lead_on, suspended_page
from opentwinning.people.accounts.models import Account
from opentwinning.people.accounts.queries import account_of, actor_of
from opentwinning.people.accounts.vocabulary import LINK_LIMITS, MAIL_LIMITS, AccountState
from opentwinning.people.educators.queries import next_step
from opentwinning.people.external.actions import (
    ask_to_join,
    begin_account,
    connect_identity,
    finish_join,
    sign_in_with,
)
from opentwinning.people.external.adapters.browser import carried, put_down
from opentwinning.people.external.forms import ByMailForm, NewAccountForm
from opentwinning.people.external.models import Provider
from opentwinning.people.external.queries import (
    countries_of,
    identity_of,
    open_join,
    open_provider,
)
from opentwinning.people.external.views.leaving import KEPT
from opentwinning.people.external.vocabulary import JOIN_LIMITS, Arrival

JOIN = "/sign-in/join/"


@open_to(Audience.VISITORS, Audience.ADULTS, methods=("GET",))
def arrived(request: HttpRequest) -> HttpResponse:
    """What to do with who came back. Looking changes nothing."""
    found = carried(request)
    if found is None:
        return nothing(request)
    arrival, is_fresh = found
    provider = open_provider(arrival.slug)
    identity = identity_of(arrival)
    actor = cast("ActorRequest", request).actor
    told: dict[str, Any] = {"arrival": arrival, "provider": provider}
    if identity is None and JOIN in arrival.next:
        return redirect(arrival.next)
    if actor.is_signed_in:
        if identity is not None and identity.account_id == actor.account_id:
            return set_down(
                redirect(arrival.next) if arrival.next else go(request, "external:ways")
            )
        template = "external/connect.html" if identity is None else "external/taken.html"
        return page(request, template, **told)
    if identity is None:
        return choice(request, arrival, provider)
    return page(request, "external/enter.html", **told) if is_fresh else nothing(request)


def choice(
    request: HttpRequest, arrival: Arrival, provider: Provider, status: int = 200, **bound: Any
) -> HttpResponse:
    """New here, or an account already: a plain choice (page 30)."""
    countries = countries_of(provider)
    told = {"name": arrival.name, "email": arrival.email, "language": get_language()}
    values: dict[str, Any] = {
        "arrival": arrival,
        "provider": provider,
        "may_create": provider.creates_accounts and bool(countries),
        "is_local_open": is_local_door_open(),
        "sign_in_and_connect": with_wish("accounts:sign_in", reverse("external:arrived")),
        "new_form": NewAccountForm(countries=countries, initial=told, auto_id="new_%s"),
        "mail_form": ByMailForm(initial={"email": arrival.email}, auto_id="mail_%s"),
    } | bound
    wrong = next((form for form in bound.values() if form.errors), None)
    status = 422 if wrong and status == 200 else status
    return page(request, "external/choose.html", status=status, form=wrong, **values)


@open_to(Audience.VISITORS, methods=("POST",))
def enter(request: HttpRequest) -> HttpResponse:
    """Somebody known comes in."""
    found = carried(request)
    if found is None or not found[1]:
        return nothing(request)
    arrival = found[0]
    account = sign_in_with(by=cast("ActorRequest", request).actor, arrival=arrival)
    if account is None:
        return set_down(page(request, "external/closed.html", status=422))
    if account.state == AccountState.SUSPENDED:
        return set_down(suspended_page(request, account))
    kept = request.session.get(KEPT, "")
    return set_down(lead_on(request, account, wish=arrival.next, kept=kept))


@open_to(Audience.ADULTS, methods=("POST",))
@proved_lately
def connect(request: HttpRequest) -> HttpResponse:
    """The identity becomes another way into the account one is signed in to (A10)."""
    found = carried(request)
    if found is None:
        return nothing(request)
    actor = cast("ActorRequest", request).actor
    if identity_of(found[0]) is not None:
        return go(request, "external:arrived")
    try:
        connect_identity(by=actor, account=account_of(actor), arrival=found[0])
    except Invalid as problem:  # somebody was faster
        messages.error(request, str(problem.message))
        return set_down(go(request, "external:ways"))
    messages.success(request, pgettext("external", "It is connected. You can sign in with it now."))
    return set_down(go(request, "external:ways"))


@open_to(Audience.VISITORS, methods=("POST",))
def by_mail(request: HttpRequest) -> HttpResponse:
    """Prove by mail that an account here is one's own (A10)."""
    found = carried(request)
    if found is None:
        return nothing(request)
    arrival, provider = found[0], open_provider(found[0].slug)
    form = ByMailForm(request.POST, auto_id="mail_%s")
    if not form.is_valid():
        return choice(request, arrival, provider, mail_form=form)
    email = form.cleaned_data["email"]
    if not free_to_mail(request, email):
        form.add_error(None, too_many_mails())
        return choice(request, arrival, provider, status=429, mail_form=form)
    ask_to_join(by=cast("ActorRequest", request).actor, arrival=arrival, email=email)
    return go(request, "external:sent")


@open_to(Audience.VISITORS, methods=("POST",))
def create(request: HttpRequest) -> HttpResponse:
    """A new account: at once when the address is proved, else after a mail."""
    found = carried(request)
    if found is None:
        return nothing(request)
    arrival, provider = found[0], open_provider(found[0].slug)
    form = NewAccountForm(request.POST, countries=countries_of(provider), auto_id="new_%s")
    if not form.is_valid():
        return choice(request, arrival, provider, new_form=form)
    if not free_to_mail(request, form.cleaned_data["email"]):
        form.add_error(None, too_many_mails())
        return choice(request, arrival, provider, status=429, new_form=form)
    actor = cast("ActorRequest", request).actor
    account = form.carry_out(lambda: begin_account(by=actor, arrival=arrival, **form.details()))
    if form.errors:
        return choice(request, arrival, provider, new_form=form)
    return welcome(request, account) if account else go(request, "external:sent")


@open_to(Audience.VISITORS, Audience.ADULTS, methods=("GET",))
def sent(request: HttpRequest) -> HttpResponse:
    """Look into your mail: the same page whether the address is known or not (A3)."""
    return page(request, "external/sent.html")


@open_to(Audience.VISITORS, Audience.ADULTS)
def join(request: HttpRequest, secret: str) -> HttpResponse:
    """The link of the mail, in the browser that came back. Opening it changes nothing (A17)."""
    pending = open_join(secret)
    if pending is None:
        free = request.method != "POST" or within_limits("link", network_of(request), LINK_LIMITS)
        return page(request, "external/nothing.html", status=410 if free else 429)
    found = carried(request)
    key = (pending.issuer, pending.subject)
    if found is None or (found[0].issuer, found[0].subject) != key:
        start_url = with_wish("external:start", request.path, pending.provider.slug)
        return page(
            request, "external/elsewhere.html", provider=pending.provider, start_url=start_url
        )
    form = OtForm(request.POST if request.method == "POST" else None)
    account = None
    if form.is_valid():
        by = cast("ActorRequest", request).actor
        account = form.carry_out(lambda: finish_join(by=by, secret=secret, arrival=found[0]))
    if account is None:
        told: dict[str, Any] = {"pending": pending, "arrival": found[0], "form": form}
        return unreferred(page(request, "external/join.html", **told))
    return welcome(request, account)


def with_wish(url_name: str, wish: str, *args: str) -> str:
    """An address that leads on to another one."""
    return f"{reverse(url_name, args=args)}?{urlencode({'next': wish})}"


def welcome(request: HttpRequest, account: Account) -> HttpResponse:
    """In, in her language, on to the first thing still to do."""
    onward = lead_on(request, account, wish=next_step(actor_of(account)) or "")
    messages.success(request, pgettext("external", "Welcome! From now on you enter this way."))
    return set_down(onward)


def free_to_mail(request: HttpRequest, email: str) -> bool:
    """Known and unknown addresses count alike (A3)."""
    free = within_limits("external.mail", email.strip().lower(), MAIL_LIMITS)
    return within_limits("external.join", network_of(request), JOIN_LIMITS) and free


def too_many_mails() -> str:
    return pgettext(
        "external",
        "Several mails went to this address. Look into the spam folder, or wait an hour.",
    )


def nothing(request: HttpRequest) -> HttpResponse:
    """Nobody came back in this browser lately."""
    return page(request, "external/nothing.html", status=400)


def set_down(response: HttpResponse) -> HttpResponse:
    put_down(response)
    return response


def unreferred(response: HttpResponse) -> HttpResponse:
    """The secret in the address stays on this site."""
    response["Referrer-Policy"] = "same-origin"
    return response
