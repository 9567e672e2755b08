"""Header and footer: where home, sign-in, the pupils' entrance and the person's own things are."""

from functools import cache
from typing import Any, cast

from django.http import HttpRequest
from django.utils.translation import get_language, pgettext, pgettext_lazy

from opentwinning.core.actor import Actor
from opentwinning.core.addresses import reverse
from opentwinning.core.places import ME_MENU, MENU, PAGE_CONTEXT, MenuEntry, home_of
from opentwinning.core.web import ActorRequest


def _is_no_member(actor: Actor) -> bool:
    return not actor.is_signed_in


for order, label, url_name, icon in (
    (10, pgettext_lazy("menu", "Discover projects"), "projects:discover", "compass"),
    (20, pgettext_lazy("menu", "How it works"), "portal:how_it_works", "lightbulb"),
    (30, pgettext_lazy("menu", "Support organisations"), "support:offices", "landmark"),
    (40, pgettext_lazy("menu", "Safety"), "portal:safety", "shield-check"),
):
    MENU.add(MenuEntry(label, url_name, icon, _is_no_member), order=order)


@PAGE_CONTEXT.add
def frame(request: HttpRequest) -> dict[str, Any]:
    """Addresses of the frame for this reader."""
    actor = cast("ActorRequest", request).actor
    context: dict[str, Any] = {
        "home_url": home_of(actor),
        "sign_in_url": reverse("accounts:sign_in"),
        "register_url": reverse("educators:register"),
        "pupil_entrance_url": reverse("pupils:enter"),
        "footer_groups": _footer(get_language()),
    }
    if actor.account_id is not None:
        context |= {
            "sign_out_url": reverse("accounts:sign_out"),
            "notices_url": reverse("notifications:inbox"),
            "me": {"name": actor.name, "key": _drawn(actor), "menu": _mine(actor)},
        }
    elif actor.is_pupil:
        context["sign_out_url"] = reverse("pupils:leave")
    return context


def _drawn(actor: Actor) -> str:
    """A profile bears the id of its account: the person is drawn alike everywhere."""
    return actor.ref.replace("acc_", "edu_")


def _mine(actor: Actor) -> list[dict[str, Any]]:
    return [
        {"label": str(entry.label), "url": reverse(entry.url_name), "icon": entry.icon}
        for entry in ME_MENU
        if entry.visible_to(actor)
    ]


@cache
def _footer(_language: str | None) -> list[dict[str, Any]]:
    groups = [
        (
            pgettext("footer", "The programme"),
            [
                (pgettext("footer", "How it works"), "portal:how_it_works"),
                (pgettext("footer", "Discover projects"), "projects:discover"),
                (pgettext("footer", "Quality labels"), "recognition:labels"),
                (pgettext("footer", "Schools that take part"), "organisations:schools"),
                (pgettext("footer", "Support organisations"), "support:offices"),
                (pgettext("footer", "Check a certificate"), "certificates:check"),
            ],
        ),
        (
            pgettext("footer", "Trust"),
            [
                (pgettext("footer", "Safety"), "portal:safety"),
                (pgettext("footer", "Code of conduct"), "safeguarding:conduct"),
                (pgettext("footer", "Privacy"), "portal:privacy"),
                (pgettext("footer", "Accessibility"), "portal:accessibility"),
            ],
        ),
    ]
    return [
        {
            "title": title,
            "links": [{"label": text, "url": reverse(name)} for text, name in links],
        }
        for title, links in groups
    ]
