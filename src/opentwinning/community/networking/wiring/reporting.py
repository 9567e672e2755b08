"""What educators report here, and what happens to it (H6, H17)."""

from django.utils.translation import pgettext_lazy

from opentwinning.community.networking.actions import (
    give_answer_back,
    give_call_back,
    give_message_back,
    withhold_answer,
    withhold_call,
    withhold_message,
)
from opentwinning.community.networking.queries import (
    access_call,
    answer_to_report,
    message_to_report,
)
from opentwinning.community.networking.vocabulary import ANSWER, CALL, MESSAGE
from opentwinning.core.actor import SYSTEM, Actor
from opentwinning.people.safeguarding.vocabulary import REPORTABLES, Hiding, Reportable, Reported


def call(actor: Actor, ref: str) -> Reported:
    found = access_call(actor, ref, to="see")
    return Reported(
        title=found.title,
        text=found.idea,
        language=found.language,
        url=f"/partners/calls/{found.ref}",
        country=found.author.country,
        account_id=found.author.account_id,
    )


def answer(actor: Actor, ref: str) -> Reported:
    found = answer_to_report(actor, ref)
    return Reported(
        title=found.call.title,
        text=found.text,
        language=found.language,
        url=f"/partners/calls/{found.call.ref}#{found.ref}",
        country=found.author.country,
        account_id=found.author.account_id,
    )


def message(actor: Actor, ref: str) -> Reported:
    found, country = message_to_report(actor, ref)
    return Reported(
        title=found.conversation.subject,
        text=found.text,
        language=found.language,
        url=f"/partners/messages/{found.conversation.ref}",
        country=country,
        account_id=found.author_id,
    )


def hide_message(ref: str, _reason: str) -> None:
    withhold_message(by=SYSTEM, ref=ref)


def show_message(ref: str) -> None:
    give_message_back(by=SYSTEM, ref=ref)


def hide_call(ref: str, _reason: str) -> None:
    withhold_call(by=SYSTEM, ref=ref)


def show_call(ref: str) -> None:
    give_call_back(by=SYSTEM, ref=ref)


def hide_answer(ref: str, _reason: str) -> None:
    withhold_answer(by=SYSTEM, ref=ref)


def show_answer(ref: str) -> None:
    give_answer_back(by=SYSTEM, ref=ref)


REPORTABLES.add(
    Reportable(
        CALL, pgettext_lazy("reportable", "Partner call"), call, Hiding(hide_call, show_call)
    )
)
REPORTABLES.add(
    Reportable(
        ANSWER,
        pgettext_lazy("reportable", "Answer to a call"),
        answer,
        Hiding(hide_answer, show_answer),
    )
)
REPORTABLES.add(
    Reportable(
        MESSAGE,
        pgettext_lazy("reportable", "Message"),
        message,
        Hiding(hide_message, show_message),
    )
)
