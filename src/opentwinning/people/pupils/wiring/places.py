"""Where classes and pupils show up elsewhere."""

from typing import Any, cast

from django.http import HttpRequest
from django.utils.translation import pgettext_lazy

from opentwinning.core.actor import Actor, Role
from opentwinning.core.addresses import reverse
from opentwinning.core.places import (
    FIRST_STEPS,
    HOMES,
    ME_MENU,
    PAGE_CONTEXT,
    PANELS,
    FirstStep,
    MenuEntry,
    Panel,
    home_of,
)
from opentwinning.core.web import ActorRequest
from opentwinning.people.pupils.queries import (
    classes_left_alone_by,
    classes_of,
    names_of_classes,
)


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


FIRST_STEPS.add(
    FirstStep(
        key="class",
        label=pgettext_lazy("first steps", "Make a class and print cards"),
        detail=pgettext_lazy("first steps", "Nicknames only. With a card pupils are in at once."),
        url=lambda actor: reverse("pupils:classes"),
        is_done=lambda actor: classes_of(actor).exists(),
        needs_validation=True,
    ),
    order=60,
)


def on_today(actor: Actor, _subject: Any) -> dict[str, Any] | None:
    """The teacher's classes on Today: a lesson opens with one press."""
    mine = names_of_classes(actor) if is_validated(actor) else []
    return {"classes": [{"name": name, "ref": ref} for name, ref in mine]} if mine else None


PANELS.add(Panel("today", "pupils/on_today.html", on_today), order=40)


def on_erasure(actor: Actor, _subject: Any) -> dict[str, Any] | None:
    """Before she leaves for good: classes that only she answers for."""
    left = classes_left_alone_by(actor)
    return {"classes": left} if left else None


PANELS.add(Panel("erasure", "pupils/on_erasure.html", on_erasure), order=10)


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
            "young": request.session.get("young", False),
        }
    return {} if actor.is_signed_in else {"pupil_entrance_url": reverse("pupils:enter")}
