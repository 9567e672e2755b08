"""Meetings are reported, withheld and given back (H6, H17)."""

from django.utils.translation import pgettext_lazy

from opentwinning.core.actor import SYSTEM, Actor
from opentwinning.people.safeguarding.vocabulary import REPORTABLES, Hiding, Reportable, Reported
from opentwinning.workspace.meetings.actions import give_meeting_back, withhold_meeting
from opentwinning.workspace.meetings.queries import meeting_to_report
from opentwinning.workspace.meetings.vocabulary import REPORTED_AS
from opentwinning.workspace.spaces.queries import guardians_in


def meeting(actor: Actor, ref: str) -> Reported:
    """A meeting as this member sees it."""
    found = meeting_to_report(actor, ref)
    return Reported(
        title=found.title,
        text=found.title,
        language="",
        url=f"/spaces/meetings/{found.ref}/",
        country=found.author.country,
        account_id=found.author.account_id,
        pupil_id=found.author.pupil_id,
        guardians=guardians_in(found.space_id),
    )


def withhold(ref: str, _reason: str) -> None:
    withhold_meeting(by=SYSTEM, ref=ref)


def give_back(ref: str) -> None:
    give_meeting_back(by=SYSTEM, ref=ref)


REPORTABLES.add(
    Reportable(
        REPORTED_AS,
        pgettext_lazy("reportable", "Meeting"),
        meeting,
        Hiding(withhold, give_back),
    )
)
