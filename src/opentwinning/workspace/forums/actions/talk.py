"""Opening a thread, replying, changing one's words."""

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import pgettext_lazy

from opentwinning.core.actions import action, note
from opentwinning.core.actor import Actor
from opentwinning.core.clock import now
from opentwinning.core.events import emit
from opentwinning.core.prepared import prepared
from opentwinning.core.verdicts import Invalid, Refused, deny_unless, hidden
from opentwinning.people.pupils.models import ClassOwner
from opentwinning.workspace.forums.actions.reading import remember
from opentwinning.workspace.forums.events import ReplyAdded, ReplyHeld, ThreadOpened
from opentwinning.workspace.forums.models import ReadMark, Reply, Thread
from opentwinning.workspace.forums.policies import may_edit_reply, may_open_thread, may_reply
from opentwinning.workspace.spaces.models import Member, Space
from opentwinning.workspace.spaces.policies import is_looked_at_first
from opentwinning.workspace.spaces.queries import member_of
from opentwinning.workspace.spaces.vocabulary import SpacePlace

NO_TITLE = pgettext_lazy("forum", "Write a title.")
NO_TEXT = pgettext_lazy("forum", "Write something first.")


@action
def open_thread(
    *,
    by: Actor,
    space: Space,
    title: str,
    text: str,
    place: str = SpacePlace.WHOLE,
    form_token: str = "",
) -> Thread:
    """A new thread with its opening. The same form sent twice opens one (G6)."""
    member = member_of(by, space)
    deny_unless(may_open_thread(member, space, place))
    if member is None:
        raise Refused(hidden())
    member = Member.objects.select_for_update().get(pk=member.pk)
    sent = Thread.objects.filter(author=member, form_token=form_token).first()
    if form_token and sent is not None:
        if sent.title == title and sent.replies.filter(number=1, text=text).exists():
            return sent
        form_token = ""
    if not title:
        raise Invalid(NO_TITLE, "title")
    if not text:
        raise Invalid(NO_TEXT, "text")
    at = now()
    thread = Thread.objects.create(
        space=space,
        place=SpacePlace(place),
        author=member,
        title=title,
        last_number=1,
        last_at=at,
        last_by=member,
        form_token=form_token,
        created_at=at,
    )
    Reply.objects.create(
        thread=thread, number=1, author=member, text=text, language=by.language, created_at=at
    )
    remember(member, thread, 1)
    note(thread, place=thread.place, title=title)
    emit(ThreadOpened(space.pk, thread.pk))
    return thread


@prepared
def _locked(pk: int) -> QuerySet[Thread]:
    locked = Thread.objects.select_for_update(of=("self",))
    return locked.select_related("space", "author").filter(pk=pk)


@prepared
def _sent(author: int, form_token: str) -> QuerySet[Reply]:
    return Reply.objects.filter(author_id=author, form_token=form_token).order_by("pk")[:1]


@prepared
def _has_read(thread: int, member: int, number: int) -> QuerySet[ReadMark, int]:
    marks = ReadMark.objects.filter(thread_id=thread, member_id=member, number__gte=number)
    return marks.values_list("pk", flat=True)[:1]


@action
def add_reply(*, by: Actor, thread: Thread, text: str, form_token: str = "") -> Reply:
    """One reply more. A double click or a retry of the same form is one reply (G6)."""
    (thread,) = _locked(thread.pk)
    member = member_of(by, thread.space)
    deny_unless(may_reply(member, thread.space, thread))
    if member is None:
        raise Refused(hidden())
    if not text:
        raise Invalid(NO_TEXT, "text")
    for sent in _sent(member.pk, form_token) if form_token else ():
        if sent.text == text and sent.thread_id == thread.pk:
            return sent
        form_token = ""
    before = thread.last_number
    thread.last_number, thread.last_at, thread.last_by = before + 1, now(), member
    thread.save(update_fields=["last_number", "last_at", "last_by"])
    reply = Reply.objects.create(
        thread=thread,
        number=thread.last_number,
        author=member,
        text=text,
        language=by.language,
        form_token=form_token,
        created_at=thread.last_at,
        **_held(member, thread.space),
    )
    remember(member, thread, reply.number)
    if reply.is_held:
        _tell_teachers(thread, member, reply)
        return reply
    emit(
        ReplyAdded(
            space_id=thread.space_id,
            thread_id=thread.pk,
            thread_ref=thread.ref,
            title=thread.title,
            reply_id=reply.pk,
            name=member.shown_name,
            tell_account_id=_whom_to_tell(thread, member, before),
        )
    )
    return reply


def _held(member: Member, space: Space) -> dict[str, Any]:
    """What a reply has that waits for a teacher: nobody else sees it (H13)."""
    return {"is_held": True, "hidden_at": now()} if is_looked_at_first(member, space) else {}


def _tell_teachers(thread: Thread, member: Member, reply: Reply) -> None:
    """The teachers of the pupil's class, unless something of this talk waits already."""
    waiting = Reply.objects.filter(thread=thread, is_held=True, deleted_at=None)
    if member.pupil is None or waiting.exclude(pk=reply.pk).exists():
        return
    owners = ClassOwner.objects.filter(school_class=member.pupil.school_class_id)
    tell = tuple(owners.values_list("educator__account_id", flat=True))
    emit(ReplyHeld(thread.ref, thread.title, tell))


def _whom_to_tell(thread: Thread, member: Member, before: int) -> int:
    """The adult who opened the thread, unless she knows already that something is new."""
    author = thread.author
    if author.account_id is None or author.pk == member.pk or author.left_at is not None:
        return 0
    return author.account_id if _has_read(thread.pk, author.pk, before) else 0


@action
def edit_reply(*, by: Actor, reply: Reply, text: str) -> Reply:
    """Change one's own words; the page says that they changed."""
    reply = (
        Reply.objects.select_for_update(of=("self",))
        .select_related("thread__space")
        .get(pk=reply.pk)
    )
    space = reply.thread.space
    member = member_of(by, space)
    deny_unless(may_edit_reply(member, space, reply))
    if not text:
        raise Invalid(NO_TEXT, "text")
    if text != reply.text:
        reply.text, reply.edited_at = text, now()
        if is_looked_at_first(member, space):  # what nobody has looked at is not shown
            reply.is_held, reply.hidden_at = True, now()
        reply.save(update_fields=["text", "edited_at", "is_held", "hidden_at"])
    return reply
