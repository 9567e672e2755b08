"""The desk's own menu, and the way to it."""

from functools import cache
from typing import Any, cast

from django.http import HttpRequest
from django.utils.translation import pgettext, pgettext_lazy

from opentwinning.core.actor import Actor, Role
from opentwinning.core.addresses import reverse
from opentwinning.core.places import DESK_MENU, HOMES, MENU, PAGE_CONTEXT, QUEUES, MenuEntry
from opentwinning.core.web import ActorRequest
from opentwinning.people.support.queries import regions_answered_by, support_organisation_of


def decides(actor: Actor) -> bool:
    return actor.is_a(Role.NATIONAL_OFFICER, Role.CENTRAL_OFFICER)


def answers_for_regions(actor: Actor) -> bool:
    return actor.is_a(Role.REGIONAL_OFFICER)


def is_central(actor: Actor) -> bool:
    return actor.is_a(Role.CENTRAL_OFFICER)


def runs_the_site(actor: Actor) -> bool:
    """The operator has no desk, but brings registers in."""
    return actor.is_a(Role.OPERATOR) and not decides(actor)


def has_country(actor: Actor) -> bool:
    return bool(actor.countries)


MENU.add(
    MenuEntry(pgettext_lazy("menu", "Desk"), "desk:inbox", "inbox", decides, ("desk",)), order=5
)
MENU.add(
    MenuEntry(pgettext_lazy("menu", "Schools"), "desk:schools", "school", runs_the_site, ("desk",)),
    order=6,
)
MENU.add(
    MenuEntry(
        pgettext_lazy("menu", "My regions"),
        "desk:regional",
        "map-pin",
        answers_for_regions,
        ("desk",),
    ),
    order=7,
)
for order, label, url_name, icon, visible_to in (
    (10, pgettext_lazy("desk", "Inbox"), "desk:inbox", "inbox", decides),
    (
        15,
        pgettext_lazy("desk", "My regions"),
        "desk:regional",
        "map-pin",
        answers_for_regions,
    ),
    (20, pgettext_lazy("desk", "Schools"), "desk:schools", "school", decides),
    (80, pgettext_lazy("desk", "Figures"), "desk:statistics", "chart-column", decides),
    (90, pgettext_lazy("desk", "Mandates"), "support:mandates", "key-round", is_central),
    (
        92,
        pgettext_lazy("desk", "Who may join"),
        "support:programme_roles",
        "list-checks",
        is_central,
    ),
    (94, pgettext_lazy("desk", "Inactivity"), "support:inactivity", "hourglass", is_central),
    (95, pgettext_lazy("desk", "Programme"), "support:programme", "settings", is_central),
):
    DESK_MENU.add(MenuEntry(label, url_name, icon, visible_to), order=order)


@HOMES.add
def desk_home(actor: Actor) -> str | None:
    if decides(actor):
        return reverse("desk:inbox")
    if answers_for_regions(actor) and not actor.is_a(Role.EDUCATOR, Role.VALIDATED):
        return reverse("desk:regional")
    return None


@PAGE_CONTEXT.add
def desk_frame(request: HttpRequest) -> dict[str, Any]:
    """Name of the office and menu of the desk; both are only made when a page draws them."""
    actor = cast("ActorRequest", request).actor
    if not (decides(actor) or answers_for_regions(actor)):
        return {}
    return {
        "desk": cache(lambda: _office(actor)),
        "desk_menu": cache(lambda: _menu(request, actor)),
    }


def _office(actor: Actor) -> dict[str, str]:
    if not decides(actor):
        names = ", ".join(region.name for region in regions_answered_by(actor))
        return {"name": names, "url": reverse("desk:regional"), "country": ""}
    country = min(actor.countries, default="")
    office = support_organisation_of(country) if country else None
    name = office.name if office else pgettext("desk", "Central office")
    return {"name": name, "url": reverse("desk:inbox"), "country": country}


def _menu(request: HttpRequest, actor: Actor) -> list[dict[str, Any]]:
    entries: list[dict[str, Any]] = [
        {"label": entry.label, "icon": entry.icon, "url": reverse(entry.url_name)}
        for entry in DESK_MENU
        if entry.visible_to(actor)
    ]
    entries += [item for code in sorted(actor.countries) for item in _of_country(code)]
    for entry in entries:
        entry["current"] = entry["url"] == request.path
        if entry["url"] == reverse("desk:inbox"):
            entry["count"] = sum(queue.count(actor) for queue in QUEUES if queue.visible_to(actor))
    return entries


def _of_country(code: str) -> list[dict[str, Any]]:
    return [
        {
            "label": pgettext("desk", "Labels"),
            "icon": "award",
            "url": reverse("recognition:country", args=[code]),
        },
        {
            "label": pgettext("desk", "Our office"),
            "icon": "landmark",
            "url": reverse("support:edit", args=[code]),
        },
        {
            "label": pgettext("desk", "How we validate"),
            "icon": "badge-check",
            "url": reverse("support:validation_rules", args=[code]),
        },
        {
            "label": pgettext("desk", "Who may join"),
            "icon": "list-checks",
            "url": reverse("support:roles", args=[code]),
        },
        {
            "label": pgettext("desk", "Holidays"),
            "icon": "calendar-days",
            "url": reverse("support:holidays", args=[code]),
        },
        {
            "label": pgettext("desk", "Regions"),
            "icon": "map-pin",
            "url": reverse("support:regions", args=[code]),
        },
        {
            "label": pgettext("desk", "Consent form"),
            "icon": "file-check",
            "url": reverse("consents:texts", args=[code]),
        },
        {
            "label": pgettext("desk", "Ambassadors"),
            "icon": "sparkles",
            "url": reverse("educators:ambassadors", args=[code]),
        },
        {
            "label": pgettext("desk", "Prepared replies"),
            "icon": "message-square",
            "url": reverse("support:replies", args=[code]),
        },
    ]
