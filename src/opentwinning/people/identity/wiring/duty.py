"""Whose role needs a second proof is told for some days; then nothing else opens (A13)."""

from typing import Any, cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import pgettext, pgettext_lazy

from opentwinning.core.actor import Actor, Role
from opentwinning.core.components.formats import day_in_words
from opentwinning.core.places import BARRIERS, ME_MENU, PAGE_CONTEXT, MenuEntry
from opentwinning.core.web import ActorRequest
from opentwinning.people.identity.queries import duty_of, has_second_factor
from opentwinning.people.identity.vocabulary import RULED_ROLES

HAS_FACTOR = "has_second_factor"  # in the session: looked up once; the last one is never removed


@BARRIERS.add
def second_factor_first(request: HttpRequest, actor: Actor) -> HttpResponse | None:
    """After the days of grace every page leads to the one where a second proof is set up."""
    if not actor.is_a(*RULED_ROLES) or request.session.get(HAS_FACTOR):
        return None
    if has_second_factor(actor.account):
        request.session[HAS_FACTOR] = True
        return None
    duty = duty_of(actor)
    return redirect("identity:security") if duty and duty.is_overdue else None


@PAGE_CONTEXT.add
def reminder(request: HttpRequest) -> dict[str, Any]:
    """A sentence on every page during the days of grace, and why nothing opens after them."""
    actor = cast("ActorRequest", request).actor
    if not actor.is_a(*RULED_ROLES) or request.session.get(HAS_FACTOR):
        return {}
    duty = duty_of(actor)
    if duty is None:
        return {}
    if duty.is_overdue:
        text = pgettext(
            "identity", "Your role needs a second step at sign-in. Set it up here to go on."
        )
    else:
        text = pgettext(
            "identity", "Your role needs a second step at sign-in. Set it up before %(day)s."
        ) % {"day": day_in_words(localdate(duty.due_at), weekday=False)}
    label = pgettext("identity", "Set it up")
    here = request.path == reverse("identity:security")
    return {"standing": {"text": text, "url": "" if here else reverse("identity:security"),
                         "label": label}}  # fmt: skip


def operates(actor: Actor) -> bool:
    return actor.is_a(Role.OPERATOR)


ME_MENU.add(
    MenuEntry(
        label=pgettext_lazy("menu", "Rules for signing in"),
        url_name="identity:rules",
        icon="shield-check",
        visible_to=operates,
    ),
    order=65,
)
