"""What the frame of every page shows about the person: her name, her menu, the way in and out."""

from typing import Any, cast

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import pgettext_lazy

from opentwinning.core.actor import Actor
from opentwinning.core.places import MY_MENU, PAGE_CONTEXT, MenuEntry, home_of
from opentwinning.core.web import ActorRequest


def has_account(actor: Actor) -> bool:
    return actor.account_id is not None


MY_MENU.add(
    MenuEntry(
        label=pgettext_lazy("menu", "Account and security"),
        url_name="accounts:account",
        icon="key-round",
        visible_to=has_account,
    ),
    order=60,
)


@PAGE_CONTEXT.add
def frame(request: HttpRequest) -> dict[str, Any]:
    """Visitors are shown the way in, adults their own menu; pupils bring their own."""
    actor = cast("ActorRequest", request).actor
    if not actor.is_signed_in:
        return {"sign_in_url": reverse("accounts:sign_in")}
    context: dict[str, Any] = {
        "sign_out_url": reverse("accounts:sign_out"),
        "home_url": home_of(actor),
    }
    if actor.account_id is not None:
        context["me"] = {
            "name": actor.name,
            "key": f"acc_{actor.account_id}",
            "menu": [
                {"label": entry.label, "url": reverse(entry.url_name), "icon": entry.icon}
                for entry in MY_MENU
                if entry.visible_to(actor)
            ],
        }
    return context
