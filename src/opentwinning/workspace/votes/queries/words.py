"""Choices and numbers in words."""

from collections.abc import Mapping

from django.utils.translation import npgettext, pgettext

from opentwinning.workspace.calendar.queries import times_elsewhere, times_in_words
from opentwinning.workspace.votes.models import Choice


def words_of(choice: Choice) -> str:
    """What it says, or when it is by the reader's clock."""
    if choice.begins_at is None or choice.ends_at is None:
        return choice.text
    return times_in_words(choice.begins_at, choice.ends_at)


def clocks_of(choice: Choice, zones: Mapping[str, str]) -> str:
    """The same time by other clocks: “11:00–12:00 Romania”."""
    if choice.begins_at is None or choice.ends_at is None:
        return ""
    others = times_elsewhere(choice.begins_at, choice.ends_at, zones)
    return ", ".join(f"{each.time} {each.countries}" for each in others)


def vote_words(count: int) -> str:
    """How many voted."""
    if not count:
        return pgettext("poll", "Nobody has voted yet")
    return npgettext("poll", "%(count)s vote", "%(count)s votes", count) % {"count": count}
