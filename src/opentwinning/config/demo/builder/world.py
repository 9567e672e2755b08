"""What exists so far while the demo world is built, and the order of its events."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import partial
from zoneinfo import ZoneInfo

from opentwinning.collaboration.projects.models import Project
from opentwinning.community.networking.models import Conversation, PartnerCall
from opentwinning.community.walls.models import WallPost
from opentwinning.config.demo import reader
from opentwinning.config.demo.shapes import DemoProject
from opentwinning.core import clock
from opentwinning.core.actor import Actor
from opentwinning.people.accounts.models import Account
from opentwinning.people.accounts.queries import actor_of
from opentwinning.people.educators.models import Educator
from opentwinning.people.organisations.models import Organisation
from opentwinning.people.pupils.models import Pupil, SchoolClass
from opentwinning.people.pupils.queries import Card, actor_of_pupil
from opentwinning.people.safeguarding.models import Case
from opentwinning.workspace.files.models import SpaceFile
from opentwinning.workspace.forums.models import Thread
from opentwinning.workspace.pages.models import Page
from opentwinning.workspace.posts.models import Post
from opentwinning.workspace.spaces.models import Space

HOME = ZoneInfo("Europe/Brussels")  # hours in the data are hours of the central office


@dataclass
class World:
    """Rows by the keys of the data. ``password`` opens every demo account."""

    start: dt.datetime
    password: str
    accounts: dict[str, Account] = field(default_factory=dict)
    educators: dict[str, Educator] = field(default_factory=dict)
    schools: dict[str, Organisation] = field(default_factory=dict)
    conversations: dict[str, Conversation] = field(default_factory=dict)
    calls: dict[str, PartnerCall] = field(default_factory=dict)
    wall_posts: dict[str, WallPost] = field(default_factory=dict)  # by text
    cases: dict[str, Case] = field(default_factory=dict)  # by the text that was reported
    projects: dict[str, Project] = field(default_factory=dict)
    classes: dict[str, SchoolClass] = field(default_factory=dict)
    cards: dict[str, Card] = field(default_factory=dict)
    covers: dict[str, SpaceFile] = field(default_factory=dict)
    threads: dict[tuple[str, str], Thread] = field(default_factory=dict)
    posts: dict[tuple[str, int], Post] = field(default_factory=dict)
    pages: dict[tuple[str, str], Page] = field(default_factory=dict)

    def actor(self, key: str) -> Actor:
        """The person with the rights of the moment."""
        return actor_of(self.accounts[key])

    def space_of(self, key: str) -> Space:
        """The space of a project's TwinSpace."""
        return Space.objects.get(twinspace__project=self.projects[key])

    def writer(self, project: DemoProject, key: str, language: str) -> Actor:
        """An educator by key or a pupil of the project by nickname, writing in a language."""
        if key in self.accounts:
            return replace(self.actor(key), language=language)
        pupil = Pupil.objects.select_related("school_class").get(
            nickname=key, school_class__in=[self.classes[name] for name in project.classes]
        )
        return replace(actor_of_pupil(pupil), language=language)

    def officer_of(self, country: str) -> Actor:
        """The officer in charge of a country."""
        officers = reader.people().officers
        return self.actor(next(key for key, each in officers.items() if each.country == country))


@dataclass(order=True)
class _Step:
    moment: dt.datetime
    number: int
    run: Callable[[], object] = field(compare=False)


class Timeline:
    """Things that happened, told in any order and played in the order of time."""

    def __init__(self, start: dt.datetime) -> None:
        self.start = start
        self._steps: list[_Step] = []

    def add(
        self, day: int, hour: int, run: Callable[..., object], *what: object, minute: int = 0
    ) -> None:
        """``run(*what)`` happened ``-day`` days ago, at an hour of the central office."""
        moment = self.moment_of(day, hour, minute)
        self._steps.append(_Step(moment, len(self._steps), partial(run, *what)))

    def moment_of(self, day: int, hour: int, minute: int = 0) -> dt.datetime:
        """An hour of the central office, ``-day`` days ago."""
        date = self.start.astimezone(HOME).date() + dt.timedelta(days=day)
        return dt.datetime.combine(date, dt.time(hour, minute), HOME).astimezone(dt.UTC)

    def play(self) -> None:
        """Let everything happen; each step sees the clock of its moment.

        Early in the morning a part of this day is still ahead: it happens now, in its order.
        """
        for step in sorted(self._steps):
            with clock.stopped(min(step.moment, self.start)):
                step.run()
        self._steps.clear()
