"""Where TwinSpaces show up elsewhere: menus, homes, panels of lower pages."""

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import pgettext_lazy

from opentwinning.collaboration.projects.models import Project
from opentwinning.collaboration.twinspaces.queries import (
    open_twinspaces_of,
    twinspace_of,
    works_of,
)
from opentwinning.collaboration.twinspaces.queries.guests import visits_of
from opentwinning.core.actor import Actor, Role
from opentwinning.core.addresses import reverse
from opentwinning.core.places import (
    HOMES,
    MENU,
    PANELS,
    SPACE_OWNERS,
    SPACE_TOOLS,
    MenuEntry,
    Panel,
    SpaceTool,
)
from opentwinning.core.prepared import prepared
from opentwinning.workspace.pages.queries import published_pages
from opentwinning.workspace.posts.queries import published_posts
from opentwinning.workspace.spaces.models import Space
from opentwinning.workspace.spaces.queries import Presence, member_of
from opentwinning.workspace.spaces.vocabulary import SpaceState

MENU.add(
    MenuEntry(
        label=pgettext_lazy("menu", "My TwinSpaces"),
        url_name="twinspaces:mine",
        icon="users-round",
        visible_to=lambda actor: actor.is_a(Role.VALIDATED),
        namespaces=(
            "twinspaces",
            "pages",
            "posts",
            "forums",
            "chats",
            "files",
            "calendar",
            "activities",
            "meetings",
            "votes",
            "remarks",
            "boxes",
        ),
    ),
    order=30,
)


def home_of_pupil(actor: Actor) -> str | None:
    """Pupils begin in their TwinSpace (X-41)."""
    return reverse("twinspaces:mine") if actor.is_pupil else None


HOMES.add(home_of_pupil)


@prepared
def _titled(space: int) -> QuerySet[Space, tuple[str, str]]:
    return Space.objects.filter(pk=space, twinspace__isnull=False).values_list("ref", "title")


@SPACE_OWNERS.add
def owner_of(space_id: int) -> tuple[str, str] | None:
    """Title and home of the TwinSpace that a space belongs to."""
    found = [(title, reverse("twinspaces:home", args=[ref])) for ref, title in _titled(space_id)]
    return found[0] if found else None


def _adults(presence: Presence) -> bool:
    return presence.member.is_adult and not presence.space.is_brought


def _everybody(presence: Presence) -> bool:
    """Of a TwinSpace: what came in a box has a home of its own."""
    return not presence.space.is_brought


def _pupils(presence: Presence) -> bool:
    return presence.member.is_pupil


def _admins(presence: Presence) -> bool:
    return presence.member.is_admin and presence.space.state == SpaceState.OPEN


SPACE_TOOLS.add(
    SpaceTool(
        label=pgettext_lazy("space menu", "Home"),
        url_name="twinspaces:home",
        icon="house",
        visible_to=_everybody,
    ),
    order=1,
)
SPACE_TOOLS.add(
    SpaceTool(
        label=pgettext_lazy("space menu", "Our friends"),
        url_name="twinspaces:people",
        icon="users-round",
        visible_to=_pupils,
    ),
    order=60,
)
for order, (label, url_name, icon, visible_to) in enumerate(
    (
        (
            pgettext_lazy("space menu", "People & classes"),
            "twinspaces:people",
            "users-round",
            _adults,
        ),
        (pgettext_lazy("space menu", "Publish"), "twinspaces:publish", "globe", _admins),
        (pgettext_lazy("space menu", "Settings"), "twinspaces:settings", "settings", _admins),
    )
):
    SPACE_TOOLS.add(
        SpaceTool(label, url_name, icon, visible_to, is_staff_only=True), order=80 + order
    )


def on_project(actor: Actor, subject: Any) -> dict[str, Any] | None:
    """The way into the TwinSpace, for its members, on the project's own page."""
    twinspace = twinspace_of(subject) if isinstance(subject, Project) else None
    if twinspace is None or member_of(actor, twinspace.space) is None:
        return None
    return {"url": reverse("twinspaces:home", args=[twinspace.space.ref])}


def on_public_project(actor: Actor, subject: Any) -> dict[str, Any] | None:
    """What the classes made and their teachers opened, for every visitor of the project (X-59)."""
    twinspace = twinspace_of(subject) if isinstance(subject, Project) else None
    if twinspace is None:
        return None
    opened = [twinspace.space_id]
    shown: dict[str, Any] = {"pages": published_pages(opened), "posts": published_posts(opened)}
    if not any(shown.values()):
        return None
    return {**shown, "feed": reverse("twinspaces:feed", args=[subject.ref])}


def on_public_project_head(_actor: Actor, subject: Any) -> dict[str, Any] | None:
    """Programs find the feed in the head of what visitors see, also before the first entry."""
    if not isinstance(subject, Project):
        return None
    feed = reverse("twinspaces:feed", args=[subject.ref])
    return {"feed": feed, "title": subject.publication.title}


def on_today(actor: Actor, _subject: Any) -> dict[str, Any] | None:
    """The open TwinSpaces of an educator on Today."""
    mine = [
        {"title": title, "ref": ref, "key": key} for title, ref, key in open_twinspaces_of(actor)
    ]
    return {"twinspaces": mine} if mine else None


def visits_on_today(actor: Actor, _subject: Any) -> dict[str, Any] | None:
    """Where an adult is a guest, for whoever lost the mail (X-49)."""
    visits = [] if actor.is_pupil else visits_of(actor)
    return {"visits": visits} if visits else None


def on_calendar(_actor: Actor, presence: Presence) -> dict[str, Any] | None:
    """Below the calendar the way to lessons in common, for teachers."""
    if not presence.member.is_adult:
        return None
    return {"url": reverse("twinspaces:lessons", args=[presence.space.ref])}


def on_my_things(actor: Actor, _subject: Any) -> dict[str, Any] | None:
    """What the pupil made, wherever she made it."""
    return {"works": works_of(actor)}


PANELS.add(Panel("my_things", "twinspaces/parts/my_works.html", on_my_things), order=10)
PANELS.add(
    Panel("public_project", "twinspaces/parts/on_public_project.html", on_public_project), order=20
)
PANELS.add(
    Panel(
        "public_project_head",
        "twinspaces/parts/on_public_project_head.html",
        on_public_project_head,
    ),
    order=10,
)
PANELS.add(Panel("calendar", "twinspaces/parts/on_calendar.html", on_calendar), order=10)
PANELS.add(Panel("project", "twinspaces/parts/on_project.html", on_project), order=5)
PANELS.add(Panel("today", "twinspaces/parts/on_today.html", on_today), order=30)
PANELS.add(Panel("today", "twinspaces/parts/visits_on_today.html", visits_on_today), order=35)
