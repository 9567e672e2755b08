"""Events are reported, withheld and given back (H6, H17)."""

from django.utils.translation import pgettext_lazy

from opentwinning.core.actor import SYSTEM, Actor
from opentwinning.people.safeguarding.vocabulary import REPORTABLES, Hiding, Reportable, Reported
from opentwinning.workspace.calendar.actions import give_event_back, withhold_event
from opentwinning.workspace.calendar.queries import event_to_report
from opentwinning.workspace.calendar.vocabulary import REPORTED_AS
from opentwinning.workspace.spaces.queries import guardians_in


def event(actor: Actor, ref: str) -> Reported:
    """An event as this member sees it."""
    found = event_to_report(actor, ref)
    return Reported(
        title=found.title,
        text="\n".join(filter(None, [found.where, found.text])),
        language=found.language,
        url=f"/spaces/calendar/{found.ref}/",
        country=found.author.country,
        account_id=found.author.account_id,
        pupil_id=found.author.pupil_id,
        guardians=guardians_in(found.space_id),
    )


def withhold(ref: str, _reason: str) -> None:
    withhold_event(by=SYSTEM, ref=ref)


def give_back(ref: str) -> None:
    give_event_back(by=SYSTEM, ref=ref)


REPORTABLES.add(
    Reportable(
        REPORTED_AS,
        pgettext_lazy("reportable", "Event in a calendar"),
        event,
        Hiding(withhold, give_back),
    )
)
