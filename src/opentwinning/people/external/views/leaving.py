"""Off to a provider, and back with its answer."""

import logging
from dataclasses import replace

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import urlencode
from django.utils.translation import (
    get_language,
    get_language_from_request,
    override,
    pgettext,
)

from opentwinning.core.addresses import reverse
from opentwinning.core.outgoing import NoAnswer
from opentwinning.core.sealing import Unreadable
from opentwinning.core.web import Audience, go, open_to, page, same_site
from opentwinning.facilities.limits.actions import network_of, within_limits
from opentwinning.people.external.adapters import cas, oidc
from opentwinning.people.external.adapters.browser import Flow, came_back, hand_over, leave
from opentwinning.people.external.adapters.line import SignInFailed
from opentwinning.people.external.adapters.oidc import Question
from opentwinning.people.external.adapters.tokens import TokenRefused
from opentwinning.people.external.queries import open_provider
from opentwinning.people.external.vocabulary import START_LIMITS, Arrival, Protocol, Spec

KEPT = "external_kept"  # a form that waits in the session until its writer is back

logger = logging.getLogger(__name__)


@open_to(Audience.VISITORS, Audience.ADULTS)
def start(request: HttpRequest, slug: str) -> HttpResponse:
    """Send somebody to a provider. A form must not lead to another site (CSP), so a kept text is
    put aside first and the way goes on by a link."""
    provider = open_provider(slug)
    if request.method == "POST":
        request.session[KEPT] = request.POST.get("kept", "")
        return page(request, "external/leave.html", provider=provider)
    if not within_limits("external.start", network_of(request), START_LIMITS):
        return failed(request, slug, too_many(), 429)
    wish = same_site(request.GET.get("next", ""))
    state, flow = leave(request, slug=slug, wish=wish, language=get_language() or "en")
    try:
        return redirect(way_out(provider.spec, state, flow))
    except (NoAnswer, Unreadable) as problem:
        logger.warning("%s cannot be reached: %s", slug, problem)
        return failed(request, slug, no_answer(), 503)


@open_to(Audience.VISITORS, Audience.ADULTS, methods=("GET",))
def answer(request: HttpRequest, slug: str) -> HttpResponse:
    """The provider's answer. It counts once, and only in the browser that asked (A11). Nobody is in
    yet: the next page decides."""
    provider = open_provider(slug)
    flow = came_back(request, slug=slug, state=request.GET.get("state", ""))
    with override(flow.language if flow else get_language_from_request(request)):
        if flow is None:
            return failed(request, slug, not_asked(), 400)
        try:
            arrival = who_came(provider.spec, request, flow)
        except (NoAnswer, Unreadable) as problem:
            logger.warning("%s did not answer: %s", slug, problem)
            return failed(request, slug, no_answer(), 503)
        except (SignInFailed, TokenRefused) as problem:
            logger.warning("%s vouches for nobody: %s", slug, problem)
            return failed(request, slug, not_vouched(), 400)
        onward = go(request, "external:arrived")
    hand_over(onward, replace(arrival, next=flow.next))
    return onward


def way_out(spec: Spec, state: str, flow: Flow) -> str:
    """The provider's sign-in page for this departure."""
    if spec.protocol is Protocol.CAS:
        return cas.way_out(spec, service_of(spec.slug, state))
    return oidc.way_out(spec, question(spec, state, flow))


def who_came(spec: Spec, request: HttpRequest, flow: Flow) -> Arrival:
    """Ask the provider who came back. Raises ``NoAnswer``, ``SignInFailed``, ``TokenRefused``."""
    state = request.GET["state"]
    if spec.protocol is Protocol.CAS:
        return cas.arrival(spec, service_of(spec.slug, state), request.GET.get("ticket", ""))
    if "error" in request.GET or not request.GET.get("code"):
        raise SignInFailed(f"error {request.GET.get('error', '')[:40]!r}")
    return oidc.arrival(spec, question(spec, state, flow), request.GET.dict())


def question(spec: Spec, state: str, flow: Flow) -> Question:
    return Question(state, flow.nonce, flow.verifier, redirect_uri_of(spec.slug), flow.language)


def redirect_uri_of(slug: str) -> str:
    """Our address as the provider knows it: always the same, to the letter."""
    with override(settings.LANGUAGE_CODE):
        return settings.ADDRESS + reverse("external:answer", args=[slug])


def service_of(slug: str, state: str) -> str:
    """The same for CAS, whose answers carry nothing but the ticket."""
    return f"{redirect_uri_of(slug)}?{urlencode({'state': state})}"


def failed(request: HttpRequest, slug: str, why: str, status: int) -> HttpResponse:
    """It did not work: why, and what to do. What the provider wrote is never shown."""
    return page(request, "external/failed.html", status=status, slug=slug, why=why)


def too_many() -> str:
    return pgettext("external", "Too many tries from your network. Wait some minutes.")


def no_answer() -> str:
    return pgettext("external", "The provider does not answer at the moment. Try again later.")


def not_asked() -> str:
    return pgettext("external", "This answer is too old, or belongs to another browser.")


def not_vouched() -> str:
    return pgettext("external", "You came back without being signed in there.")
