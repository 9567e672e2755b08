"""The calendar in a box: every event on one page."""

from collections.abc import Iterator
from typing import Any

from django.template.loader import render_to_string
from django.utils.translation import pgettext, pgettext_lazy

from opentwinning.core.boxes import BOX_PARTS, CHUNK, BoxPart, Packing, Record, Sheet, moment
from opentwinning.workspace.calendar.actions import bring_box_events
from opentwinning.workspace.calendar.queries import events_to_take, span_in_words


def refs(presence: Any) -> Iterator[str]:
    return events_to_take(presence).values_list("ref", flat=True).iterator(CHUNK)


def records(packing: Packing) -> Iterator[Record]:
    for row in events_to_take(packing.presence).iterator(CHUNK):
        yield {
            "id": row.ref,
            "place": row.place,
            "title": row.title,
            "text": row.text,
            "where": row.where,
            "language": row.language,
            "is_whole_day": row.is_whole_day,
            "first_day": row.first_day.isoformat(),
            "last_day": row.last_day.isoformat(),
            "begins_at": moment(row.begins_at),
            "ends_at": moment(row.ends_at),
            "time_zone": row.time_zone,
            "cancelled_at": moment(row.cancelled_at),
            "by": packing.person(row.author),
            "at": moment(row.created_at),
        }


def sheets(packing: Packing) -> Iterator[Sheet]:
    if events_to_take(packing.presence).exists():
        title = pgettext("space menu", "Calendar")
        yield Sheet(title=title, pieces=_pieces(packing))


def _pieces(packing: Packing) -> Iterator[str]:
    for event in events_to_take(packing.presence).iterator(CHUNK):
        yield render_to_string(
            "calendar/box_event.html",
            {"event": event, "span": span_in_words(event), "html": packing.html(event.text)},
        )


BOX_PARTS.add(
    BoxPart(
        key="calendar",
        label=pgettext_lazy("space menu", "Calendar"),
        refs=refs,
        kinds={"events": records},
        sheets=sheets,
        bring=lambda unpacking: bring_box_events(by=unpacking.by, unpacking=unpacking),
        turn=20,
    ),
    order=45,
)
