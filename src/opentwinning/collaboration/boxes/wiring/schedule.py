"""Boxes are made after the request, and forgotten in time."""

import datetime as dt
from typing import Any

from django.utils import translation

from opentwinning.collaboration.boxes.actions import fail_box, finish_box, forget_box
from opentwinning.collaboration.boxes.actions.boxes import Made
from opentwinning.collaboration.boxes.events import BoxOrdered
from opentwinning.collaboration.boxes.models import Box
from opentwinning.collaboration.boxes.queries import (
    boxes_to_forget,
    contents_of_boxes,
    presence_for,
    silent_boxes,
)
from opentwinning.collaboration.boxes.vocabulary import NOT_MADE, BoxState
from opentwinning.collaboration.boxes.wiring.making import make
from opentwinning.core.actor import SYSTEM
from opentwinning.core.events import on
from opentwinning.core.verdicts import Invalid, Text
from opentwinning.core.work import job
from opentwinning.facilities.jobs.actions import enqueue
from opentwinning.workspace.files.adapters import disk


@on(BoxOrdered)
def begin(event: BoxOrdered) -> None:
    """In the transaction of the order, so that none is forgotten (K4)."""
    enqueue("boxes.make", {"ref": event.ref}, dedupe_key=f"box:{event.ref}")


@job("boxes.make")
def pack(payload: dict[str, Any]) -> None:
    """A second run begins anew and ends the same; of two workers at once one box stays."""
    box = Box.objects.select_related("space").filter(ref=payload["ref"]).first()
    if box is None or box.state != BoxState.MAKING:
        return
    with translation.override(box.language):
        made = _made(box)
    if made is not None:
        _hand_in(box, made)


def _made(box: Box) -> Made | None:
    presence = presence_for(box)
    sentence: Text = NOT_MADE
    if presence is not None:
        try:
            return make(box, presence)
        except Invalid as problem:
            sentence = problem.message
    fail_box(by=SYSTEM, box=box, sentence=sentence)
    return None


def _hand_in(box: Box, made: Made) -> None:
    try:
        finish_box(by=SYSTEM, box=box, made=made)
    except Invalid:
        pass  # another worker was quicker: its box counts
    finally:
        if not contents_of_boxes([made.stored_name]):
            disk.remove(made.stored_name)


@job("boxes.forget", every=dt.timedelta(hours=1))
def forget(payload: dict[str, Any]) -> None:
    """Rows first, contents after the commit."""
    for box in silent_boxes():
        with translation.override(box.language):
            fail_box(by=SYSTEM, box=box, sentence=NOT_MADE)
    for box in boxes_to_forget():
        disk.remove(forget_box(by=SYSTEM, box=box))
