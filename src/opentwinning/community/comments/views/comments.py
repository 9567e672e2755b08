"""Writing below a thing, and what becomes of a comment; all lead back to the thing."""

from collections.abc import Callable
from typing import cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import pgettext, pgettext_lazy

from opentwinning.community.comments.actions import (
    close_comments,
    delete_comment,
    edit_comment,
    hide_comment,
    open_comments,
    show_comment,
    undelete_comment,
    write_comment,
)
from opentwinning.community.comments.forms import CommentForm
from opentwinning.community.comments.models import Comment
from opentwinning.community.comments.queries import access_comment, access_commented
from opentwinning.community.comments.vocabulary import (
    LIMITS,
    NEWCOMER_LIMITS,
    Commented,
    commentable,
)
from opentwinning.community.networking.queries import is_newcomer
from opentwinning.core.actor import Actor
from opentwinning.core.verdicts import Invalid, Refused, hidden
from opentwinning.core.web import ActorRequest, Audience, go, open_to, page
from opentwinning.facilities.drafts.actions import discard_draft
from opentwinning.facilities.drafts.queries import typed
from opentwinning.facilities.limits.actions import within_limits
from opentwinning.people.educators.queries import educator_of

ENOUGH = pgettext_lazy(
    "comments", "You have written many comments today. Your text is kept: send it tomorrow."
)


@open_to(Audience.VALIDATED)
def write(request: HttpRequest, kind: str, ref: str) -> HttpResponse:
    """Comment on a thing; what cannot be accepted comes back with the words."""
    actor = cast("ActorRequest", request).actor
    on = access_commented(actor, kind, ref, to="comment")
    key = draft_key(kind, ref)
    form = CommentForm(request.POST or None, initial=typed(actor, key))
    comment = form.carry_out(lambda: _write(actor, on, form)) if form.is_valid() else None
    if comment is not None:
        discard_draft(by=actor, key=key)
        messages.success(request, pgettext("comments", "Your comment is published."))
        return _back(kind, ref, request, anchor=comment.ref)
    return page(request, "comments/write.html", form=form, on=on, draft_key=key, back=_page(kind))


def draft_key(kind: str, ref: str) -> str:
    """Where the words are kept while they are typed."""
    return f"comments:{kind}:{ref}"


def _write(actor: Actor, on: Commented, form: CommentForm) -> Comment:
    me = educator_of(actor)
    limits = NEWCOMER_LIMITS if me is not None and is_newcomer(me) else LIMITS
    if not within_limits("comments.write", actor.key, limits):
        raise Invalid(ENOUGH)
    return write_comment(by=actor, on=on, text=form.cleaned_data["text"])


@open_to(Audience.VALIDATED, methods=("POST",))
def close(request: HttpRequest, kind: str, ref: str) -> HttpResponse:
    """Nobody comments any more."""
    actor = cast("ActorRequest", request).actor
    close_comments(by=actor, on=access_commented(actor, kind, ref, to="close"))
    messages.success(request, pgettext("comments", "Comments are closed. What is said stays."))
    return _back(kind, ref, request)


@open_to(Audience.VALIDATED, methods=("POST",))
def reopen(request: HttpRequest, kind: str, ref: str) -> HttpResponse:
    """Comments are welcome again."""
    actor = cast("ActorRequest", request).actor
    open_comments(by=actor, on=access_commented(actor, kind, ref, to="close"))
    messages.success(request, pgettext("comments", "Comments are open again."))
    return _back(kind, ref, request)


@open_to(Audience.VALIDATED)
def edit(request: HttpRequest, ref: str) -> HttpResponse:
    """Change one's own comment."""
    actor = cast("ActorRequest", request).actor
    comment = access_comment(actor, ref, to="edit")
    key = f"comments:edit:{ref}"
    form = CommentForm(request.POST or None, initial=typed(actor, key) or {"text": comment.text})
    if form.is_valid() and form.did(
        lambda: edit_comment(by=actor, comment=comment, text=form.cleaned_data["text"])
    ):
        discard_draft(by=actor, key=key)
        messages.success(request, pgettext("comments", "Your comment is changed."))
        return _below(request, comment)
    return page(
        request, "comments/write.html", form=form, on=_on(actor, comment), draft_key=key,
        back=_page(comment.thread.kind), comment=comment,
    )  # fmt: skip


@open_to(Audience.VALIDATED, methods=("POST",))
def delete(request: HttpRequest, ref: str) -> HttpResponse:
    """Take one's own comment away."""
    done = pgettext("comments", "Your comment is deleted. You can take that back for 30 days.")
    return _do(request, ref, "delete", delete_comment, done)


@open_to(Audience.VALIDATED, methods=("POST",))
def undelete(request: HttpRequest, ref: str) -> HttpResponse:
    """It stands there again."""
    done = pgettext("comments", "Your comment is back.")
    return _do(request, ref, "delete", undelete_comment, done)


@open_to(Audience.VALIDATED, methods=("POST",))
def hide(request: HttpRequest, ref: str) -> HttpResponse:
    """The owner of the thing hides somebody's comment."""
    done = pgettext("comments", "The comment is hidden. Only its author and you still read it.")
    return _do(request, ref, "hide", hide_comment, done)


@open_to(Audience.VALIDATED, methods=("POST",))
def show(request: HttpRequest, ref: str) -> HttpResponse:
    """Everybody reads it again."""
    done = pgettext("comments", "The comment is shown again.")
    return _do(request, ref, "hide", show_comment, done)


def _do(
    request: HttpRequest, ref: str, to: str, act: Callable[..., Comment], done: str
) -> HttpResponse:
    actor = cast("ActorRequest", request).actor
    comment = access_comment(actor, ref, to="hide" if to == "hide" else "delete")
    act(by=actor, comment=comment)
    messages.success(request, done)
    return _below(request, comment)


def _below(request: HttpRequest, comment: Comment) -> HttpResponse:
    return _back(comment.thread.kind, comment.thread.thing, request, anchor=comment.ref)


def _back(kind: str, ref: str, request: HttpRequest, anchor: str = "comments") -> HttpResponse:
    return go(request, _page(kind), ref, anchor=anchor)


def _page(kind: str) -> str:
    declared = commentable(kind)
    if declared is None:
        raise Refused(hidden())
    return declared.page


def _on(actor: Actor, comment: Comment) -> Commented:
    declared = commentable(comment.thread.kind)
    if declared is None:
        raise Refused(hidden())
    return declared.find(actor, comment.thread.thing)
