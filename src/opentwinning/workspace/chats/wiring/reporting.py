"""Messages of chats are reported, withheld and given back (H6, H17)."""

from django.utils.translation import pgettext_lazy

from opentwinning.core.actor import SYSTEM, Actor
from opentwinning.people.safeguarding.vocabulary import REPORTABLES, Hiding, Reportable, Reported
from opentwinning.workspace.chats.actions import give_message_back, withhold_message
from opentwinning.workspace.chats.queries import message_to_report
from opentwinning.workspace.chats.vocabulary import REPORTED_AS
from opentwinning.workspace.spaces.queries import guardians_in


def message(actor: Actor, ref: str) -> Reported:
    """A message as this member sees it."""
    found = message_to_report(actor, ref)
    return Reported(
        title=found.chat.title,
        text=found.text,
        language=found.language,
        url=f"/spaces/chats/{found.chat.ref}/",
        country=found.author.country,
        account_id=found.author.account_id,
        pupil_id=found.author.pupil_id,
        guardians=guardians_in(found.chat.space_id),
    )


def withhold(ref: str, reason: str) -> None:
    withhold_message(by=SYSTEM, ref=ref, reason=reason)


def give_back(ref: str) -> None:
    give_message_back(by=SYSTEM, ref=ref)


REPORTABLES.add(
    Reportable(
        REPORTED_AS,
        pgettext_lazy("reportable", "Message in a chat"),
        message,
        Hiding(withhold, give_back),
    )
)
