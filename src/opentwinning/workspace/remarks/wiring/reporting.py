"""Remarks are reported, withheld and given back (H6, H17)."""

from django.utils.translation import pgettext_lazy

from opentwinning.core.actor import SYSTEM, Actor
from opentwinning.people.safeguarding.vocabulary import REPORTABLES, Hiding, Reportable, Reported
from opentwinning.workspace.remarks.actions import give_remark_back, withhold_remark
from opentwinning.workspace.remarks.queries import access_remark
from opentwinning.workspace.remarks.vocabulary import REPORTED_AS
from opentwinning.workspace.spaces.queries import guardians_in


def remark(actor: Actor, ref: str) -> Reported:
    """A remark as this member sees it."""
    thing, found = access_remark(actor, ref)
    return Reported(
        title=thing.title,
        text=found.text,
        language=found.language,
        url=thing.url,
        country=found.author.country,
        account_id=found.author.account_id,
        pupil_id=found.author.pupil_id,
        guardians=guardians_in(found.space_id),
    )


def withhold(ref: str, reason: str) -> None:
    withhold_remark(by=SYSTEM, ref=ref, reason=reason)


def give_back(ref: str) -> None:
    give_remark_back(by=SYSTEM, ref=ref)


REPORTABLES.add(
    Reportable(
        REPORTED_AS,
        pgettext_lazy("reportable", "Comment in a TwinSpace"),
        remark,
        Hiding(withhold, give_back),
    )
)
