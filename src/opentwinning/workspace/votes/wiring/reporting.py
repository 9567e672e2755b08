"""Polls are reported, withheld and given back (H6, H17)."""

from django.utils.translation import pgettext_lazy

from opentwinning.core.actor import SYSTEM, Actor
from opentwinning.people.safeguarding.vocabulary import REPORTABLES, Hiding, Reportable, Reported
from opentwinning.workspace.spaces.queries import guardians_in
from opentwinning.workspace.votes.actions import give_poll_back, withhold_poll
from opentwinning.workspace.votes.queries import access_poll, choices_of
from opentwinning.workspace.votes.vocabulary import REPORTED_AS


def poll(actor: Actor, ref: str) -> Reported:
    """A poll as this member sees it, with its choices."""
    _, found = access_poll(actor, ref)
    lines = [found.text, *(each.text for each in choices_of(found))]
    return Reported(
        title=found.title,
        text="\n".join(filter(None, lines)),
        language=found.language,
        url=f"/spaces/polls/{found.ref}/",
        country=found.author.country,
        account_id=found.author.account_id,
        pupil_id=found.author.pupil_id,
        guardians=guardians_in(found.space_id),
    )


def withhold(ref: str, _reason: str) -> None:
    withhold_poll(by=SYSTEM, ref=ref)


def give_back(ref: str) -> None:
    give_poll_back(by=SYSTEM, ref=ref)


REPORTABLES.add(
    Reportable(
        REPORTED_AS,
        pgettext_lazy("reportable", "Poll"),
        poll,
        Hiding(withhold, give_back),
    )
)
