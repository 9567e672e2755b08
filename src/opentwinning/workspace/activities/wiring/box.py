"""Activities in a box, with what was approved."""

from collections.abc import Iterator
from typing import Any

from django.template.loader import render_to_string
from django.utils.translation import pgettext_lazy

from opentwinning.core.boxes import BOX_PARTS, CHUNK, BoxPart, Packing, Record, Sheet, moment
from opentwinning.workspace.activities.actions import bring_activities
from opentwinning.workspace.activities.models import Activity
from opentwinning.workspace.activities.queries import (
    activities_to_take,
    files_of,
    hand_ins_to_take,
)


def refs(presence: Any) -> Iterator[str]:
    yield from activities_to_take(presence).values_list("ref", flat=True).iterator(CHUNK)
    yield from hand_ins_to_take(presence).values_list("ref", flat=True).iterator(CHUNK)


def activities(packing: Packing) -> Iterator[Record]:
    for row in activities_to_take(packing.presence).iterator(CHUNK):
        yield {
            "id": row.ref,
            "phase": row.phase.title if row.phase else "",
            "title": row.title,
            "text": row.text,
            "language": row.language,
            "state": row.state,
            "country": row.country,
            "school": row.school,
            "due_at": moment(row.due_at),
            "by": packing.person(row.author),
            "at": moment(row.created_at),
        }


def hand_ins(packing: Packing) -> Iterator[Record]:
    for row in hand_ins_to_take(packing.presence).iterator(CHUNK):
        files = [each.ref for each in files_of([row])[row.pk] if each.ref in packing.paths]
        yield {
            "id": row.ref,
            "activity": row.activity.ref,
            "text": row.text,
            "language": row.language,
            "files": files,
            "by": packing.person(row.author),
            "at": moment(row.first_at),
            "changed_at": moment(row.handed_at),
        }


def sheets(packing: Packing) -> Iterator[Sheet]:
    for activity in activities_to_take(packing.presence).iterator(CHUNK):
        yield Sheet(activity.title, _pieces(packing, activity))


def _pieces(packing: Packing, activity: Activity) -> Iterator[str]:
    html = packing.html(activity.text)
    yield render_to_string("activities/box_activity.html", {"activity": activity, "html": html})
    done = hand_ins_to_take(packing.presence).filter(activity=activity)
    for row in done.iterator(CHUNK):
        files = [
            (packing.beside(each.ref), each.alt_text or each.name)
            for each in files_of([row])[row.pk]
            if each.ref in packing.paths
        ]
        html = packing.html(row.text)
        yield render_to_string(
            "activities/box_hand_in.html", {"hand_in": row, "html": html, "files": files}
        )


BOX_PARTS.add(
    BoxPart(
        key="activities",
        label=pgettext_lazy("space menu", "Activities"),
        refs=refs,
        kinds={"activities": activities, "hand_ins": hand_ins},
        sheets=sheets,
        bring=lambda unpacking: bring_activities(by=unpacking.by, unpacking=unpacking),
        turn=20,
    ),
    order=35,
)
