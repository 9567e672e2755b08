"""Named places: low floors offer them, higher floors fill them from ``wiring/``.

A place is a list of declarations collected at start-up (``apps.py`` imports ``wiring``).
"""

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.utils.translation import get_language

from opentwinning.core.actor import Actor, Role
from opentwinning.core.verdicts import Text

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


class Place[T]:
    """An ordered list that apps add to while the house starts."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._entries: list[tuple[int, int, T]] = []

    def add(self, entry: T, *, order: int = 100) -> T:
        """Add an entry; lower order comes first, equal order in order of arrival."""
        self._entries.append((order, len(self._entries), entry))
        self._entries.sort(key=lambda row: row[:2])
        return entry

    def __iter__(self) -> Iterator[T]:
        return iter([entry for _, _, entry in self._entries])

    def __len__(self) -> int:
        return len(self._entries)


@dataclass(frozen=True, slots=True)
class MenuEntry:
    """One entry of the main menu; ``url_name`` belongs to the app that adds it."""

    label: Text
    url_name: str
    icon: str
    visible_to: Callable[[Actor], bool]
    # Address prefix (URL namespace) that marks the entry as current.
    namespaces: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Todo:
    """One line of "what now" on Today: a sentence, where it leads, and why."""

    text: Text
    url: str
    icon: str = "circle"
    detail: Text = ""
    due_at: "dt.datetime | None" = None
    is_urgent: bool = False


@dataclass(frozen=True, slots=True)
class FirstStep:
    """One step of getting started: shown on Today until all are done. ``key`` names it for lower
    floors, such as "school"."""

    key: str
    label: Text
    detail: Text
    url: Callable[[Actor], str]
    is_done: Callable[[Actor], bool]
    needs_validation: bool = False  # until then it is shown but leads nowhere


@dataclass(frozen=True, slots=True)
class QueueItem:
    """One waiting thing in an officer's queue."""

    title: str
    url: str
    country: str
    waiting_since: "dt.datetime"
    detail: Text = ""


LONGEST_QUEUE = 1000  # the oldest; nobody works through more in one sitting


def _an_officer(actor: Actor) -> bool:
    return actor.is_a(Role.NATIONAL_OFFICER, Role.CENTRAL_OFFICER)


@dataclass(frozen=True, slots=True)
class Queue:
    """A queue of the officers' desk: oldest first, at most ``LONGEST_QUEUE`` items."""

    key: str
    label: Text
    empty: Text
    icon: str
    items: Callable[[Actor], list[QueueItem]]
    count: Callable[[Actor], int]
    visible_to: Callable[[Actor], bool] = _an_officer


@dataclass(frozen=True, slots=True)
class CountryFigure:
    """A number of one country for its officers; ``counts`` answers for a country code. Figures
    about people are hidden while they are small."""

    label: Text
    counts: Callable[[str], int]
    is_about_people: bool = False


@dataclass(frozen=True, slots=True)
class Panel:
    """A part of a low page filled by a higher app: a template and its context, or None to hide."""

    place: str
    template: str
    context: Callable[[Actor, Any], dict[str, Any] | None]


@dataclass(frozen=True, slots=True)
class SpaceTool:
    """One entry of a space's side menu; ``url_name`` takes the space's public id."""

    label: Text
    url_name: str
    icon: str
    visible_to: Callable[[Any], bool]  # the actor's presence in the space
    is_staff_only: bool = False


@dataclass(frozen=True, slots=True)
class Deadline:
    """A moment that another tool puts on the calendar of a space: until then something is to be
    done, or it lasts until ``ends_at``. ``label`` says what happens; ``ref``: public id of what."""

    title: str
    url: str
    at: dt.datetime
    label: Text
    icon: str
    language: str = ""
    ref: str = ""
    ends_at: dt.datetime | None = None


MENU: Place[MenuEntry] = Place("menu")
SPACE_TOOLS: Place[SpaceTool] = Place("space_tools")
# What is due in a space: callables of a presence and two moments, each with what its reader sees.
DEADLINES: Place[Callable[[Any, dt.datetime, dt.datetime], list[Deadline]]] = Place("deadlines")
# The person's own menu (profile, classes, certificates, my data).
ME_MENU: Place[MenuEntry] = Place("me_menu")
# Whoever opens spaces adds a resolver: space id → (title, address of what it belongs to) or None.
SPACE_OWNERS: Place[Callable[[int], tuple[str, str] | None]] = Place("space_owners")
TO_DOS: Place[Callable[[Actor], list[Todo]]] = Place("to_dos")
FIRST_STEPS: Place[FirstStep] = Place("first_steps")
# Where somebody lands after signing in: callables that know one kind of person, or None.
HOMES: Place[Callable[[Actor], str | None]] = Place("homes")
QUEUES: Place[Queue] = Place("queues")
# Pages of the officers' desk beside the queues.
DESK_MENU: Place[MenuEntry] = Place("desk_menu")
COUNTRY_FIGURES: Place[CountryFigure] = Place("country_figures")
PANELS: Place[Panel] = Place("panels")
# Values every page needs (programme, counts in the header): callables of the request.
PAGE_CONTEXT: Place[Callable[["HttpRequest"], dict[str, Any]]] = Place("page_context")
# Who is asking: callables of the request that know one kind of sign-in.
ACTOR_SOURCES: Place[Callable[["HttpRequest"], Actor | None]] = Place("actor_sources")
# What must be proved after the first proof: callables of an account id that name the address of the
# next step, or None (A13).
NEXT_PROOFS: Place[Callable[[int], str | None]] = Place("next_proofs")
# Told when a session begins: request, its answer, account id.
ARRIVALS: Place[Callable[["HttpRequest", "HttpResponse", int], None]] = Place("arrivals")
# What somebody must do before anything else: an answer in the place of the page, or None.
BARRIERS: Place[Callable[["HttpRequest", Actor], "HttpResponse | None"]] = Place("barriers")
# Whether passwords and mails of this site let people in: every answer must be yes (C-11).
LOCAL_DOORS: Place[Callable[[], bool]] = Place("local_doors")
# Public figures of the portal: (label, callable counting rows).
FIGURES: Place[tuple[Text, Callable[[], int]]] = Place("figures")


def is_local_door_open() -> bool:
    """Whether people may sign in and register with an address and a password of this site."""
    return all(is_open() for is_open in LOCAL_DOORS)


def home_of(actor: Actor) -> str:
    """The path, in the active language, where this person lands after signing in."""
    found = (home(actor) for home in HOMES)
    return next((path for path in found if path), start_page())


def next_proof_of(account_id: int) -> str | None:
    """The name of the address where the next proof is given, or None when the first is enough."""
    found = (step(account_id) for step in NEXT_PROOFS)
    return next((name for name in found if name), None)


def start_page() -> str:
    """The first page of the site in the active language."""
    language = get_language() or settings.LANGUAGE_CODE
    return "/" if language == settings.LANGUAGE_CODE else f"/{language}/"


def panels(place: str, actor: Actor, subject: Any) -> list[tuple[str, dict[str, Any]]]:
    """The filled panels of one place for one actor: (template, context) pairs."""
    filled = ((p.template, p.context(actor, subject)) for p in PANELS if p.place == place)
    return [(template, context) for template, context in filled if context is not None]


def deadlines(presence: Any, first: dt.datetime, last: dt.datetime) -> list[Deadline]:
    """What is due from ``first`` to before ``last``, in its order."""
    found = [each for source in DEADLINES for each in source(presence, first, last)]
    return sorted(found, key=lambda each: each.at)
