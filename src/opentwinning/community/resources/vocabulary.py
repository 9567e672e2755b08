"""Kinds, licences and limits of shared resources."""

import datetime as dt
from enum import StrEnum

from django.utils.translation import pgettext_lazy

from opentwinning.facilities.limits.vocabulary import Limit


class ResourceKind(StrEnum):
    LESSON = "lesson"
    WORKSHEET = "worksheet"
    SLIDES = "slides"
    GAME = "game"
    MEDIA = "media"
    IDEA = "idea"
    OTHER = "other"


KIND_LABELS = {
    ResourceKind.LESSON: pgettext_lazy("resource", "Lesson plan"),
    ResourceKind.WORKSHEET: pgettext_lazy("resource", "Worksheet"),
    ResourceKind.SLIDES: pgettext_lazy("resource", "Slides"),
    ResourceKind.GAME: pgettext_lazy("resource", "Game or quiz"),
    ResourceKind.MEDIA: pgettext_lazy("resource", "Pictures, film or sound"),
    ResourceKind.IDEA: pgettext_lazy("resource", "Idea for a project"),
    ResourceKind.OTHER: pgettext_lazy("resource", "Something else"),
}


class Licence(StrEnum):
    """What others may do with it, in the words of the licences everybody knows."""

    CC0 = "cc0"
    BY = "cc-by"
    BY_SA = "cc-by-sa"
    BY_NC = "cc-by-nc"
    SCHOOL = "school"


LICENCE_LABELS = {
    Licence.BY: pgettext_lazy("resource", "Use and change it, name me (CC BY 4.0)"),
    Licence.BY_SA: pgettext_lazy(
        "resource", "Use and change it, name me, share alike (CC BY-SA 4.0)"
    ),
    Licence.BY_NC: pgettext_lazy(
        "resource", "Use and change it, name me, never for money (CC BY-NC 4.0)"
    ),
    Licence.CC0: pgettext_lazy("resource", "Do what you like with it (CC0)"),
    Licence.SCHOOL: pgettext_lazy("resource", "Only in your own lessons"),
}


class TraitKind(StrEnum):
    """What a resource is searched by besides its words."""

    SUBJECT = "subject"
    AGE = "age"


class Shelf(StrEnum):
    """Which resources somebody looks at."""

    ALL = "all"
    KEPT = "kept"
    MINE = "mine"


class Order(StrEnum):
    NEWEST = "newest"
    THANKED = "thanked"


RESOURCE = "resource"  # in the search index, below comments, as a kind that can be reported
PAGE = 20
FILES = 10  # of one resource
ROOM = 500 * 1024 * 1024  # bytes of one person's files
LINKS = 5
MAX_TITLE = 120
MAX_ABOUT = 6000
TRASH_DAYS = 30
ON_PROFILE = 5
NEWCOMER_LIMITS = (Limit(3, dt.timedelta(hours=1)), Limit(6, dt.timedelta(days=1)))  # G9
LIMITS = (Limit(20, dt.timedelta(hours=1)), Limit(60, dt.timedelta(days=1)))
