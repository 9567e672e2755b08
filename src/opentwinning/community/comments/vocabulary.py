"""What can be commented on, and the limits."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from opentwinning.core.actor import Actor
from opentwinning.core.places import Place
from opentwinning.core.verdicts import Text
from opentwinning.facilities.limits.vocabulary import Limit
from opentwinning.people.educators.models import Educator


@dataclass(frozen=True, slots=True)
class Commented:
    """A thing under which educators comment, as one reader meets it."""

    kind: str
    ref: str
    owner: Educator  # moderates below her thing
    title: str
    url: str  # path without language
    readers: Text  # a sentence: who sees the thing and so its comments
    is_open: bool = True  # False: nobody comments now, such as below a hidden thing


@dataclass(frozen=True, slots=True)
class Commentable:
    """A kind of thing that takes comments. ``find`` is its door: it judges whether the reader sees
    the thing at all, else it refuses. ``page`` is the address of one such thing, by its ref."""

    kind: str
    page: str
    find: Callable[[Actor, str], Commented]


COMMENTABLES: Place[Commentable] = Place("commentables")

COMMENT = "comment"  # as a kind that can be reported
LONGEST = 3000  # letters
MOST = 300  # comments below one thing
TRASH_DAYS = 30
NEWCOMER_LIMITS = (Limit(10, dt.timedelta(hours=1)), Limit(20, dt.timedelta(days=1)))  # G9
LIMITS = (Limit(60, dt.timedelta(hours=1)), Limit(200, dt.timedelta(days=1)))


def commentable(kind: str) -> Commentable | None:
    """The declared kind of this name."""
    return next((each for each in COMMENTABLES if each.kind == kind), None)
