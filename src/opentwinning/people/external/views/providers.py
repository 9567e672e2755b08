"""Providers and open ways, for operators."""

import logging
from typing import cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import pgettext

from opentwinning.core.freshness import proved_lately
from opentwinning.core.outgoing import NoAnswer
from opentwinning.core.sealing import Unreadable
from opentwinning.core.web import ActorRequest, Audience, go, open_to, page
from opentwinning.people.external.actions import save_provider, set_ways
from opentwinning.people.external.adapters import cas, oidc
from opentwinning.people.external.adapters.line import SignInFailed, forget
from opentwinning.people.external.adapters.tokens import TokenRefused
from opentwinning.people.external.forms import NewProviderForm, ProviderForm, WaysForm
from opentwinning.people.external.queries import access_provider, open_ways
from opentwinning.people.external.queries import providers as providers_seen_by
from opentwinning.people.external.views.leaving import redirect_uri_of
from opentwinning.people.external.vocabulary import Protocol

logger = logging.getLogger(__name__)


@open_to(Audience.OPERATORS)
@proved_lately
def overview(request: HttpRequest) -> HttpResponse:
    """All providers; POST sets which ways are open."""
    actor = cast("ActorRequest", request).actor
    form = WaysForm(request.POST or None, initial={"ways": open_ways()})
    if form.is_valid() and form.did(lambda: set_ways(by=actor, **form.details())):
        messages.success(request, pgettext("external", "Saved. It holds from now on."))
        return go(request, "external:providers")
    return page(request, "external/providers.html", form=form, providers=providers_seen_by(actor))


@open_to(Audience.OPERATORS)
@proved_lately
def new(request: HttpRequest) -> HttpResponse:
    """Add a provider; its page then says what to register there."""
    actor = cast("ActorRequest", request).actor
    form = NewProviderForm(request.POST or None)
    if form.is_valid():
        saved = form.carry_out(lambda: save_provider(by=actor, **form.details()))
        if saved is not None:
            messages.success(request, pgettext("external", "The provider is saved. Now check it."))
            return go(request, "external:edit_provider", saved.ref)
    return page(request, "external/provider.html", form=form, provider=None)


@open_to(Audience.OPERATORS)
@proved_lately
def edit(request: HttpRequest, ref: str) -> HttpResponse:
    """Change a provider."""
    actor = cast("ActorRequest", request).actor
    provider = access_provider(actor, ref)
    form = ProviderForm(request.POST or None, initial=ProviderForm.stored(provider))
    if form.is_valid():
        saved = form.carry_out(lambda: save_provider(by=actor, provider=provider, **form.details()))
        if saved is not None:
            forget(saved.spec)
            messages.success(request, pgettext("external", "The provider is saved. Now check it."))
            return go(request, "external:edit_provider", ref)
    return page(
        request,
        "external/provider.html",
        form=form,
        provider=provider,
        answer_url=redirect_uri_of(provider.slug),
    )


@open_to(Audience.OPERATORS, methods=("POST",))
@proved_lately
def check(request: HttpRequest, ref: str) -> HttpResponse:
    """Ask the provider now whether it is what its row says."""
    provider = access_provider(cast("ActorRequest", request).actor, ref)
    try:
        spec = provider.spec
        forget(spec)
        if spec.protocol is Protocol.CAS:
            cas.check(spec, redirect_uri_of(spec.slug))
        else:
            oidc.keys_of(spec, oidc.discovered(spec))
        messages.success(request, pgettext("external", "The provider answers as it should."))
    except (NoAnswer, SignInFailed, TokenRefused, Unreadable) as problem:
        logger.warning("%s fails its check: %s", provider.slug, problem)
        why = pgettext(
            "external", "The provider does not answer as it should. The log of the site says why."
        )
        messages.error(request, why)
    return go(request, "external:edit_provider", ref)
