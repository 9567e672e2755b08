"""Entries behind one's picture, first steps, and what Today says about profile and validation."""

from typing import Any

from django.utils.translation import pgettext, pgettext_lazy

from opentwinning.core.actor import Actor, Role
from opentwinning.core.addresses import reverse
from opentwinning.core.places import (
    FIRST_STEPS,
    ME_MENU,
    PANELS,
    TO_DOS,
    FirstStep,
    MenuEntry,
    Panel,
    Todo,
)
from opentwinning.people.accounts.models import Account
from opentwinning.people.educators.models import Educator
from opentwinning.people.educators.queries import can_renew, educator_of, is_stale, profile_of
from opentwinning.people.educators.vocabulary import ValidationState


def teaches(actor: Actor) -> bool:
    return actor.is_a(Role.EDUCATOR, Role.VALIDATED)


def waits(actor: Actor) -> bool:
    return actor.is_a(Role.EDUCATOR) and not actor.is_a(Role.VALIDATED)


ME_MENU.add(
    MenuEntry(pgettext_lazy("menu", "My profile"), "educators:edit", "user-round", teaches),
    order=10,
)
ME_MENU.add(
    MenuEntry(pgettext_lazy("menu", "My validation"), "educators:validation", "badge-check", waits),
    order=15,
)


def has_full_profile(actor: Actor) -> bool:
    educator = educator_of(actor)
    return educator is not None and not profile_of(educator).is_bare


FIRST_STEPS.add(
    FirstStep(
        key="profile",
        label=pgettext_lazy("first steps", "Say what you teach"),
        detail=pgettext_lazy("first steps", "Subjects, ages and languages help partners find you."),
        url=lambda actor: reverse("educators:edit"),
        is_done=has_full_profile,
    ),
    order=30,
)
FIRST_STEPS.add(
    FirstStep(
        key="validation",
        label=pgettext_lazy("first steps", "Be validated"),
        detail=pgettext_lazy(
            "first steps", "Your support organisation checks that you teach there."
        ),
        url=lambda actor: reverse("educators:validation"),
        is_done=lambda actor: actor.is_a(Role.VALIDATED),
    ),
    order=20,
)


def state_on_joining(actor: Actor, account: Account) -> dict[str, Any] | None:
    """What an account is to its support organisation, where two are to become one (M-11)."""
    educator = Educator.objects.filter(account=account).first()
    return {"educator": educator} if educator else None


PANELS.add(Panel("joining", "educators/on_joining.html", state_on_joining), order=10)


@TO_DOS.add
def about_oneself(actor: Actor) -> list[Todo]:
    """A question of the office, a profile nobody looked at for half a year."""
    educator = educator_of(actor) if teaches(actor) else None
    if educator is None:
        return []
    todos = []
    if educator.validation_state == ValidationState.ASKED:
        todos.append(
            Todo(
                text=pgettext("todo", "Answer the question of your support organisation"),
                url=reverse("educators:validation"),
                icon="circle-help",
                is_urgent=True,
            )
        )
    if can_renew(educator):
        todos.append(
            Todo(
                text=pgettext("todo", "Renew your validation"),
                url=reverse("educators:validation"),
                icon="badge-check",
                is_urgent=True,
            )
        )
    if is_stale(educator):
        todos.append(
            Todo(
                text=pgettext("todo", "Look at your profile: is it still right?"),
                url=reverse("educators:educator", args=[educator.ref]),
                icon="user-round",
            )
        )
    return todos
