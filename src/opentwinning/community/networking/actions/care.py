"""Calls, answers and messages are withheld after a decision, and come back as they stood (H17).
The one who decides is judged before: an officer here, or whoever decides about a report.
"""

from opentwinning.community.networking.models import CallAnswer, Message, PartnerCall
from opentwinning.community.networking.vocabulary import CallState
from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor
from opentwinning.core.clock import now


@action
def withhold_call(*, by: Actor, ref: str) -> None:
    """Out of the list and of everybody's sight but its author's; a second time changes nothing."""
    call = PartnerCall.objects.select_for_update().filter(ref=ref).first()
    if call is None or call.state == CallState.HIDDEN:
        return
    call.withheld_from, call.state = call.state, CallState.HIDDEN
    call.save(update_fields=["state", "withheld_from"])
    note(call)


@action
def give_call_back(*, by: Actor, ref: str) -> None:
    """As it stood: open or closed."""
    call = PartnerCall.objects.select_for_update().filter(ref=ref).first()
    if call is None or call.state != CallState.HIDDEN:
        return
    call.state, call.withheld_from = call.withheld_from or CallState.CLOSED, ""
    call.save(update_fields=["state", "withheld_from"])
    note(call)


@action
def withhold_answer(*, by: Actor, ref: str) -> None:
    """One that its author took back stays hers."""
    rows = CallAnswer.objects.filter(ref=ref, hidden_at=None)
    rows.update(hidden_at=now(), withheld_at=now())
    note(answer=ref)


@action
def give_answer_back(*, by: Actor, ref: str) -> None:
    """Shown under its call again."""
    rows = CallAnswer.objects.filter(ref=ref).exclude(withheld_at=None)
    rows.update(hidden_at=None, withheld_at=None)
    note(answer=ref)


@action
def withhold_message(*, by: Actor, ref: str) -> None:
    """Its place stays in the thread; text and files only its author still opens."""
    Message.objects.filter(ref=ref, withheld_at=None).update(withheld_at=now())
    note(message=ref)


@action
def give_message_back(*, by: Actor, ref: str) -> None:
    """Everybody in the conversation reads it again."""
    Message.objects.filter(ref=ref).update(withheld_at=None)
    note(message=ref)
