"""States, kinds and limits of networking."""

import datetime as dt
from collections.abc import Callable
from enum import StrEnum

from django.utils.translation import pgettext_lazy

from opentwinning.core.places import Place
from opentwinning.facilities.limits.vocabulary import Limit


class ContactState(StrEnum):
    """Between two educators there is one row, whoever asked first."""

    ASKED = "asked"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    ENDED = "ended"


CONTACT_TRANSITIONS = {
    ContactState.ASKED: frozenset(
        {ContactState.ACCEPTED, ContactState.DECLINED, ContactState.WITHDRAWN}
    ),
    ContactState.ACCEPTED: frozenset({ContactState.ENDED}),
    ContactState.DECLINED: frozenset({ContactState.ASKED}),
    ContactState.WITHDRAWN: frozenset({ContactState.ASKED}),
    ContactState.ENDED: frozenset({ContactState.ASKED}),
}


class CallState(StrEnum):
    """A partner call is open until its author closes it or its last day has passed; an officer may
    hide it."""

    OPEN = "open"
    CLOSED = "closed"
    HIDDEN = "hidden"


CALL_TRANSITIONS = {
    CallState.OPEN: frozenset({CallState.CLOSED, CallState.HIDDEN}),
    CallState.CLOSED: frozenset({CallState.OPEN, CallState.HIDDEN}),
    CallState.HIDDEN: frozenset({CallState.CLOSED, CallState.OPEN}),
}


# Kinds of things that can be reported.
CALL, ANSWER, MESSAGE = "call", "answer", "message"


class CallTraitKind(StrEnum):
    """What a partner call is searched by."""

    SUBJECT = "subject"
    AGE = "age"
    LANGUAGE = "language"
    COUNTRY = "country"  # countries wanted; none means all
    TOOL = "tool"  # equipment at school


class Start(StrEnum):
    """When the work shall begin."""

    SOON = "soon"
    AUTUMN = "autumn"
    WINTER = "winter"
    SPRING = "spring"
    OPEN = "open"


START_LABELS = {
    Start.SOON: pgettext_lazy("partner call", "As soon as possible"),
    Start.AUTUMN: pgettext_lazy("partner call", "In autumn"),
    Start.WINTER: pgettext_lazy("partner call", "In winter"),
    Start.SPRING: pgettext_lazy("partner call", "In spring"),
    Start.OPEN: pgettext_lazy("partner call", "We decide together"),
}


class Duration(StrEnum):
    """How long the work shall take."""

    WEEKS = "weeks"
    MONTHS = "months"
    YEAR = "year"
    OPEN = "open"


DURATION_LABELS = {
    Duration.WEEKS: pgettext_lazy("partner call", "Some weeks"),
    Duration.MONTHS: pgettext_lazy("partner call", "Some months"),
    Duration.YEAR: pgettext_lazy("partner call", "A school year"),
    Duration.OPEN: pgettext_lazy("partner call", "We decide together"),
}


class SearchPace(StrEnum):
    """How soon a saved search tells of new people."""

    NOW = "now"
    DAILY = "daily"
    WEEKLY = "weekly"
    NEVER = "never"


SEARCH_PACES = {
    SearchPace.NOW: pgettext_lazy("saved search", "Within an hour"),
    SearchPace.DAILY: pgettext_lazy("saved search", "Once a day"),
    SearchPace.WEEKLY: pgettext_lazy("saved search", "Once a week"),
    SearchPace.NEVER: pgettext_lazy("saved search", "Never"),
}
LOOK_AGAIN = {
    SearchPace.NOW: dt.timedelta(minutes=50),
    SearchPace.DAILY: dt.timedelta(hours=23),
    SearchPace.WEEKLY: dt.timedelta(days=7, hours=-1),
}
SAVED_SEARCHES = 10  # of one educator

CALL_LIFE = dt.timedelta(days=90)
CALL_LONGEST = dt.timedelta(days=365)
OPEN_CALLS = 5  # open partner calls of one educator at one time
ASK_AGAIN = dt.timedelta(days=30)  # after a "no" the same person is not asked again before this
NEWCOMER_REQUESTS = 10  # contact requests of a newcomer in a day (G9)
REQUESTS = 50  # of everybody else
NEWCOMER_FOLLOWS = 20  # educators a newcomer may begin to follow in a day (G9)
FOLLOWS = 100  # everybody else
NEWCOMER_FOR = dt.timedelta(days=30)  # since the registration
MESSAGE_LENGTH = 4000
PEOPLE_IN_CONVERSATION = 12
ATTACHMENTS = 5  # files of one message
ATTACHMENT_ROOM = 500 * 1024 * 1024  # bytes that the files of one person's messages may fill
NEWCOMER_CONVERSATIONS = 10  # conversations a newcomer may begin in a day (G9)
CONVERSATIONS = 50  # of everybody else
MESSAGES_AT_ONCE = (Limit(30, dt.timedelta(minutes=10)), Limit(300, dt.timedelta(days=1)))
SEARCHED = "message"  # what messages are called in the search index
# Pain 11: how somebody answers is said when there is enough to say.
ANSWER_WITHIN = dt.timedelta(days=14)  # a request that waits longer counts as not answered
ANSWERS_OF = dt.timedelta(days=365)  # only requests of this time count
ANSWERS_NEEDED = 3
PAGE = 20
COUNT_CAP = 1000  # hits are counted to here, then shown as "1000+"

# Higher apps add what else makes an educator experienced, such as an approved project (G9).
EXPERIENCE: Place[Callable[[int], bool]] = Place("experience")  # educator id → yes or no


def reader_word(account_id: int) -> str:
    """A word in the index of each message its reader may find: one search then looks at her own
    messages only, however many others there are."""
    return f"xqm{account_id}qx"


class ShownTo(StrEnum):
    """Who learns of lessons in common, beside oneself; each includes the ones before."""

    CONTACTS = "contacts"
    PROJECTS = "projects"
    EVERYBODY = "everybody"


SHOWN_TO = {
    ShownTo.CONTACTS: pgettext_lazy("lessons", "My contacts"),
    ShownTo.PROJECTS: pgettext_lazy("lessons", "My contacts and the teachers of my projects"),
    ShownTo.EVERYBODY: pgettext_lazy(
        "lessons", "These, and the number also everybody who looks for partners"
    ),
}

# Lessons in common: how short one may be, how far to look, how many rows an educator writes down.
LEAST_IN_COMMON = dt.timedelta(minutes=20)
LOOK_AHEAD = dt.timedelta(days=59)
MONTH_TURNS = dt.timedelta(days=15)  # so long before a month begins, it is the one to plan
MOST_SLOTS, MOST_CLOSED = 40, 20
MOST_TOGETHER = 5  # contacts whose lessons are compared with one's own at once
BACKWARDS = pgettext_lazy("lessons", "A lesson must end after it begins.")
LAST_FIRST = pgettext_lazy("lessons", "The last day must not be before the first day.")
