"""Polls as templates show them: plain values."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import npgettext

from opentwinning.core.addresses import reverse
from opentwinning.core.components.formats import country_name, moment_in_words
from opentwinning.workspace.spaces.vocabulary import SpacePlace
from opentwinning.workspace.votes.models import Poll
from opentwinning.workspace.votes.queries import Numbers, clocks_of, words_of
from opentwinning.workspace.votes.vocabulary import Voice


def about(poll: Poll) -> dict[str, Any]:
    """What stands beside a poll's title."""
    return {
        "poll": poll,
        "title": poll.title,
        "url": reverse("votes:poll", args=[poll.ref]),
        "icon": "calendar-clock" if poll.is_time else "vote",
        "closes": moment_in_words(poll.closes_at) if poll.closes_at else "",
        "is_closed": poll.is_closed,
        "is_staff": poll.place == SpacePlace.STAFF_ROOM,
        "is_for_schools": poll.voice == Voice.SCHOOL,
    }


def results(numbers: Numbers, zones: Mapping[str, str]) -> list[dict[str, Any]]:
    """Each choice with its numbers in words."""
    return [
        {
            "ref": each.choice.ref,
            "title": words_of(each.choice),
            "clocks": clocks_of(each.choice, zones),
            "yes": each.yes,
            "maybe": each.maybe,
            "no": numbers.ballots - each.yes - each.maybe,
            "of": max(numbers.ballots, 1),
            "votes": npgettext("poll", "%(count)s vote", "%(count)s votes", each.yes)
            % {"count": each.yes},
            "yes_names": ", ".join(each.yes_names),
            "maybe_names": ", ".join(each.maybe_names),
            "schools": [
                {"name": f"{name}, {country_name(country)}", "votes": each.by_school[country, name]}
                for country, name in numbers.schools
            ],
            "is_best": each.is_best,
        }
        for each in numbers.results
    ]
