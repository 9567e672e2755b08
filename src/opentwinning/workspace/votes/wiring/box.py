"""Polls in a box: what was asked, and, once closed, how many chose what."""

from collections.abc import Iterator
from typing import Any

from django.template.loader import render_to_string
from django.utils.translation import pgettext, pgettext_lazy

from opentwinning.core.boxes import BOX_PARTS, CHUNK, BoxPart, Packing, Record, Sheet, moment
from opentwinning.workspace.votes.models import Poll
from opentwinning.workspace.votes.queries import numbers_of, polls_to_take, vote_words, words_of


def refs(presence: Any) -> Iterator[str]:
    return polls_to_take(presence).values_list("ref", flat=True).iterator(CHUNK)


def records(packing: Packing) -> Iterator[Record]:
    for poll in polls_to_take(packing.presence).iterator(CHUNK):
        numbers = numbers_of(poll)
        is_told = poll.is_closed
        yield {
            "id": poll.ref,
            "place": poll.place,
            "kind": poll.kind,
            "title": poll.title,
            "text": poll.text,
            "language": poll.language,
            "voice": poll.voice,
            "takes_many": poll.takes_many,
            "closed_at": moment(poll.closed_at or poll.closes_at) if is_told else None,
            "votes": numbers.ballots if is_told else None,
            "choices": [
                {
                    "text": each.choice.text,
                    "begins_at": moment(each.choice.begins_at),
                    "ends_at": moment(each.choice.ends_at),
                    "yes": each.yes if is_told else None,
                    "maybe": each.maybe if is_told else None,
                }
                for each in numbers.results
            ],
            "by": packing.person(poll.author),
            "at": moment(poll.created_at),
        }


def sheets(packing: Packing) -> Iterator[Sheet]:
    if polls_to_take(packing.presence).exists():
        yield Sheet(title=pgettext("space menu", "Polls"), pieces=_pieces(packing))


def _pieces(packing: Packing) -> Iterator[str]:
    for poll in polls_to_take(packing.presence).iterator(CHUNK):
        yield render_to_string("votes/box_poll.html", _shown(poll))


def _shown(poll: Poll) -> dict[str, Any]:
    numbers, is_told = numbers_of(poll), poll.is_closed
    rows = [
        (words_of(each.choice), vote_words(each.yes) if is_told and each.yes else "")
        for each in numbers.results
    ]
    return {"poll": poll, "rows": rows, "votes": vote_words(numbers.ballots) if is_told else ""}


BOX_PARTS.add(
    BoxPart(
        key="polls",
        label=pgettext_lazy("space menu", "Polls"),
        refs=refs,
        kinds={"polls": records},
        sheets=sheets,
    ),
    order=47,
)
