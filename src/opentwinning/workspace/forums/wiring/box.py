"""The forum in a box: a page for each talk."""

from collections.abc import Iterator
from typing import Any

from django.template.loader import render_to_string
from django.utils.translation import pgettext_lazy

from opentwinning.core.boxes import BOX_PARTS, CHUNK, BoxPart, Packing, Record, Sheet, moment
from opentwinning.workspace.forums.actions import bring_threads
from opentwinning.workspace.forums.models import Thread
from opentwinning.workspace.forums.queries import replies_to_take, threads_to_take
from opentwinning.workspace.spaces.vocabulary import PLACE_LABELS, SpacePlace


def refs(presence: Any) -> Iterator[str]:
    yield from threads_to_take(presence).values_list("ref", flat=True).iterator(CHUNK)
    yield from replies_to_take(presence).values_list("ref", flat=True).iterator(CHUNK)


def threads(packing: Packing) -> Iterator[Record]:
    for row in threads_to_take(packing.presence).iterator(CHUNK):
        yield {
            "id": row.ref,
            "place": row.place,
            "title": row.title,
            "is_closed": row.is_closed,
            "by": packing.person(row.author),
            "at": moment(row.created_at),
        }


def replies(packing: Packing) -> Iterator[Record]:
    for row in replies_to_take(packing.presence).iterator(CHUNK):
        yield {
            "id": row.ref,
            "thread": row.thread.ref,
            "number": row.number,
            "text": row.text,
            "language": row.language,
            "by": packing.person(row.author),
            "at": moment(row.created_at),
            "edited_at": moment(row.edited_at),
        }


def sheets(packing: Packing) -> Iterator[Sheet]:
    for thread in threads_to_take(packing.presence).iterator(CHUNK):
        yield Sheet(thread.title, _pieces(packing, thread))


def _pieces(packing: Packing, thread: Thread) -> Iterator[str]:
    place = PLACE_LABELS[SpacePlace(thread.place)]
    yield render_to_string("forums/box_thread.html", {"thread": thread, "place": place})
    said = replies_to_take(packing.presence).filter(thread=thread)
    for reply in said.iterator(CHUNK):
        html = packing.html(reply.text)
        yield render_to_string("forums/box_reply.html", {"reply": reply, "html": html})


BOX_PARTS.add(
    BoxPart(
        key="forum",
        label=pgettext_lazy("space menu", "Talk"),
        refs=refs,
        kinds={"threads": threads, "replies": replies},
        sheets=sheets,
        bring=lambda unpacking: bring_threads(by=unpacking.by, unpacking=unpacking),
        turn=20,
    ),
    order=30,
)
