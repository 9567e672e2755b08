"""Hand-ins are reported, withheld and given back (H6, H17)."""

from django.utils.translation import pgettext_lazy

from opentwinning.core.actor import SYSTEM, Actor
from opentwinning.people.safeguarding.vocabulary import REPORTABLES, Hiding, Reportable, Reported
from opentwinning.workspace.activities.actions import give_hand_in_back, withhold_hand_in
from opentwinning.workspace.activities.queries import access_hand_in
from opentwinning.workspace.activities.vocabulary import REPORTED_AS
from opentwinning.workspace.spaces.queries import guardians_in


def hand_in(actor: Actor, ref: str) -> Reported:
    """A hand-in as this member sees it."""
    _, found = access_hand_in(actor, ref)
    return Reported(
        title=found.activity.title,
        text=found.text,
        language=found.language,
        url=f"/spaces/hand-ins/{found.ref}/",
        country=found.author.country,
        account_id=found.author.account_id,
        pupil_id=found.author.pupil_id,
        guardians=guardians_in(found.activity.space_id),
    )


def withhold(ref: str, reason: str) -> None:
    withhold_hand_in(by=SYSTEM, ref=ref)


def give_back(ref: str) -> None:
    give_hand_in_back(by=SYSTEM, ref=ref)


REPORTABLES.add(
    Reportable(
        REPORTED_AS,
        pgettext_lazy("reportable", "Hand-in of an activity"),
        hand_in,
        Hiding(withhold, give_back),
    )
)
