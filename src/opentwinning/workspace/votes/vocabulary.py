"""Kinds, words and limits of polls."""

from enum import StrEnum

from django.utils.translation import pgettext_lazy

REPORTED_AS = "poll"  # the kind under which it is reported, hidden and given back
MAX_TITLE = 120
MAX_TEXT = 2000
MAX_CHOICE = 120
FEWEST_CHOICES = 2
MOST_CHOICES = 12
MOST_TIMES = 24
TRASH_DAYS = 30
SCHOOL_SHOWN_FROM = 5  # a school's votes are told apart from so many on, unless names are shown
SECRET_FROM = 3  # votes: with fewer of them each could be guessed while a poll is open
HOURS = range(7, 20)  # of the writer's clock, in the grid of a week
WEEKS_AHEAD = 26
MINUTES = (30, 45, 60, 90, 120)


class PollKind(StrEnum):
    """What is decided."""

    QUESTION = "question"
    TIME = "time"


class Voice(StrEnum):
    """Whose vote it is."""

    MEMBER = "member"
    SCHOOL = "school"  # one vote for each school, by any of its teachers


class Reveal(StrEnum):
    """From when on numbers are shown to whoever did not make the poll."""

    VOTED = "voted"
    CLOSED = "closed"


class Answer(StrEnum):
    """To a choice. "No" is what nobody picked."""

    YES = "yes"
    MAYBE = "maybe"


VOICE_LABELS = {
    Voice.MEMBER: pgettext_lazy("poll", "Each person has one vote"),
    Voice.SCHOOL: pgettext_lazy("poll", "Each school has one vote; any of its teachers gives it"),
}
REVEAL_LABELS = {
    Reveal.VOTED: pgettext_lazy("poll", "To whoever has voted"),
    Reveal.CLOSED: pgettext_lazy("poll", "When the poll is closed"),
}
ANSWER_LABELS = {
    Answer.YES: pgettext_lazy("poll", "Yes"),
    Answer.MAYBE: pgettext_lazy("poll", "If need be"),
}
NO_LABEL = pgettext_lazy("poll", "No")
