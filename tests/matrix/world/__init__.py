"""The world the permission matrix is played in: three projects, twelve roles, real rows.

Each app adds its objects in ``tests/matrix/world/<app>.py`` with ``furnish(world)``:
``world.put(scope, name, value)`` fills the ``args`` of policy rows, ``world.canary(...)`` plants a
text that only some roles may ever see.
"""

import importlib
from dataclasses import dataclass, field
from typing import Any

from opentwinning.core.actor import SYSTEM, Role
from opentwinning.people.accounts.actions import grant_capacity
from opentwinning.people.educators.actions import validate_educator
from opentwinning.people.organisations.actions import register_organisation
from tests import cast

# In this order: what a later module furnishes stands in what an earlier one made.
FURNISHERS = (
    "facilities", "accounts", "identity", "educators", "external", "organisations", "support",
    "networking", "projects", "pupils", "consents", "twinspaces", "files", "pages", "posts",
    "forums", "chats", "meetings", "calendar", "activities", "votes", "remarks", "certificates",
    "safeguarding", "recognition", "portal", "today", "desk", "papers", "comments", "walls",
    "resources", "boxes",
)  # fmt: skip
SCOPES = ("own", "other", "archived")


@dataclass
class Canary:
    """A text inside a closed object of an app, and the roles whose pages may show it."""

    app: str
    name: str
    text: str
    readers: frozenset[str]


@dataclass
class Scene:
    """One project and what belongs to it; furnishers add attributes."""

    founder: Any = None
    second: Any = None
    partner: Any = None
    values: dict[str, str] = field(default_factory=dict)
    project: Any = None
    twinspace: Any = None
    space: Any = None
    school_class: Any = None
    pupil: Any = None
    pupil_admin: Any = None


def judge(name: str, country: str) -> cast.Person:
    """An ambassador who works at a school of her own, so that she may assess others' work."""
    person = cast.newcomer(name, country)
    register_organisation(
        by=person.actor, educator=person.educator, name=f"School of {name}", place="Elsewhere",
        postcode="9000", kind="school", website="",
    )  # fmt: skip
    officer = cast.officer(f"Officer{country} of {country}", country)
    validate_educator(by=officer.actor, educator=person.educator)
    grant_capacity(by=SYSTEM, account=person.account, role=Role.AMBASSADOR, country=country)
    return person


class World:
    """People by role code, scenes by scope, canaries."""

    def __init__(self) -> None:
        self.people: dict[str, Any] = {
            "VI": cast.Visitor(),
            "EX": cast.ewa(),
            "ED": cast.marek(),
            "PM": cast.freja(),
            "PF": cast.ana(),
            "AM": judge("Maja Novak", "SI"),
            "NS": cast.petra(),
            "NX": cast.officer("Jan Kowal", "PL"),
            "CS": cast.claire(),
            "OP": cast.otto(),
        }
        cast.radu()
        cast.mette()
        self.own = Scene(founder=cast.ana(), second=cast.ion(), partner=cast.freja())
        self.other = Scene(
            founder=cast.educator("Chloé Martin", "FR"), second=cast.educator("Eleni Papa", "GR")
        )
        self.archived = Scene(founder=cast.ana(), second=cast.ion(), partner=cast.freja())
        self.canaries: list[Canary] = []
        self.furnished_by = ""

    def scene(self, scope: str) -> Scene:
        return getattr(self, scope)

    def put(self, scope: str, name: str, value: str) -> None:
        """The object of this name in this scope ("any": in every scope)."""
        for each in SCOPES if scope == "any" else (scope,):
            self.scene(each).values[name] = value

    def canary(self, scope: str, name: str, text: str, readers: set[str]) -> None:
        """Plant ``text`` (already written into the object): only ``readers`` may see it."""
        self.canaries.append(Canary(self.furnished_by, f"{scope} {name}", text, frozenset(readers)))


def build() -> World:
    """Everybody, and every app's furniture; ``finish(world)`` of a module runs when all stand."""
    world = World()
    finishers = []
    for name in FURNISHERS:
        try:
            module = importlib.import_module(f"tests.matrix.world.{name}")
        except ModuleNotFoundError as missing:
            if missing.name != f"tests.matrix.world.{name}":
                raise
            continue
        world.furnished_by = name
        module.furnish(world)
        finish = getattr(module, "finish", None)
        if finish is not None:
            finishers.append(finish)
    for finish in finishers:
        finish(world)
    for person in world.people.values():
        _ = person.client  # signed in before the first test, so that its rollback keeps the session
    return world
