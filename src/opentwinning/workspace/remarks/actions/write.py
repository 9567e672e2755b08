"""Saying something about a thing or some of its words, answering, reacting."""

from django.utils.translation import pgettext_lazy

from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor
from opentwinning.core.clock import now
from opentwinning.core.events import emit
from opentwinning.core.verdicts import Invalid, deny_unless
from opentwinning.people.pupils.models import ClassOwner
from opentwinning.workspace.remarks.events import RemarkHeld, RemarkWritten
from opentwinning.workspace.remarks.models import Reaction, Remark
from opentwinning.workspace.remarks.policies import (
    may_answer,
    may_edit_remark,
    may_remark,
    may_settle_remark,
)
from opentwinning.workspace.remarks.queries import access_thing, locked_remark
from opentwinning.workspace.remarks.vocabulary import MOST, SIGNS
from opentwinning.workspace.spaces.models import Member
from opentwinning.workspace.spaces.policies import is_looked_at_first
from opentwinning.workspace.spaces.queries import Thing

_NO_TEXT = pgettext_lazy("remark", "Write something first.")
_FULL = pgettext_lazy("remark", "There are too many comments here. Begin a talk.")
_NO_SIGN = pgettext_lazy("remark", "Choose one of the signs.")


@action
def write_remark(  # noqa: PLR0913 - what, about what, in answer to what
    *,
    by: Actor,
    kind: str,
    thing_ref: str,
    text: str,
    quote: str = "",
    parent: Remark | None = None,
    form_token: str = "",
) -> Remark:
    """A remark about the thing, about the words in ``quote``, or an answer. The same form sent
    twice is one (G6)."""
    thing = access_thing(by, kind, thing_ref)
    member = Member.objects.select_for_update().get(pk=thing.presence.member.pk)
    if parent is None:
        deny_unless(may_remark(thing))
    else:
        _, parent = locked_remark(by, parent.ref)
        deny_unless(may_answer(thing, parent))
    sent = Remark.objects.filter(author=member, form_token=form_token).first()
    if form_token and sent is not None:
        if (sent.text, sent.thing_ref) == (text, thing_ref):
            return sent
        form_token = ""
    if not text:
        raise Invalid(_NO_TEXT, "text")
    if Remark.objects.filter(kind=kind, thing_ref=thing_ref).count() >= MOST:
        raise Invalid(_FULL)
    is_held = is_looked_at_first(member, thing.presence.space)
    made = Remark.objects.create(
        space=thing.presence.space, kind=kind, thing_ref=thing_ref, author=member, text=text,
        quote="" if parent else quote, parent=parent, language=by.language, form_token=form_token,
        is_held=is_held, hidden_at=now() if is_held else None,
    )  # fmt: skip
    note(made, thing=thing_ref)
    url = f"{thing.url}#{made.ref}"
    if is_held:
        emit(RemarkHeld(thing.title, url, _own_teachers(made)))
        return made
    tell = _whom_to_tell(thing, parent, member)
    emit(RemarkWritten(kind, thing_ref, thing.title, member.shown_name, url, tell))
    return made


def _own_teachers(made: Remark) -> tuple[int, ...]:
    """The teachers of the pupil's class, unless something about this thing waits already."""
    waiting = Remark.objects.filter(
        kind=made.kind, thing_ref=made.thing_ref, is_held=True, deleted_at=None
    )
    if made.author.pupil is None or waiting.exclude(pk=made.pk).exists():
        return ()
    owners = ClassOwner.objects.filter(school_class=made.author.pupil.school_class_id)
    return tuple(owners.values_list("educator__account_id", flat=True))


def _whom_to_tell(thing: Thing, parent: Remark | None, member: Member) -> tuple[int, ...]:
    """Adults of the space: who made the thing, and who talks in this talk."""
    people = [thing.author] if thing.author is not None else []
    if parent is not None:
        answers = Remark.objects.filter(parent=parent, deleted_at=None).select_related("author")
        people += [parent.author, *(each.author for each in answers)]
    here = {each.account_id for each in people if each.left_at is None and each.pk != member.pk}
    return tuple(sorted(account for account in here if account is not None))


@action
def edit_remark(*, by: Actor, remark: Remark, text: str) -> Remark:
    """Other words; the page says that they changed."""
    thing, remark = locked_remark(by, remark.ref)
    deny_unless(may_edit_remark(thing, remark))
    if not text:
        raise Invalid(_NO_TEXT, "text")
    if text != remark.text:
        remark.text, remark.edited_at = text, now()
        if is_looked_at_first(thing.presence.member, thing.presence.space):
            remark.is_held, remark.hidden_at = True, now()
        remark.save(update_fields=["text", "edited_at", "is_held", "hidden_at"])
        note(remark)
    return remark


@action
def settle_remark(*, by: Actor, remark: Remark, is_settled: bool) -> Remark:
    """It is done, or is not: a settled talk is folded away."""
    thing, remark = locked_remark(by, remark.ref)
    deny_unless(may_settle_remark(thing, remark))
    remark.settled_at = now() if is_settled else None
    remark.settled_by = thing.presence.member if is_settled else None
    remark.save(update_fields=["settled_at", "settled_by"])
    note(remark, is_settled=is_settled)
    return remark


@action
def react(*, by: Actor, kind: str, thing_ref: str, name: str) -> None:
    """Give a sign, or take it back."""
    thing = access_thing(by, kind, thing_ref)
    deny_unless(may_remark(thing))
    if name not in SIGNS:
        raise Invalid(_NO_SIGN)
    member = Member.objects.select_for_update().get(pk=thing.presence.member.pk)
    facts = {"kind": kind, "thing_ref": thing_ref, "member": member, "name": name}
    given = Reaction.objects.filter(**facts)
    if not given.delete()[0]:
        Reaction.objects.create(space=thing.presence.space, **facts)
    note(thing=thing_ref, sign=name)
