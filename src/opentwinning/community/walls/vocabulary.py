"""Who reads a post, and the limits."""

import datetime as dt
from enum import StrEnum

from django.utils.translation import pgettext_lazy

from opentwinning.facilities.limits.vocabulary import Limit


class Circle(StrEnum):
    """Who reads a post; chosen for each."""

    ALL = "all"
    CONTACTS = "contacts"
    FOLLOWERS = "followers"


CIRCLES = {
    Circle.ALL: pgettext_lazy("walls", "All validated teachers"),
    Circle.CONTACTS: pgettext_lazy("walls", "My contacts"),
    Circle.FOLLOWERS: pgettext_lazy("walls", "Teachers who follow me"),
}
# Said above a post and above its comments. Officers in charge read all, so that they can help.
READERS = {
    Circle.ALL: pgettext_lazy("visibility", "All validated teachers and the support organisations"),
    Circle.CONTACTS: pgettext_lazy(
        "visibility", "Contacts of the author, and the support organisation of the author"
    ),
    Circle.FOLLOWERS: pgettext_lazy(
        "visibility", "Followers of the author, and the support organisation of the author"
    ),
}

WALL_POST = "wall_post"  # as a kind that is reported, commented on and searched
LONGEST = 8000  # letters
LONGEST_TITLE = 120
PAGE = 10
MOST_NEAR = 2000  # people one follows, and as many contacts, whose posts a stream looks through
ON_PROFILE = 3  # the newest posts
TRASH_DAYS = 30
TWICE = dt.timedelta(minutes=10)  # the same text sent again this soon is a second click (G6)
NEWCOMER_LIMITS = (Limit(3, dt.timedelta(hours=1)), Limit(5, dt.timedelta(days=1)))  # G9
LIMITS = (Limit(20, dt.timedelta(hours=1)), Limit(50, dt.timedelta(days=1)))
