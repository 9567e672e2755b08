"""Partner calls: publish, edit, close, answer, hide (L-02, L-03, X-23)."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django.utils.translation import pgettext_lazy

from opentwinning.community.networking.actions.care import (
    give_call_back,
    withhold_answer,
    withhold_call,
)
from opentwinning.community.networking.events import CallAnswered, CallPublished
from opentwinning.community.networking.models import (
    Block,
    CallAnswer,
    CallTrait,
    ContactNote,
    Message,
    PartnerCall,
)
from opentwinning.community.networking.policies import (
    is_own,
    may_answer_call,
    may_edit_call,
    may_forget_educator,
    may_hide_answer,
    may_hide_call,
    may_publish_call,
)
from opentwinning.community.networking.vocabulary import (
    ANSWER,
    CALL,
    CALL_LONGEST,
    CALL_TRANSITIONS,
    OPEN_CALLS,
    SEARCHED,
    CallState,
    CallTraitKind,
)
from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor
from opentwinning.core.clock import now, today
from opentwinning.core.events import emit
from opentwinning.core.transitions import move
from opentwinning.core.verdicts import Invalid, deny_unless
from opentwinning.facilities.search import actions as search
from opentwinning.people.educators.models import Educator
from opentwinning.people.safeguarding.actions import end_statements, state_reasons

type CallTraits = Mapping[CallTraitKind, list[str]]

FIELDS = (
    "title", "idea", "language", "class_size", "start", "duration", "partners_wanted", "expires_on",
)  # fmt: skip
_NOT_NOW = pgettext_lazy("partner call", "This has changed meanwhile. Reload the page.")
_TWICE = dt.timedelta(minutes=10)  # the same text sent again this soon is a second click (G6)


@action
def publish_call(*, by: Actor, traits: CallTraits, **details: Any) -> PartnerCall:
    """Show an idea to all validated educators until its last day."""
    deny_unless(may_publish_call(by))
    author = Educator.objects.select_for_update().get(account_id=by.account)
    mine = PartnerCall.objects.filter(author=author, state=CallState.OPEN, expires_on__gte=today())
    twin = mine.filter(title=details["title"], published_at__gt=now() - _TWICE).first()
    if twin is not None:
        return twin
    if mine.count() >= OPEN_CALLS:
        raise Invalid(
            pgettext_lazy("partner call", "You have five open calls. Close one of them first.")
        )
    call = _filled(PartnerCall(author=author), details)
    call.save(force_insert=True)
    _set_traits(call, traits)
    emit(CallPublished(call_id=call.pk, author_id=author.pk))
    return call


@action
def edit_call(*, by: Actor, call: PartnerCall, traits: CallTraits, **details: Any) -> PartnerCall:
    """Change one's own call; those who answered see the new text."""
    deny_unless(may_edit_call(by, call))
    call = _filled(_locked(call), details)
    call.edited_at = now()
    call.save()
    _set_traits(call, traits)
    return call


@action
def close_call(*, by: Actor, call: PartnerCall) -> PartnerCall:
    """Partners are found, or nobody answered."""
    deny_unless(may_edit_call(by, call))
    call = _locked(call)
    move(call, to=CallState.CLOSED, table=CALL_TRANSITIONS, sentence=_NOT_NOW)
    call.closed_at = now()
    call.save(update_fields=["state", "closed_at"])
    return call


@action
def reopen_call(*, by: Actor, call: PartnerCall, expires_on: dt.date) -> PartnerCall:
    """Look again, with a new last day."""
    deny_unless(may_edit_call(by, call))
    call = _locked(call)
    if call.state != CallState.OPEN:  # an open one whose last day passed only needs a new day
        move(call, to=CallState.OPEN, table=CALL_TRANSITIONS, sentence=_NOT_NOW)
    call.expires_on, call.closed_at = _last_day(expires_on), None
    call.save(update_fields=["state", "closed_at", "expires_on"])
    return call


@action
def answer_call(*, by: Actor, call: PartnerCall, text: str) -> CallAnswer:
    """Answer under the call, for all educators to read."""
    deny_unless(may_answer_call(by, call))
    author = Educator.objects.select_for_update().get(account_id=by.account)
    twin = CallAnswer.objects.filter(call=call, author=author, text=text, hidden_at=None).first()
    if twin is not None:
        return twin
    answer = CallAnswer.objects.create(call=call, author=author, text=text, language=by.language)
    emit(CallAnswered(call_id=call.pk, answer_id=answer.pk, author_id=author.pk))
    return answer


