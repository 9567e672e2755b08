"""What was said about the things in a box."""

from collections.abc import Iterator
from typing import Any

from django.template.loader import render_to_string
from django.utils.translation import pgettext, pgettext_lazy

from opentwinning.core.boxes import BOX_PARTS, CHUNK, BoxPart, Packing, Record, Sheet, moment
from opentwinning.workspace.remarks.actions import bring_remarks
from opentwinning.workspace.remarks.queries import remarks_to_take
from opentwinning.workspace.remarks.vocabulary import REMARKABLES


def refs(presence: Any) -> Iterator[str]:
    return remarks_to_take(presence).values_list("ref", flat=True).iterator(CHUNK)


def records(packing: Packing) -> Iterator[Record]:
    for row in remarks_to_take(packing.presence).iterator(CHUNK):
        yield {
            "id": row.ref,
            "kind": row.kind,
            "about": row.thing_ref,
            "answers": row.parent.ref if row.parent else None,
            "quote": row.quote,
            "text": row.text,
            "language": row.language,
            "settled_at": moment(row.settled_at),
            "by": packing.person(row.author),
            "at": moment(row.created_at),
            "edited_at": moment(row.edited_at),
        }


def sheets(packing: Packing) -> Iterator[Sheet]:
    if remarks_to_take(packing.presence).exists():
        yield Sheet(title=pgettext("remark", "Comments"), pieces=_pieces(packing))


def _pieces(packing: Packing) -> Iterator[str]:
    titles = {
        ref: title for each in REMARKABLES.values() for ref, title in each.taken(packing.presence)
    }
    rows = remarks_to_take(packing.presence).order_by("kind", "thing_ref", "pk")
    for row in rows.iterator(CHUNK):
        title = titles.get(row.thing_ref, "")
        yield render_to_string("remarks/box_remark.html", {"remark": row, "title": title})


BOX_PARTS.add(
    BoxPart(
        key="remarks",
        label=pgettext_lazy("remark", "Comments"),
        refs=refs,
        kinds={"remarks": records},
        sheets=sheets,
        bring=lambda unpacking: bring_remarks(by=unpacking.by, unpacking=unpacking),
        turn=90,
    ),
    order=48,
)
