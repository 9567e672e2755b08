"""Where classes and pupils show up elsewhere."""

from typing import Any, cast

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import pgettext_lazy

from opentwinning.core.actor import Actor, Role
from opentwinning.core.places import HOMES, ME_MENU, PAGE_CONTEXT, MenuEntry, home_of
from opentwinning.core.web import ActorRequest


def is_validated(actor: Actor) -> bool:
    return actor.is_a(Role.VALIDATED)


ME_MENU.add(
    MenuEntry(
        label=pgettext_lazy("menu", "My classes"),
        url_name="pupils:classes",
        icon="users-round",
        visible_to=is_validated,
        namespaces=("pupils",),
    ),
    order=20,
)


def own_things(actor: Actor) -> str | None:
    """Where a pupil lands when no higher floor has a better place."""
    return reverse("pupils:me") if actor.is_pupil else None


HOMES.add(own_things, order=900)


@PAGE_CONTEXT.add
def frame(request: HttpRequest) -> dict[str, Any]:
    """Visitors are shown the pupils' entrance; pupils their name and the way out."""
    actor = cast("ActorRequest", request).actor
    if actor.is_pupil:
        return {
            "me": {"name": actor.name, "key": f"pup_{actor.pupil_id}"},
            "home_url": home_of(actor),
            "sign_out_url": reverse("pupils:leave"),
            "help_url": reverse("pupils:help"),
        }
    return {} if actor.is_signed_in else {"pupil_entrance_url": reverse("pupils:enter")}
