"""Replies are reported, withheld and given back (H6, H17)."""

from django.utils.translation import pgettext_lazy

from opentwinning.core.actor import SYSTEM, Actor
from opentwinning.people.safeguarding.vocabulary import REPORTABLES, Hiding, Reportable, Reported
from opentwinning.workspace.forums.actions import give_reply_back, withhold_reply
from opentwinning.workspace.forums.queries import reply_to_report
from opentwinning.workspace.forums.vocabulary import REPORTED_AS
from opentwinning.workspace.spaces.queries import guardians_in


def reply(actor: Actor, ref: str) -> Reported:
    """A reply as this member sees it."""
    found = reply_to_report(actor, ref)
    return Reported(
        title=found.thread.title,
        text=found.text,
        language=found.language,
        url=f"/spaces/talk/{found.thread.ref}/",
        country=found.author.country,
        account_id=found.author.account_id,
        pupil_id=found.author.pupil_id,
        guardians=guardians_in(found.thread.space_id),
    )


def withhold(ref: str, reason: str) -> None:
    withhold_reply(by=SYSTEM, ref=ref, reason=reason)


def give_back(ref: str) -> None:
    give_reply_back(by=SYSTEM, ref=ref)


REPORTABLES.add(
    Reportable(
        REPORTED_AS,
        pgettext_lazy("reportable", "Reply in a talk"),
        reply,
        Hiding(withhold, give_back),
    )
)