@action
def hide_answer(*, by: Actor, answer: CallAnswer, reason: str = "") -> CallAnswer:
    """Its author takes it back; an officer says why (H17)."""
    deny_unless(may_hide_answer(by, answer))
    mine = is_own(by, answer.author)
    if not mine and not reason.strip():
        raise Invalid(pgettext_lazy("partner call", "Write the reason."), "reason")
    if mine:
        answer.hidden_at = now()
        answer.save(update_fields=["hidden_at"])
        note(answer)
        return answer
    withhold_answer(by=by, ref=answer.ref)
    note(answer, reason=reason)
    state_reasons(
        by=by,
        kind=ANSWER,
        item_ref=answer.ref,
        title=answer.call.title,
        url=f"/partners/calls/{answer.call.ref}",
        country=answer.author.country,
        reason=reason,
        account=answer.author.account,
    )
    return answer


@action
def hide_call(*, by: Actor, call: PartnerCall, reason: str) -> PartnerCall:
    """An officer takes a call from the list, with a reason for its author (H17)."""
    deny_unless(may_hide_call(by, call))
    if not reason.strip():
        raise Invalid(pgettext_lazy("partner call", "Write the reason."), "reason")
    if call.state == CallState.HIDDEN:
        raise Invalid(_NOT_NOW)
    withhold_call(by=by, ref=call.ref)
    state_reasons(
        by=by,
        kind=CALL,
        item_ref=call.ref,
        title=call.title,
        url=f"/partners/calls/{call.ref}",
        country=call.author.country,
        reason=reason,
        account=call.author.account,
    )
    call.refresh_from_db()
    return call


@action
def show_call(*, by: Actor, call: PartnerCall, reason: str) -> PartnerCall:
    """An officer gives a hidden call back to its author, as it stood."""
    deny_unless(may_hide_call(by, call))
    if call.state != CallState.HIDDEN:
        raise Invalid(_NOT_NOW)
    give_call_back(by=by, ref=call.ref)
    end_statements(by=by, kind=CALL, item_ref=call.ref)
    call.refresh_from_db()
    return call


def _locked(call: PartnerCall) -> PartnerCall:
    return (
        PartnerCall.objects.select_for_update(of=("self",)).select_related("author").get(pk=call.pk)
    )


def _filled(call: PartnerCall, details: Mapping[str, Any]) -> PartnerCall:
    unknown = set(details) - set(FIELDS)
    if unknown:
        raise TypeError(f"not fields of a partner call: {sorted(unknown)}")
    for name, value in details.items():
        setattr(call, name, value)
    call.expires_on = _last_day(call.expires_on)
    return call


@action
def forget_educator(*, by: Actor, account_id: int) -> None:
    """She is about to be erased: nobody finds her calls and messages any more, and what others
    noted about her goes. Her calls, contacts and files themselves go as declared."""
    deny_unless(may_forget_educator(by))
    calls = list(
        PartnerCall.objects.filter(author__account_id=account_id).values_list("pk", flat=True)
    )
    search.forget_many("call", calls)
    messages = Message.objects.filter(author_id=account_id).values_list("pk", flat=True)
    search.forget_many(SEARCHED, list(messages))
    ContactNote.objects.filter(about__account_id=account_id).delete()
    Block.objects.filter(blocked__account_id=account_id).delete()
    note(account=account_id, calls=len(calls))


def _last_day(day: dt.date) -> dt.date:
    if not today() <= day <= today() + CALL_LONGEST:
        raise Invalid(
            pgettext_lazy("partner call", "Choose a day from today to one year from now."),
            "expires_on",
        )
    return day


def _set_traits(call: PartnerCall, traits: CallTraits) -> None:
    wanted = {(kind, value) for kind, values in traits.items() for value in values}
    held = {(t.kind, t.value): t.pk for t in CallTrait.objects.filter(call=call)}
    gone = [pk for key, pk in held.items() if key not in wanted]
    CallTrait.objects.filter(pk__in=gone).delete()
    CallTrait.objects.bulk_create(
        CallTrait(call=call, kind=kind, value=value)
        for kind, value in sorted(wanted)
        if (kind, value) not in held
    )
    search.index("call", call.pk, call.title, call.idea)
