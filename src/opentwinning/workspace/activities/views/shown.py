"""Activities and hand-ins as templates show them: plain values."""

from collections.abc import Sequence
from typing import Any

from opentwinning.core import richtext
from opentwinning.core.addresses import reverse
from opentwinning.core.components.formats import country_name, moment_in_words
from opentwinning.workspace.activities.models import Activity, HandIn
from opentwinning.workspace.activities.queries import files_of
from opentwinning.workspace.activities.vocabulary import (
    ACTIVITY_LABELS,
    HAND_IN_LABELS,
    ActivityState,
    HandInState,
)
from opentwinning.workspace.files.models import SpaceFile
from opentwinning.workspace.files.queries import content_url, file_address, thumb_url
from opentwinning.workspace.files.vocabulary import FileKind
from opentwinning.workspace.spaces.models import Member
from opentwinning.workspace.spaces.queries import Presence

TONES = {
    HandInState.HANDED_IN: "warning",
    HandInState.RETURNED: "danger",
    HandInState.APPROVED: "success",
    HandInState.HIDDEN: "neutral",
}


def about(activity: Activity) -> dict[str, Any]:
    """What stands beside an activity's title."""
    state = ActivityState(activity.state)
    return {
        "activity": activity,
        "title": activity.title,
        "url": reverse("activities:activity", args=[activity.ref]),
        "phase": activity.phase.title if activity.phase else "",
        "due": moment_in_words(activity.due_at) if activity.due_at else "",
        "school": f"{activity.school}, {country_name(activity.country)}" if activity.school else "",
        "state": "" if state == ActivityState.OPEN else str(ACTIVITY_LABELS[state]),
        "is_draft": state == ActivityState.DRAFT,
    }


def standing(hand_in: HandIn | None, activity: Activity) -> dict[str, Any] | None:
    """How far a hand-in is, in words and a tone."""
    if hand_in is None:
        return None
    state = HandInState(hand_in.state)
    return {
        "label": str(HAND_IN_LABELS[state]),
        "tone": TONES[state],
        "is_late": hand_in.is_late(activity.due_at),
        "url": reverse("activities:hand_in", args=[hand_in.ref]),
    }


def handed_in(
    presence: Presence, activity: Activity, hand_ins: Sequence[HandIn]
) -> list[dict[str, Any]]:
    """Text and files of each; three statements for all of them."""
    address = file_address(presence, *(each.text for each in hand_ins))
    files = files_of(hand_ins)
    return [
        {
            "hand_in": each,
            "html": richtext.rendered(each.text, address),
            "standing": standing(each, activity),
            "own": each.author_id == presence.member.pk,
            "name": each.author.shown_name,
            "where": _where(each.author),
            **_files(files[each.pk]),
        }
        for each in hand_ins
    ]


def _where(member: Member) -> str:
    return ", ".join(filter(None, (member.organisation_name, country_name(member.country))))


def _files(files: Sequence[SpaceFile]) -> dict[str, Any]:
    """Pictures to look at and files to open; nothing of what a report or a consent closed."""
    open_ones = [each for each in files if not (each.is_withheld or each.is_closed)]
    return {
        "pictures": [
            {"thumb": thumb_url(each), "url": content_url(each), "alt": each.alt_text}
            for each in open_ones
            if each.thumb_name
        ],
        "sounds": [
            {"name": each.name, "url": content_url(each)}
            for each in open_ones
            if each.kind == FileKind.AUDIO
        ],
        "others": [
            {"name": each.name, "url": content_url(each)}
            for each in open_ones
            if not each.thumb_name and each.kind != FileKind.AUDIO
        ],
    }
